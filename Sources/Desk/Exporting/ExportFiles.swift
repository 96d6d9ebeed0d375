import Kernel
import Reports

/// Writes the forms of a year's books that are files, each into a folder or a part of an archive.
struct ExportFiles {
    let reader: YearBooksReader

    func write(_ form: FileExport, to sink: any FileSink) throws(Refusal) {
        switch form {
        case .bureau(let encoding):
            var files = BureauFiles(encoding)
            try files.write(try reader.bureau().all.map(\.planned) + reader.registers(), to: sink)
        case .national:
            let tables = NationalTables(try reader.bureau(), statements: try reader.report("statements"))
            try NationalFiles().write(tables.all, to: sink)
        case .flat:
            try FlatFiles(reader: reader).write(to: sink)
        case .plain:
            let books = try reader.plain()
            try sink.file("\(books.year).journal") { (take) throws(Refusal) in
                try books.writeJournal({ (seq) throws(Refusal) in try reader.record(seq) }, to: take)
            }
            try sink.file("\(books.year).beancount") { (take) throws(Refusal) in
                try books.writeBeancount({ (seq) throws(Refusal) in try reader.record(seq) }, to: take)
            }
        }
    }
}
