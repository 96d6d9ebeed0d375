package import Jobs
package import Kernel
package import Seal

/// Callers' names and phones: beside the journal, encrypted, erasable (design §10).
package struct CallerStore {
    private let connection: any SQLConnection
    private let keys: KeyRing

    /// Without keys callers can be counted and erased, but neither kept nor opened.
    package init(_ connection: any SQLConnection, keys: KeyRing = .empty) {
        self.connection = connection
        self.keys = keys
    }

    /// Throws `key.missing`, `key.invalid`.
    func put(_ caller: Caller, of job: Code, in org: Code, eraseAfter: Day) throws(Refusal) {
        let sealed = try keys.seal(of: org.text).seal(Array(JSON(caller).text.utf8), for: Self.context(org, job))
        try connection.run(
            "INSERT INTO caller (org, job, sealed, erase_after) VALUES ($1, $2, $3, $4)",
            [SQLValue(org.text), SQLValue(job.text), SQLValue(sealed), SQLValue(eraseAfter.number)])
    }

    /// The caller of a job; nil when there was none, or it was erased. Throws `key.missing`, `key.invalid`.
    package func caller(of job: Code, in org: Code) throws(Refusal) -> Caller? {
        let row = try connection.first(
            "SELECT sealed FROM caller WHERE org = $1 AND job = $2", [SQLValue(org.text), SQLValue(job.text)])
        guard let row else { return nil }
        let plain = try keys.seal(of: org.text).open(try row.blob(0), for: Self.context(org, job))
        return try JSONParser.parse(plain).decode(Caller.self)
    }

    /// Whether a caller is on file for a job.
    package func has(_ job: Code, in org: Code) throws(Refusal) -> Bool {
        try connection.first(
            "SELECT 1 FROM caller WHERE org = $1 AND job = $2", [SQLValue(org.text), SQLValue(job.text)]) != nil
    }

    /// Erases one job's caller for good; returns whether there was one.
    package func erase(_ job: Code, in org: Code) throws(Refusal) -> Bool {
        let there = try has(job, in: org)
        try connection.run(
            "DELETE FROM caller WHERE org = $1 AND job = $2", [SQLValue(org.text), SQLValue(job.text)])
        return there
    }

    /// Erases every caller whose time is over on a day; returns the jobs.
    package func eraseDue(on day: Day, in org: Code) throws(Refusal) -> [Code] {
        let rows = try connection.rows(
            "DELETE FROM caller WHERE org = $1 AND erase_after < $2 RETURNING job",
            [SQLValue(org.text), SQLValue(day.number)])
        var jobs: [Code] = []
        for row in rows { jobs.append(try Code(try row.text(0))) }
        return jobs.sorted { $0.text < $1.text }
    }

    private static func context(_ org: Code, _ job: Code) -> String { org.text + "\u{1F}" + job.text }}
