import Kernel
import Reports

/// Writes the forms of a year's books that are files, each into a folder or a part of an archive.
struct ExportFiles {
    let reader: YearBooksReader

    func write(_ form: FileExport, to sink: any FileSink) throws(Refusal) {
        switch form {
        case .bureau(let encoding):
            var files = BureauFiles(encoding)
            try files.write(try reader.bureau().all + reader.registers(), to: sink)
        case .national:
            let tables = NationalTables(try reader.bureau(), statements: try reader.report("statements"))
            try NationalFiles().write(tables.all, to: sink)
        case .flat:
            try FlatFiles(reader: reader).write(to: sink)
        case .plain:
            let books = try reader.plain()
            try sink.file("\(books.year).journal", Array(books.journal.utf8))
            try sink.file("\(books.year).beancount", Array(books.beancount.utf8))
        }
    }
}
