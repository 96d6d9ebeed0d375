import Glibc

/// A folder of its own for one test, removed with all that is in it when the test ends, also when it fails.
package struct TemporaryFolder: Sendable {
    package struct Failure: Error { let errno: Int32 }

    /// Absolute, without a slash at the end.
    package let path: String

    /// Makes the folder, runs `body`, removes the folder. Throws ``Failure`` when it cannot be made, and what
    /// `body` throws.
    package static func with<T>(
        isolation: isolated (any Actor)? = #isolation, _ body: (TemporaryFolder) async throws -> T
    ) async throws -> T {
        let path = try make()
        defer { remove(path) }
        return try await body(TemporaryFolder(path: path))
    }

    /// The same for a body that waits for nothing; it is given the path.
    package static func inFolder(_ body: (String) throws -> Void) throws {
        let path = try make()
        defer { remove(path) }
        try body(path)
    }

    private static func make() throws -> String {
        var template = Array(((getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp") + "/yjb-test-XXXXXX").utf8CString)
        guard mkdtemp(&template) != nil else { throw Failure(errno: errno) }
        return template.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? "" }
    }

    /// The path of a file or a folder in here, whether it exists or not.
    package func file(_ name: String) -> String { path + "/" + name }

    private static func remove(_ path: String) {
        for name in names(in: path) { remove(path + "/" + name) }
        if rmdir(path) != 0 { unlink(path) }
    }

    /// What a folder holds; empty for anything else, and for a link to a folder.
    private static func names(in path: String) -> [String] {
        let handle = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        guard handle >= 0 else { return [] }
        guard let folder = fdopendir(handle) else {
            close(handle)
            return []
        }
        defer { closedir(folder) }
        var names: [String] = []
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names
    }
}
