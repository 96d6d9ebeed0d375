import Desk
import Jobs
import Journal
import Kernel
import Seal

/// Evidence bundles: made in the background, one at a time a street, listed with their SHA-256, fetched, and
/// how to check one without this program.
enum BundlesPage {
    private static func may(_ visitor: Visitor) -> Bool { Question<Head>.bundleHead.isOpen(to: visitor.rights) }

    static func show(_ visit: Visit, _ visitor: Visitor) async throws(Refusal) -> Reply {
        guard may(visitor) else { return .page(ErrorPage.page(.nothing, visit)) }
        let run = visit.site.runs.latest(.bundle, of: visitor.street.code.text)
        let title = visit.say("审计证据包", "Evidence bundles")
        let back: HTML = "<a href=\"\(visit.at("/audit"))\">‹ \(visit.say("审计", "Audit"))</a>"
        return .page(Page(title, """
            \(visit.head(title, over: back, under: visit.say(
                "一个 ZIP：全部记录、账簿、报表、导出文件和工单单据；做好后不再变。",
                "One ZIP: all records, books, reports, exports and papers; it never changes once it is made.")))\
            \(run.map { RunWords.html($0, visit) })\(form(visit, visitor))\(list(visit, visitor))\(how(visit, visitor))
            """, place: .audit, refresh: run?.isRunning == true ? 3 : nil))
    }

    static func make(_ visit: Visit, _ visitor: Visitor) async throws(Refusal) -> Reply {
        guard let vault = visit.site.vault else { return .page(ErrorPage.page(.nothing, visit)) }
        if may(visitor), let page = StepUp.page(StepUp.bundle, visit, visitor) { return page }
        // Who may not is refused, and that is in the access log.
        _ = try await visit.ask(.bundleHead, as: visitor)
        let desk = visit.site.desk, org = visitor.street.code, user = visitor.user.user
        let year = visit.form["year"].flatMap { Int($0) }
        let about = year.map(String.init) ?? ""
        let run = visit.site.runs.start(.bundle, of: org.text, by: user, about: about, now: { desk.wall }) {
            () async throws(Refusal) in
            .written(name: try await vault.makeBundle(of: org, year: year, desk, as: user))
        }
        guard run != nil else { return RunWords.busy(visit, at: "/audit/bundles") }
        return .redirect(visit.at("/audit/bundles"))
    }

    /// All books at once: whoever takes them along says again who it is.
    static func load(_ visit: Visit, _ visitor: Visitor) async throws(Refusal) -> Reply {
        guard may(visitor), let vault = visit.site.vault, let name = visit.params["file"],
              vault.bundles(of: visitor.street.code).contains(where: { $0.name == name }) else {
            return .page(ErrorPage.page(.nothing, visit)) }
        if let page = StepUp.page(StepUp.bundle, visit, visitor) { return page }
        guard let bytes = try vault.bundle(name, of: visitor.street.code) else {
            return .page(ErrorPage.page(.nothing, visit)) }
        _ = try await visit.ask(.bundleHead, as: visitor)
        return .file(.init(bytes: bytes, type: "application/zip", name: name))
    }

    private static func form(_ visit: Visit, _ visitor: Visitor) -> HTML {
        if visit.site.vault == nil {
            let text = visit.say(
                "这台服务器没有指定存放文件的文件夹（--files），做不了。用命令行：yjb audit export --format bundle。",
                "This server was given no folder for files (--files). Use the command line: yjb audit export --format bundle.")
            return "<p class=\"say\">\(text)</p>"
        }
        let now = visitor.now.day.year, first = min(visitor.street.openedAt.day.year, now)
        let years = (max(first, now - 9)...now).reversed().map { year -> HTML in "<option>\(year)</option>" }
        return """
            <form method="post" action="\(visit.at("/audit/bundles"))" class="choose">\(visit.hidden([]))<div>\
            <label for="year">\(visit.say("年度", "Year"))</label><select id="year" name="year">\(Array(years))</select></div>\
            <button class="b main">\(visit.say("做一个", "Make one"))</button></form>
            """
    }

    private static func list(_ visit: Visit, _ visitor: Visitor) -> HTML {
        let files = visit.site.vault?.bundles(of: visitor.street.code).filter { $0.sha256 != nil } ?? []
        if files.isEmpty { return "<p class=\"none\">\(visit.say("还没有证据包。", "No bundle yet."))</p>" }
        let heads = [visit.say("文件", "file"), visit.say("大小", "size"), visit.say("做于", "made"), "SHA-256"]
        let rows = files.map { file -> HTML in
            """
            <tr><th scope="row">\(file.name)</th>\
            <td data-t="\(heads[1])">\(FileWords.size(file.size))</td><td data-t="\(heads[2])">\(file.made.short)</td>\
            <td data-t="\(heads[3])"><code>\(file.sha256 ?? "—")</code></td>\
            <td><form method="post" action="\(visit.at("/audit/bundles/" + Fields.encoded(file.name)))">\(visit.hidden([]))\
            <button class="b">\(visit.say("取走", "Take along"))<span class="hide"> \(file.name)</span></button></form></td></tr>
            """
        }
        return """
            <section class="sheet"><table class="t cards"><thead><tr>\(HTML.heads(heads))<td></td></tr></thead>\
            <tbody>\(rows)</tbody></table></section>
            """
    }

    private static func how(_ visit: Visit, _ visitor: Visitor) -> HTML {
        let file = visit.site.vault?.bundles(of: visitor.street.code).first?.name ?? "FILE.zip"
        return HTML.sheet(visit.say("不用本程序也能核对", "Check it without this program"), """
            <p>\(visit.say(
                "先比 SHA-256，再用包里的 verify.py（Python 3，不需要别的东西）核对每个文件、每条记录的链接和链尾。",
                "Compare the SHA-256; verify.py of the bundle (Python 3, nothing else) checks every file and every link."))</p>
            <pre class="code">sha256sum \(file)
            unzip -p \(file) verify.py &gt; verify.py
            python3 verify.py \(file)</pre>
            """)
    }
}
