import Kernel

/// The Chinese encodings of XML that expat does not know: banks and the tax office write GBK. They are
/// turned into UTF-8 before the document is parsed.
enum XMLEncoding {
    /// GB18030 has all of the others in it.
    private static let chinese: Set = ["gbk", "gb2312", "gb18030", "gb-18030", "cp936", "x-gbk", "hz-gb-2312"]

    /// The bytes, and what they are where the document's own word does not count any more. A document that
    /// says GBK and is UTF-8 is read as what it is. Throws `input.encoding`, `setting.missing`.
    static func read(_ bytes: [UInt8]) throws(Refusal) -> (bytes: [UInt8], encoding: String?) {
        guard let name = declared(bytes), chinese.contains(name) else { return (bytes, nil) }
        var check = UTF8Check()
        if check.take(bytes), check.isComplete { return (bytes, "UTF-8") }
        let converter = try GB18030()
        let text = try converter.convert(bytes)
        if converter.isBroken || converter.isUnfinished {
            throw Refusal(.inputEncoding).placed(file: nil, line: text.count { $0 == 0x0A } + 1, column: nil)
        }
        return (text, "UTF-8")
    }

    /// `gbk` of `<?xml version="1.0" encoding="GBK"?>`, in small letters.
    private static func declared(_ bytes: [UInt8]) -> String? {
        let head = String(decoding: bytes.prefix(200).prefix { $0 != UInt8(ascii: ">") }, as: UTF8.self)
        guard head.hasPrefix("<?xml"), let mark = head.firstRange(of: "encoding") else { return nil }
        let rest = head[mark.upperBound...].drop { $0 == "=" || $0 == " " }
        guard let quote = rest.first, quote == "\"" || quote == "'" else { return nil }
        return rest.dropFirst().prefix { $0 != quote }.lowercased()
    }
}
