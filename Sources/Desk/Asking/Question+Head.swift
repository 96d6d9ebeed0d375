package import Journal
package import Kernel
import Store

/// The end of a street's journal. Long work in the background is asked for with it first: whoever may not is
/// refused at once, and a user's asking is written down where that must be.
extension Question where Answer == Head {
    package static var head: Question {
        Question("audit.head", [.records: .part]) { (asked) throws(Refusal) in try asked.state().head }
    }

    /// Before everything is verified.
    package static var verifyHead: Question {
        Question("audit.verify", [.records: .part], isNoted: true) { (asked) throws(Refusal) in try asked.state().head }
    }

    /// Before the whole of a street's books is handed over.
    package static var bundleHead: Question {
        Question("audit.bundle", [.books: .all, .exports: .all, .records: .all], isNoted: true) { (asked) throws(Refusal) in
            try asked.state().head
        }
    }
}
