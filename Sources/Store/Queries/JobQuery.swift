package import Jobs
package import Kernel
package import SQL

/// Reads a street's list of jobs: filtered, sorted, summed and cut to a page by the database.
package struct JobQuery {
    private let connection: any SQLConnection
    private let filter: Conditions

    package init(_ connection: any SQLConnection, org: Code, _ conditions: [JobCondition]) {
        self.connection = connection
        filter = Conditions(org: org, conditions)
    }

    /// Of all jobs that meet the conditions.
    package func sums() throws(Refusal) -> JobSums {
        let row = try connection.first(
            """
            SELECT COUNT(*), CAST(COALESCE(SUM(estimate), 0) AS \(bigint)), CAST(COALESCE(SUM(approved), 0) AS \(bigint)),
                CAST(COALESCE(SUM(paid), 0) AS \(bigint)) FROM job WHERE \(filter.sql)
            """, filter.parameters)
        guard let row else { return JobSums() }
        return JobSums(
            count: Int(try row.int(0)), estimate: Fen(try row.int(1)), approved: Fen(try row.int(2)), paid: Fen(try row.int(3)))
    }

    /// The same for each value of a column of texts; jobs without one are left out.
    package func sums(by column: JobColumn) throws(Refusal) -> [String: JobSums] {
        let name = column.rawValue
        var sums: [String: JobSums] = [:]
        for row in try connection.rows(
            """
            SELECT \(name), COUNT(*), CAST(COALESCE(SUM(estimate), 0) AS \(bigint)),
                CAST(COALESCE(SUM(approved), 0) AS \(bigint)), CAST(COALESCE(SUM(paid), 0) AS \(bigint))
            FROM job WHERE \(filter.sql) AND \(name) IS NOT NULL GROUP BY \(name)
            """, filter.parameters) {
            sums[try row.text(0)] = JobSums(
                count: Int(try row.int(1)), estimate: Fen(try row.int(2)), approved: Fen(try row.int(3)),
                paid: Fen(try row.int(4)))
        }
        return sums
    }

    /// Of all jobs that meet the conditions, at each state.
    package func counts() throws(Refusal) -> JobCounts {
        var counts = JobCounts()
        let sql = "SELECT works, papers, COUNT(*) FROM job WHERE \(filter.sql) GROUP BY works, papers"
        for row in try connection.rows(sql, filter.parameters) {
            guard let works = Works(rawValue: try row.text(0)), let papers = Papers(rawValue: try row.text(1)) else {
                throw Refusal(.storeDamaged, ["detail": "job.works, job.papers"])
            }
            counts.add(works, papers, Int(try row.int(2)))
        }
        return counts
    }

    /// The jobs that meet the conditions, in the order of a listing from where its page begins, `limit` at
    /// most.
    package func each<View: JobView>(
        _ listing: JobListing, limit: Int?, _ body: (View) throws(Refusal) -> Void
    ) throws(Refusal) {
        let (column, way) = (listing.order.column.rawValue, listing.descending ? "DESC" : "ASC")
        var conditions = filter
        if let after = listing.after {
            let (key, job) = (conditions.add(SQLValue(after.key)), conditions.add(SQLValue(after.job.text)))
            conditions.sql += " AND (\(column), number) \(listing.descending ? "<" : ">") (\(key), \(job))"
        }
        var sql = "SELECT body FROM job WHERE \(conditions.sql) ORDER BY \(column) \(way), number \(way)"
        // Only the page's jobs are fetched: which ones these are, the index of the list says.
        if let limit {
            sql = """
                SELECT job.body FROM (SELECT \(column) AS key, number AS n FROM job WHERE \(conditions.sql)
                    ORDER BY \(column) \(way), number \(way) LIMIT \(limit)) AS page
                JOIN job ON job.org = $1 AND job.number = page.n ORDER BY page.key \(way), page.n \(way)
                """
        }
        try connection.scan(sql, conditions.parameters) { (cells) throws(Refusal) in
            try cells.text(0) { (text) throws(Refusal) in try body(try View(body: Array(text))) }
        }
    }

    /// The signed jobs that share address and category with another one, those that ``SplitAlarm`` has to
    /// look at; of some addresses, or of the whole street. They are found by their addresses and put in order
    /// here: a database that is asked for the order goes through all jobs in it.
    package static func neighbours(
        _ connection: any SQLConnection, of org: Code, at addresses: Set<String>? = nil
    ) throws(Refusal) -> [Job] {
        let places = addresses.map { [JobCondition.oneOf(.address, $0.sorted())] } ?? []
        let filter = Conditions(org: org, places)
        let shared = " AND address IN (SELECT address FROM job WHERE org = $1 GROUP BY address HAVING COUNT(*) > 1)"
        let narrowed = filter.sql + (addresses == nil ? shared : "")
        var jobs: [Job] = []
        try connection.each(
            """
            SELECT body FROM job WHERE \(narrowed) AND estimate IS NOT NULL AND EXISTS (
                SELECT 1 FROM job AS other WHERE other.org = job.org AND other.address = job.address
                    AND other.category = job.category AND other.number <> job.number AND other.estimate IS NOT NULL)
            """, filter.parameters
        ) { (row) throws(Refusal) in
            jobs.append(try row.body(0) as Job)
        }
        return jobs.sorted { $0.number.text.utf8.lexicographicallyPrecedes($1.number.text.utf8) }
    }

    /// A sum of 64-bit numbers is wider on a server.
    private var bigint: String {
        switch connection.dialect {
        case .sqlite: "INTEGER"
        case .postgres: "BIGINT"
        }
    }
}

/// Conditions as SQL with its parameters.
private struct Conditions {
    var sql = "org = $1"
    private(set) var parameters: [SQLValue]

    init(org: Code, _ conditions: [JobCondition]) {
        parameters = [SQLValue(org.text)]
        for condition in conditions {
            let text = self.text(condition)
            sql += " AND " + text
        }
    }

    /// Adds a parameter and gives its name.
    mutating func add(_ value: SQLValue) -> String {
        parameters.append(value)
        return "$\(parameters.count)"
    }

    private mutating func text(_ condition: JobCondition) -> String {
        switch condition {
        case .oneOf(_, let texts) where texts.isEmpty: return "1 = 0"
        case .oneOf(let column, let texts):
            return "\(column.rawValue) IN (" + texts.map { add(SQLValue($0)) }.joined(separator: ", ") + ")"
        case .atLeast(let column, let least): return "\(column.rawValue) >= \(add(SQLValue(least)))"
        case .atMost(let column, let most): return "\(column.rawValue) <= \(add(SQLValue(most)))"
        case .differ(let one, let other): return "COALESCE(\(one.rawValue), 0) <> COALESCE(\(other.rawValue), 0)"
        // LIKE folds cases in one database and not in the other.
        case .has(let column, let part): return "REPLACE(\(column.rawValue), \(add(SQLValue(part))), '') <> \(column.rawValue)"
        case .any(let parts): return joined(parts, " OR ", none: "1 = 0")
        case .all(let parts): return joined(parts, " AND ", none: "1 = 1")
        }
    }

    private mutating func joined(_ parts: [JobCondition], _ word: String, none: String) -> String {
        guard !parts.isEmpty else { return none }
        var texts: [String] = []
        for part in parts { texts.append(text(part)) }
        return "(" + texts.joined(separator: word) + ")"
    }
}
