import Desk
import Jobs
import Journal
import Kernel
import Seal

/// Everything checked again from the first record, in the background: the page asks again by itself until
/// the run has ended (web.md 2.4.9).
enum VerifyPage {
    /// Starts a run, or leads to the one that is under way in the street.
    /// Another stamp than that run's is not compared by it, so nobody is led there.
    static func start(_ visit: Visit, _ visitor: Visitor, _ anchor: Anchor?) async throws(Refusal) -> Reply {
        // Who may not is told so now, and not by a run that fails.
        _ = try await visit.ask(.verifyHead, as: visitor)
        let desk = visit.site.desk, org = visitor.street.code, user = visitor.user.user
        let stamp = anchor.map { _ in Typed.plain(visit.form["stamp"] ?? "") } ?? ""
        let run = visit.site.runs.start(.verify, of: org.text, by: user, about: stamp, now: { desk.wall }) {
            () async throws(Refusal) in
            .verified(try await desk.verify(org, against: anchor, photos: false, as: .user(user)).result)
        }
        guard let run else { return RunWords.busy(visit, at: "/audit") }
        return .redirect(visit.at("/audit/verify/" + run.id))
    }

    static func show(_ visit: Visit, _ visitor: Visitor) async throws(Refusal) -> Reply {
        guard visitor.rights[.records] >= .part, let run = visit.site.runs.latest(.verify, of: visitor.street.code.text),
              run.id == visit.params["run"] else { return .page(ErrorPage.page(.nothing, visit)) }
        let title = visit.say("校验", "Verifying")
        let back: HTML = "<a href=\"\(visit.at("/audit"))\">‹ \(visit.say("审计", "Audit"))</a>"
        return .page(Page(
            title, "\(visit.head(title, over: back))\(words(run, visit))", place: .audit, refresh: run.isRunning ? 2 : nil))
    }

    /// The latest run since the server began, on the page that offers the next.
    static func latest(_ visit: Visit, _ visitor: Visitor) -> HTML {
        visit.site.runs.latest(.verify, of: visitor.street.code.text).map { words($0, visit) } ?? .empty
    }

    private static func words(_ run: BackgroundRuns.Run, _ visit: Visit) -> HTML {
        let stamp = run.about.isEmpty ? "" : visit.say("旧戳 \(run.about)，", "stamp \(run.about), ")
        let who = "\(stamp)\(run.by.text) \(run.began.short)"
        guard let end = run.end else {
            let seconds = max(0, visit.site.desk.wall - run.began) / 1000
            let text = visit.say(
                "正在核对全部记录，已 \(seconds) 秒；本页会自己刷新。", "Reading every record, \(seconds) s so far; this page looks again by itself.")
            return "<p class=\"say\" role=\"status\">\(text) <small>\(who)</small></p>"
        }
        let took = FileWords.seconds(from: run.began, to: run.ended, visit)
        return switch end {
        case .verified(.success(let verdict)):
            """
            <p class="say ok" role="status">✓ \(visit.say(
                "一致：记录 \(verdict.records) 条，分录 \(verdict.lines) 行，派生数据 \(verdict.rows) 行",
                "clean: \(verdict.records) records, \(verdict.lines) lines, \(verdict.rows) derived rows"))\
            <br><small>\(who)\(visit.say("，", ", "))\(took)</small></p>
            """
        case .verified(.failure(let finding)):
            """
            <p class="say late" role="alert">✗ \(visit.say("不一致：", "not clean: "))\(visit.say(finding.words))<br>\
            <small>\(who)\(visit.say("，", ", "))\(took)</small></p>
            """
        case .written(let name): "<p class=\"say ok\" role=\"status\">✓ \(name)</p>"
        case .failed(let refusal):
            "<p class=\"say late\" role=\"alert\">⚠ \(refusal.message(visit.language)) <small>\(who)</small></p>"
        }
    }
}

/// Small texts of what runs and what was written.
enum FileWords {
    static func seconds(from: Instant, to: Instant?, _ visit: Visit) -> String {
        let tenths = max(0, (to ?? from) - from) / 100
        return visit.say("\(tenths / 10).\(tenths % 10) 秒", "\(tenths / 10).\(tenths % 10) s")
    }

    /// Bytes as people say them.
    static func size(_ bytes: Int) -> String {
        bytes < 1 << 20 ? "\((bytes + 1023) >> 10) KB" : "\(bytes >> 20).\((bytes & 0xFFFFF) * 10 >> 20) MB"
    }
}
