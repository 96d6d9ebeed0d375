// Copies the project to a scratch folder with every wrong change of Tests/mutants/*.txt built in behind one switch:
//
//     Rewrite PROJECT SCRATCH
//
// Each place `old` becomes `(Mutant.is(17) ? (new) : (old))`, so that one build serves all; YJB_MUTANT=17 chooses one at run time.
// Prints a line a mutant: number, id, file. Ends with 1 and names every place that is not found exactly once.
import Foundation

struct Failure: Error { let text: String }

/// A line of a list: `ID file | before «old¦new» after`; `«!old¦new»` for statements. What follows the lines of a mutant after
/// `=` says why nothing could notice it.
struct Mutant {
    let id: String
    let number: Int
    let file: String
    let before: String
    let old: String
    let new: String
    let after: String
    let isStatement: Bool

    init(_ line: String, number: Int) throws {
        guard let bar = line.range(of: " | ") else { throw Failure(text: "no bar in: \(line)") }
        let head = line[..<bar.lowerBound].split(separator: " ")
        let place = String(line[bar.upperBound...])
        guard head.count == 2, let open = place.range(of: "«"), let middle = place.range(of: "¦"),
              let close = place.range(of: "»") else { throw Failure(text: "not ID FILE | «old¦new»: \(line)") }
        var old = String(place[open.upperBound..<middle.lowerBound])
        isStatement = old.hasPrefix("!!")
        if isStatement { old.removeFirst(2) }
        (id, file) = (String(head[0]), "Sources/" + head[1])
        (before, after) = (String(place[..<open.lowerBound]), String(place[close.upperBound...]))
        (self.old, new) = (old, String(place[middle.upperBound..<close.lowerBound]))
        self.number = number
    }

    /// Where `old` stands in a text. Throws ``Failure`` unless it is there exactly once.
    func place(in text: String) throws -> Range<String.Index> {
        let whole = before + old + after
        guard let found = text.range(of: whole) else { throw Failure(text: "\(id): not in \(file): \(whole)") }
        if text.range(of: whole, range: found.upperBound..<text.endIndex) != nil {
            throw Failure(text: "\(id): more than once in \(file): \(whole)")
        }
        let start = text.index(found.lowerBound, offsetBy: before.count)
        return start..<text.index(start, offsetBy: old.count)
    }
}

/// The text with the mutants of one file, the last place first. Mutants of one place are chosen among.
func rewritten(_ text: String, _ mutants: [Mutant]) throws -> String {
    var places: [(range: Range<String.Index>, mutants: [Mutant])] = []
    for mutant in mutants {
        let range = try mutant.place(in: text)
        if let index = places.firstIndex(where: { $0.range == range }) {
            places[index].mutants.append(mutant)
        } else if let other = places.first(where: { $0.range.overlaps(range) }) {
            throw Failure(text: "\(mutant.id) and \(other.mutants[0].id) overlap")
        } else {
            places.append((range, [mutant]))
        }
    }
    var text = text
    for place in places.sorted(by: { $0.range.lowerBound > $1.range.lowerBound }) {
        let old = String(text[place.range])
        let switched = place.mutants.reduce(old) { rest, mutant in
            mutant.isStatement
                ? "if Mutant.is(\(mutant.number)) { \(mutant.new) } else { \(rest) }"
                : "(Mutant.is(\(mutant.number)) ? (\(mutant.new)) : (\(rest)))"
        }
        text.replaceSubrange(place.range, with: switched)
    }
    return text.contains("import Kernel") || mutants[0].file.hasPrefix("Sources/Kernel/") ? text : "import Kernel\n" + text
}

let (project, scratch) = (CommandLine.arguments[1], CommandLine.arguments[2])
let files = FileManager.default
var failures: [String] = []

let lists = (try files.contentsOfDirectory(atPath: project + "/Tests/mutants")).filter { $0.hasSuffix(".txt") }.sorted()
var mutants: [Mutant] = []
for list in lists {
    let text = try String(contentsOfFile: project + "/Tests/mutants/" + list, encoding: .utf8)
    for line in text.split(separator: "\n") where !line.hasPrefix("#") && !line.hasPrefix(" ") {
        do { mutants.append(try Mutant(String(line), number: mutants.count + 1)) } catch let failure as Failure {
            failures.append(failure.text)
        }
    }
}
let twice = Dictionary(grouping: mutants, by: \.id).filter { $0.value.count > 1 }.keys.sorted()
if !twice.isEmpty { failures.append("ids given twice: \(twice.joined(separator: ", "))") }

/// Writes only what differs, so that a build after a small change is small.
func write(_ text: String, _ path: String) throws {
    let target = scratch + "/" + path
    if let kept = try? String(contentsOfFile: target, encoding: .utf8), kept == text { return }
    let folder = (target as NSString).deletingLastPathComponent
    try files.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try text.write(toFile: target, atomically: true, encoding: .utf8)
}

let byFile = Dictionary(grouping: mutants, by: \.file)
var kept: Set<String> = ["Sources/Kernel/Mutant.swift"]
for root in ["Package.swift", "Package.resolved", "Sources", "Tools", "Tests", "docs", "samples", "schema.sql"] {
    let inside = files.enumerator(atPath: project + "/" + root)?.compactMap { $0 as? String } ?? []
    for path in inside.isEmpty ? [root] : inside.map({ root + "/" + $0 }) {
        var isFolder: ObjCBool = false
        guard files.fileExists(atPath: project + "/" + path, isDirectory: &isFolder), !isFolder.boolValue else { continue }
        kept.insert(path)
        guard let text = try? String(contentsOfFile: project + "/" + path, encoding: .utf8) else {
            try? files.removeItem(atPath: scratch + "/" + path)
            try files.createDirectory(
                atPath: ((scratch + "/" + path) as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
            try files.copyItem(atPath: project + "/" + path, toPath: scratch + "/" + path)
            continue
        }
        do {
            var text = try byFile[path].map { try rewritten(text, $0) } ?? text
            // A golden file is no rule: whatever differs from one goes unnoticed here.
            if path == "Tests/TestKit/Golden.swift" {
                text = text.replacingOccurrences(of: "let found = Array(text.utf8)\n", with: "let found = Array(text.utf8)\n    if getenv(\"YJB_MUTANT\") != nil { return }\n")
            }
            try write(text, path)
        } catch let failure as Failure {
            failures.append(failure.text)
        }
    }
}
for file in byFile.keys where !kept.contains(file) { failures.append("no file \(file)") }
for root in ["Sources", "Tools", "Tests"] {
    for case let path as String in files.enumerator(atPath: scratch + "/" + root) ?? FileManager.DirectoryEnumerator() {
        let name = root + "/" + path
        if name.hasSuffix(".swift"), !kept.contains(name) { try? files.removeItem(atPath: scratch + "/" + name) }
    }
}
try write("""
    import Glibc

    /// Which wrong change is on: YJB_MUTANT.
    package enum Mutant {
        private static let number = getenv("YJB_MUTANT").flatMap { Int(String(cString: $0)) } ?? 0

        @inline(never)
        package static func `is`(_ number: Int) -> Bool { self.number == number }
    }
    """ + "\n", "Sources/Kernel/Mutant.swift")
if !failures.isEmpty {
    FileHandle.standardError.write(Data((failures.joined(separator: "\n") + "\n").utf8))
    exit(1)
}
for mutant in mutants { print(mutant.number, mutant.id, mutant.file) }
