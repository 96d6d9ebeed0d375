import Disk
import Formats
import Journal
import Kernel
import Ledger
import Store

/// Whether a bundle and the database tell the same: records, chain and lines up to the bundle's last record.
package struct BundleComparison: Sendable {
    /// The bundle's last record, and the street's.
    package let record: Int
    package let head: Int
    /// The files that differ, with the first row that does.
    package let differences: [String]

    /// Archives are read whole, and each file of one: more is refused (`file.unreadable`, `input.limit`).
    private static let largest = 1 << 30

    /// Throws `file.…`, `input.workbook` where it is no bundle.
    init(_ path: String, _ asked: Asked) throws(Refusal) {
        let archive = try ZipArchive(try Files.bytes(path, limit: Self.largest))
        let text = String(decoding: try Self.bytes(of: "HEAD.txt", archive), as: UTF8.self)
        var fields: [String: String] = [:]
        for line in text.split(separator: "\n") {
            guard let colon = line.firstIndex(of: ":") else { continue }
            fields[String(line[..<colon])] = String(line[line.index(colon, offsetBy: 1)...].drop { $0 == " " })
        }
        guard let record = fields["record"].flatMap({ Int($0) }) else { throw Refusal(.inputWorkbook, ["part": "HEAD.txt"]) }
        let sink = ComparingSink(archive)
        try BundleData(asked: asked, until: record).writeJournal(to: sink)
        let stored = try JournalReader(asked.connection).stored(asked.org, seq: record)
        let isHead = fields["org"] == asked.org.text && fields["head"] == stored?.hash
        self.record = record
        head = try asked.state().head.seq
        differences = (isHead ? [] : ["HEAD.txt"]) + sink.differences
    }

    fileprivate static func bytes(of path: String, _ archive: ZipArchive) throws(Refusal) -> [UInt8] {
        var bytes: [UInt8] = []
        try archive.each(path) { (piece) throws(Refusal) in bytes += piece }
        return bytes
    }
}

/// Takes what would be written and compares it with an archive's files.
private final class ComparingSink: FileSink {
    private let archive: ZipArchive
    private(set) var differences: [String] = []

    init(_ archive: ZipArchive) { self.archive = archive }

    func file(_ path: String, _ body: @escaping (Take) throws(Refusal) -> Void) throws(Refusal) {
        let theirs = archive.has(path) ? try BundleComparison.bytes(of: path, archive) : []
        var (at, row, isEqual) = (0, 1, true)
        try body { (bytes) throws(Refusal) in
            guard isEqual else { return }
            for byte in bytes {
                guard at < theirs.count, theirs[at] == byte else { return isEqual = false }
                at += 1
                if byte == 0x0A { row += 1 }
            }
        }
        if !isEqual || at != theirs.count { differences.append("\(path):\(row)") }
    }
}
