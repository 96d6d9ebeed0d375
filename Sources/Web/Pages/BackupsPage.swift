import Desk
import Jobs
import Journal
import Kernel
import Reports

/// Backups of the database on this server: how old the last one is, and one more now. None is fetched from
/// here: a backup holds every street and every sealed caller.
enum BackupsPage {
    /// One database, one backup at a time.
    private static let lane = "*"

    static func show(_ visit: Visit, _ visitor: Visitor) async throws(Refusal) -> Reply {
        guard visitor.rights[.people] >= .all else { return .page(ErrorPage.page(.nothing, visit)) }
        let run = visit.site.runs.latest(.backup, of: lane), files = visit.site.vault?.backups ?? []
        let title = visit.say("备份", "Backups")
        let back: HTML = "<a href=\"\(visit.at("/admin/users"))\">‹ \(visit.say("管理", "Admin"))</a>"
        return .page(Page(title, """
            \(visit.head(title, over: back, under: age(files, visit)))\(run.map { words($0, visit, visitor) })\
            \(form(visit, visitor))\(list(files, visit))\(beside(visit))
            """, place: .admin, refresh: run?.isRunning == true ? 3 : nil))
    }

    static func make(_ visit: Visit, _ visitor: Visitor) async throws(Refusal) -> Reply {
        guard visitor.user.has(.admin) else {
            throw Refusal.roleRequired([.admin], does: StepUp.backup, Phrase("做备份", "make a backup")) }
        guard let vault = visit.site.vault, vault.isFile else { return .page(ErrorPage.page(.nothing, visit)) }
        if let page = StepUp.page(StepUp.backup, visit, visitor) { return page }
        let desk = visit.site.desk, wall = desk.wall
        let run = visit.site.runs.start(
            .backup, of: lane, by: visitor.user.user, about: visitor.street.code.text, now: { desk.wall }) {
            () async throws(Refusal) in
            .written(name: try await vault.makeBackup(at: wall))
        }
        guard run != nil else { return RunWords.busy(visit, at: "/admin/backups") }
        return .redirect(visit.at("/admin/backups"))
    }

    /// Who of another street asked for it, and what was found there, is not told.
    private static func words(_ run: BackgroundRuns.Run, _ visit: Visit, _ visitor: Visitor) -> HTML {
        guard run.about != visitor.street.code.text else { return RunWords.html(run, visit) }
        let text = switch run.end {
        case nil: visit.say("另一街道正在做备份。", "Another street is making a backup.")
        case .failed: visit.say("另一街道做的备份没有成功。", "A backup that another street asked for failed.")
        case .written, .verified: visit.say("另一街道做好了一份备份。", "Another street has made a backup.")
        }
        return "<p class=\"say\" role=\"status\">\(text)</p>"
    }

    private static func age(_ files: [FileVault.File], _ visit: Visit) -> String? {
        guard visit.site.vault?.isFile == true else { return nil }
        guard let last = files.first else {
            return visit.say("本机还没有备份。", "There is no backup on this server yet.") }
        let length = TimeWords.length(max(0, visit.site.desk.wall - last.made))
        return visit.say("最近一次是 \(length.zh)前。", "The last one is \(length.en) old.")
    }

    private static func form(_ visit: Visit, _ visitor: Visitor) -> HTML {
        guard let vault = visit.site.vault, vault.isFile else {
            let text = visit.say(
                "账套在 PostgreSQL 服务器上，用服务器自己的工具备份：yjb backup FILE --db postgres://…，它用 pg_dump 并在另一个库里核对。",
                "The database is on a PostgreSQL server, whose own tools do it: yjb backup FILE --db postgres://…, by pg_dump.")
            return "<p class=\"say\">\(text)</p>"
        }
        if !visitor.user.has(.admin) { return .empty }
        return """
            <form method="post" action="\(visit.at("/admin/backups"))" class="choose">\(visit.hidden([]))\
            <button class="b main">\(visit.say("现在备份", "Back up now"))</button></form>
            """
    }

    private static func list(_ files: [FileVault.File], _ visit: Visit) -> HTML {
        if files.isEmpty { return .empty }
        let heads = [visit.say("文件", "file"), visit.say("大小", "size"), visit.say("做于", "made")]
        let rows = files.map { file -> HTML in
            """
            <tr><th scope="row">\(file.name)</th><td data-t="\(heads[1])">\(FileWords.size(file.size))</td>\
            <td data-t="\(heads[2])">\(file.made.short)</td></tr>
            """
        }
        return """
            <section class="sheet"><table class="t cards"><thead><tr>\(HTML.heads(heads))</tr></thead>\
            <tbody>\(rows)</tbody></table></section>
            """
    }

    private static func beside(_ visit: Visit) -> HTML {
        let text = visit.say(
            "做好后逐街道核对过才留下。密钥和照片不在里面，要另外保管；请再拷到另一台机器上。还原用 yjb restore。",
            """
            A backup is kept only when every street in it was verified. Keys and photos are not in it: keep them apart, and \
            copy it to another machine. yjb restore brings it back.
            """)
        return "<p class=\"note\">\(text)</p>"
    }
}
