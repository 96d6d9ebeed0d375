import Exchange
import Formats
import Intake
import Jobs
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

    /// A ticket that was sent again under its number, after its job had ended.
    struct Again {
        let call: ImportedCall
        let job: Job

        /// The words of the refusal that the same call typed by hand gets.
        func refusal() -> Refusal {
            Refusal(.refEnded, ["ref": call.ref.text, "job": job.number.text])
                .adding("works", job.works.rawValue, job.works.title)
        }
    }

    var read = 0
    var opened = 0
    var present = 0
    var again: [Again] = []
    /// Those that are kept, in the order in which they were found.
    private(set) var faults = FaultList<Fault>()
    /// Rows that were not taken; one row may have several faults.
    private(set) var bad = 0
    private var hasBadData = false
    private var needsKey = false
    /// Sheets of a workbook in which there are no calls.
    private var otherSheets: [String] = []

    mutating func count(_ answer: Answer, line: Int) {
        switch answer {
        case .done: opened += 1
        case .refused(_, let refusal):
            bad += 1
            needsKey = needsKey || refusal.code.group == "key"
            hasBadData = hasBadData || Exit.code(of: refusal) == Exit.badData
            faults.append(Fault(line: line, refusal: refusal, ofFile: false))
        }
    }

    /// Takes over what is wrong with the file.
    mutating func add(_ calls: CallBatch) {
        bad += calls.bad + (calls.broken == nil ? 0 : 1)
        otherSheets = calls.otherSheets
        hasBadData = hasBadData || !calls.faults.isEmpty
        faults += calls.faults.mapped { Fault(line: $0.line, refusal: $0.refusal, ofFile: true) }
    }

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

    /// Every fault with its place, as compilers write them, in the order of the file, and how many more there are.
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
