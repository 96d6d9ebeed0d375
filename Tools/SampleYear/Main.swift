import Kernel

/// Writes samples/2026-year.jsonl: a plausible year of one invented street as commands, one JSON a line, the
/// same bytes for the same seed and policy. Nothing of the application is linked but Kernel: the file must
/// hold as text, so what the rules say about it is found out by `yjb apply` and not by the writer.
///
///     yjb policy show --json samples/policy.yaml | swift run SampleYear > samples/2026-year.jsonl
///
/// The policy is read from standard input as JSON (money and percentages as strings), so that
/// samples/policy.yaml stays its only home. With `--refusals` it writes instead which line is meant to be
/// refused, and how: `31 policy.missing`; with `--statements` what the bank and the treasury say of the year
/// (``Statements``).
@main
enum SampleYear {
    static let seed: UInt64 = 20_260_104

    static func main() throws {
        var text = ""
        while let line = readLine(strippingNewline: false) { text += line }
        let policy = try JSONParser.parse(Array(text.utf8))
        let script = Script(policy: try SamplePolicy(policy), dice: Dice(seed: seed))
        Opening(script: script, policy: policy).write()
        Year(script: script).write()
        let lines = script.lines()
        if let place = CommandLine.arguments.firstIndex(of: "--statements") {
            let paths = Array(CommandLine.arguments[(place + 1)...])
            Statements.run(lines.map(\.text), policy: policy, calendar: script.policy.calendar, paths)
        } else if CommandLine.arguments.contains("--refusals") {
            for (index, line) in lines.enumerated() {
                if let code = line.refused { print(index + 1, code.rawValue) }
            }
        } else {
            for line in lines { print(line.text) }
        }
    }
}
