import Bank
import Journal
import Kernel
import Ledger
import SQL

/// The rows of statements and their matches.
extension BankBook {
    func row(account: Label, _ org: SQLValue) -> ProjectionRow? {
        accounts[account].map {
            ProjectionRow(table: .bankAccount, values: [org, SQLValue(account.text), SQLValue(JSON($0).text)])
        }
    }

    func row(line id: LineID, _ org: SQLValue) -> ProjectionRow? {
        lines[id].map {
            ProjectionRow(table: .bankLine, values: [
                org, SQLValue(id.seq), SQLValue(id.n), SQLValue($0.account.text), SQLValue($0.line.day.number),
                $0.match.map { SQLValue($0) } ?? .null, SQLValue(JSON($0.line).text),
            ])
        }
    }

    func row(item key: BookItem.Key, _ org: SQLValue) -> ProjectionRow? {
        items[key].map {
            ProjectionRow(table: .bookItem, values: [
                org, SQLValue(key.custody.rawValue), SQLValue(key.name.known.rawValue), SQLValue(key.name.no.text),
                SQLValue($0.day.number), SQLValue($0.effect.fen.value), $0.match.map { SQLValue($0) } ?? .null,
                $0.jobs.isEmpty ? .null : SQLValue($0.jobs.map(\.text).joined(separator: " ")),
                SQLValue($0.contractor?.text),
            ])
        }
    }

    func row(match number: Int, _ org: SQLValue) -> ProjectionRow? {
        matches[number].map {
            ProjectionRow(table: .bankMatch, values: [
                org, SQLValue(number), SQLValue($0.undone), SQLValue(JSON($0).text),
            ])
        }
    }
}
