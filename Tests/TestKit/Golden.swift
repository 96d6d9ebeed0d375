package import Testing
import Glibc

/// Compares a text with the file `golden/NAME` beside the test's own file, byte by byte.
///
/// `UPDATE_GOLDEN=1` in the environment writes a file that differs, and the test fails all the same: nothing passes in the run
/// that records it. Look at the difference and run again (`make docs` and `make samples` do both runs).
package func expectGolden(
    _ text: String, _ name: String, test: String = #filePath,
    sourceLocation: SourceLocation = #_sourceLocation
) {
    expectFile(text, Golden.folder(of: test, up: 1) + "/golden/" + name, sourceLocation: sourceLocation)
}

/// The same with a file of the project, by its path from the root: a page of docs/, a golden file of samples/.
package func expectProjectFile(
    _ text: String, _ path: String, test: String = #filePath,
    sourceLocation: SourceLocation = #_sourceLocation
) {
    expectFile(text, Golden.folder(of: test, up: 3) + "/" + path, sourceLocation: sourceLocation)
}

private func expectFile(_ text: String, _ path: String, sourceLocation: SourceLocation) {
    let found = Array(text.utf8)
    let kept = Golden.read(path)
    if kept == found { return }
    if getenv("UPDATE_GOLDEN").map({ String(cString: $0) }) == "1" {
        let done = Golden.write(found, path) ? "recorded, look at the difference and run again" : "cannot be written"
        Issue.record("\(path): \(done)", sourceLocation: sourceLocation)
        return
    }
    guard let kept else {
        Issue.record("no golden file \(path): run with UPDATE_GOLDEN=1", sourceLocation: sourceLocation)
        return
    }
    Issue.record("\(path): \(Golden.difference(kept, found))", sourceLocation: sourceLocation)
}

private enum Golden {
    /// The folder of a file, or one further up.
    static func folder(of file: String, up levels: Int) -> String {
        file.split(separator: "/", omittingEmptySubsequences: false).dropLast(levels).joined(separator: "/")
    }

    static func read(_ path: String) -> [UInt8]? {
        guard let file = fopen(path, "rb") else { return nil }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 4096)
        while true {
            let got = fread(&piece, 1, piece.count, file)
            if got == 0 { return bytes }
            bytes += piece[..<got]
        }
    }

    static func write(_ bytes: [UInt8], _ path: String) -> Bool {
        guard let file = fopen(path, "wb") else { return false }
        let written = fwrite(bytes, 1, bytes.count, file)
        return fclose(file) == 0 && written == bytes.count
    }

    /// The first line in which two texts differ, both ways.
    static func difference(_ kept: [UInt8], _ found: [UInt8]) -> Comment {
        let kept = kept.split(separator: 0x0A, omittingEmptySubsequences: false)
        let found = found.split(separator: 0x0A, omittingEmptySubsequences: false)
        let first = zip(kept, found).enumerated().first { $1.0 != $1.1 }?.offset
        let index = first ?? min(kept.count, found.count)
        let text = { (lines: [ArraySlice<UInt8>]) in
            index < lines.count ? String(decoding: lines[index], as: UTF8.self) : "(end of text)"
        }
        return "line \(index + 1) differs\n  golden: \(text(kept))\n  found:  \(text(found))"
    }
}
