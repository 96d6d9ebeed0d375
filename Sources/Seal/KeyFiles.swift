import Kernel

/// Where the keys of a database lie: one for all its streets, and beside it the keys of streets that have
/// one of their own, because they came from another database. The digests of callers are part of a street's
/// chain and depend on the key, so a street keeps its key wherever it goes.
package struct KeyFiles: Sendable, Equatable {
    /// The file of the key for every street that has none of its own.
    package let main: String
    private let prefix: String

    /// Beside a file, keys carry its name: `PATH.key`, `PATH.NHL.key`.
    package init(beside database: String) {
        main = database + ".key"
        prefix = database + "."
    }

    /// In a folder: `FOLDER/street.key`, `FOLDER/NHL.key`.
    package init(folder: String) {
        main = folder + "/" + Self.folderKey + ".key"
        prefix = folder + "/"
    }

    private static let folderKey = "street"

    /// The file of a street's own key, whether it is there or not. Any text makes the name of a file, and
    /// no two make the same one: what could lead elsewhere is written as `%2f`.
    package func own(_ org: String) -> String { prefix + Self.name(org) + ".key" }

    private static func name(_ org: String) -> String {
        // The one code that would stand for the key of all.
        if org.sameBytes(as: folderKey) { return "%73treet" }
        var bytes: [UInt8] = []
        for byte in org.utf8 {
            let isPlain = byte > 0x20 && byte != 0x7F && !Array("%/.".utf8).contains(byte)
            bytes += isPlain ? [byte] : [0x25] + Array(Hex.encode([byte]).utf8)
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
