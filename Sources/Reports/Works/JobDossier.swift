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

    package init(
        job: Job, records: [Record], names: JobNames, caller: CallerSight,
        absorbed: [(job: Code, caller: CallerSight)] = [], asOf: Instant, marks: [JobMark], sandbox: Bool
    ) {
        self.job = job
        self.records = records
        self.names = names
        self.caller = caller
        self.absorbed = absorbed
        self.asOf = asOf
        self.marks = marks
        self.sandbox = sandbox
    }

    /// For programs: the job as it stands, what may be said about the caller, and the records as they are
    /// stored. Throws `store.damaged` when a record is no JSON, which nothing that this program wrote is.
    package func json(_ language: Language) throws(Refusal) -> JSON {
        var stored: [JSON] = []
        for record in records { stored.append(try JSONParser.parse(Array(record.body.utf8))) }
        return .members([
            "job": JSON(job), "caller": .string(caller.words(language)),
            "merged": .array(absorbed.map {
                .members(["job": .string($0.job.text), "caller": .string($0.caller.words(language))])
            }),
            "asOf": JSON(asOf),
            "marks": .array(marks.map { .members(["code": .string($0.code), "title": .string($0.title(language))]) }),
            "sandbox": .bool(sandbox),
            "records": .array(stored),
        ])
    }
}
