import Glibc
import Kernel

/// The file of a store, before SQLite gets to see it: SQLite would make a database of whatever is missing or
/// empty, and would turn another program's database to WAL.
struct StoreFile: Sendable {
    /// In the header of every store, so that another program's database is not taken for one: `yjb` and 1.
    static let applicationID: UInt32 = 0x796A_6201
    private static let magic = Array("SQLite format 3\0".utf8)
    /// Begins a rollback journal; the pages that there were before are its bytes 16 to 19 (SQLite's file
    /// format, §3).
    private static let journalMagic: [UInt8] = [0xD9, 0xD5, 0x05, 0xF9, 0x20, 0xA1, 0x63, 0xD7]
    private static let headerSize = 100
    private static let applicationIDOffset = 68

    /// Absolute, so that SQLite never takes a path for an address such as `file:…` or `:memory:`.
    let path: String

    /// Throws `store.missing` for a path that no file can have.
    init(_ path: String) throws(Refusal) {
        guard !path.isEmpty, !path.utf8.contains(0) else {
            throw Refusal(.storeMissing, ["path": path.excerpt])
        }
        if path.hasPrefix("/") {
            self.path = path
        } else {
            guard let folder = getcwd(nil, 0) else { throw Faults.refusal(errno: errno, path: path) }
            defer { free(folder) }
            self.path = String(cString: folder) + "/" + path
        }
    }

    /// What SQLite puts beside the file.
    static let companions = ["-journal", "-wal", "-shm"]

    var folder: String {
        String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)])
    }

    /// Makes the empty file, readable by its owner only (it holds what residents said), and missing folders
    /// above it. False when an empty file was there already: a program that was broken off while it made a
    /// store left it so, and it is taken as it is.
    ///
    /// Throws `store.exists`, also when another program makes the same file at the same moment;
    /// `store.readOnly`, `store.full`, `store.io`.
    func create() throws(Refusal) -> Bool {
        try Self.makeFolder(folder, for: path)
        let handle = Glibc.open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
        if handle >= 0 {
            Glibc.close(handle)
            return true
        }
        let code = errno
        guard code == EEXIST, isEmpty else { throw Faults.refusal(errno: code, path: path) }
        return false
    }

    /// Whether it is a file with nothing in it, or one that SQLite will make empty again: its first
    /// transaction was broken off, and the journal beside it says that there was no page before.
    var isEmpty: Bool {
        var about = stat()
        guard lstat(path, &about) == 0, about.st_mode & S_IFMT == S_IFREG else { return false }
        if about.st_size == 0 { return true }
        guard let head = try? readHeader(path + "-journal") else { return false }
        return head.count >= 20 && head.starts(with: Self.journalMagic) && head[16..<20].allSatisfy { $0 == 0 }
    }

    /// Removes what ``create()`` made, after the rest of making the store has failed.
    func discard() {
        for suffix in Self.companions + [""] { unlink(path + suffix) }
    }

    /// Throws `store.missing`; `store.notDatabase` for a folder, a file of another format, or another
    /// program's database; `store.damaged` for a file cut inside its header; `store.io` when it cannot be
    /// read.
    func inspect() throws(Refusal) {
        var status = stat()
        guard stat(path, &status) == 0 else { throw Faults.refusal(errno: errno, path: path) }
        guard status.st_mode & S_IFMT == S_IFREG else { throw notDatabase("not a file") }
        // Whatever its header says by now: SQLite would go back to nothing and make another kind of file of
        // it.
        guard !isEmpty else { throw notDatabase("nothing in it yet") }
        let header = try readHeader(path)
        guard header.starts(with: Self.magic) else { throw notDatabase("not an SQLite file") }
        guard header.count == Self.headerSize else {
            let detail = "the file ends after \(header.count) bytes"
            throw Refusal(.storeDamaged, ["path": path, "detail": detail])
        }
        let id = header.dropFirst(Self.applicationIDOffset).prefix(4).reduce(0) { $0 << 8 | UInt32($1) }
        guard id == Self.applicationID else { throw notDatabase("application id \(id)") }
    }

    private func notDatabase(_ detail: String) -> Refusal {
        Refusal(.storeNotDatabase, ["path": path, "detail": detail])
    }

    private func readHeader(_ path: String) throws(Refusal) -> [UInt8] {
        let handle = Glibc.open(path, O_RDONLY | O_CLOEXEC)
        guard handle >= 0 else { throw unreadable() }
        defer { Glibc.close(handle) }
        var header = [UInt8](repeating: 0, count: Self.headerSize)
        let count = pread(handle, &header, Self.headerSize, 0)
        guard count >= 0 else { throw unreadable() }
        return Array(header.prefix(count))
    }

    private func unreadable() -> Refusal {
        Refusal(.storeIO, ["path": path, "detail": String(cString: strerror(errno))])
    }

    /// Makes the folder and those above it. A new folder is made durable in its parent, as the file in it
    /// will be.
    private static func makeFolder(_ folder: String, for path: String) throws(Refusal) {
        guard !folder.isEmpty, access(folder, F_OK) != 0 else { return }
        let parent = String(folder[..<(folder.lastIndex(of: "/") ?? folder.startIndex)])
        try makeFolder(parent, for: path)
        guard mkdir(folder, 0o755) == 0 || errno == EEXIST else {
            throw Faults.refusal(errno: errno, path: path)
        }
        let handle = Glibc.open(parent.isEmpty ? "/" : parent, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard handle >= 0 else { throw Faults.refusal(errno: errno, path: path) }
        defer { Glibc.close(handle) }
        guard fsync(handle) == 0 else { throw Faults.refusal(errno: errno, path: path) }
    }

    /// Every byte but letters, digits and `/` as `%XX`.
    static func escaped(_ path: String) -> String {
        let digits = Array("0123456789ABCDEF")
        return path.utf8.reduce(into: "") { out, byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                 UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"):
                out.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                out += ["%", digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
    }
}
