import Disk
import Glibc
import Kernel
@testable import Seal
import TestKit
import Testing

@Suite struct KeyFileTests {
    private static let text = "00ff" + String(repeating: "7e", count: 30)

    @Test func loadsWhatItSaved() throws {
        try TemporaryFolder.inFolder { folder in
            let key = SecretKey.generate()
            try key.save(path: folder + "/yjb.key")
            #expect(try SecretKey.load(path: folder + "/yjb.key").bytes == key.bytes)
            #expect(key.bytes != SecretKey.generate().bytes)
        }
    }

    /// In a process of its own, because a umask is the whole process's.
    @Test func isItsOwnersAloneUnderAnyUmask() async {
        await #expect(processExitsWith: .success) {
            for mask in [0o000, 0o022, 0o777] as [mode_t] {
                try TemporaryFolder.inFolder { folder in
                    let path = folder + "/yjb.key"
                    umask(mask)
                    try SecretKey(bytes: Array(0..<32)).save(path: path)
                    umask(0o022)
                    let file = try PrivateFile.read(path, limit: 100)
                    let text = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f\n"
                    try #require(file.mode == 0o600)
                    try #require(file.bytes == Array(text.utf8))
                }
            }
        }
    }

    @Test func neverOverwrites() throws {
        try TemporaryFolder.inFolder { folder in
            let path = folder + "/yjb.key", key = SecretKey.generate()
            try key.save(path: path)
            #expect(throws: Refusal(.storeExists, ["path": path])) {
                try SecretKey.generate().save(path: path)
            }
            #expect(try SecretKey.load(path: path).bytes == key.bytes)
            // A link that leads nowhere is something there already, too.
            #expect(symlink(folder + "/nowhere", folder + "/link") == 0)
            let link = folder + "/link"
            #expect(throws: Refusal(.storeExists, ["path": link])) { try key.save(path: link) }
        }
    }

    @Test func missingFileAndFolder() throws {
        try TemporaryFolder.inFolder { folder in
            for path in [folder + "/no.key", folder + "/no/yjb.key"] {
                #expect(throws: Refusal(.keyMissing, ["path": path])) { try SecretKey.load(path: path) }
            }
            let refusal = #expect(throws: Refusal.self) {
                try SecretKey.generate().save(path: folder + "/no/yjb.key")
            }
            #expect(refusal?.code == .fileUnwritable)
            // A message says what the system said, and has no gap in it.
            for language in Language.allCases { #expect(refusal?.message(language).contains("—") == false) }
        }
    }

    private static let contents: [(String, String)] = [
        ("", "length"),
        (text, "length"),
        ("\(text)\n\n", "length"),
        ("\(text)\r\n", "length"),
        ("\(text)00\n", "length"),
        ("\(text.dropLast())\n", "length"),
        (String(repeating: text, count: 1000), "length"),
        ("\(text.dropLast())g\n", "characters"),
        (" \(text.dropFirst())\n", "characters"),
    ]

    @Test(arguments: contents)
    func refusesOtherContents(contents: String, reason: String) throws {
        try TemporaryFolder.inFolder { folder in
            let path = folder + "/yjb.key"
            try PrivateFile.create(path, Array(contents.utf8))
            let refusal = #expect(throws: Refusal.self) { try SecretKey.load(path: path) }
            #expect(refusal?.code == .keyInvalid && refusal?["path"] == path && refusal?["reason"] == reason)
        }
    }

    @Test(arguments: [(0o640, "mode 0640"), (0o604, "mode 0604"), (0o620, "mode 0620"), (0o4601, "mode 4601")])
    func refusesAFileThatOthersMayTouch(mode: Int, reason: String) throws {
        try TemporaryFolder.inFolder { folder in
            let path = folder + "/yjb.key"
            try SecretKey.generate().save(path: path)
            #expect(chmod(path, mode_t(mode)) == 0)
            let refusal = #expect(throws: Refusal.self) { try SecretKey.load(path: path) }
            #expect(refusal?.code == .keyInvalid && refusal?["path"] == path && refusal?["reason"] == reason)
        }
    }

    @Test func refusesAFolderAndAPipe() throws {
        try TemporaryFolder.inFolder { folder in
            let pipe = folder + "/pipe"
            #expect(mkfifo(pipe, 0o600) == 0)
            for path in [folder, pipe] {
                let refusal = #expect(throws: Refusal.self) { try SecretKey.load(path: path) }
                #expect(refusal?.code == .keyInvalid && refusal?["reason"] == "not a regular file")
            }
        }
    }
}
