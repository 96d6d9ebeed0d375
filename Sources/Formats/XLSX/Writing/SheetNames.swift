import Kernel

/// Names of sheets as spreadsheets take them: at most 31 characters (counted as UTF-16 does), none of
/// `[]:*?/\`, no apostrophe at an end, each once whatever its case, and not the reserved History.
struct SheetNames {
    private var taken: Set<String> = ["history"]

    mutating func unique(_ wish: String) -> String {
        var base = String(wish.map { sign in
            "[]:*?/\\".contains(sign) || sign.unicodeScalars.contains(where: \.isControl) ? " " : sign
        })
        while base.first == "'" || base.first == " " { base.removeFirst() }
        while base.last == "'" || base.last == " " { base.removeLast() }
        if base.isEmpty { base = "Sheet" }
        var name = Self.cut(base, to: 31), count = 1
        while !taken.insert(name.lowercased()).inserted {
            count += 1
            name = Self.cut(base, to: 28 - String(count).count) + " (\(count))"
        }
        return name
    }

    private static func cut(_ text: String, to limit: Int) -> String {
        var out = text
        while out.utf16.count > limit { out.removeLast() }
        return out
    }
}
