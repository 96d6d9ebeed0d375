import Desk
import Jobs
import Journal
import Kernel

/// A new job from a call: with what is like it already, as soon as place and category are known.
enum CallPage {
    /// The buttons of ``DuplicateSheet``: their value is the other job's number.
    static let into = "into", noted = "noted"

    static func show(_ visit: Visit, _ visitor: Visitor) async throws(Refusal) -> Reply {
        guard mayCall(visitor) else { return .page(ErrorPage.page(.nothing, visit)) }
        var known = Fields()
        known.set("channel", visit.say("街道值班电话", "duty phone"))
        return try await form(visit, visitor).show(known)
    }

    static func send(_ visit: Visit, _ visitor: Visitor) async throws(Refusal) -> Reply {
        var form = try await form(visit, visitor)
        if let other = visit.form[into] ?? visit.form[noted] {
            var plain = visit
            for name in [into, noted] { plain.form.set(name, nil) }
            let like = LikeCall(form: try await self.form(plain, visitor), other: other)
            return visit.form[into] == nil ? try await like.note() : try await like.merge()
        }
        if visit.form["go"] == CommandForm.Step.check.rawValue {
            form.beside = try await DuplicateSheet(visit: visit, visitor: visitor).html
        }
        return try await form.take()
    }

    private static func mayCall(_ visitor: Visitor) -> Bool { visitor.user.mayTake(.call) }

    private static func form(_ visit: Visit, _ visitor: Visitor) async throws(Refusal) -> CommandForm {
        let lists = FormLists(try await visit.ask(.formNames, as: visitor), visit.language)
        let jobs = visit.at("/jobs"), sees = visitor.rights[.jobs] >= .own
        var form = CommandForm(
            visit: visit, visitor: visitor, spec: FormSpecs.of(.call), lists: lists,
            home: { answer in
                guard sees, case .done(_, let seq, let job?, _, _) = answer else { return visit.at("/desk") }
                return jobs + "/" + Fields.encoded(job.text) + "?done=\(seq)"
            }, title: visit.say("登记来电", "Log a call"), place: .jobs)
        if sees { form.beside = DuplicateSheet.empty(visit) }
        return form
    }
}

extension User {
    /// Whether a step is this user's to take, in whatever state the job is.
    func mayTake(_ verb: Verb) -> Bool {
        TransitionTable.rows.contains { $0.verb == verb && $0.roles.contains(where: has) }
    }
}
