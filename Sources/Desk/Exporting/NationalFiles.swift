import Formats
import Kernel
import Reports

/// Writes 公共档案.xml and 总账.xml (audit.md B3 §3): a child element for every row, fields as its children,
/// text only.
struct NationalFiles {
    private static let piece = 1 << 16

    func write(_ tables: [KeyedTable], to sink: any FileSink) throws(Refusal) {
        let known = Dictionary(tables.map { ($0.key, $0) }) { first, _ in first }
        for file in NationalNames.files {
            try sink.file(file.name + ".xml") { (take) throws(Refusal) in
                var writer = XMLWriter()
                writer.begin(file.name)
                for list in file.tables {
                    try known[list.key]?.rows { (row) throws(Refusal) in
                        writer.begin(list.name)
                        for field in list.fields { try writer.element(field.name, Self.text(row[field.key] ?? .blank, field)) }
                        writer.end()
                        if writer.bytes.count > Self.piece { try take(writer.drain()) }
                    }
                }
                writer.end()
                try take(writer.drain())
            }
        }
    }

    private static func text(_ cell: ExportCell, _ field: FieldList.Field) -> String {
        switch cell {
        case .text(let text), .key(let text): text
        case .amount(let amount): amount.yuan
        case .day(let day): day.text.filter { $0 != "-" }
        case .instant(let instant): instant.day.text.filter { $0 != "-" }
        case .count(let count): String(count)
        case .flag(let flag): flag ? "1" : "0"
        case .blank: field.mark == "D" ? "00000000" : ""
        }
    }
}
