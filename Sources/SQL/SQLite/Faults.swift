import GRDB
import GRDBSQLite
import Glibc
import Kernel

/// Turns what SQLite and the operating system answer into refusals, here and nowhere else.
enum Faults {
    /// Runs `body` and throws the refusal for whatever error it throws.
    static func translated<T>(path: String, _ body: () throws -> T) throws(Refusal) -> T {
        do { return try body() } catch { throw refusal(error, path: path) }
    }

    /// Any error that comes out of GRDB, or a refusal that went through it.
    static func refusal(_ error: any Error, path: String) -> Refusal {
        switch error {
        case let refusal as Refusal:
            refusal
        case let error as DatabaseError:
            refusal(
                code: error.extendedResultCode.rawValue, detail: error.message ?? "\(error.resultCode)",
                path: path)
        default:
            Refusal(.storeIO, ["path": path, "detail": "\(error)"])
        }
    }

    /// A result code of SQLite, extended or not, with its message.
    static func refusal(code: Int32, detail: String, path: String) -> Refusal {
        Refusal(name(code), ["path": path, "detail": "\(detail) (SQLite \(code))"])
    }

    /// What the operating system answered: `errno` of the last call.
    static func refusal(errno code: Int32, path: String) -> Refusal {
        let name: RefusalCode = switch code {
        case ENOENT, ENOTDIR: .storeMissing
        case EEXIST: .storeExists
        case ENOSPC, EDQUOT: .storeFull
        case EACCES, EPERM, EROFS: .storeReadOnly
        default: .storeIO
        }
        return Refusal(name, ["path": path, "detail": String(cString: strerror(code))])
    }

    private static func name(_ code: Int32) -> RefusalCode {
        switch code {
        // The file was moved or removed under the open connection.
        case SQLITE_READONLY | 4 << 8: return .storeMissing
        // The operating system itself reports a damaged file system.
        case SQLITE_IOERR | 33 << 8: return .storeDamaged
        default: break
        }
        return switch code & 0xFF {
        case SQLITE_CORRUPT: .storeDamaged
        case SQLITE_NOTADB: .storeNotDatabase
        case SQLITE_BUSY, SQLITE_LOCKED: .storeLocked
        case SQLITE_FULL: .storeFull
        case SQLITE_READONLY, SQLITE_CANTOPEN, SQLITE_PERM: .storeReadOnly
        // A broken constraint too: a rule should have refused before, so it is our mistake and not the
        // file's.
        default: .storeIO
        }
    }
}
