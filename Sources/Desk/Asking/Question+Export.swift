import Formats
import Journal
package import Kernel
import Ledger
package import Reports
package import Seal
import Store

extension Question where Answer == [String] {
    /// How exported text is spelt.
    package enum Encoding: String, CaseIterable, Sendable { case utf8, gb18030 }

    /// What an export for auditors shows: books, funds, jobs with their amounts, what was paid.
    static let reads: [DataClass: Extent] = [
        .books: .all, .exports: .all, .jobs: .all, .amounts: .all, .finance: .all, .funds: .all,
    ]

    /// The three books for plain-text accounting tools, from the street's first day to the end of a year
    /// (nil: of its latest record), as files in a folder; answers their paths. Throws `org.unknown`,
    /// `year.unknown`, `store.exists`, `file.unwritable`.
    package static func plainBooks(year: Int?, folder: String) -> Question {
        Question("audit.export.plaintext", [.books: .part, .exports: .part]) { (asked) throws(Refusal) in
            let reader = try YearBooksReader(asked, year: year)
            let sink = try FolderSink(folder)
            try sink.demandFree(["\(reader.year).journal", "\(reader.year).beancount"])
            try ExportFiles(reader: reader).write(.plain, to: sink)
            return sink.paths
        }
    }

    /// A year's books as files in a folder; answers their paths. Throws `year.unknown`, `store.exists`,
    /// `file.unwritable`, `input.encoding` for a character that the encoding has not.
    package static func files(_ form: FileExport, year: Int?, folder: String) -> Question {
        Question("audit.export." + form.name, Self.reads) { (asked) throws(Refusal) in
            let reader = try YearBooksReader(asked, year: year)
            let sink = try FolderSink(folder)
            try ExportFiles(reader: reader).write(form, to: sink)
            return sink.paths
        }
    }
}

/// The forms of a year's books that are a folder of files.
package enum FileExport: Sendable {
    /// The tables that an audit bureau takes in, as CSV.
    case bureau(Question<[String]>.Encoding)
    /// 公共档案.xml and 总账.xml.
    case national
    /// Flat files after ISO 21378.
    case flat
    /// For hledger, ledger and Beancount.
    case plain

    var name: String {
        switch self {
        case .bureau: "csv"
        case .national: "gbt24589"
        case .flat: "iso21378"
        case .plain: "plaintext"
        }
    }
}

extension Question<[String]>.Encoding {
    /// Throws `setting.missing`.
    func encoder() throws(Refusal) -> TextEncoder {
        switch self {
        case .utf8: try TextEncoder(.utf8)
        case .gb18030: try TextEncoder(.gb18030)
        }
    }
}

extension Question where Answer == [String] {
    /// A year's evidence bundle, signed where a key is given; answers its path. Throws `year.unknown`,
    /// `store.exists`, `file.unwritable`, `input.limit`, `tool.missing` and `glyph.missing` of PDF,
    /// `file.unreadable` of a photo.
    package static func bundle(year: Int?, path: String, _ parts: BundleParts) -> Question {
        Question("audit.export.bundle", Self.reads.merging([.records: .all]) { max($0, $1) }) { (asked) throws(Refusal) in
            try BundleWriter(asked: asked, reader: try YearBooksReader(asked, year: year), parts: parts).write(to: path)
            return [path]
        }
    }
}

extension Question where Answer == BundleComparison {
    /// Whether a bundle agrees with the street. Throws `file.…`, `input.workbook`, `input.limit`.
    package static func compareBundle(_ path: String) -> Question {
        Question("audit.import-check", [.books: .all, .exports: .all, .records: .all]) { (asked) throws(Refusal) in
            try BundleComparison(path, asked)
        }
    }
}
