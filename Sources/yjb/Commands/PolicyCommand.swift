import ArgumentParser
import Desk
import Disk
import Reports
import Formats
import Jobs
import Journal
import Kernel

struct PolicyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration.group(
        "policy", "制度", "The street's rules as data.", [PolicyAdopt.self, PolicyShow.self])
}

struct PolicyAdopt: OrderCommand {
    static let configuration = CommandConfiguration.bilingual(
        "adopt", "采用制度", "Adopt a policy from a day on.",
        example: "yjb policy adopt samples/policy.yaml --effective 2027-01-01 --as sun.yan")
    static let does = "policy.adopt"

    @Argument(help: "A policy (YAML).")
    var file: String

    @OptionGroup var ordering: Ordering

    @Option(help: ArgumentHelp("The first day on which it holds.", valueName: "day"))
    var effective: String

    func form() throws(Refusal) -> JSON {
        .members(["effective": effective.json, "policy": try YAMLDocument.json(text: try Files.text(file), file: file)])
    }
}

struct PolicyShow: AsyncParsableCommand {
    static let configuration = CommandConfiguration.bilingual(
        "show", "查看制度", "Show the policy of a day, or read one from a file without adopting it.",
        example: """
            yjb policy show --day 2026-07-01
            yjb policy show samples/policy.yaml --json
            """)

    @Argument(help: "A policy (YAML). Default: the street's.")
    var file: String?

    @Option(help: ArgumentHelp("The policy that holds on a day. Default: today.", valueName: "day"))
    var day: String?

    @OptionGroup var options: Options
    @OptionGroup var showing: Showing

    func run() async throws {
        try await running(options) { (language) throws(Refusal) in
            guard let file else { return try await showAdopted(language) }
            let read = try PolicyText(try Files.text(file), file: file)
            let title = Phrase("制度 \(file)", "Policy \(file)")
            let document = PolicyDocument.make(read.policy, title: title, sandbox: false)
            try options.show(as: showing, document, language, json: read.json)
            return Exit.done
        }
    }

    private func showAdopted(_ language: Language) async throws(Refusal) -> Int32 {
        let day = try Day(option: day, "--day")
        return try await Session.with(options, readOnly: true) { (session) throws(Refusal) in
            let found = try await session.ask(.policy(on: day))
            let title = Phrase("\(found.day.text) 施行的制度", "The policy on \(found.day.text)")
            let document = PolicyDocument.make(found.policy, title: title, sandbox: found.sandbox)
            try options.show(as: showing, document, language, json: JSON(found.policy))
            return Exit.done
        }
    }
}
