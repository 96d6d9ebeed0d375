import Kernel

/// A file that came with a form.
struct SentFile: Sendable, Equatable {
    /// As the browser calls it; of a path the last part.
    let name: String
    let bytes: [UInt8]
}

/// Reads `multipart/form-data` (RFC 7578): fields and files between boundaries. Bounded in everything but
/// the body itself, whose size its route bounds.
struct Multipart {
    private(set) var fields = Fields()
    /// In their order; of one field several may come.
    private(set) var files: [(field: String, file: SentFile)] = []

    private static let mostParts = 4096
    private static let longestHead = 4096
    private static let blankLine = Array("\r\n\r\n".utf8)

    /// nil for what is not well formed.
    init?(_ body: [UInt8], type: String) {
        guard let boundary = Self.boundary(type) else { return nil }
        let opening = Array(("--" + boundary).utf8), between = Array(("\r\n--" + boundary).utf8)
        guard body.starts(with: opening) else { return nil }
        var rest = body.dropFirst(opening.count), count = 0
        while !rest.starts(with: Array("--".utf8)) {
            count += 1
            guard count <= Self.mostParts, rest.starts(with: Array("\r\n".utf8)),
                  let end = Self.find(between, in: rest),
                  take(rest.dropFirst(2)[..<max(end, rest.startIndex + 2)]) else { return nil }
            rest = rest[(end + between.count)...]
        }
    }

    /// `multipart/form-data; boundary=…`, perhaps in quotation marks.
    private static func boundary(_ type: String) -> String? {
        let parts = type.split(separator: ";").map { $0.drop { $0 == " " } }
        guard parts.first?.lowercased() == "multipart/form-data" else { return nil }
        let found = parts.first { $0.lowercased().hasPrefix("boundary=") }?.dropFirst(9).filter { $0 != "\"" }
        guard let found, (1...70).contains(found.utf8.count) else { return nil }
        return String(found)
    }

    /// One part: its head, a blank line, its content.
    private mutating func take(_ part: ArraySlice<UInt8>) -> Bool {
        guard let end = Self.find(Self.blankLine, in: part.prefix(Self.longestHead)),
              let head = String(validating: part[..<end], as: UTF8.self) else { return false }
        let content = part[(end + Self.blankLine.count)...]
        let line = head.split(separator: "\r\n").first { $0.lowercased().hasPrefix("content-disposition:") }
        guard let line, let name = Self.parameter("name", of: line) else { return false }
        if let file = Self.parameter("filename", of: line) {
            // A file that was not chosen comes as an empty one without a name.
            if !file.isEmpty { files.append((name, SentFile(name: Self.plainName(file), bytes: Array(content)))) }
            return true
        }
        guard let value = String(validating: content, as: UTF8.self) else { return false }
        fields.pairs.append((name, value))
        return true
    }

    /// `; name="x"`: browsers write `"` in it as `%22`.
    private static func parameter(_ name: String, of line: Substring) -> String? {
        guard let start = line.range(of: "; " + name + "=\"") else { return nil }
        return String(line[start.upperBound...].prefix { $0 != "\"" }).replacing("%22", with: "\"")
    }

    private static func plainName(_ name: String) -> String {
        let last = name.split { $0 == "/" || $0 == "\\" }.last.map(String.init) ?? ""
        return String(last.unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7F }.map(Character.init).prefix(120))
    }

    private static func find(_ wanted: [UInt8], in bytes: ArraySlice<UInt8>) -> Int? {
        guard bytes.count >= wanted.count, let first = wanted.first else { return nil }
        var from = bytes.startIndex
        while let place = bytes[from...].firstIndex(of: first) {
            if bytes[place...].starts(with: wanted) { return place }
            from = place + 1
        }
        return nil
    }
}

extension Substring {
    fileprivate func range(of text: String) -> Range<Index>? { ranges(of: text).first }
}
