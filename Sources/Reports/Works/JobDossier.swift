package import Jobs
package import Journal
package import Kernel

/// All that a page about one job shows.
package struct JobDossier: Sendable {
    package let job: Job
    /// Every record that touched it, in order.
    package let records: [Record]
    package let names: JobNames
    package let caller: CallerSight
    /// The jobs whose calls were merged into this one, also by way of another, with what may be said of
    /// each caller.
    package let absorbed: [(job: Code, caller: CallerSight)]
    /// The moment at which deadlines are looked at.
    package let asOf: Instant
    package let marks: [JobMark]
    /// A practice street: every page says 演练账套.
    package let sandbox: Bool
    /// Whether its reader may see amounts, and records as they are stored.
    package let showsAmounts: Bool
    package let showsRecords: Bool

    package init(
        job: Job, records: [Record], names: JobNames, caller: CallerSight,
        absorbed: [(job: Code, caller: CallerSight)] = [], asOf: Instant, marks: [JobMark], sandbox: Bool,
        showsAmounts: Bool = true, showsRecords: Bool = true
    ) {
        self.job = job
        self.records = records
        self.names = names
        self.caller = caller
        self.absorbed = absorbed
        self.asOf = asOf
        self.marks = marks
        self.sandbox = sandbox
        self.showsAmounts = showsAmounts
        self.showsRecords = showsRecords
    }

    /// For programs: the job as it stands, what may be said about the caller, and the records as they are
    /// stored. Throws `store.damaged` when a record is no JSON, which nothing that this program wrote is.
    package func json(_ language: Language) throws(Refusal) -> JSON {
        var stored: [JSON] = []
        for record in records where showsRecords { stored.append(try JSONParser.parse(Array(record.body.utf8))) }
        return .members([
            "job": showsAmounts ? JSON(job).withoutPast : JSON(job).withoutAmounts, "caller": .string(caller.words(language)),
            "merged": .array(absorbed.map {
                .members(["job": .string($0.job.text), "caller": .string($0.caller.words(language))])
            }),
            "asOf": JSON(asOf),
            "marks": .array(marks.map { .members(["code": .string($0.code), "title": .string($0.title(language))]) }),
            "sandbox": .bool(sandbox),
            "records": showsRecords ? .array(stored) : nil,
        ])
    }
}

extension JSON {
    /// A job without what it keeps for reports (``JobPast``): its records tell that.
    fileprivate var withoutPast: JSON {
        guard case .object(let members) = self else { return self }
        return .object(members.filter { $0.name != "past" })
    }

    /// A job with nothing that tells an amount: what is named here stays, so that a new field of a job is
    /// kept back until somebody decides.
    fileprivate var withoutAmounts: JSON {
        guard case .object(let members) = self else { return self }
        return .object(members.filter { Self.plain.contains($0.name) })
    }

    private static let plain: Set = [
        "number", "call", "calledAt", "calledBy", "works", "papers", "category", "tenure", "estate", "urgency", "hazard",
        "due", "acceptedAt", "address", "community", "warrantyOf", "warrantyCalls", "reopens", "reopenedBy", "absorbed",
        "arrivedAt", "dispatch", "crew", "startedAt", "finishedAt", "passedAt", "reworks", "surveyors", "signedAt",
        "returned", "revision", "disputed", "suspension", "pauses", "contacted", "callbackAttempts", "solved",
        "satisfied", "rating", "published", "moved", "settledAt", "closedAt", "mergedInto", "lastWorks", "lastPapers",
    ]
}
