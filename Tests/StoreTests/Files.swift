import Glibc

struct FileFailure: Error { let errno: Int32 }

/// The whole of a file.
func bytes(of path: String) throws -> [UInt8] {
    let handle = open(path, O_RDONLY)
    guard handle >= 0 else { throw FileFailure(errno: errno) }
    defer { close(handle) }
    var all: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 65536)
    while true {
        let count = read(handle, &block, block.count)
        guard count >= 0 else { throw FileFailure(errno: errno) }
        if count == 0 { return all }
        all += block[..<count]
    }
}

/// Makes or replaces a file.
func write(_ bytes: [UInt8], to path: String) throws {
    let handle = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    guard handle >= 0 else { throw FileFailure(errno: errno) }
    defer { close(handle) }
    guard Glibc.write(handle, bytes, bytes.count) == bytes.count else { throw FileFailure(errno: errno) }
}

/// Runs `body` with the file rights of a stranger, on this thread only, also when root runs the tests; for
/// another user nothing changes, and the permission bits hold for that user anyway.
func asStranger<T>(_ body: () throws -> T) throws -> T {
    typealias SetUser = @convention(c) (uid_t) -> CInt
    guard let symbol = dlsym(nil, "setfsuid") else { throw FileFailure(errno: ENOSYS) }
    let setUser = unsafeBitCast(symbol, to: SetUser.self)
    let before = setUser(65534)
    defer { _ = setUser(uid_t(bitPattern: before)) }
    return try body()
}
