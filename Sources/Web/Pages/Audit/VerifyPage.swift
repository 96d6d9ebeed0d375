import Desk
import Jobs
import Journal
import Kernel
import Seal

/// Everything checked again from the first record, in the background: the page asks again by itself until
/// the run has ended (web.md 2.4.9).
enum VerifyPage {
    /// Starts a run, or leads to the one that is under way in the street. Nobody is led to a run that
    /// compares another stamp.
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
            title, "\(visit.head(title, over: back))\(RunWords.html(run, visit))", place: .audit,
            refresh: run.isRunning ? 2 : nil))
    }

    /// The latest run since the server began, on the page that offers the next.
    static func latest(_ visit: Visit, _ visitor: Visitor) -> HTML {
        visit.site.runs.latest(.verify, of: visitor.street.code.text).map { RunWords.html($0, visit) } ?? .empty
    }
}
