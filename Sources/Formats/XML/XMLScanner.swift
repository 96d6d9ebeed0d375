import CExpat
import Kernel

/// A strict, bounded reader of XML over expat: it is fed bytes in pieces and hands over elements and text.
///
/// A document type declaration is refused, and with it every entity of a document's own, internal or
/// external: nothing is ever fetched or expanded. Names come without their namespace prefix. The parser
/// never leaves this file.
package final class XMLScanner {
    /// What bounds a document: levels of elements, bytes fed, bytes of one attribute or run of text, or of
    /// one token (a tag, a comment, an instruction).
    package struct Limits {
        package var depth = 32
        package var bytes = 64 << 20
        package var text = 1 << 20

        package init(depth: Int = 32, bytes: Int = 64 << 20, text: Int = 1 << 20) {
            self.depth = depth
            self.bytes = bytes
            self.text = text
        }
    }

    /// An element's name without prefix, and its attributes by name without prefix.
    var onStart: (String, [String: String]) throws(Refusal) -> Void = { _, _ in }
    var onEnd: () throws(Refusal) -> Void = {}
    /// A part of the text of the element that is open; a text may come in several parts.
    var onText: ([UInt8]) throws(Refusal) -> Void = { _ in }

    private let parser: XML_Parser
    private let limits: Limits
    private var depth = 0
    private var bytes = 0
    private var failure: Refusal?

    /// `encoding` says what the bytes are, whatever the document declares; nil takes its word. Throws
    /// `store.io` when there is no memory for a parser.
    init(_ limits: Limits = Limits(), encoding: String? = nil) throws(Refusal) {
        guard let made = XML_ParserCreate(encoding) else { throw Refusal(.storeIO, ["detail": "expat"]) }
        parser = made
        self.limits = limits
        XML_SetUserData(made, Unmanaged.passUnretained(self).toOpaque())
        XML_SetElementHandler(
            made, { XMLScanner.started($0, $1, $2) }, { data, _ in XMLScanner.scanner(data)?.ended() })
        XML_SetCharacterDataHandler(made) { XMLScanner.heard($0, $1, $2) }
        XML_SetStartDoctypeDeclHandler(made) { data, _, _, _, _ in XMLScanner.scanner(data)?.declared() }
    }

    deinit { XML_ParserFree(parser) }

    /// The line reached, from 1.
    var line: Int { Int(XML_GetCurrentLineNumber(parser)) }

    /// Takes the next piece; `last` says that nothing follows. Throws, with the fact `line`,
    /// `input.malformed`, `input.truncated`, `input.encoding`, `input.doctype`, `input.limit`, and whatever
    /// the handlers throw.
    func feed(_ piece: [UInt8], last: Bool = false) throws(Refusal) {
        bytes += piece.count
        if bytes > limits.bytes { throw Refusal(.inputLimit, ["part": "XML", "limit": "\(limits.bytes >> 20) MiB"]) }
        let status = piece.withUnsafeBufferPointer { raw in
            raw.withMemoryRebound(to: CChar.self) { XML_Parse(parser, $0.baseAddress, Int32($0.count), last ? 1 : 0) }
        }
        if let failure { throw failure.placed(file: nil, line: line, column: nil) }
        if status == XML_STATUS_ERROR { throw fault(XML_GetErrorCode(parser)) }
        if pending > limits.text {
            throw Refusal(.inputLimit, ["part": "XML", "limit": "\(limits.text) bytes"])
                .placed(file: nil, line: line, column: nil)
        }
    }

    /// The bytes of the token under way. Expat reads it from its beginning with every piece that does not
    /// end it, up to version 2.5.0 without an end to that.
    private var pending: Int {
        let begun = XML_GetCurrentByteIndex(parser)
        return begun < 0 ? 0 : bytes - Int(begun)
    }

    private func fault(_ code: XML_Error) -> Refusal {
        let kind: RefusalCode =
            switch code {
            case XML_ERROR_UNKNOWN_ENCODING, XML_ERROR_INCORRECT_ENCODING: .inputEncoding
            case XML_ERROR_UNCLOSED_TOKEN, XML_ERROR_NO_ELEMENTS, XML_ERROR_PARTIAL_CHAR, XML_ERROR_UNCLOSED_CDATA_SECTION:
                .inputTruncated
            case _: .inputMalformed
            }
        let column = Int(XML_GetCurrentColumnNumber(parser)) + 1
        return Refusal(kind).placed(file: nil, line: line, column: column)
    }

    /// Runs a handler; its refusal stops the parser, and ``feed(_:last:)`` throws it.
    private func run(_ body: () throws(Refusal) -> Void) {
        guard failure == nil else { return }
        do throws(Refusal) {
            try body()
        } catch {
            failure = error
            XML_StopParser(parser, 0)
        }
    }

    private func start(_ name: String, _ attributes: [String: String]) throws(Refusal) {
        depth += 1
        if depth > limits.depth { throw Refusal(.inputLimit, ["part": "XML", "limit": "\(limits.depth) levels · 层"]) }
        if attributes.values.contains(where: { $0.utf8.count > limits.text }) {
            throw Refusal(.inputLimit, ["part": "XML", "limit": "\(limits.text) bytes"])
        }
        try onStart(name, attributes)
    }

    private static func scanner(_ data: UnsafeMutableRawPointer?) -> XMLScanner? {
        data.map { Unmanaged<XMLScanner>.fromOpaque($0).takeUnretainedValue() }
    }

    /// `ns:name` without its prefix.
    private static func local(_ name: UnsafePointer<XML_Char>) -> String {
        let text = String(cString: name)
        return text.lastIndex(of: ":").map { String(text[text.index(after: $0)...]) } ?? text
    }

    private static func started(
        _ data: UnsafeMutableRawPointer?, _ name: UnsafePointer<XML_Char>?,
        _ list: UnsafeMutablePointer<UnsafePointer<XML_Char>?>?
    ) {
        guard let scanner = scanner(data), let name else { return }
        var attributes: [String: String] = [:]
        var index = 0
        while let list, let key = list[index], let value = list[index + 1] {
            attributes[local(key)] = String(cString: value)
            index += 2
        }
        scanner.run { () throws(Refusal) in try scanner.start(local(name), attributes) }
    }

    private static func heard(_ data: UnsafeMutableRawPointer?, _ text: UnsafePointer<XML_Char>?, _ count: Int32) {
        guard let scanner = scanner(data), let text else { return }
        let bytes = Array(UnsafeRawBufferPointer(start: text, count: Int(count)))
        scanner.run { () throws(Refusal) in try scanner.onText(bytes) }
    }

    private func ended() {
        depth -= 1
        run { () throws(Refusal) in try onEnd() }
    }

    private func declared() {
        run { () throws(Refusal) in throw Refusal(.inputDoctype) }
    }
}
