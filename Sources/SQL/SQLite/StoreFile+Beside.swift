import Disk
import Glibc
package import Kernel

/// What lies beside a store's file: SQLite's write-ahead log, the index of it, a rollback journal.
extension StoreFile {
    /// The bytes in the WAL; nil where there is none.
    var walSize: Int? { size("-wal") }

    /// Whether both files are there that reading takes, so that none has to be made.
    var hasSharedFiles: Bool { walSize != nil && size("-shm") != nil }

    private func size(_ suffix: String) -> Int? {
        var about = stat()
        return lstat(path + suffix, &about) == 0 ? Int(about.st_size) : nil
    }

    /// Makes durable what waits in the WAL. A program that died between writing a commit and making it
    /// durable has left it to the page cache: whoever finds it there would answer from it, and power could
    /// still take it back.
    func settleWAL() throws(Refusal) {
        guard let size = walSize, size > 0 else { return }
        // Closing it takes no lock away: SQLite locks the database and the index, never this file.
        let handle = open(path + "-wal", O_RDONLY | O_CLOEXEC)
        guard handle >= 0 else {
            // Folded back meanwhile, and that is durable.
            if errno == ENOENT { return }
            throw Faults.refusal(errno: errno, path: path)
        }
        defer { close(handle) }
        // A file system that is read-only has nothing left to make durable.
        guard fsync(handle) == 0 || errno == EROFS || errno == EINVAL else { throw unsettled(errno) }
        do throws(FreshFile.Fault) {
            try FreshFile.syncFolder(of: path)
        } catch {
            // The name is as old as the WAL's first commit; a reader may not be allowed to look at the
            // folder.
            guard [EACCES, EROFS, EINVAL].contains(error.errno) else { throw unsettled(error.errno) }
        }
    }

    private func unsettled(_ code: Int32) -> Refusal {
        Refusal(.storeIO, ["path": path, "detail": "-wal: " + String(cString: strerror(code))])
    }
}

extension SQLiteDatabase {
    /// Removes a database that nobody has open, with all that SQLite has put beside it.
    package static func remove(_ path: String) { (try? StoreFile(path))?.discard() }

    /// Whether a file is there in which there is nothing yet: a program was broken off when it had just
    /// begun to make a database of it.
    package static func isUnmade(_ path: String) -> Bool { (try? StoreFile(path))?.isEmpty == true }

    /// Throws `store.leftover` (facts `path`, `found`) when files of SQLite lie beside a path at which
    /// there is no database of theirs yet.
    package static func demandAlone(_ path: String) throws(Refusal) {
        var about = stat()
        let found = StoreFile.companions.map { path + $0 }.filter { lstat($0, &about) == 0 }
        guard !found.isEmpty else { return }
        throw Refusal(.storeLeftover, ["path": path, "found": found.joined(separator: ", ")])
    }
}
