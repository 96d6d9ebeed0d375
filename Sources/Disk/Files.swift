import Glibc
package import Kernel

/// Reading whole files of a bounded size: policies, mappings.
package enum Files {
    static let limit = 16 << 20

    /// The bytes of a file. Throws `file.missing`, `file.unreadable`.
    package static func bytes(_ path: String, limit: Int = limit) throws(Refusal) -> [UInt8] {
        guard let file = fopen(path, "rb") else { throw unreadable(path) }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = fread(&buffer, 1, buffer.count, file)
            if count == 0 { break }
            bytes += buffer[0..<count]
            if bytes.count > limit { throw Refusal(.fileUnreadable, ["path": path, "detail": "> \(limit) bytes"]) }
        }
        if ferror(file) != 0 { throw Refusal(.fileUnreadable, ["path": path, "detail": "read error"]) }
        return bytes
    }

    /// The text of a UTF-8 file. Throws `file.…`, `input.encoding`.
    package static func text(_ path: String, limit: Int = limit) throws(Refusal) -> String {
        guard let text = String(validating: try bytes(path, limit: limit), as: UTF8.self) else {
            throw Refusal(.inputEncoding, ["path": path, "column": "1"])
        }
        return text
    }
}
