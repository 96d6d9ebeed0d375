import Desk
import Kernel

/// A form of ours that was posted when its session was over: it is kept, sealed, for half an hour, and stands
/// there again after its own person has signed in (web.md 2.5). That it is of that session is shown by its
/// token; whose session that was, only the server knows.
struct HeldForm {
    let visit: Visit
    let route: Route

    /// The way to the sign-in and back to the form; nil where there is nothing to keep.
    func keep(_ call: Call) async throws(Refusal) -> Reply? {
        guard visit.visitor == nil, case .inside = route.handler, let token = call.cookies[visit.site.sessionCookie],
              token.utf8.count == 64, CSRF.fits(visit.form[CSRF.field], token), let id = visit.form["id"],
              CommandForm.isID(id), let seen = visit.form["seen"].flatMap({ Int($0) }) else { return nil }
        let draft = Draft(
            id: try Code(id), path: visit.path, title: "", job: nil, seen: seen, typed: visit.form.typed.query)
        guard let ticket = try await visit.site.desk.hold(draft, of: try visit.org(), session: token) else { return nil }
        return .redirect(visit.at("/sign-in?next=" + Fields.encoded(visit.at("/drafts/" + ticket.text))))
    }
}
