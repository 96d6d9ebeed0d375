import Formats
import Jobs
import Journal
import Kernel
import Reports
import Store

/// Writes the flat files after ISO 21378 (audit.md B3 §4): a file for each table, every field in quotes; what
/// is not delivered is a file without a byte; at the end a profile of what was written, and answers to what
/// whoever takes it in will ask.
struct FlatFiles {
    let reader: YearBooksReader
    private static let piece = 1 << 16

    init(reader: YearBooksReader) { self.reader = reader }

    func write(to sink: any FileSink) throws(Refusal) {
        let (tables, name) = (try tables(), try naming())
        let known = Dictionary(tables.all.map { ($0.key, $0) }) { first, _ in first }
        var profile = FlatProfile()
        for list in FlatNames.tables {
            guard let table = known[list.key] else { continue }
            let path = name(list.name)
            profile.begin(list, path)
            try sink.file(path) { (take) throws(Refusal) in
                var bytes = try Self.row(list.fields.map(\.name))
                try table.rows { (row) throws(Refusal) in
                    let cells = list.fields.map { Self.text(row[$0.key] ?? .blank, $0.mark) }
                    bytes += try Self.row(cells)
                    profile.take(row, cells)
                    if bytes.count > Self.piece {
                        try take(bytes)
                        bytes.removeAll(keepingCapacity: true)
                    }
                }
                try take(bytes)
            }
        }
        for table in FlatNames.empty { try sink.file(name(table), []) }
        let findings = profile.finish()
        try sink.file("profile.csv") { (take) throws(Refusal) in for row in findings { try take(try Self.row(row)) } }
        try sink.file("questionnaire.txt", Array(FlatQuestionnaire.text(year: reader.year, profile.files).utf8))
    }

    /// `ADCS_12_2026_NHL_GL_Details_20270111_1of1_1486.csv`: the day and the number of the last record.
    private func naming() throws(Refusal) -> (String) -> String {
        let (state, asked) = (try reader.asked.state(), reader.asked)
        let day = try last().recorded.day.text.filter { $0 != "-" }
        let (year, seq) = (reader.year, state.head.seq)
        return { "ADCS_12_\(year)_\(asked.org.text)_\($0)_\(day)_1of1_\(seq).csv" }
    }

    private func last() throws(Refusal) -> Record {
        let asked = reader.asked
        guard let record = try reader.journal.record(asked.org, seq: try asked.state().head.seq) else {
            throw Refusal(.orgUnknown, ["org": asked.org.text])
        }
        return record
    }

    private func tables() throws(Refusal) -> FlatTables {
        let asked = reader.asked
        return FlatTables(
            try reader.bureau(), users: try asked.state().register.everyone.sorted { $0.user.text < $1.user.text },
            agreements: try asked.queries.agreements(asked.org),
            open: (try reader.report("payables"), try reader.report("retention")), extracted: try last().recorded,
            jobs: { (take) throws(Refusal) in
                try JobQuery(asked.connection, org: asked.org, []).each(JobListing(), limit: nil) { (job) throws(Refusal) in
                    try take(job)
                }
            })
    }

    /// Every field in quotes, quotes doubled, CR and LF at the end. Throws `input.control`.
    private static func row(_ cells: [String]) throws(Refusal) -> [UInt8] {
        var bytes: [UInt8] = []
        for (index, cell) in cells.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            bytes.append(0x22)
            for byte in cell.utf8 {
                guard byte >= 0x20 || [0x09, 0x0A, 0x0D].contains(byte), byte != 0x7F else {
                    throw Refusal(.inputControl, ["character": "U+" + String(byte, radix: 16, uppercase: true)])
                }
                if byte == 0x22 { bytes.append(0x22) }
                bytes.append(byte)
            }
            bytes.append(0x22)
        }
        return bytes + [0x0D, 0x0A]
    }

    private static func text(_ cell: ExportCell, _ mark: Character?) -> String {
        switch cell {
        case .text(let text), .key(let text): text
        case .amount(let amount): amount.yuan
        case .day(let day): day.text
        case .instant(let instant): mark == "T" ? instant.clock : instant.day.text
        case .count(let count): String(count)
        case .flag(let flag): flag ? "1" : "0"
        case .blank: ""
        }
    }
}
