package import Jobs
package import Journal
package import Kernel
import Ledger
package import SQL

/// Reads that pages and commands ask for, besides reports.
package struct Queries {
    package let connection: any SQLConnection

    package init(_ connection: any SQLConnection) { self.connection = connection }

    /// The streets of the database, by code.
    package func streets() throws(Refusal) -> [(code: Code, name: String, sandbox: Bool, parent: Code?)] {
        var streets: [(Code, String, Bool, Code?)] = []
        for row in try connection.rows("SELECT org, name, sandbox, parent FROM street ORDER BY org") {
            let parent: Code? = if let text = try row.textOrNil(3) { try Code(text) } else { nil }
            streets.append((try Code(try row.text(0)), try row.text(1), try row.flag(2), parent))
        }
        return streets
    }

    /// Every street that any table knows, also one whose own row is gone: what an audit must look at.
    package func traces() throws(Refusal) -> [Code] {
        let tables = ["record", "line"] + ProjectionTable.all.map(\.name)
        // From one street to the next by the keys, which begin with it: not row by row.
        let least = { (rest: String) in
            let parts = tables.map { "SELECT min(org) AS org FROM \($0)\(rest)" }
            return "SELECT min(org) FROM (" + parts.joined(separator: " UNION ALL ") + ") AS streets"
        }
        var codes: [Code] = []
        var next = try connection.first(least(""))
        while let org = try next?.textOrNil(0) {
            codes.append(try Code(org))
            next = try connection.first(least(" WHERE org > $1"), [SQLValue(org)])
        }
        return codes
    }

    /// A job by number or outside number. Throws `job.unknown`.
    package func job(_ org: Code, _ name: JobName) throws(Refusal) -> Job {
        var state = State()
        try StateLoader().loadJob(name, of: org, into: &state, connection)
        return try state.job(name)
    }

    /// The jobs at an address, as it stands now.
    package func jobs(_ org: Code, at address: Label) throws(Refusal) -> [Job] {
        var jobs: [Job] = []
        try JobQuery(connection, org: org, [.oneOf(.address, [address.text.comparedAddress])])
            .each(JobListing(), limit: nil) { jobs.append($0) }
        return jobs.filter { $0.scope.address == address }
    }

    /// The digest of the street's latest record; nil where there is no such street.
    package func head(_ org: Code) throws(Refusal) -> String? {
        try connection.first("SELECT head FROM street WHERE org = $1", [SQLValue(org.text)])?.text(0)
    }

    /// The street with its people, policies and funds as they stand. Throws `org.unknown`.
    package func street(_ org: Code) throws(Refusal) -> State {
        let state = try StateLoader().load(org, connection)
        if state.street == nil { throw Refusal(.orgUnknown, ["org": org.text]) }
        return state
    }

    /// Contractors and estates, by code.
    package func registers(_ org: Code) throws(Refusal) -> (contractors: [Contractor], estates: [Estate]) {
        (try bodies("SELECT body FROM contractor WHERE org = $1 ORDER BY code", org),
         try bodies("SELECT body FROM estate WHERE org = $1 ORDER BY code", org))
    }

    /// Rate agreements, of one contractor or of all, by contractor and number.
    package func agreements(_ org: Code, of contractor: Code? = nil) throws(Refusal) -> [RateAgreement] {
        let all: [RateAgreement] = try bodies(
            "SELECT body FROM agreement WHERE org = $1 ORDER BY contractor, number", org)
        return all.filter { contractor == nil || $0.contractor == contractor }
    }

    /// The years that are shut, by year.
    package func closedYears(_ org: Code) throws(Refusal) -> [Int: ClosedYear] {
        try Self.closedYears(try connection.rows(Self.closedYears, [SQLValue(org.text)]))
    }

    static let closedYears = "SELECT year, seq, day FROM closed_year WHERE org = $1"

    /// Rows of ``closedYears``.
    static func closedYears(_ rows: [SQLRow]) throws(Refusal) -> [Int: ClosedYear] {
        var years: [Int: ClosedYear] = [:]
        for row in rows {
            let year = Int(try row.int(0))
            years[year] = ClosedYear(year: year, seq: Int(try row.int(1)), day: Day(number: Int(try row.int(2))))
        }
        return years
    }

    private func bodies<Value: Decodable>(_ sql: String, _ org: Code, _ more: [SQLValue] = []) throws(Refusal) -> [Value] {
        var values: [Value] = []
        for row in try connection.rows(sql, [SQLValue(org.text)] + more) { values.append(try row.body(0)) }
        return values
    }
}
