import Journal
import Kernel

/// What became of an import.
struct ImportTally {
    struct Fault {
        let line: Int
        let refusal: Refusal
        /// A fault of the file; else a rule has refused a good row.
        let ofFile: Bool
    }

    var read = 0
    var opened = 0
    var present = 0
    var faults: [Fault] = []

    /// Rows with a fault; one row may have several.
    var bad: Int { Set(faults.map(\.line)).count }

    mutating func count(_ answer: Answer, line: Int) {
        switch answer {
        case .done: opened += 1
        case .refused(_, let refusal): faults.append(Fault(line: line, refusal: refusal, ofFile: false))
        }
    }

    /// Bad data goes before a rule's refusal.
    var exit: Int32 {
        if faults.isEmpty { return Exit.done }
        return faults.contains { $0.ofFile || Exit.code(of: $0.refusal) == Exit.badData } ? Exit.badData : Exit.refused
    }

    var summary: Phrase {
        Phrase(
            "读取 \(read)，新开 \(opened)，已有 \(present)，有误 \(bad)",
            "read \(read), opened \(opened), already there \(present), bad \(bad)")
    }

    /// Every fault with its place, as compilers write them, in the order of the file.
    func lines(of file: String, _ language: Language) -> [String] {
        faults.sorted { $0.line < $1.line }.map { fault in
            let column = fault.refusal["column"].map { ":" + $0 } ?? ""
            return "\(file):\(fault.line)\(column): \(fault.refusal.code.rawValue): \(fault.refusal.message(language))"
        }
    }

    func json(of file: String, _ language: Language) -> JSON {
        .members([
            "file": file.json, "read": read.json, "opened": opened.json, "present": present.json, "bad": bad.json,
            "faults": .array(faults.sorted { $0.line < $1.line }.map { fault in
                .members([
                    "line": fault.line.json, "refusal": fault.refusal.code.rawValue.json,
                    "message": fault.refusal.message(language).json,
                    "facts": .object(fault.refusal.facts.map { JSON.Member($0.name, .string($0.value)) }),
                ])
            }),
        ])
    }
}
