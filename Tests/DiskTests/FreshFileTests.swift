import Glibc
import Disk
import TestKit
import Testing

@Suite struct FreshFileTests {
    private func names(_ folder: String) throws -> [String] {
        let list = try #require(opendir(folder))
        defer { closedir(list) }
        var names: [String] = []
        while let entry = readdir(list) {
            names.append(withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            })
        }
        return names.filter { $0 != "." && $0 != ".." }.sorted()
    }

    @Test func aFileGetsItsNameWhenItIsWhole() throws {
        try TemporaryFolder.inFolder { folder in
            let path = folder + "/yjb.key"
            do {
                let broken = try FreshFile(path)
                try broken.write(Array("half".utf8))
                #expect(try names(folder) == [String(broken.temporary.dropFirst(folder.count + 1))])
            }
            #expect(try names(folder) == [])
            let first = try FreshFile(path), second = try FreshFile(path), third = try FreshFile(path)
            try first.keep()
            let fault = #expect(throws: FreshFile.Fault.self) { try second.keep() }
            #expect(fault?.errno == EEXIST)
            try third.replace()
        }
    }

    @Test func onlyWhatTheDeadLeftIsSweptAway() throws {
        try TemporaryFolder.inFolder { folder in
            let living = try FreshFile(folder + "/yjb.key")
            let dead = folder + "/street.key.yjb-tmp-0123456789ab"
            for name in [dead, dead + "-wal", folder + "/link.yjb-tmp-0123", folder + "/pipe"] {
                close(open(name, O_CREAT | O_WRONLY, 0o600))
            }
            #expect(FreshFile.sweep(beside: folder + "/NHL.key") == [dead])
            let left = try names(folder)
            #expect(left.count == 3 && left.contains("link.yjb-tmp-0123") && left.contains("pipe"))
            try living.keep()
            unlink(folder + "/link.yjb-tmp-0123")
        }
    }

    @Test(arguments: [("yjb.key", "."), ("/yjb.key", "/"), ("a/b/yjb.key", "a/b"), ("/a/yjb.key", "/a")])
    func folderOfAPath(path: String, folder: String) {
        #expect(FreshFile.folder(of: path) == folder)
    }
}
