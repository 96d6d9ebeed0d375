import Foundation
import TestKit

/// The program as its user runs it: the built binary beside the tests, in a folder of its own.
struct Program: Sendable {
    struct Outcome {
        let code: Int32
        let out: String
        let messages: String
    }

    let folder: TemporaryFolder
    /// Names the database to every run, where the test runs on each kind.
    private var settings: [String: String] = [:]

    /// The database that every run is told of; empty where each names its own.
    var address: String { settings["YJB_DB"] ?? "" }

    init(folder: TemporaryFolder) { self.folder = folder }

    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path

    /// The tests run from a bundle in the build folder, where the program lies too.
    static let binary = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
        .appending(path: "yjb").path

    static func with(_ body: (Program) async throws -> Void) async throws {
        try await TemporaryFolder.with { try await body(Program(folder: $0)) }
    }

    /// A place for a database, named in the environment; `yjb init` makes it.
    static func with(_ engine: Engine, _ body: (Program) async throws -> Void) async throws {
        try await engine.with { place in
            var program = Program(folder: place.folder)
            program.settings = ["YJB_DB": place.address, "YJB_FILES": place.folder.file("files")]
            try await body(program)
        }
    }

    /// Runs `yjb` with arguments; the environment has no setting of ours but those given.
    @discardableResult
    func run(_ arguments: String..., input: String = "", environment: [String: String] = [:]) async throws -> Outcome {
        try await shell(
            [Self.binary] + arguments, input: input, environment: environment)
    }

    /// Runs any program in the test's folder.
    func shell(_ command: [String], input: String = "", environment: [String: String] = [:]) async throws -> Outcome {
        let process = Process()
        process.executableURL = URL(filePath: command[0])
        process.arguments = Array(command.dropFirst())
        process.currentDirectoryURL = URL(filePath: folder.path)
        let kept = ["PATH", "HOME", "LD_LIBRARY_PATH"]
        let own = ProcessInfo.processInfo.environment.filter { kept.contains($0.key) }
        process.environment = own.merging(settings) { $1 }.merging(environment) { $1 }
        let paths = ["in", "out", "err"].map { folder.file(".\($0)-\(UUID().uuidString)") }
        try Data(input.utf8).write(to: URL(filePath: paths[0]))
        for path in paths.dropFirst() { _ = FileManager.default.createFile(atPath: path, contents: nil) }
        let files = [
            try FileHandle(forReadingFrom: URL(filePath: paths[0])),
            try FileHandle(forWritingTo: URL(filePath: paths[1])), try FileHandle(forWritingTo: URL(filePath: paths[2])),
        ]
        // Foundation keeps them for good; and before it starts a program it lists the files that are open, with reads
        // past the end of a buffer of some 1,360 names.
        defer { for file in files { try? file.close() } }
        (process.standardInput, process.standardOutput, process.standardError) = (files[0], files[1], files[2])
        let code = try await withCheckedThrowingContinuation { (waiter: CheckedContinuation<Int32, any Error>) in
            process.terminationHandler = { waiter.resume(returning: $0.terminationStatus) }
            do { try process.run() } catch { waiter.resume(throwing: error) }
        }
        return Outcome(code: code, out: try text(paths[1]), messages: try text(paths[2]))
    }

    func text(_ path: String) throws -> String {
        String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
    }

    func write(_ text: String, to name: String) throws {
        try Data(text.utf8).write(to: URL(filePath: folder.file(name)))
    }

    static func sample(_ name: String) -> String { root + "/samples/" + name }
}
