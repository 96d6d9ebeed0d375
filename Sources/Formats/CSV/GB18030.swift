import Glibc
package import Kernel

/// GB18030 to UTF-8 by the system's iconv(3). The handle never leaves this file.
final class GB18030 {
    private let handle: iconv_t
    /// The bytes of a character that the last piece cut.
    private var rest: [UInt8] = []
    /// A byte sequence that is no GB18030 was met; everything before it has been converted.
    private(set) var isBroken = false

    var isUnfinished: Bool { !rest.isEmpty }

    /// Throws `setting.missing` when the system's iconv knows no GB18030 (a slim image without gconv
    /// modules).
    init() throws(Refusal) {
        guard let opened = iconv_open("UTF-8", "GB18030"), Int(bitPattern: opened) != -1 else {
            throw Refusal(.settingMissing, ["setting": "iconv GB18030"])
        }
        handle = opened
    }

    deinit { iconv_close(handle) }

    /// Converts a piece as far as it goes. Throws `input.encoding` only for a fault that iconv does not
    /// explain.
    func convert(_ piece: [UInt8]) throws(Refusal) -> [UInt8] {
        let input = rest + piece
        var (text, used, failure) = run(input)
        // A character of two bytes becomes at most three, one of four at most four: the room below always
        // suffices, but iconv is the one who decides.
        while failure == E2BIG {
            let more = run(Array(input[used...]))
            text += more.text
            used += more.used
            failure = more.used == 0 ? EILSEQ : more.failure
        }
        switch failure {
        case 0: rest = []
        case EINVAL: rest = Array(input[used...])
        case EILSEQ: isBroken = true
        case _: throw Refusal(.inputEncoding)
        }
        return text
    }

    private func run(_ input: [UInt8]) -> (text: [UInt8], used: Int, failure: Int32) {
        var bytes = input
        var used = 0
        var failure: Int32 = 0
        let room = input.count * 2 + 16
        let text = [UInt8](unsafeUninitializedCapacity: room) { out, count in
            bytes.withUnsafeMutableBytes { raw in
                var from = raw.baseAddress?.assumingMemoryBound(to: CChar.self)
                var left = raw.count
                out.withMemoryRebound(to: CChar.self) { target in
                    var to = target.baseAddress
                    var free = room
                    if iconv(handle, &from, &left, &to, &free) == -1 { failure = errno }
                    count = room - free
                }
                used = raw.count - left
            }
        }
        return (text, used, failure)
    }
}

/// UTF-8 to the encoding of a file: itself, or GB18030 by iconv(3).
package final class TextEncoder {
    private let handle: iconv_t?

    /// Throws `setting.missing` when the system's iconv knows no GB18030.
    package init(_ encoding: TextEncoding) throws(Refusal) {
        guard encoding == .gb18030 else {
            handle = nil
            return
        }
        guard let opened = iconv_open("GB18030", "UTF-8"), Int(bitPattern: opened) != -1 else {
            throw Refusal(.settingMissing, ["setting": "iconv GB18030"])
        }
        handle = opened
    }

    deinit { if let handle { iconv_close(handle) } }

    /// Whole characters only. Throws `input.encoding` for one that the encoding has not.
    package func encode(_ bytes: [UInt8]) throws(Refusal) -> [UInt8] {
        guard let handle else { return bytes }
        var source = bytes
        var isWhole = true
        let room = bytes.count * 2 + 16
        let text = [UInt8](unsafeUninitializedCapacity: room) { out, count in
            source.withUnsafeMutableBytes { raw in
                var (from, left) = (raw.baseAddress?.assumingMemoryBound(to: CChar.self), raw.count)
                out.withMemoryRebound(to: CChar.self) { target in
                    var (to, free) = (target.baseAddress, room)
                    isWhole = iconv(handle, &from, &left, &to, &free) == 0 && left == 0
                    count = room - free
                }
            }
        }
        guard isWhole else { throw Refusal(.inputEncoding) }
        return text
    }
}
