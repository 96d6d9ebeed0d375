import Bank
import Formats
import Journal
import Kernel

/// camt.053 (ISO 20022, bank to customer statement), every version: elements are found by their names,
/// whatever the namespace. Entries are read one after another, so that a file of any length costs the
/// memory of its lines.
enum CamtStatement {
    static func isXML(_ bytes: [UInt8]) -> Bool {
        let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
        return text.first { $0 > 0x20 } == UInt8(ascii: "<")
    }

    /// Reads the statements of one account, in any order: of the one asked for, or of the only one that
    /// there is. Throws what reading XML throws, and `input.column` when it is no camt.053.
    static func read(_ bytes: [UInt8], account: Label?, file: String?) throws(Refusal) -> Statement {
        let collector = CamtCollector(file: file)
        let wanted: Set = ["Ntry", "Bal", "Acct", "FrToDt"]
        try XMLParts.each(bytes, wanted: wanted, entering: collector.enter) { (node, around) throws(Refusal) in
            if around.last == "Stmt" { collector.take(node) }
        }
        guard collector.isStatement else { throw Refusal(.inputColumn, ["column": "BkToCstmrStmt/Stmt"]) }
        return collector.finish(account)
    }
}

private final class CamtCollector {
    private let file: String?
    private var parts: [CamtPart] = []
    private var hasContent = false

    init(file: String?) { self.file = file }

    var isStatement: Bool { hasContent }

    func enter(_ name: String) {
        if name == "Stmt" { parts.append(CamtPart(file: file)) }
    }

    func take(_ node: XMLNode) {
        guard !parts.isEmpty else { return }
        hasContent = true
        parts[parts.count - 1].take(node)
    }

    func finish(_ asked: Label?) -> Statement {
        var statement = Statement(bank: .camt)
        for index in parts.indices { parts[index].close() }
        var names: Set<String> = []
        let accounts = parts.compactMap(\.account).filter { names.insert($0.text.folded).inserted }
        let chosen = accounts.first { $0.text.folded == asked?.text.folded } ?? accounts.first
        statement.account = chosen
        let isAsked = chosen?.text.folded == asked?.text.folded
        statement.otherAccounts = isAsked ? accounts.filter { $0 != chosen }.map(\.text) : []
        if !isAsked, accounts.count > 1 { statement.faults.append(several(accounts, asked)) }
        var own = parts.filter { $0.account == nil || $0.account?.text.folded == chosen?.text.folded }
        own = own.enumerated().sorted { a, b in
            (a.element.firstDay, a.offset) < (b.element.firstDay, b.offset)
        }.map(\.element)
        statement.faults += own.flatMap(\.faults)
        statement.zeros = own.reduce(0) { $0 + $1.zeros }
        statement.stated = own.compactMap(\.stated)
        statement.lines = own.flatMap(\.lines).numbered(of: .camt)
        if statement.faults.isEmpty { statement.faults = repeats(own) }
        return statement
    }

    /// `input.account`: a file of several accounts, of which one must be asked for.
    private func several(_ accounts: [Label], _ asked: Label?) -> RowFault {
        let names = accounts.map(\.text).joined(separator: ", ")
        let expected = Phrase("用 --account 指定其中一个", "one of them, by --account")
        let line = parts.last?.line ?? 0
        let refusal = Refusal(.inputAccount, ["value": names])
            .adding("expected", asked?.text ?? expected.en, asked.map { Phrase($0.text, $0.text) } ?? expected)
        return RowFault(line: line, column: nil, name: "Acct", refusal: refusal.placed(file: file, line: line, column: nil))
    }

    /// Two entries that say the same are two payments where the balances say so, and otherwise one that is
    /// there twice.
    private func repeats(_ parts: [CamtPart]) -> [RowFault] {
        var seen: [StatementLine: (part: Int, row: Int)] = [:]
        var faults: [RowFault] = []
        for (place, part) in parts.enumerated() {
            for line in part.lines where line.serial != nil {
                let row = line.row ?? 0
                guard let first = seen.updateValue((place, row), forKey: line.at(row: nil, nth: nil)) else { continue }
                if first.part == place, part.isSummed { continue }
                let refusal = Refusal(.inputDuplicateRow, ["first": String(first.row)])
                faults.append(RowFault(
                    line: row, column: nil, name: "Ntry", refusal: refusal.placed(file: file, line: row, column: nil)))
            }
        }
        return faults
    }
}

extension CamtPart {
    /// For the order of the statements in a file.
    fileprivate var firstDay: Day { stated?.from ?? lines.first?.day ?? Day(number: 0) }
}
