import Dispatch
import Glibc
import Kernel
import Pictures
import Synchronization

/// Runs `yjb-photo` for one picture: bytes in, the cleaned picture out. Whatever becomes of the other
/// process, this one gets an answer in bounded time and of bounded size.
struct PictureProcess {
    let program: String

    /// More than three pictures of the largest size at the least compression.
    private static let longestAnswer = 64 << 20
    private static let patience = 30_000 as Int32
    /// One process is made at a time: the end of a pipe that another one inherits would keep it open.
    private static let making = Mutex(())

    /// Throws `tool.missing`, `photo.size`, `photo.broken`, `store.io`.
    func clean(_ bytes: [UInt8]) throws(Refusal) -> CleanedPicture {
        guard let input = tmpfile() else { throw broken(errno) }
        defer { fclose(input) }
        guard bytes.withUnsafeBytes({ fwrite($0.baseAddress, 1, $0.count, input) }) == bytes.count, fflush(input) == 0 else {
            throw broken(errno)
        }
        rewind(input)
        lseek(fileno(input), 0, SEEK_SET)
        let (child, output) = try start(fileno(input))
        let answer = read(output, of: child)
        close(output)
        var status: Int32 = 0
        while waitpid(child, &status, 0) < 0, errno == EINTR {}
        switch answer.map(CleanedPicture.read) ?? .failure(.broken) {
        case .success(let picture): return picture
        case .failure(.library): throw Refusal(.toolMissing, ["tool": "gdk-pixbuf", "package": "libgdk-pixbuf-2.0-0"])
        case .failure(.size):
            throw Refusal(.photoSize, [
                "side": String(CleanedPicture.mostSide), "pixels": String(CleanedPicture.mostPixels / 1_000_000)])
        case .failure(.broken): throw Refusal(.photoBroken)
        }
    }

    private func start(_ input: Int32) throws(Refusal) -> (child: pid_t, output: Int32) {
        let made = Self.making.withLock { _ in spawn(input) }
        switch made {
        case .success(let both): return both
        case .failure(let fault) where fault.number == ENOENT:
            throw Refusal(.toolMissing, ["tool": program, "package": "yjb-photo"])
        case .failure(let fault): throw broken(fault.number)
        }
    }

    private struct Fault: Error { let number: Int32 }

    private func spawn(_ input: Int32) -> Result<(child: pid_t, output: Int32), Fault> {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { return .failure(Fault(number: errno)) }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
        posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO)
        posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
        var child: pid_t = 0
        // Without this program's variables: some of them are addresses with passwords.
        let name = strdup(program)
        defer { free(name) }
        var words = [name, nil], variables: [UnsafeMutablePointer<CChar>?] = [nil]
        let code = posix_spawn(&child, program, &actions, nil, &words, &variables)
        close(ends[1])
        guard code == 0 else {
            close(ends[0])
            return .failure(Fault(number: code))
        }
        return .success((child, ends[0]))
    }

    /// Everything up to the end; nil, and the process is ended, when that is too long or takes too long.
    private func read(_ output: Int32, of child: pid_t) -> [UInt8]? {
        let start = DispatchTime.now().uptimeNanoseconds
        var bytes: [UInt8] = [], buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let passed = Int32((DispatchTime.now().uptimeNanoseconds - start) / 1_000_000)
            var waiting = pollfd(fd: output, events: Int16(POLLIN), revents: 0)
            let ready = poll(&waiting, 1, max(0, Self.patience - passed))
            if ready < 0, errno == EINTR { continue }
            let count = ready > 0 ? Glibc.read(output, &buffer, buffer.count) : -1
            if count == 0 { return bytes }
            guard count > 0, bytes.count + count <= Self.longestAnswer else {
                kill(child, SIGKILL)
                return nil
            }
            bytes += buffer[..<count]
        }
    }

    private func broken(_ number: Int32) -> Refusal { Refusal(.storeIO, ["detail": String(cString: strerror(number))]) }
}
