import Jobs
import Journal
import Kernel
package import Ledger

extension MemoryStreet {
    /// What stands where in the control book.
    package var balances: String { balances(of: [.control]) }

    /// What stands where, one line an account and one column an appropriation; accounts without money are
    /// left out.
    package func balances(of books: [Book]) -> String {
        let codes = state.ledger.appropriations.map(\.code)
        let standings = codes.map { state.ledger.standing(of: $0) }
        let used = Account.allCases.filter { account in
            books.contains(account.book) && standings.contains { $0[account] != .zero }
        }
        let rows = used.map { account in
            let name = account.book == .control ? account.title.en : account.rawValue
            return ([pad(name, -15)] + standings.map { pad($0[account].yuan, 12) }).joined()
        }
        return ([pad("", -15) + codes.map { pad($0.text, 12) }.joined()] + rows).joined(separator: "\n")
    }

    /// The lines of the vouchers booked since a record, of the control book unless others are asked for, one a
    /// line: number, day, side, account, amount, appropriation; a voucher that takes another one back says so.
    package func vouchers(after seq: Int, of books: [Book] = [.control]) -> String {
        records.dropFirst(seq).flatMap(\.vouchers).flatMap { voucher in
            voucher.lines.filter { books.contains($0.book) }.enumerated().map { index, line in
                let first = pad("\(Self.count(voucher.number))", -4) + pad(String(voucher.day.text.suffix(5)), -6)
                let head = index == 0 ? first : pad("", 10)
                let red = index == 0 ? voucher.reverses.map { " reverses \(Self.count($0))" } ?? "" : ""
                return head + text(line, width: books == [.control] ? 5 : 8) + red
            }
        }.joined(separator: "\n")
    }

    private static func count(_ voucher: Code) -> Int { Int(voucher.text.suffix(6)) ?? 0 }

    private func text(_ line: Line, width: Int) -> String {
        (line.side == .debit ? "Dr " : "Cr ") + pad(line.account.rawValue, -width) + pad(line.amount.fen.yuan, 12)
            + " " + line.appropriation.text + (line.contractor.map { " " + $0.text } ?? "")
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
