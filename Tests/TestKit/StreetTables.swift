import Jobs
import Journal
import Kernel
import Ledger

extension MemoryStreet {
    /// What stands where in the control book.
    package var balances: String { balances(of: [.control]) }

    /// What stands where, one line an account and one column an appropriation; accounts without money are
    /// left out.
    package func balances(of books: [Book]) -> String {
        let codes = state.ledger.appropriations.map(\.code)
        let standings = codes.map { state.ledger.standing(of: $0) }
        let used = Account.allCases.filter { account in books.contains(account.book) && standings.contains { $0[account] != .zero } }
        let rows = used.map { account in
            ([pad(account.book == .control ? account.title.en : account.rawValue, -15)] + standings.map { pad($0[account].yuan, 12) }).joined()
        }
        return ([pad("", -15) + codes.map { pad($0.text, 12) }.joined()] + rows).joined(separator: "\n")
    }

    /// The lines of the vouchers booked since a record, of the control book unless others are asked for, one a
    /// line: number, day, side, account, amount, appropriation; a voucher that takes another one back says so.
    package func vouchers(after seq: Int, of books: [Book] = [.control]) -> String {
        records.dropFirst(seq).flatMap(\.vouchers).flatMap { voucher in
            voucher.lines.filter { books.contains($0.book) }.enumerated().map { index, line in
                let first = index == 0
                let head = first ? "\(Int(voucher.number.text.suffix(6)) ?? 0)" : ""
                let red = first ? voucher.reverses.map { " reverses \(Int($0.text.suffix(6)) ?? 0)" } ?? "" : ""
                return pad(head, -4) + pad(first ? String(voucher.day.text.suffix(5)) : "", -6)
                    + (line.side == .debit ? "Dr " : "Cr ") 
                    + pad(line.account.rawValue, books == [.control] ? -5 : -8) + pad(line.amount.fen.yuan, 12) + " " + line.appropriation.text + (line.contractor.map { " " + $0.text } ?? "") + red
            }
        }.joined(separator: "\n")
    }

    /// `passed/settled`, with what the job holds.
    package func status(_ number: Int) -> String {
        guard let job = job(number) else { return "no job \(number)" }
        return "\(job.works.rawValue)/\(job.papers.rawValue)"
    }
}

/// To the left with a positive width, to the right with a negative one.
package func pad(_ text: String, _ width: Int) -> String {
    let blanks = String(repeating: " ", count: max(0, abs(width) - text.count))
    return width > 0 ? blanks + text : text + blanks
}
