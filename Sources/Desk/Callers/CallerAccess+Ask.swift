package import Journal
package import Kernel
package import SQL
import Store

extension CallerAccess {
    /// Looks whether the user may, and writes down that it was asked and what was answered: nobody sees a
    /// caller without a trace. The refusal is returned and not thrown, because what is written must stay.
    package func ask(
        _ user: Code, about job: Code?, in org: Code, at now: Instant, _ connection: any SQLConnection
    ) throws(Refusal) -> Refusal? {
        var refusal: Refusal?
        do throws(Refusal) {
            try check(user, in: try Queries(connection).street(org))
        } catch {
            refusal = error
        }
        try AccessLog(connection).note(
            "\(job?.text ?? "*")@\(now.text)", by: user, in: org, does: does, refusal: refusal, seen: now)
        return refusal
    }
}
