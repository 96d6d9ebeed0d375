import Desk
import Formats
import Intake
import Jobs
import Kernel

/// What became of an import of calls, for a person and for a program.
extension ImportTally {
    /// Bad data goes before a rule's refusal.
    var exit: Int32 {
        if faults.isEmpty { return Exit.done }
        if needsKey { return Exit.configuration }
        return hasBadData ? Exit.badData : Exit.refused
    }

    var summary: Phrase {
        let sentAgain = again.isEmpty
            ? Phrase("", "") : Phrase("（其中了结后重派 \(again.count)）", " (\(again.count) sent again after their end)")
        return Phrase(
            "读取 \(read)，新开 \(opened)，已有 \(present)\(sentAgain.zh)，有误 \(bad)",
            "read \(read), opened \(opened), already there \(present)\(sentAgain.en), bad \(bad)")
    }

    /// Every fault with its place, as compilers write them, in the order of the file, and how many more
    /// there are.
    func lines(of file: String, _ language: Language) -> [String] {
        let names = otherSheets.joined(separator: ", ")
        let note = Phrase("\(file)：工作表 \(names) 没有来电，未读取", "\(file): sheets without calls: \(names)")
        let ended = again.map { Fault(line: $0.call.line, refusal: $0.refusal(), ofFile: false) }
        return (otherSheets.isEmpty ? [] : [note(language)]) + (Array(faults) + ended).sorted { $0.line < $1.line }.map { fault in
            let column = fault.refusal["column"].map { ":" + $0 } ?? ""
            return "\(file):\(fault.line)\(column): \(fault.refusal.code.rawValue): \(fault.refusal.message(language))"
        } + (faults.rest.map { [$0(language)] } ?? [])
    }

    func json(of file: String, _ language: Language) -> JSON {
        .members([
            "file": file.json, "read": read.json, "opened": opened.json, "present": present.json, "bad": bad.json,
            "otherSheets": otherSheets.json,
            "again": .array(again.map { item in
                .members([
                    "line": item.call.line.json, "ref": item.call.ref.text.json, "job": item.job.number.text.json,
                    "works": item.job.works.rawValue.json,
                ])
            }),
            "faults": .array(faults.sorted { $0.line < $1.line }.map { fault in
                .members([
                    "line": fault.line.json, "refusal": fault.refusal.code.rawValue.json,
                    "message": fault.refusal.message(language).json,
                    "facts": .object(fault.refusal.facts.map { JSON.Member($0.name, .string($0.value)) }),
                ])
            }),
            "moreFaults": faults.more > 0 ? faults.more.json : nil,
        ])
    }
}

extension FaultList {
    /// How many are not shown; nil when all are.
    var rest: Phrase? {
        more == 0 ? nil : Phrase("另有 \(more) 处错误未列出", "\(more) more faults are not listed")
    }
}
