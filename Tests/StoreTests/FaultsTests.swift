import CSQLite
import Glibc
import Kernel
import Testing

@testable import SQL
@testable import Store

@Suite("SQLite's answers as refusals")
struct FaultsTests {
    @Test(arguments: [
        (SQLITE_CORRUPT, RefusalCode.storeDamaged), (SQLITE_CORRUPT | 1 << 8, .storeDamaged),
        (SQLITE_NOTADB, .storeNotDatabase), (SQLITE_BUSY, .storeLocked), (SQLITE_BUSY | 2 << 8, .storeLocked),
        (SQLITE_LOCKED, .storeLocked), (SQLITE_FULL, .storeFull), (SQLITE_READONLY, .storeReadOnly),
        (SQLITE_READONLY | 4 << 8, .storeMissing), (SQLITE_CANTOPEN, .storeReadOnly), (SQLITE_IOERR, .storeIO),
        (SQLITE_IOERR | 33 << 8, .storeDamaged), (SQLITE_CONSTRAINT, .storeIO), (SQLITE_NOMEM, .storeIO),
    ])
    func codes(code: Int32, name: RefusalCode) {
        let answer = Faults.refusal(code: code, detail: "why", path: "/a")
        #expect(answer == Refusal(name, ["path": "/a", "detail": "why (SQLite \(code))"]))
    }

    @Test(arguments: [
        (ENOENT, RefusalCode.storeMissing), (EEXIST, .storeExists), (ENOSPC, .storeFull), (EROFS, .storeReadOnly),
        (EMFILE, .storeIO),
    ])
    func errnos(code: Int32, name: RefusalCode) {
        #expect(Faults.refusal(errno: code, path: "/a").code == name)
    }
}
