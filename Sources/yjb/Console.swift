import Glibc
import Kernel

/// Where a command writes: results to stdout, messages to stderr.
enum Console {
    static func out(_ text: String) throws(Refusal) { try out(Array(text.utf8)) }

    static func out(_ bytes: [UInt8]) throws(Refusal) { try write(bytes, to: STDOUT_FILENO, name: "stdout") }

    /// Messages: what cannot be written to stderr has nowhere else to go.
    static func message(_ text: String) {
        try? write(Array((text + "\n").utf8), to: STDERR_FILENO, name: "stderr")
    }

    /// A question, behind which the answer is typed.
    static func ask(_ text: String) { try? write(Array(text.utf8), to: STDERR_FILENO, name: "stderr") }

    /// A line that the next one writes over; for a terminal only.
    static func progress(_ text: String) {
        try? write(Array(("\r\u{1B}[K" + text).utf8), to: STDERR_FILENO, name: "stderr")
    }

    static var outIsTerminal: Bool { isatty(STDOUT_FILENO) == 1 }
    static var messagesAreTerminal: Bool { isatty(STDERR_FILENO) == 1 }

    /// How wide tables may be: what COLUMNS says, or the terminal's width; nil where there is no terminal,
    /// so that a pipe gets them whole.
    static var width: Int? {
        if let columns = environment("COLUMNS").flatMap({ Int($0) }), columns > 0 { return columns }
        var size = winsize()
        guard outIsTerminal, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
        return Int(size.ws_col)
    }

    /// Colours only on a terminal that wants them (NO_COLOR, TERM=dumb).
    static var wantsColour: Bool {
        outIsTerminal && environment("NO_COLOR") == nil && environment("TERM") != "dumb"
    }

    /// A variable of the environment; empty counts as absent.
    static func environment(_ name: String) -> String? {
        guard let value = getenv(name) else { return nil }
        let text = String(cString: value)
        return text.isEmpty ? nil : text
    }

    private static func write(_ bytes: [UInt8], to file: Int32, name: String) throws(Refusal) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else {
                throw Refusal(.fileUnwritable, ["path": name, "detail": String(cString: strerror(errno))])
            }
            rest = rest.dropFirst(count)
        }
    }
}
