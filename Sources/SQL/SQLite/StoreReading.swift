import Glibc
import Kernel

/// How a store's file is read so that nothing stays beside it that its owner could not use afterwards.
enum StoreReading {
    /// With the files beside it, as every writer has them.
    case shared
    /// As a file that does not change, without any file beside it.
    case fixed(StoreView)

    /// Reading a database with a WAL takes two files beside it, and SQLite makes them where they are not
    /// there: as whoever reads, with the mode of the database. Whoever is not its owner, and could lock the
    /// owner out in this way, reads the file as it is; so does everybody in a folder where nothing can be
    /// made.
    ///
    /// Throws `store.readOnly` where something waits in the WAL that cannot be read without making a file.
    init(_ file: StoreFile) throws(Refusal) {
        if file.hasSharedFiles || file.mayMakeFiles {
            self = .shared
        } else if file.walSize ?? 0 == 0 {
            self = .fixed(try StoreView(file))
        } else {
            let detail = Phrase(
                "WAL 中还有未并入的内容，须由文件的所有者先打开一次", "what waits in the WAL must be folded in by the file's owner first")
            throw Refusal(.storeReadOnly, ["path": file.path]).adding("detail", detail.en, detail)
        }
    }

    func address(of file: StoreFile) -> String {
        switch self {
        case .shared: file.path
        case .fixed: "file:" + StoreFile.escaped(file.path) + "?immutable=1"
        }
    }

    /// What must not change while it is read.
    var view: StoreView? {
        switch self {
        case .shared: nil
        case .fixed(let view): view
        }
    }
}

/// A file that is read as if nobody could change it, and looked at before and after, because somebody can.
struct StoreView: Sendable {
    private struct Stamp: Equatable {
        let device: UInt
        let inode: UInt
        let size: Int
        let seconds: Int
        let nanoseconds: Int
    }

    private let file: StoreFile
    private let stamp: Stamp

    init(_ file: StoreFile) throws(Refusal) {
        self.file = file
        stamp = try Self.stamp(of: file)
    }

    /// Throws `store.locked` when another program has begun to write since.
    func demandUnchanged() throws(Refusal) {
        guard file.walSize ?? 0 == 0, try Self.stamp(of: file) == stamp else {
            let detail = Phrase("读取期间另有程序开始写入", "another program began to write while it was read")
            throw Refusal(.storeLocked, ["path": file.path]).adding("detail", detail.en, detail)
        }
    }

    private static func stamp(of file: StoreFile) throws(Refusal) -> Stamp {
        var about = stat()
        guard stat(file.path, &about) == 0 else { throw Faults.refusal(errno: errno, path: file.path) }
        return Stamp(
            device: UInt(about.st_dev), inode: UInt(about.st_ino), size: Int(about.st_size),
            seconds: about.st_mtim.tv_sec, nanoseconds: about.st_mtim.tv_nsec)
    }
}

extension StoreFile {
    /// Whether files made beside it could be used by its owner: SQLite gives them the database's mode, and
    /// root gives them to the database's owner.
    var mayMakeFiles: Bool {
        var about = stat()
        guard stat(path, &about) == 0, about.st_mode & S_IWUSR != 0 else { return false }
        let mine = geteuid() == 0 || geteuid() == about.st_uid
        return mine && faccessat(AT_FDCWD, folder.isEmpty ? "/" : folder, W_OK, AT_EACCESS) == 0
    }
}
