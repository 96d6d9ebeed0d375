import Bank
import Desk
import Intake
import Kernel

/// What became of an import of a statement, for a person and for a program.
extension StatementImport {
    /// What is to be known besides, and stands in nobody's way.
    var notes: [Phrase] {
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

    var exit: Int32 {
        if faults.isEmpty { return Exit.done }
        return faults.contains { $0.ofFile || Exit.code(of: $0.refusal) == Exit.badData } ? Exit.badData : Exit.refused
    }

    var summary: Phrase {
        let (read, present) = (statement.lines.count, faults.isEmpty ? statement.lines.count - new.count : 0)
        let (name, bank, bad) = (account.text, statement.bank.rawValue, faults.count)
        return Phrase(
            "账户 \(name)（\(bank)）：读取 \(read)，新增 \(added)，已有 \(present)，有误 \(bad)",
            "account \(name) (\(bank)): read \(read), added \(added), already there \(present), bad \(bad)")
    }

    func line(_ fault: ImportTally.Fault, _ language: Language) -> String {
        let refusal = fault.refusal
        let place = [fault.line > 0 ? String(fault.line) : nil, refusal["column"]].compactMap(\.self)
        return ([file] + place).joined(separator: ":") + ": \(refusal.code.rawValue): \(refusal.message(language))"
    }

    func json(_ language: Language) -> JSON {
        .members([
            "file": file.json, "account": account.text.json, "bank": statement.bank.rawValue.json,
            "read": statement.lines.count.json, "added": added.json, "zero": statement.zeros.json, "bad": faults.count.json,
            "otherAccounts": statement.otherAccounts.json, "otherSheets": statement.otherSheets.json,
            "gaps": .array(gaps.map { gap in
                .members([
                    "after": JSON(gap.after), "closing": gap.closing.yuan.json, "before": JSON(gap.before),
                    "opening": gap.opening.yuan.json,
                ])
            }),
            "faults": .array(faults.map { fault in
                .members([
                    "line": fault.line.json, "refusal": fault.refusal.code.rawValue.json,
                    "message": fault.refusal.message(language).json,
                    "facts": .object(fault.refusal.facts.map { JSON.Member($0.name, .string($0.value)) }),
                ])
            }),
        ])
    }
}
