package import Bank
package import Jobs
package import Journal
package import Kernel
package import Ledger

/// What happened until a moment, as some records tell it: each job's steps with who took them and when, and
/// what of the registers a check of the works looks at.
///
/// A job is what its steps have made of it; a report on the way there (who claimed, which revision was
/// settled when, what was signed behind the work) looks here. Of a whole street it is made of one job's
/// records after another's: all of them at once would be more than memory should hold.
package struct StepBook: Sendable {
    /// A step of a job.
    package struct Step: Sendable {
        package let seq: Int
        package let at: Instant
        package let by: Code
        package let event: JobEvent
        /// What it booked, without the lines.
        package let vouchers: [Booked]

        /// The day on which it counts in the books.
        package var bookedOn: Day { vouchers.first?.day ?? at.day }

        fileprivate init(_ record: StepRecord, _ event: JobEvent) {
            (seq, at, by, vouchers) = (record.seq, record.at, record.by, record.vouchers)
            self.event = event
        }
    }

    package typealias Booked = StepRecord.Booked

    /// A match that was undone.
    package struct Undone: Sendable {
        package let seq: Int
        package let at: Instant
        package let by: Code
        package let form: UndoMatchForm
    }

    /// In the order of their records.
    package private(set) var jobs: [Code: [Step]] = [:]
    /// What was recorded after the moment and is booked on a day by then: a payment that was written down
    /// later. Of money the books' day counts.
    package private(set) var bookedLater: [Code: [Step]] = [:]
    package private(set) var undone: [Undone] = []
    /// Firms and estates as they were known last.
    package private(set) var firms: [Code: Contractor] = [:]
    package private(set) var estates: [Code: Estate] = [:]
    /// When a firm got another account than it had, in order; its first one is none.
    package private(set) var accountChanges: [Code: [Instant]] = [:]
    private let until: Instant

    /// Whatever happened later is left out.
    package init(until: Instant) { self.until = until }

    /// The steps of a job, in the order of their records.
    package func steps(of job: Code) -> [Step] { jobs[job] ?? [] }

    package mutating func take(_ record: Record) { take(StepRecord(record)) }

    /// Takes the next record in.
    package mutating func take(_ record: StepRecord) {
        if record.at <= until {
            for event in record.events { take(event, record) }
        } else if record.vouchers.contains(where: { $0.day <= until.day }) {
            for case .job(let job, let event) in record.events {
                bookedLater[job, default: []].append(Step(record, event))
            }
        }
    }

    private mutating func take(_ event: Event, _ record: StepRecord) {
        switch event {
        case .job(let job, let event):
            jobs[job, default: []].append(Step(record, event))
        case .contractorAdded(let firm), .contractorUpdated(let firm):
            if let before = firms[firm.code]?.bank, before != firm.bank {
                accountChanges[firm.code, default: []].append(record.at)
            }
            firms[firm.code] = firm
        case .estateAdded(let estate): estates[estate.code] = estate
        case .unmatched(let form):
            undone.append(Undone(seq: record.seq, at: record.at, by: record.by, form: form))
        case .streetOpened, .streetJoined, .userAdded, .userDisabled, .policyAdopted, .agreed, .appropriated,
             .fundsTransferred, .fundsRecalled, .fundsReceived, .fundsReturned, .fundsCorrected, .bankEntered,
             .statementImported, .statementVoided, .matched, .yearClosed, .yearAssessed, .accessSealed: break
        }
    }
}
