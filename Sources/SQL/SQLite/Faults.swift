import CSQLite
import Glibc
import Kernel

/// Turns what SQLite and the operating system answer into refusals, here and nowhere else.
enum Faults {
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
