import Journal
package import Kernel
import Ledger
package import Reports
import Store

extension Question where Answer == PlainBooks {
    /// The three books for plain-text accounting tools, from the street's first day to the end of a year; nil
    /// for the year of its latest record. Throws `org.unknown`.
    package static func plainBooks(year: Int?) -> Question {
        Question("audit.export.plaintext", [.books: .part, .exports: .part]) { (asked) throws(Refusal) in
            let state = try asked.state()
            guard let street = state.street else { throw Refusal(.orgUnknown, ["org": asked.org.text]) }
            let year = year ?? (state.head.latest ?? street.openedAt).day.year
            let book = try asked.queries.vouchers(asked.org, until: Day.last(of: year), upTo: state.head.seq)
            return PlainBooks(book, year: year, opened: street.openedAt.day)
        }
    }
}
