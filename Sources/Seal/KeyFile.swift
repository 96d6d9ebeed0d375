import Disk
package import Kernel

/// The key's file: 64 hexadecimal characters and a line feed, readable by its owner only.
extension SecretKey {
    /// Reads the key. Throws `key.missing` when there is no such file; `key.invalid` when others may read or
    /// write it, or when it does not hold exactly 64 hexadecimal characters and a line feed;
    /// `file.unreadable` when the system refuses.
    package static func load(path: String) throws(Refusal) -> SecretKey {
        let file = try PrivateFile.read(path, limit: length * 2 + 2)
        guard file.isRegular else { throw invalid(path, "not a regular file", "不是普通文件") }
        guard file.mode & 0o077 == 0 else {
            throw invalid(path, "mode " + octal(file.mode), "权限为 \(octal(file.mode))，其他人可以读写")
        }
        guard file.bytes.count == length * 2 + 1, file.bytes.last == UInt8(ascii: "\n") else {
            throw invalid(path, "length", "长度不对")
        }
        guard let bytes = Hex.decode(Array(file.bytes.dropLast())) else {
            throw invalid(path, "characters", "含有十六进制以外的字符")
        }
        return SecretKey(bytes: bytes)
    }

    /// Writes the key to a new file of mode 0600 and returns once file and folder are on the disk. Throws
    /// `store.exists` when something is there already, because whatever that key has sealed would be lost;
    /// `file.unwritable` when the system refuses, and then leaves no file behind.
    package func save(path: String) throws(Refusal) {
        try PrivateFile.create(path, Array((Hex.encode(bytes) + "\n").utf8))
    }

    private static func invalid(_ path: String, _ reason: String, _ zh: String) -> Refusal {
        Refusal(.keyInvalid, ["path": path]).adding("reason", reason, Phrase(zh, reason))
    }

    private static func octal(_ mode: UInt32) -> String {
        let digits = String(mode & 0o7777, radix: 8)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
