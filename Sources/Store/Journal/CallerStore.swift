package import Jobs
package import Kernel
package import SQL
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

    static let insert = "INSERT INTO caller (org, job, sealed, erase_after, last4) VALUES ($1, $2, $3, $4, $5)"

    /// The row of a caller, sealed. The key has been looked at before (``KeyCheck``). Throws `key.missing`,
    /// `key.invalid`.
    func row(_ caller: Caller, of job: Code, in org: Code, eraseAfter: Day) throws(Refusal) -> [SQLValue] {
        let seal = try keys.seal(of: org.text)
        let sealed = seal.seal(Array(JSON(caller).text.utf8), for: Self.context(org, job))
        return [
            SQLValue(org.text), SQLValue(job.text), SQLValue(sealed), SQLValue(eraseAfter.number),
            SQLValue(caller.lastDigits.map { seal.digest("last4:" + $0, for: Self.context(org, job)) }),
        ]
    }

    /// Whether these are the last four digits of the phone of a job's caller. Nobody opens the caller for it.
    /// False also where there is no caller any more, or none with a phone. Throws `key.missing`,
    /// `key.invalid`.
    package func knows(lastDigits: String, of job: Code, in org: Code) throws(Refusal) -> Bool {
        let row = try connection.first(
            "SELECT last4 FROM caller WHERE org = $1 AND job = $2", [SQLValue(org.text), SQLValue(job.text)])
        guard let digest = try row?.textOrNil(0) else { return false }
        return digest == (try keys.seal(of: org.text)).digest("last4:" + lastDigits, for: Self.context(org, job))
    }

    /// The caller of a job; nil when there was none, or it was erased. Throws `key.missing`, `key.invalid`.
    package func caller(of job: Code, in org: Code) throws(Refusal) -> Caller? {
        let row = try connection.first(
            "SELECT sealed FROM caller WHERE org = $1 AND job = $2", [SQLValue(org.text), SQLValue(job.text)])
        guard let row else { return nil }
        let sealed = try row.blob(0)
        let seal = try keys.seal(of: org.text)
        try KeyCheck(connection).demand(seal, of: org, at: keys.path(of: org.text))
        do throws(Refusal) {
            let plain = try seal.open(sealed, for: Self.context(org, job))
            return try JSONParser.parse(plain).decode(Caller.self)
        } catch {
            throw error.code == .keyInvalid ? error.adding("path", keys.path(of: org.text)) : error
        }
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

    /// The jobs whose callers' time is over on a day, those that have ended apart from those that are open:
    /// whoever works on one still has to reach the caller.
    package func due(on day: Day, in org: Code) throws(Refusal) -> (ended: [Code], open: [Code]) {
        let rows = try connection.rows(
            """
            SELECT c.job, j.works FROM caller AS c LEFT JOIN job AS j ON j.org = c.org AND j.number = c.job
            WHERE c.org = $1 AND c.erase_after < $2 ORDER BY c.job
            """, [SQLValue(org.text), SQLValue(day.number)])
        var (ended, open): ([Code], [Code]) = ([], [])
        for row in rows {
            let (job, works) = (try Code(try row.text(0)), try row.textOrNil(1).flatMap(Works.init(rawValue:)))
            if works?.isEnd == false { open.append(job) } else { ended.append(job) }
        }
        return (ended, open)
    }

    /// Erases every caller whose time is over on a day and whose job has ended; returns the jobs, and those
    /// that are open.
    package func eraseDue(on day: Day, in org: Code) throws(Refusal) -> (erased: [Code], open: [Code]) {
        let due = try due(on: day, in: org)
        for job in due.ended { _ = try erase(job, in: org) }
        return (due.ended, due.open)
    }

    /// What binds sealed bytes and digests to their street and job.
    static func context(_ org: Code, _ job: Code) -> String { org.text + "\u{1F}" + job.text }
}

extension Caller {
    /// The last four digits of the phone; nil without so many.
    fileprivate var lastDigits: String? {
        let digits = phone?.text.halfWidth.filter(\.isASCIIDigit) ?? ""
        return digits.count < 4 ? nil : String(digits.suffix(4))
    }
}

extension Character {
    fileprivate var isASCIIDigit: Bool { isASCII && isNumber }
}
