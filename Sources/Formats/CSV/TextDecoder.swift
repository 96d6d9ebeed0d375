import Kernel

/// Turns a source's bytes into UTF-8, piece by piece. UTF-8 passes through unchecked here: the reader checks
/// each row, because only it knows the place of a fault.
final class TextDecoder {
    private let source: any ByteSource
    private var gb18030: GB18030?
    private var atEnd = false

    /// Throws what the source throws, and `setting.missing` when the system's iconv knows no GB18030.
    init(_ source: any ByteSource, encoding: TextEncoding) throws(Refusal) {
        self.source = source
        switch encoding {
        case .utf8: gb18030 = nil
        case .gb18030: gb18030 = try GB18030()
        case .auto: gb18030 = try Self.isUTF8(source) ? nil : GB18030()
        }
    }

    /// The next piece of UTF-8, or nil at the end. Throws `input.encoding` or `input.truncated` when
    /// everything before the fault has been handed out, so that the caller stands at the fault's place.
    func next() throws(Refusal) -> [UInt8]? {
        guard let gb18030 else { return try source.next() }
        while !atEnd {
            if gb18030.isBroken { throw Refusal(.inputEncoding) }
            guard let piece = try source.next() else {
                atEnd = true
                if gb18030.isUnfinished { throw Refusal(.inputTruncated) }
                return nil
            }
            let text = try gb18030.convert(piece)
            if !text.isEmpty { return text }
        }
        return nil
    }

    private static func isUTF8(_ source: any ByteSource) throws(Refusal) -> Bool {
        var check = UTF8Check()
        var good = true
        while good, let piece = try source.next() { good = check.take(piece) }
        try source.rewind()
        return good && check.isComplete
    }
}
