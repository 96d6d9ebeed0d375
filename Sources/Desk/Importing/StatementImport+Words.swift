import Bank
import Intake
package import Kernel

/// What became of an import of a statement, in words.
extension StatementImport {
    /// What is to be known besides, and stands in nobody's way.
    package var notes: [Phrase] {
        let (zeros, accounts, sheets) = (statement.zeros, statement.otherAccounts, statement.otherSheets)
        var notes: [Phrase] = []
        if zeros > 0 {
            notes.append(Phrase("\(file)：0.00 元的明细 \(zeros) 条，未导入", "\(file): \(zeros) lines of 0.00, passed over"))
        }
        if !accounts.isEmpty {
            let names = accounts.joined(separator: ", ")
            notes.append(Phrase("\(file)：其他账户 \(names)，未导入", "\(file): other accounts, passed over: \(names)"))
        }
        if !sheets.isEmpty {
            let names = sheets.joined(separator: ", ")
            notes.append(Phrase("\(file)：工作表 \(names) 没有明细，未读取", "\(file): sheets without a statement: \(names)"))
        }
        return notes + gaps.map { Phrase("账户 \($0.account.text)：\($0.words.zh)", "account \($0.account.text): \($0.words.en)") }
    }

    package var summary: Phrase {
        let (read, present) = (statement.lines.count, faults.isEmpty ? statement.lines.count - new.count : 0)
        let (name, bank, bad) = (account.text, statement.bank.rawValue, faults.count)
        return Phrase(
            "账户 \(name)（\(bank)）：读取 \(read)，新增 \(added)，已有 \(present)，有误 \(bad)",
            "account \(name) (\(bank)): read \(read), added \(added), already there \(present), bad \(bad)")
    }
}

extension ImportTally.Fault {
    /// Row and column of the file, as far as they are known: `57:金额`.
    package var place: String {
        [line > 0 ? String(line) : nil, refusal["column"]].compactMap(\.self).joined(separator: ":")
    }
}
