import Disk
import Formats
import Kernel
import Seal

/// Where the files of an export go, one after another.
protocol FileSink: AnyObject {
    typealias Take = ([UInt8]) throws(Refusal) -> Void

    /// A file whose bytes `body` hands over piece by piece. Throws `file.unwritable` and what `body` throws.
    func file(_ path: String, _ body: @escaping (Take) throws(Refusal) -> Void) throws(Refusal)
}

extension FileSink {
    func file(_ path: String, _ bytes: [UInt8]) throws(Refusal) {
        try file(path) { (take) throws(Refusal) in try take(bytes) }
    }
}

/// Into a folder. Nothing is written over: `store.exists`.
final class FolderSink: FileSink {
    private let folder: String
    private(set) var paths: [String] = []

    init(_ folder: String) throws(Refusal) {
        self.folder = folder
        try Files.makeFolder(folder)
    }

    /// Nothing is begun where one of these files is there already.
    func demandFree(_ paths: [String]) throws(Refusal) {
        for path in paths { try Files.demandFree(folder + "/" + path) }
    }

    func file(_ path: String, _ body: @escaping (Take) throws(Refusal) -> Void) throws(Refusal) {
        let full = folder + "/" + path
        try Files.demandFree(full)
        let file = try Files.writing(full) { () throws(FreshFile.Fault) in try FreshFile(full) }
        try body { (bytes) throws(Refusal) in
            try Files.writing(full) { () throws(FreshFile.Fault) in try file.write(bytes) }
        }
        try Files.keep(file)
        paths.append(full)
    }
}

/// Into an archive, with the digest and the size of each file.
final class ArchiveSink: FileSink {
    private let zip: ZipWriter
    private(set) var files: [(path: String, sha256: String, size: Int)] = []

    init(_ zip: ZipWriter) { self.zip = zip }

    func file(_ path: String, _ body: @escaping (Take) throws(Refusal) -> Void) throws(Refusal) {
        let digest = RunningDigest(.sha256)
        var size = 0
        try zip.entry(path) { (put) throws(Refusal) in
            try body { (bytes) throws(Refusal) in
                digest.take(bytes)
                size += bytes.count
                try put(bytes)
            }
        }
        files.append((path, Hex.encode(digest.finish()), size))
    }
}

/// The files of a sink below a folder of its own.
final class SubfolderSink: FileSink {
    private let sink: any FileSink
    private let prefix: String

    init(_ sink: any FileSink, _ prefix: String) { (self.sink, self.prefix) = (sink, prefix) }

    func file(_ path: String, _ body: @escaping (Take) throws(Refusal) -> Void) throws(Refusal) {
        try sink.file(prefix + path, body)
    }
}
