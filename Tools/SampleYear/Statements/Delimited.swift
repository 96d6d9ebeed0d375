import Glibc

/// The text of a CSV file, and its bytes in the encoding of the banks.
enum Delimited {
    /// Fields in quotes only where they need them; lines end with CR LF.
    static func text(_ rows: [[String]]) -> String {
        rows.map { $0.map(field).joined(separator: ",") + "\r\n" }.joined()
    }

    private static func field(_ text: String) -> String {
        guard text.contains(where: { ",\"\r\n".contains($0) }) else { return text }
        return "\"" + text.replacingAll("\"", with: "\"\"") + "\""
    }

    /// GB18030 by the system's iconv(3).
    static func gb18030(_ text: String) throws -> [UInt8] {
        guard let handle = iconv_open("GB18030", "UTF-8"), Int(bitPattern: handle) != -1 else {
            throw StatementFault("iconv knows no GB18030")
        }
        defer { iconv_close(handle) }
        var input = text.utf8.map { CChar(bitPattern: $0) }
        // No character of three or four bytes becomes longer than four.
        var output = [CChar](repeating: 0, count: input.count * 2 + 16)
        var (left, free) = (input.count, output.count)
        let failed = input.withUnsafeMutableBufferPointer { source in
            output.withUnsafeMutableBufferPointer { target in
                var (from, to) = (source.baseAddress, target.baseAddress)
                return iconv(handle, &from, &left, &to, &free) == -1
            }
        }
        if failed || left > 0 { throw StatementFault("a text that GB18030 does not have") }
        return output.dropLast(free).map { UInt8(bitPattern: $0) }
    }
}
