import Glibc

/// What this process may use, taken away from itself before it looks at a stranger's bytes: memory, time,
/// files, the network, other programs. A decoder that was taken over can write a wrong picture, and no more.
enum Cage {
    private static let memory: UInt = 512 << 20
    private static let seconds: UInt = 10

    /// Memory, processor time, no file written, no core left behind; and nothing open but the two pipes.
    static func limit() -> Bool {
        for file in 3..<1024 as Range<Int32> { close(file) }
        return set(RLIMIT_AS, memory) && set(RLIMIT_CPU, seconds) && set(RLIMIT_FSIZE, 0) && set(RLIMIT_CORE, 0)
    }

    private static func set(_ resource: __rlimit_resource, _ most: UInt) -> Bool {
        var limit = rlimit(rlim_cur: most, rlim_max: most)
        return setrlimit(__rlimit_resource_t(resource.rawValue), &limit) == 0
    }

    /// From here on the kernel answers only the calls of ``allowed``: memory, the open pipes, the end. No
    /// file can be opened, no socket made, no program started.
    static func shut() -> Bool {
        guard let prctl = dlsym(nil, "prctl") else { return false }
        // The header declares it with an open list of arguments; these are the five that there are.
        typealias Control = @convention(c) (Int32, UInt, UInt, UInt, UInt) -> Int32
        let control = unsafeBitCast(prctl, to: Control.self)
        return program.withUnsafeBufferPointer { program in
            var filter = Filter(count: UInt16(program.count), program: program.baseAddress)
            return withUnsafePointer(to: &filter) { filter in
                control(noNewPrivileges, 1, 0, 0, 0) == 0
                    && control(setSeccomp, modeFilter, UInt(bitPattern: filter), 0, 0) == 0
            }
        }
    }
}

/// The filter, in the words of the kernel's `linux/seccomp.h` and `linux/bpf_common.h`.
extension Cage {
    /// `struct sock_filter`.
    private struct Instruction {
        let code: UInt16
        var jumpTrue: UInt8 = 0
        var jumpFalse: UInt8 = 0
        let value: UInt32
    }

    /// `struct sock_fprog`.
    private struct Filter {
        let count: UInt16
        let program: UnsafePointer<Instruction>?
    }

    private static let noNewPrivileges: Int32 = 38, setSeccomp: Int32 = 22
    private static let modeFilter: UInt = 2
    private static let load: UInt16 = 0x20, equal: UInt16 = 0x15, answer: UInt16 = 0x06
    private static let go: UInt32 = 0x7FFF_0000, refuse: UInt32 = 0x0005_0000 | UInt32(EPERM), kill: UInt32 = 0x8000_0000

    private static let program: [Instruction] = {
        let calls = allowed.enumerated().map { index, call in
            Instruction(code: equal, jumpTrue: UInt8(allowed.count - index), value: call)
        }
        return [
            Instruction(code: load, value: 4), Instruction(code: equal, jumpTrue: 1, value: machine),
            Instruction(code: answer, value: kill), Instruction(code: load, value: 0),
        ] + calls + [Instruction(code: answer, value: refuse), Instruction(code: answer, value: go)]
    }()

    #if arch(x86_64)
    private static let machine: UInt32 = 0xC000_003E
    // read write close fstat lseek mmap mprotect munmap brk rt_sigaction rt_sigprocmask rt_sigreturn
    // sched_yield mremap madvise getpid exit sigaltstack gettid futex clock_gettime exit_group tgkill
    // getrandom
    private static let allowed: [UInt32] = [
        0, 1, 3, 5, 8, 9, 10, 11, 12, 13, 14, 15, 24, 25, 28, 39, 60, 131, 186, 202, 228, 231, 234, 318,
    ]
    #elseif arch(arm64)
    private static let machine: UInt32 = 0xC000_00B7
    // The same calls by the numbers of this machine.
    private static let allowed: [UInt32] = [
        57, 62, 63, 64, 80, 93, 94, 98, 113, 124, 131, 132, 134, 135, 139, 172, 178, 214, 215, 216, 222, 226, 233, 278,
    ]
    #endif
}
