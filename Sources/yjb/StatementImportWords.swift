import Bank
import Desk
import Intake
import Kernel

/// What became of an import of a statement, for a person and for a program.
extension StatementImport {
    var exit: Int32 {
        if faults.isEmpty { return Exit.done }
        return faults.contains { $0.ofFile || Exit.code(of: $0.refusal) == Exit.badData } ? Exit.badData : Exit.refused
    }

    func line(_ fault: ImportTally.Fault, _ language: Language) -> String {
        let place = [file, fault.place].filter { !$0.isEmpty }.joined(separator: ":")
        return "\(place): \(fault.refusal.code.rawValue): \(fault.refusal.message(language))"
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
