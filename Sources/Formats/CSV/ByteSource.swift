package import Kernel
import Glibc

/// Bytes in pieces, readable more than once: the check "is the whole file UTF-8?" needs a first look.
package protocol ByteSource: AnyObject {
    /// The name that faults carry, or nil for text that has no file.
    var name: String? { get }

    /// The next piece, never empty, or nil at the end. Throws `file.unreadable`.
    func next() throws(Refusal) -> [UInt8]?

    /// Goes back to the first byte. Throws `file.unreadable`.
    func rewind() throws(Refusal)
}

/// Bytes that are in memory already: standard input, an upload, a test.
package final class MemorySource: ByteSource {
    package let name: String?
    private let bytes: [UInt8]
    private let piece: Int
    private var at = 0

    /// `piece` is the size of the pieces in bytes, at least 1.
    package init(_ bytes: [UInt8], name: String? = nil, piece: Int = 65_536) {
        self.bytes = bytes
        self.name = name
        self.piece = max(1, piece)
    }

    package func next() throws(Refusal) -> [UInt8]? {
        guard at < bytes.count else { return nil }
        let end = min(bytes.count, at + piece)
        defer { at = end }
        return Array(bytes[at..<end])
    }

    package func rewind() throws(Refusal) { at = 0 }
}

/// A regular file, read in pieces of 64 KiB.
package final class FileSource: ByteSource {
    package let name: String?
    private let descriptor: Int32

    /// Opens the file. Throws `file.missing` or `file.unreadable` with the fact `path`.
    package init(path: String) throws(Refusal) {
        name = path
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        if descriptor < 0 {
            throw Self.refusal(errno == ENOENT ? .fileMissing : .fileUnreadable, path, errno)
        }
    }

    deinit { close(descriptor) }

    package func next() throws(Refusal) -> [UInt8]? {
        let size = 65_536
        while true {
            var failure: Int32 = 0
            let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
                let got = read(descriptor, buffer.baseAddress, size)
                failure = got < 0 ? errno : 0
                count = max(0, got)
            }
            if failure == 0 { return bytes.isEmpty ? nil : bytes }
            if failure != EINTR { throw Self.refusal(.fileUnreadable, name, failure) }
        }
    }

    package func rewind() throws(Refusal) {
        if lseek(descriptor, 0, SEEK_SET) < 0 { throw Self.refusal(.fileUnreadable, name, errno) }
    }

    private static func refusal(_ code: RefusalCode, _ path: String?, _ fault: Int32) -> Refusal {
        Refusal(code, ["path": path ?? "", "detail": String(cString: strerror(fault))])
    }
}
