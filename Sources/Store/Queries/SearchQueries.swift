package import Jobs
package import Kernel
import SQL

/// A voucher as a search finds it: the record that booked it, and the jobs that it touches.
package struct FoundVoucher: Sendable, Equatable {
    package let seq: Int
    package let jobs: [Code]
}

/// What a number that somebody has in hand belongs to.
extension Queries {
    /// At most so many of one kind.
    private static let most = 20

    /// Whose a number is that can be used once only.
    package func owner(of unique: Unique, in org: Code) throws(Refusal) -> Code? {
        let row = try connection.first(
            "SELECT owner FROM taken WHERE org = $1 AND kind = $2 AND value = $3",
            [SQLValue(org.text), SQLValue(unique.kind.rawValue), SQLValue(unique.value)])
        return try row.map { (row) throws(Refusal) in try Code(try row.text(0)) }
    }

    /// The settled jobs whose text holds a settlement's number.
    package func settled(_ document: String, in org: Code) throws(Refusal) -> [Job] {
        var jobs: [Job] = []
        // Every settled job is looked through: not for whatever somebody types.
        guard document.wholeMatch(of: /[A-Z]{2}[0-9]{4}-[0-9]+/) != nil else { return jobs }
        for row in try connection.rows(
            """
            SELECT body FROM job WHERE org = $1 AND approved IS NOT NULL AND REPLACE(body, $2, '') <> body
            ORDER BY place LIMIT \(Self.most)
            """, [SQLValue(org.text), SQLValue(JSON.string(document).text)]) {
            let job: Job = try row.body(0)
            if job.settlement?.document?.number.text == document { jobs.append(job) }
        }
        return jobs
    }

    package func voucher(_ number: String, in org: Code) throws(Refusal) -> FoundVoucher? {
        let rows = try connection.rows(
            "SELECT DISTINCT seq, job FROM line WHERE org = $1 AND voucher = $2 ORDER BY seq, job",
            [SQLValue(org.text), SQLValue(number)])
        guard let first = rows.first else { return nil }
        var jobs: [Code] = []
        for row in rows { if let job = try row.textOrNil(1) { jobs.append(try Code(job)) } }
        return FoundVoucher(seq: Int(try first.int(0)), jobs: jobs)
    }

    /// The jobs for which a payment, or an appropriation's share of one, had this amount.
    package func paid(_ amount: Fen, in org: Code) throws(Refusal) -> [Code] {
        try connection.rows(
            """
            SELECT DISTINCT job FROM line WHERE org = $1 AND account = 'I2501' AND amount = $2 AND job IS NOT NULL
            ORDER BY job LIMIT \(Self.most)
            """, [SQLValue(org.text), SQLValue(amount.value)]).map { (row) throws(Refusal) in try Code(try row.text(0)) }
    }
}
