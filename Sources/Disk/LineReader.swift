import Glibc
package import Kernel

/// Reads lines as they arrive: whatever one read brings is handed over at once, so that a person at the
/// other end of a pipe gets an answer, and a large file comes in large pieces.
package struct LineReader {
    /// A line without its end, or why it cannot be taken.
    package enum Line {
        case text([UInt8])
        case bad(Refusal)
    }

    /// The longest line: an envelope with a policy is some ten kilobytes.
    static let longest = 1 << 20

    private let file: Int32
    private let path: String
    /// What one read brings.
    private var buffer = [UInt8](repeating: 0, count: 1 << 18)
    private var pending: [UInt8] = []
    private var skipping = false
    private var ended = false

    /// `-` is standard input. Throws `file.missing`, `file.unreadable`.
    package init(_ path: String) throws(Refusal) {
        self.path = path
        guard path != "-" else {
            file = STDIN_FILENO
            return
        }
        file = Glibc.open(path, O_RDONLY)
        if file < 0 { throw Files.unreadable(path) }
    }

    /// The lines that have arrived, or nil at the end.
    package mutating func next() throws(Refusal) -> [Line]? {
        while !ended {
            let count = buffer.withUnsafeMutableBytes { Glibc.read(file, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            if count < 0 { throw Files.unreadable(path) }
            if count == 0 {
                ended = true
                return last().map { [$0] }
            }
            let lines = take(buffer[0..<count])
            if !lines.isEmpty { return lines }
        }
        return nil
    }

    private mutating func take(_ bytes: ArraySlice<UInt8>) -> [Line] {
        var lines: [Line] = []
        var rest = bytes
        while let end = rest.firstIndex(of: 0x0A) {
            pending += rest[..<end]
            lines.append(skipping || pending.count > Self.longest ? tooLong : .text(pending))
            pending = []
            skipping = false
            rest = rest[(end + 1)...]
        }
        if !skipping { pending += rest }
        if pending.count > Self.longest {
            pending = []
            skipping = true
        }
        return lines
    }

    private func last() -> Line? {
        if skipping { return tooLong }
        return pending.isEmpty ? nil : .text(pending)
    }

    private var tooLong: Line { .bad(Refusal(.inputTooLong, ["limit": String(Self.longest)])) }
}
