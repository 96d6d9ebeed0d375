import Disk
import Documents
import Formats
import Journal
import Kernel
import Ledger
import Press
import Reports
package import Seal
import Store

/// Writes an evidence bundle (audit.md B3 §6), piece by piece, into a file that gets its name when it is
/// whole.
struct BundleWriter {
    let asked: Asked
    let reader: YearBooksReader
    let parts: BundleParts

    /// Throws `store.exists`, `file.unwritable`.
    func write(to path: String) throws(Refusal) {
        try Files.demandFree(path)
        let file = try Files.writing(path) { () throws(FreshFile.Fault) in try FreshFile(path) }
        let zip = ZipWriter { (bytes) throws(Refusal) in
            try Files.writing(path) { () throws(FreshFile.Fault) in try file.write(bytes) }
        }
        let sink = ArchiveSink(zip)
        try BundleData(asked: asked).write(to: sink)
        try reports(sink)
        try exports(sink)
        let papers = BundlePapers(asked: asked, year: reader.year)
        if parts.documents { try papers.write(to: sink) }
        if let folder = parts.photos { try papers.photos(from: folder, to: sink) }
        try sink.file("README.zh.md", PackageResources.README_zh_md)
        try sink.file("README.en.md", PackageResources.README_en_md)
        try sink.file("verify.py", PackageResources.verify_py)
        try seal(sink)
        try zip.finish()
        try Files.keep(file)
    }

    /// Every report of the year as CSV, as JSON and on paper. What lists vouchers or lines of all years, and
    /// what is about one account, is left out: the vouchers among the exports and the records say the same.
    private func reports(_ sink: any FileSink) throws(Refusal) {
        let snapshots = asked.snapshots()
        let moments = SnapshotReader.Moments(asOf: reader.end)
        let isClosed = try asked.state().closedYears[reader.year] != nil
        for entry in Catalogue.entries.sorted(by: { $0.name < $1.name }) {
            if entry.needs.contains(.closing), !isClosed { continue }
            let listsBooks = !entry.needs.isDisjoint(with: [.vouchers, .booked, .lines])
            if listsBooks, !entry.takes.contains(.year) || entry.takes.contains(.account) { continue }
            let document = try entry.document(try snapshots.snapshot(entry.needs, moments), entry.choice(year: reader.year))
            try file(entry, .csv, document, sink)
            try file(entry, .json, document, sink)
            guard parts.documents else { continue }
            try file(entry, .pdf, document, sink)
        }
    }

    private func file(
        _ entry: CatalogueEntry, _ format: Format, _ document: Document, _ sink: any FileSink
    ) throws(Refusal) {
        try sink.file("reports/\(entry.name).\(format.ending)") { (take) throws(Refusal) in
            try format.write(document, Format.Choice(), to: take)
        }
    }

    private func exports(_ sink: any FileSink) throws(Refusal) {
        let files = ExportFiles(reader: reader)
        for form in [FileExport.bureau(.utf8), .national, .flat, .plain] {
            try files.write(form, to: SubfolderSink(sink, "exports/\(form.name)/"))
        }
    }

    /// Manifest, head and signature.
    private func seal(_ sink: ArchiveSink) throws(Refusal) {
        let publicKey = parts.key?.publicKey
        if let publicKey {
            let text = Hex.encode(publicKey) + "\n" + SigningKey.fingerprint(publicKey) + "\n"
            try sink.file("PUBLIC-KEY.txt", Array(text.utf8))
        }
        let files = sink.files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }.map { file in
            JSON.members(["path": .string(file.path), "sha256": .string(file.sha256), "size": .int(file.size)])
        }
        let manifest = Array((JSON.members(["bundle": .int(1), "files": .array(files)]).text + "\n").utf8)
        try sink.file("MANIFEST.json", manifest)
        let head = Array(try head().text(manifest: manifest, key: publicKey).utf8)
        try sink.file("HEAD.txt", head)
        if let key = parts.key { try sink.file("HEAD.sig", Array((Hex.encode(key.sign(head)) + "\n").utf8)) }
    }

    private func head() throws(Refusal) -> BundleHead {
        let (state, journal) = (try asked.state(), JournalReader(asked.connection))
        guard let street = state.street, let last = try journal.record(asked.org, seq: state.head.seq) else {
            throw Refusal(.orgUnknown, ["org": asked.org.text])
        }
        var closing: (Int, String)?
        if let closed = state.closedYears[reader.year], let stored = try journal.stored(asked.org, seq: closed.seq) {
            closing = (closed.seq, stored.hash)
        }
        return BundleHead(
            org: street.code, name: street.name, year: reader.year, isSandbox: street.sandbox, hash: street.hash,
            record: state.head.seq, head: state.head.hash, closing: closing, at: last.at)
    }
}

/// What goes into a bundle, and who signs it.
package struct BundleParts: Sendable {
    let key: SigningKey?
    /// Reports and the jobs' papers as PDF.
    let documents: Bool
    /// Where the photos are that go along.
    let photos: PhotoFolder?

    package init(key: SigningKey?, documents: Bool, photos: PhotoFolder?) {
        (self.key, self.documents, self.photos) = (key, documents, photos)
    }
}
