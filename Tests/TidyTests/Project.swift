import Foundation

/// The project's own files: Package.swift and the sources, read as text.
enum Project {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    struct File {
        /// From the root: `Sources/Kernel/Fen.swift`.
        let path: String
        let lines: [String]

        var room: String { path.split(separator: "/").dropFirst().first.map(String.init) ?? "" }

        /// The modules that it imports, and `Glibc.sin` where it imports one function.
        let imports: Set<String>

        init(path: String, text: String) {
            self.path = path
            lines = text.components(separatedBy: "\n")
            imports = Set(lines.compactMap { line in
                let words = line.split(separator: " ")
                guard let last = words.last, words.count <= 3, let word = words.dropLast().last else { return nil }
                return word == "import" || words.first == "import" && word == "func" ? String(last) : nil
            })
        }
    }

    /// What a target of Package.swift names as its needs; products of other packages are left out.
    static func needs() throws -> [String: Set<String>] {
        let text = try String(contentsOf: root.appending(path: "Package.swift"), encoding: .utf8)
        var needs: [String: Set<String>] = [:]
        let targets = text.matches(of: /(?:room|target|executableTarget)\(\s*(?:name: )?"([\w-]+)"(?:,\s*(?:dependencies: )?\[([^\]]*)\])?/)
        for target in targets {
            let list = target.2.map { String($0) } ?? ""
            let names = list.replacing(/\.product\([^)]*\)/, with: "").matches(of: /"(\w+)"/).map { String($0.1) }
            needs[String(target.1)] = Set(names)
        }
        return needs
    }

    /// Every Swift file of a folder, read once.
    static func sources(_ folder: String = "Sources") throws -> [File] {
        try read.get().filter { $0.path.hasPrefix(folder + "/") }
    }

    private static let read = Result { try all("Sources") + all("Tools") }

    private static func all(_ folder: String) throws -> [File] {
        let base = root.appending(path: folder)
        let all = FileManager.default.enumerator(at: base, includingPropertiesForKeys: nil)
        var files: [File] = []
        while let url = all?.nextObject() as? URL {
            guard url.pathExtension == "swift" else { continue }
            let path = folder + url.path.dropFirst(base.path.count)
            files.append(File(path: path, text: try String(contentsOf: url, encoding: .utf8)))
        }
        return files.sorted { $0.path < $1.path }
    }
}
