import Formats
import Kernel
import Reports
import Seal

/// Writes the tables of an audit bureau as CSV (audit.md B3 §2): byte order mark, CRLF, header; at the end a
/// table with rows, sums and digest of each file.
struct BureauFiles {
    private let encoding: Encoding
    private var checks: [[ExportCell]] = []

    /// How the files spell text.
    typealias Encoding = Question<[String]>.Encoding

    init(_ encoding: Encoding) { self.encoding = encoding }

    mutating func write(_ tables: [ExportTable.Planned], to sink: any FileSink) throws(Refusal) {
        for table in tables.sorted(by: { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }) {
            checks.append(try write(try table.make(), to: sink))
        }
        _ = try write(ExportTable("99_校验", "文件 行数 借方合计 贷方合计 SHA-256", checks), to: sink)
    }

    private func write(_ table: ExportTable, to sink: any FileSink) throws(Refusal) -> [ExportCell] {
        let digest = RunningDigest(.sha256)
        let sides = [table.columns.firstIndex(of: "借方发生额"), table.columns.firstIndex(of: "贷方发生额")]
        var (count, sums) = (0, [Fen.zero, Fen.zero])
        try sink.file(table.name + ".csv") { (take) throws(Refusal) in
            let encoder = try encoding.encoder()
            var writer = CSVWriter(mark: encoding == .utf8, crlf: true)
            func flush() throws(Refusal) {
                let bytes = try encoder.encode(writer.drain())
                digest.take(bytes)
                try take(bytes)
            }
            try writer.row(table.columns.map { .value($0) })
            try table.rows { (row) throws(Refusal) in
                try writer.row(row.map(\.csv))
                count += 1
                for (index, place) in sides.enumerated() {
                    if let place, case .amount(let amount) = row[place] { sums[index] += amount }
                }
                if writer.bytes.count > 1 << 16 { try flush() }
            }
            try flush()
        }
        let amounts = zip(sides, sums).map { $0 == nil ? ExportCell.blank : .amount($1) }
        return [.text(table.name + ".csv"), .count(count)] + amounts + [.key(Hex.encode(digest.finish()))]
    }
}

extension ExportCell {
    fileprivate var csv: CSVCell {
        switch self {
        case .text(let text): .words(text)
        case .key(let text): .value(text)
        case .amount(let amount): .value(amount.yuan)
        case .day(let day): .value(day.text)
        case .instant(let instant): .value(instant.day.text + " " + instant.clock)
        case .count(let count): .value(String(count))
        case .flag(let flag): .value(flag ? "1" : "0")
        case .blank: .blank
        }
    }
}

extension Instant {
    /// `09:12:00`, of the street's own time.
    var clock: String {
        let seconds = Int(timeOfDay / Instant.second)
        return [seconds / 3600, seconds / 60 % 60, seconds % 60].map { $0 < 10 ? "0\($0)" : String($0) }
            .joined(separator: ":")
    }
}
