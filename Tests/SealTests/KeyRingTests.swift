import Disk
import Glibc
import Kernel
@testable import Seal
import TestKit
import Testing

/// Keys of streets beside the key of a database.
@Suite struct KeyRingTests {
    @Test func aStreetsOwnKeyGoesBeforeTheKeyOfAll() throws {
        try TemporaryFolder.inFolder { folder in
            let (files, all, own) = (KeyFiles(beside: folder + "/a.db"), SecretKey.generate(), SecretKey.generate())
            try all.save(path: files.main)
            let ring = KeyRing(files)
            #expect(try ring.key(of: "NHL") == all)
            // A street that comes later brings its key: an open database sees it.
            try KeyRing(files).adopt(own, for: "NHL")
            #expect(try ring.key(of: "NHL") == own)
            #expect(try ring.key(of: "XJK") == all)
            #expect(try ring.seal(of: "NHL").digest("x", for: "c") == CallerSeal(key: own).digest("x", for: "c"))
            #expect(try PrivateFile.read(files.own("NHL"), limit: 100).mode == 0o600)
        }
    }

    @Test func aMissingKeyIsNamed() throws {
        try TemporaryFolder.inFolder { folder in
            let ring = KeyRing(KeyFiles(folder: folder))
            let none = try ring.key(of: "NHL")
            #expect(none == nil)
            #expect(throws: Refusal(.keyMissing, ["path": folder + "/street.key"])) { try ring.seal(of: "NHL") }
            #expect(throws: Refusal(.keyMissing, ["path": "--files DIR"])) { try KeyRing.empty.seal(of: "NHL") }
        }
    }

    @Test func aStreetKeepsItsKeyOrIsRefused() throws {
        try TemporaryFolder.inFolder { folder in
            let (files, mine, other) = (KeyFiles(folder: folder), SecretKey.generate(), SecretKey.generate())
            let ring = KeyRing(files)
            #expect(try ring.needs(mine, for: "NHL"))
            try mine.save(path: files.main)
            #expect(try ring.needs(mine, for: "NHL") == false)
            #expect(try ring.needs(other, for: "NHL"))
            try ring.adopt(other, for: "NHL")
            #expect(try ring.needs(other, for: "NHL") == false)
            #expect(throws: Refusal(.keyDiffers, ["org": "NHL", "path": files.own("NHL")])) {
                try ring.needs(mine, for: "NHL")
            }
            #expect(throws: Refusal(.storeExists, ["path": files.own("NHL")])) { try ring.adopt(mine, for: "NHL") }
        }
    }

    @Test("no code leads out of the folder, and none takes another's name", arguments: [
        ("NHL", "NHL"), ("宁海路", "宁海路"), ("street", "%73treet"), ("../x", "%2e%2e%2fx"), ("a%2fb", "a%252fb"),
        ("a\u{0}b", "a%00b"), ("", ""),
    ])
    func names(code: String, name: String) {
        #expect(KeyFiles(folder: "/k").own(code) == "/k/" + name + ".key")
        #expect(KeyFiles(beside: "/k/a.db").own(code) == "/k/a.db." + name + ".key")
    }
}
