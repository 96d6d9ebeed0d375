package import Jobs
import Journal
package import Kernel
package import SQL

/// The jobs of a street as they stood at a moment.
///
/// A job that nothing has happened to since is as its row says. The others are made again from their own
/// records: those that were recorded by the moment are found by their time, since a step is never recorded
/// before it happens. What calls told another job (the later calls within its warranty, the one that took its
/// number over) is in those calls' records only, and is taken from the row.
package struct PastJobs {
    private let connection: any SQLConnection
    private let org: Code
    private let moment: Instant
    private let last: Int

    /// `last`: the number of the last record.
    package init(_ connection: any SQLConnection, org: Code, at moment: Instant, upTo last: Int) {
        (self.connection, self.org, self.moment, self.last) = (connection, org, moment, last)
    }

    /// In the order of their numbers.
    package func each<View: JobView>(_ body: (View) throws(Refusal) -> Void) throws(Refusal) {
        let calls = try laterCalls()
        let remade: [Code: View] = try remade(try touched().subtracting(calls), without: calls)
        let sql = "SELECT number, body FROM job WHERE org = $1 AND called_at <= $2 ORDER BY place, number"
        try connection.each(sql, parameters) { (row) throws(Refusal) in
            if let view = remade[try Code(try row.text(0))] { return try body(view) }
            var view = try View(body: Array(try row.text(1).utf8))
            view.forget(calls)
            try body(view)
        }
    }

    private var parameters: [SQLValue] { [SQLValue(org.text), SQLValue(moment.milliseconds)] }

    private func laterCalls() throws(Refusal) -> Set<Code> {
        try codes("SELECT number FROM job WHERE org = $1 AND called_at > $2", parameters)
    }

    /// The jobs with a record after the last that was recorded by the moment.
    private func touched() throws(Refusal) -> Set<Code> {
        let reader = JournalReader(connection)
        return try reader.jobs(org, after: try reader.last(org, by: moment, upTo: last))
    }

    private func codes(_ sql: String, _ parameters: [SQLValue]) throws(Refusal) -> Set<Code> {
        var codes: Set<Code> = []
        try connection.each(sql, parameters) { (row) throws(Refusal) in codes.insert(try Code(try row.text(0))) }
        return codes
    }

    private func remade<View: JobView>(_ numbers: Set<Code>, without calls: Set<Code>) throws(Refusal) -> [Code: View] {
        let reader = JournalReader(connection)
        var views: [Code: View] = [:]
        for number in numbers {
            guard var job = try reader.records(org, job: number).jobs(at: moment).first(where: { $0.number == number }) else {
                continue
            }
            let row = try connection.first(
                "SELECT body FROM job WHERE org = $1 AND number = $2", [SQLValue(org.text), SQLValue(number.text)])
            if let row { job.recall(try row.body(0)) }
            job.forget(calls)
            views[number] = View(job)
        }
        return views
    }
}
