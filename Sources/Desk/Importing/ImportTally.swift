package import Formats
package import Intake
package import Jobs
import Journal
package import Kernel

/// What became of an import.
package struct ImportTally {
    package struct Fault {
        package let line: Int
        package let refusal: Refusal
        /// A fault of the file; else a rule has refused a good row.
        package let ofFile: Bool

        package init(line: Int, refusal: Refusal, ofFile: Bool) {
            self.line = line
            self.refusal = refusal
            self.ofFile = ofFile
        }
    }

    /// A ticket that was sent again under its number, after its job had ended.
    package struct Again {
        package let call: ImportedCall
        package let job: Job

        /// The words of the refusal that the same call typed by hand gets.
        package func refusal() -> Refusal {
            Refusal(.refEnded, ["ref": call.ref.text, "job": job.number.text])
                .adding("works", job.works.rawValue, job.works.title)
        }
    }

    package internal(set) var read = 0
    package internal(set) var opened = 0
    package internal(set) var present = 0
    package internal(set) var again: [Again] = []
    /// Those that are kept, in the order in which they were found.
    package private(set) var faults = FaultList<Fault>()
    /// Rows that were not taken; one row may have several faults.
    package private(set) var bad = 0
    package private(set) var hasBadData = false
    package private(set) var needsKey = false
    /// Sheets of a workbook in which there are no calls.
    package private(set) var otherSheets: [String] = []

    mutating func count(_ answer: Answer, line: Int) {
        switch answer {
        case .done: opened += 1
        case .refused(_, let refusal):
            bad += 1
            needsKey = needsKey || refusal.code.group == "key"
            hasBadData = hasBadData || refusal.code.isOfForm
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
}
