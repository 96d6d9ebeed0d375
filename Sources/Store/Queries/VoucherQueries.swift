import Journal
package import Kernel
package import Reports
import SQL

extension Queries {
    /// The vouchers of a street until a day, in the order of booking. `upTo` bounds the record numbers.
    package func vouchers(_ org: Code, until day: Day, upTo seq: Int) throws(Refusal) -> VoucherBook {
        var book = VoucherBook(until: day)
        try connection.each(
            """
            SELECT r.body FROM record AS r WHERE r.org = $1 AND r.seq <= $2
            AND EXISTS (SELECT 1 FROM line AS l WHERE l.org = r.org AND l.seq = r.seq) ORDER BY r.seq
            """, [SQLValue(org.text), SQLValue(seq)]
        ) { (row) throws(Refusal) in book.take(try Record(body: try row.text(0))) }
        return book
    }
}
