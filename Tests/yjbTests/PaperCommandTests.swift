import Foundation
import TestKit
import Testing

/// Files as the command line writes them: the same bytes wherever and whenever.
struct PaperCommandTests {
    private static let places: [[String: String]] = [
        [:], ["TZ": "America/New_York", "LANG": "de_DE.UTF-8", "LC_ALL": "C"], ["TZ": "Asia/Kolkata", "LANG": "zh_CN.GB18030"],
    ]

    @Test("the same bytes in every form, time zone and locale")
    func same() async throws {
        try await Program.with(.sqlite) { program in
            try await begin(program)
            for (command, forms) in [
                (["report", "utilisation", "--year", "2026"], ["xlsx", "pdf", "svg", "html", "csv", "json"]),
                (["job", "print", "2026-0004", "--paper", "slip"], ["xlsx", "pdf", "html"]),
            ] {
                for form in forms {
                    var files: Set<Data> = []
                    for (index, place) in Self.places.enumerated() {
                        let file = program.folder.file("\(command[1])-\(index).\(form)")
                        let outcome = try await program.shell(
                            [Program.binary] + command + ["--format", form, "--out", file], environment: place)
                        #expect(outcome.code == 0, "\(form): \(outcome.messages)")
                        files.insert(try Data(contentsOf: URL(filePath: file)))
                    }
                    #expect(files.count == 1, "\(command[1]) \(form)")
                }
            }
        }
    }

    @Test("every paper into a file is a PDF; what is not there is refused with 1; amounts need the right to them")
    func papers() async throws {
        try await Program.with(.sqlite) { program in
            try await begin(program)
            for paper in ["survey", "dispatch", "slip", "inspection", "receipt"] {
                let file = program.folder.file(paper + ".pdf")
                let outcome = try await program.run("job", "print", "2026-0004", "--paper", paper, "--out", file)
                #expect(outcome.code == 0, "\(paper): \(outcome.messages)")
                #expect(try Data(contentsOf: URL(filePath: file)).starts(with: Data("%PDF-".utf8)))
            }
            let refused = try await program.run("job", "print", "2026-0004", "--paper", "settlement")
            #expect(refused.code == 1 && refused.messages.hasPrefix("settlement.unknown"))
            let chart = try await program.run("job", "show", "2026-0004", "--format", "svg")
            #expect(chart.code == 1 && chart.messages.hasPrefix("chart.none"))
            let inspector = try await program.run("job", "print", "2026-0004", "--paper", "survey", "--as", "yan.hua")
            #expect(inspector.messages.hasPrefix("right.required"))
            #expect(try await program.run("job", "print", "2026-0004", "--paper", "inspection", "--as", "yan.hua").code == 0)
            #expect(try await program.run("job", "print", "2026-0004", "--paper", "receipt").out.contains("受理回执"))
        }
    }

    /// The first weeks of the sample year: the job 2026-0004 with its slip.
    private func begin(_ program: Program) async throws {
        try await program.run("init")
        let year = try program.text(Program.sample("2026-year.jsonl")).split(separator: "\n").prefix(125).joined(separator: "\n")
        try program.write(year + "\n", to: "weeks.jsonl")
        #expect(try await program.run("apply", "weeks.jsonl").code == 0)
    }
}
