import Foundation
import Testing
import TestKit

/// Bad input to `yjb apply`: a named answer on its line, nothing written, and the following lines still answered.
struct ApplyTests {
    private static let note = #""id":"n","org":"NHL","by":"admin","do":"job.note","with":{"job":"2026-0001","text":"x"}"#

    @Test(arguments: [
        ("{\(note)", "input.truncated"),
        ("{\(note)}}", "input.malformed"),
        ("not json", "input.malformed"),
        ("\u{FEFF}{\(note)}", "input.bom"),
        ("{\(note)}\r", "input.crlf"),
        ("{\(note),\"id\":\"m\"}", "input.duplicateKey"),
        ("{\(note),\"extra\":1}", "input.unknownField"),
        ("[1]", "input.wrongType"),
        (#"{"id":"n","org":"NHL","by":"admin","do":"job.fly","with":{"job":"2026-0001"}}"#, "input.unknownCommand"),
        (#"{"id":"n","org":"NHL","by":"admin","do":"job.note","with":{"job":"2026-0001"}}"#, "input.missingField"),
        (#"{"id":"n","org":"NHL","by":"admin","do":"job.note","with":{"job":"2026-0001","text":null}}"#, "input.null"),
        (#"{"id":"n","org":"NHL","by":"admin","do":"job.note","with":{"job":"2026-0001","text":" "}}"#, "input.empty"),
        (#"{"id":"n","org":"NHL","by":"admin","do":"job.note","with":{"job":"2026-0001","text":"\u0000"}}"#, "input.control"),
    ], Engine.allCases)
    func aBadLineIsNamed(_ bad: (line: String, refusal: String), engine: Engine) async throws {
        let (line, refusal) = bad
        try await Program.with(engine) { program in
            try await program.run("init", "--org", "NHL", "--as", "admin", "--sandbox")
            let good = #"{"id":"u","org":"NHL","by":"admin","do":"user.add","with":{"user":"u1","name":"甲","roles":["grid"]}}"#
            let outcome = try await program.run("apply", "-", input: line + "\n" + good + "\n")
            #expect(outcome.code == 65)
            let answers = outcome.out.split(separator: "\n")
            try #require(answers.count == 2)
            #expect(answers[0].contains(#""ok":false,"refusal":"\#(refusal)""#), "\(answers[0])")
            #expect(answers[0].contains(#""line":"1""#))
            #expect(answers[1].contains(#""id":"u","ok":true"#))
        }
    }

    @Test(arguments: Engine.allCases)
    func aVeryLongLineIsRefusedAndTheNextOneAnswered(engine: Engine) async throws {
        try await Program.with(engine) { program in
            try await program.run("init", "--org", "NHL", "--as", "admin", "--sandbox")
            let long = #"{"id":"n","org":"NHL","by":"admin","do":"job.note","with":{"job":"2026-0001","text":""#
                + String(repeating: "长", count: 400_000) + #""}}"#
            let outcome = try await program.run("apply", "-", input: long + "\n{}\n")
            #expect(outcome.code == 65)
            #expect(outcome.out.contains("input.tooLong"))
            #expect(outcome.out.contains("input.missingField"))
        }
    }

    @Test(arguments: Engine.allCases)
    func refusalsByRulesAreAnswersUnlessStrict(engine: Engine) async throws {
        try await Program.with(engine) { program in
            try await program.run("init", "--org", "NHL", "--as", "admin", "--sandbox")
            let line = "{\(Self.note)}\n"
            #expect(try await program.run("apply", "-", input: line).code == 0)
            #expect(try await program.run("apply", "--strict", "-", input: line).code == 1)
            #expect(try await program.run("apply", "nothing.jsonl").code == 66)
        }
    }

    /// Everything that was answered before the program was killed is in the database.
    @Test(arguments: Engine.allCases)
    func aKilledProgramLosesNothingThatWasAnswered(engine: Engine) async throws {
        try await Program.with(engine) { program in
            try await program.run("init", "--org", "NHL", "--as", "admin", "--sandbox")
            let lines = (1...3_000).map {
                #"{"id":"k\#($0)","org":"NHL","by":"admin","do":"user.add","with":{"user":"u\#($0 % 50)","name":"甲\#($0)","roles":["grid"]}}"#
            }
            try program.write(lines.joined(separator: "\n") + "\n", to: "load.jsonl")
            let script = """
                '\(Program.binary)' apply load.jsonl > answers.jsonl 2>/dev/null & pid=$!
                until [ "$(wc -l < answers.jsonl)" -gt 300 ]; do :; done; kill -9 $pid; wait $pid; true
                """
            _ = try await program.shell(["/bin/bash", "-c", script])
            let answered = try program.text(program.folder.file("answers.jsonl")).split(separator: "\n")
                .filter { $0.hasSuffix("}") }
            #expect((300..<3_000).contains(answered.count))
            let verdict = try await program.run("audit", "verify", "--json")
            #expect(verdict.code == 0)
            let again = try await program.run("apply", "load.jsonl")
            #expect(again.out.split(separator: "\n").prefix(answered.count).elementsEqual(answered))
        }
    }

    /// A disk that takes no more: a named refusal, and what was answered before is still there.
    @Test func aFullDiskLosesNothingThatWasAnswered() async throws {
        try await Program.with { program in
            try await program.run("init", "--db", "a.sqlite", "--org", "NHL", "--as", "admin", "--sandbox")
            let lines = (1...3_000).map {
                #"{"id":"k\#($0)","org":"NHL","by":"admin","do":"user.add","with":{"user":"u\#($0 % 50)","name":"甲","roles":["grid"]}}"#
            }
            try program.write(lines.joined(separator: "\n") + "\n", to: "load.jsonl")
            // Files may grow to 1,000 blocks of 1,024 bytes; the answers go through a pipe.
            let script = "trap '' XFSZ; ulimit -f 1000; '\(Program.binary)' apply --db a.sqlite load.jsonl | cat; exit ${PIPESTATUS[0]}"
            let outcome = try await program.shell(["/bin/bash", "-c", script])
            #expect([73, 74].contains(outcome.code), "\(outcome.code) \(outcome.messages.suffix(300))")
            #expect(outcome.messages.contains("store."))
            let answered = outcome.out.split(separator: "\n")
            #expect(try await program.run("audit", "verify", "--db", "a.sqlite").code == 0)
            let again = try await program.run("apply", "--db", "a.sqlite", "load.jsonl")
            #expect(again.code == 0)
            #expect(again.out.split(separator: "\n").prefix(answered.count).elementsEqual(answered))
        }
    }
}
