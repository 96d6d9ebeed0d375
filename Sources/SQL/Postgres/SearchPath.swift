import Kernel

/// The first schema that a search path names, whether it is there or not. `parse_ident` would not do: it
/// cuts a name such as `my-schema`, which a search path may hold without quotes.
struct SearchPath {
    let first: String

    /// Reads the setting as the server does: quotes keep a name as it is, without them it is folded to
    /// small letters. nil for an empty path, and for one that begins with `"$user"`, which names no schema
    /// by itself.
    init?(_ setting: String) {
        let text = setting.unicodeScalars.drop { $0.properties.isWhitespace }
        var name = String.UnicodeScalarView()
        if text.first == "\"" {
            var rest = text.dropFirst()
            while let end = rest.firstIndex(of: "\"") {
                name += rest[..<end]
                rest = rest[rest.index(after: end)...]
                guard rest.first == "\"" else { break }
                name.append("\"")
                rest = rest.dropFirst()
            }
        } else {
            let bare = text.prefix { $0 != "," && !$0.properties.isWhitespace }
            name.append(contentsOf: bare.map { ("A"..."Z").contains($0) ? Unicode.Scalar(UInt8($0.value) + 32) : $0 })
        }
        first = String(name)
        if first.isEmpty || first == "$user" { return nil }
    }

    /// The schema that a connection works in, or would work in if it were there. Throws `store.missing`
    /// when the search path names none.
    static func schema(
        of connection: any SQLConnection, path: String
    ) throws(Refusal) -> (name: String, isThere: Bool) {
        let row = try connection.first("SELECT current_schema()::text, current_setting('search_path')")
        if let name = try row?.textOrNil(0) { return (name, true) }
        if let named = SearchPath(try row?.text(1) ?? "") { return (named.first, false) }
        throw Refusal(.storeMissing, ["path": path, "detail": "no schema of the search path is there"])
    }
}
