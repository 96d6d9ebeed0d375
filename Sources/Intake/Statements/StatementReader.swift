package import Bank
import Formats
package import Kernel

/// Reads a statement from bytes: CSV in UTF-8 or GB18030, XLSX, or camt.053; which of them the bytes say
/// themselves.
package enum StatementReader {
    /// Reads a whole statement. `bank` nil finds the format by its header; `account` chooses one of several
    /// in the file.
    ///
    /// Throws only what makes the file unreadable as a whole: `input.column` (no header of a known format:
    /// the fact `column` has what the nearest one lacks), `input.workbook`, `input.limit`, `input.doctype`,
    /// a malformed text. Everything else is in the statement's faults, all at once.
    package static func read(
        _ bytes: [UInt8], bank: Bank? = nil, account: Label? = nil, file: String? = nil
    ) throws(Refusal) -> Statement {
        do throws(Refusal) {
            if CamtStatement.isXML(bytes) {
                if let bank, bank != .camt { throw Refusal(.inputColumn, ["column": bank.rawValue]) }
                return try CamtStatement.read(bytes, account: account, file: file)
            }
            var table = StatementTable(bank: bank, account: account, file: file)
            let layouts = table.layouts
            try SheetRows.each(
                bytes, file: file, isHeader: { names in layouts.contains { $0.isHeader(names) } },
                sheet: { table.begin(sheet: $0) }
            ) { (row) throws(Refusal) in try table.take(row) }
            return try table.finish()
        } catch {
            throw error.placed(file: file, line: nil, column: nil)
        }
    }
}
