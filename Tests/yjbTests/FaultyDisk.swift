import Foundation
import TestKit
import Testing

/// A disk that fails, fills up or loses power as a test wants it to, put under the program (Tests/Faults/faults.c).
enum FaultyDisk {
    /// Built once a run; nil where there is no C compiler.
    private static let library: String? = {
        let folder = FileManager.default.temporaryDirectory.appending(path: "yjb-faults-\(getpid())")
        try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let library = folder.appending(path: "faults.so").path
        for compiler in ["clang", "cc"] {
            let process = Process()
            process.executableURL = URL(filePath: "/usr/bin/env")
            process.arguments = [compiler, "-O1", "-shared", "-fPIC", "-o", library, Program.root + "/Tests/Faults/faults.c"]
            process.standardError = FileHandle.nullDevice
            guard (try? process.run()) != nil else { continue }
            process.waitUntilExit()
            if process.terminationStatus == 0 { return library }
        }
        return nil
    }()

    /// The environment that puts it under a program. `fault` is `op:n:what:part`, as the file says.
    static func under(_ fault: String? = nil, log: String? = nil) throws -> [String: String] {
        guard let library else { try Test.cancel("there is no C compiler") }
        var environment = ["LD_PRELOAD": library]
        environment["FAULT"] = fault
        environment["FAULT_LOG"] = log
        return environment
    }
}

extension Program {
    /// What a faulty disk has noted, line by line.
    func notes(_ name: String) throws -> [String] { try text(folder.file(name)).split(separator: "\n").map(String.init) }

    /// The files of the test's folder, without those that the runs themselves make.
    func files() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { !$0.hasPrefix(".") }.sorted()
    }
}
