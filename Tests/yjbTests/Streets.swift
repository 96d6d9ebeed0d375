import Foundation
import TestKit
import Testing

extension Program {
    /// The lines of the sample year up to its first call, and that call.
    static func opening() throws -> (before: String, call: String) {
        let lines = try String(contentsOfFile: sample("2026-year.jsonl"), encoding: .utf8).split(separator: "\n")
        let first = try #require(lines.firstIndex { $0.contains(#""do":"job.call""#) })
        return (lines[..<first].joined(separator: "\n") + "\n", lines[first] + "\n")
    }

    /// Makes a database with the first months of the sample year: a street with jobs, callers and money, whose photos
    /// were never taken.
    @discardableResult
    func makeStreet(_ path: String = "a.sqlite", lines: Int = 150) async throws -> String {
        let year = try text(Self.sample("2026-year.jsonl")).split(separator: "\n").prefix(lines)
        try await run("init", "--db", path)
        try await run("apply", "--db", path, "-", input: year.joined(separator: "\n") + "\n")
        return path
    }

    /// Adds a note to the first job, with a photo that is given by its bytes.
    func addPhoto(_ text: String, to database: String) async throws {
        try write("\u{25}PDF-1.7 " + text, to: "photo.pdf")
        try await run("job", "note", "2026-0001", "--text", text, "--photo", "photo.pdf", "--db", database, "--as", "li.wei")
    }

    func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: folder.file(name)) }

    /// The line of a verification that tells head and counts.
    func head(_ arguments: String...) async throws -> String {
        try await shell([Self.binary, "audit", "verify"] + arguments).out
    }
}
