import Formats
import Journal
import Jobs
import Kernel
import Ledger
import SQL
import Store

/// The parts of an evidence bundle that come straight from the database, each read and written piece by
/// piece.
struct BundleData {
    let asked: Asked
    /// The last record that is looked at.
    var until = Int.max

    private var org: SQLValue { SQLValue(asked.org.text) }
    private static let piece = 1 << 16

    func write(to sink: any FileSink) throws(Refusal) {
        try writeJournal(to: sink)
        try balances(sink)
        try bodies("data/jobs.jsonl", "SELECT body FROM job WHERE org = $1 AND $2 > 0 ORDER BY number", sink)
        try appropriations(sink)
        try policies(sink)
        try closings(sink)
    }

    /// What no later record changes: records, chain and lines.
    func writeJournal(to sink: any FileSink) throws(Refusal) {
        try journal(sink)
        try chain(sink)
        try lines(sink)
    }

    /// The stored bytes of every record, one a line.
    private func journal(_ sink: any FileSink) throws(Refusal) {
        try bodies("journal/records.jsonl", "SELECT body FROM record WHERE org = $1 AND seq <= $2 ORDER BY seq", sink)
    }

    private func bodies(_ path: String, _ sql: String, _ sink: any FileSink) throws(Refusal) {
        try sink.file(path) { (take) throws(Refusal) in
            var bytes: [UInt8] = []
            try asked.connection.each(sql, [org, SQLValue(until)]) { (row) throws(Refusal) in
                bytes += Array(try row.text(0).utf8) + [0x0A]
                if bytes.count > Self.piece {
                    try take(bytes)
                    bytes.removeAll(keepingCapacity: true)
                }
            }
            try take(bytes)
        }
    }

    private func chain(_ sink: any FileSink) throws(Refusal) {
        let sql = "SELECT seq, prev, hash FROM record WHERE org = $1 AND seq <= $2 ORDER BY seq"
        try table("journal/chain.csv", "seq prev hash", sql, sink) { (row) throws(Refusal) in
            [String(try row.int(0)), try row.text(1), try row.text(2)]
        }
    }

    private func lines(_ sink: any FileSink) throws(Refusal) {
        let columns = "seq n voucher day phase book account side amount appropriation job contractor"
        let sql = "SELECT \(columns.split(separator: " ").joined(separator: ", ")) FROM line "
            + "WHERE org = $1 AND seq <= $2 ORDER BY seq, n"
        try table("data/lines.csv", columns, sql, sink) { (row) throws(Refusal) in
            let day = Day(number: Int(try row.int(3))).text
            var cells = [String(try row.int(0)), String(try row.int(1)), try row.text(2), day]
            for column in 4...7 { cells.append(try row.text(column)) }
            cells += [String(try row.int(8)), try row.text(9), try row.textOrNil(10) ?? "", try row.textOrNil(11) ?? ""]
            return cells
        }
    }

    private func balances(_ sink: any FileSink) throws(Refusal) {
        let columns = "day phase book account appropriation debit credit"
        let sql = "SELECT \(columns.split(separator: " ").joined(separator: ", ")) FROM balance WHERE org = $1 AND $2 > 0 "
            + "ORDER BY day, phase, book, account, appropriation"
        try table("data/balances.csv", columns, sql, sink) { (row) throws(Refusal) in
            var cells = [Day(number: Int(try row.int(0))).text]
            for column in 1...4 { cells.append(try row.text(column)) }
            return cells + [String(try row.int(5)), String(try row.int(6))]
        }
    }

    /// A table of keys and numbers of ours, with a header.
    private func table(
        _ path: String, _ columns: String, _ sql: String, _ sink: any FileSink,
        _ cells: @escaping (SQLRow) throws(Refusal) -> [String]
    ) throws(Refusal) {
        try sink.file(path) { (take) throws(Refusal) in
            var writer = CSVWriter()
            try writer.row(columns.split(separator: " ").map { .value(String($0)) })
            try asked.connection.each(sql, [org, SQLValue(until)]) { (row) throws(Refusal) in
                try writer.row(try cells(row).map { .value($0) })
                if writer.bytes.count > Self.piece { try take(writer.drain()) }
            }
            try take(writer.drain())
        }
    }

    private func appropriations(_ sink: any FileSink) throws(Refusal) {
        var writer = CSVWriter()
        let columns = "code source originYear channel documentNo position nature"
        try writer.row(columns.split(separator: " ").map { .value(String($0)) })
        for fund in try asked.state().ledger.appropriations {
            try writer.row([
                fund.code.text, fund.source.text, String(fund.originYear), fund.channel.rawValue, fund.documentNo.text,
                String(fund.position), fund.kind.rawValue,
            ].map { .words($0) })
        }
        try sink.file("data/appropriations.csv", writer.drain())
    }

    /// One file for each day from which a policy is in force: of several of one day the latest.
    private func policies(_ sink: any FileSink) throws(Refusal) {
        var latest: [Day: PolicyVersion] = [:]
        for version in try asked.state().policies where version.seq >= latest[version.effective]?.seq ?? 0 {
            latest[version.effective] = version
        }
        for version in latest.values.sorted(by: { $0.effective < $1.effective }) {
            let text = JSON(version.policy).pretty + "\n"
            try sink.file("data/policies/\(version.effective.text).json", Array(text.utf8))
        }
    }

    private func closings(_ sink: any FileSink) throws(Refusal) {
        var list: [JSON] = []
        for closed in try asked.queries.closedYears(asked.org).values.sorted(by: { $0.year < $1.year }) {
            let hash = try JournalReader(asked.connection).stored(asked.org, seq: closed.seq)?.hash ?? ""
            list.append(.members([
                "year": .int(closed.year), "record": .int(closed.seq), "hash": .string(hash), "day": .string(closed.day.text),
            ]))
        }
        try sink.file("data/closings.json", Array((JSON.array(list).text + "\n").utf8))
    }
}
