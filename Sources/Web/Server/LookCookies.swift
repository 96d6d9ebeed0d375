import Kernel

/// Language and size of type: choices of a browser, which no record knows.
enum LookCookies {
    static let lang = "yjb-lang"
    static let large = "yjb-large"
    private static let year = 365 * 24 * 3600

    /// What was chosen; Chinese until something is.
    static func language(_ cookies: [String: String]) -> Language { cookies[lang].flatMap(Language.init(rawValue:)) ?? .zh }

    /// `/look?lang=en&back=/NHL/desk`.
    static func choose(_ visit: Visit) async throws(Refusal) -> Reply {
        var cookies: [Cookie] = []
        if let language = visit.query["lang"].flatMap(Language.init(rawValue:)) {
            cookies.append(Cookie(name: lang, value: language.rawValue, age: year))
        }
        if let size = visit.query["large"] { cookies.append(Cookie(name: large, value: size == "1" ? "1" : nil, age: year)) }
        return .redirect(BackPath.safe(visit.query["back"]) ?? "/", cookies: cookies)
    }
}

/// Where to go on after something: an address of this server and of nobody else.
enum BackPath {
    static func safe(_ text: String?) -> String? {
        guard let text, text.hasPrefix("/"), !text.hasPrefix("//"), text.utf8.count <= 2048,
              text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\\") }) else { return nil }
        return text
    }
}
