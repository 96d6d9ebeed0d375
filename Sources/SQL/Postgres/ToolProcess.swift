import Dispatch
import Glibc
import Kernel

/// Runs one of PostgreSQL's own programs and waits for its end.
struct ToolProcess: Sendable {
    let tool: String
    let arguments: [String]
    /// Variables beside those that this program has itself.
    let environment: [String: String]
    /// What must not be shown, should the tool's messages quote it.
    let secrets: [String]

    /// The Debian package that the tools come in.
    private static let package = "postgresql-client"

    /// What the tool printed. Throws `tool.missing` (facts `tool`, `package`), `tool.failed` (`tool`,
    /// `detail`).
    func run() async throws(Refusal) -> String {
        let outcome = await withCheckedContinuation { (caller: Waiter<String>) in
            // Waiting blocks: not on a thread of the cooperative pool.
            DispatchQueue.global().async {
                caller.resume(returning: Result { () throws(Refusal) in try wait() })
            }
        }
        return try outcome.get()
    }

    private func wait() throws(Refusal) -> String {
        // Files and not pipes, so that no tool ever waits for a reader.
        guard let out = tmpfile() else { throw failed(errno) }
        defer { fclose(out) }
        guard let messages = tmpfile() else { throw failed(errno) }
        defer { fclose(messages) }
        var status: Int32 = 0
        let child = try spawn(out: fileno(out), messages: fileno(messages))
        while waitpid(child, &status, 0) < 0 {
            guard errno == EINTR else { throw failed(errno) }
        }
        guard status == 0 else { throw failed(Self.text(messages)) }
        return Self.text(out)
    }

    private func spawn(out: Int32, messages: Int32) throws(Refusal) -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_adddup2(&actions, out, STDOUT_FILENO)
        posix_spawn_file_actions_adddup2(&actions, messages, STDERR_FILENO)
        var child: pid_t = 0
        let code = Self.withTexts([tool] + arguments) { words in
            Self.withTexts(variables) { variables in posix_spawnp(&child, tool, &actions, nil, words, variables) }
        }
        if code == ENOENT { throw Refusal(.toolMissing, ["tool": tool, "package": Self.package]) }
        guard code == 0 else { throw failed(code) }
        return child
    }

    /// This program's variables, with the tool's own in their place.
    private var variables: [String] {
        var kept: [String] = []
        var at = environ
        while let entry = at.pointee {
            let text = String(cString: entry)
            if environment[String(text.prefix { $0 != "=" })] == nil { kept.append(text) }
            at += 1
        }
        return kept + environment.map { $0.key + "=" + $0.value }.sorted()
    }

    private func failed(_ number: Int32) -> Refusal { failed(String(cString: strerror(number))) }

    /// Messages on one line, without secrets.
    private func failed(_ text: String) -> Refusal {
        var detail = text.split(whereSeparator: \.isNewline).joined(separator: " ")
        for secret in secrets where !secret.isEmpty { detail = detail.replacing(secret, with: "***") }
        return Refusal(.toolFailed, ["tool": tool, "detail": detail.isEmpty ? "—" : detail])
    }

    private static func text(_ file: UnsafeMutablePointer<FILE>) -> String {
        rewind(file)
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while case let count = fread(&buffer, 1, buffer.count, file), count > 0 { bytes += buffer[..<count] }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Lends texts as a list of C strings that ends with nil.
    private static func withTexts<T>(
        _ texts: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> T
    ) -> T {
        let copies = texts.map { strdup($0) }
        defer { for copy in copies { free(copy) } }
        return body(copies + [nil])
    }
}
