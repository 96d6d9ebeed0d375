import ArgumentParser
import Desk
import Documents
import Reports
import Kernel
import Press

struct StreetCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration.group(
        "street", "街道", "The streets of a database.", [StreetOpen.self, StreetJoin.self, StreetList.self])
}

struct StreetOpen: AsyncParsableCommand {
    static let configuration = CommandConfiguration.bilingual(
        "open", "建账", "Open a street; whoever opens it is its first administrator.",
        example: "yjb street open HXL --as admin --name 华侨路街道 --year 2026")

    @Argument(help: "The street's code.")
    var code: String

    @OptionGroup var ordering: Ordering

    @Option(help: "The street's name.")
    var name: String

    @Option(help: "Its first year.")
    var year: Int

    @Flag(help: "A practice street, whose clock is the latest time it has seen.")
    var sandbox = false

    @Option(help: ArgumentHelp("Digest of its chain.", valueName: "sha256|sm3"))
    var hash: String?

    @Option(help: ArgumentHelp("The district that it reports to.", valueName: "code"))
    var parent: String?

    func run() async throws {
        var options = ordering.options
        // The street that is opened is the one that the command is for.
        options.org = code
        let own = options
        try await serving(own) { (session, language) throws(Refusal) in
            let answer = try await session.execute(
                "org.open", .members([
                    "code": code.json, "name": name.json, "year": year.json, "sandbox": sandbox.jsonIfSet,
                    "hash": hash?.json, "parent": parent?.json,
                ]), id: ordering.moment.id, at: ordering.moment.at)
            return try session.show(answer, language)
        }
    }
}

struct StreetJoin: OrderCommand {
    static let configuration = CommandConfiguration.bilingual(
        "join", "划归上级", "Say which district a street reports to.", example: "yjb street join GLQ --org HXL --as admin")
    static let does = "org.join"

    @Argument(help: "The district's code.")
    var parent: String

    @OptionGroup var ordering: Ordering

    func form() throws(Refusal) -> JSON { .members(["parent": parent.json]) }
}

struct StreetList: AsyncParsableCommand {
    static let configuration = CommandConfiguration.bilingual(
        "list", "街道名单", "The streets of a database.", example: "yjb street list")

    @OptionGroup var options: Options
    @OptionGroup var showing: Showing

    func run() async throws {
        try await serving(options, readOnly: true) { (session, language) throws(Refusal) in
            let streets = try await session.desk.streets()
            let rows = streets.map { street in
                Table.Row(.detail, [
                    .text(street.code.text), .text(street.name), .text(street.parent?.text), .flag(street.sandbox),
                ])
            }
            let list = Document(
                name: "streets", title: Phrase("街道", "Streets"), facts: [],
                sections: [Section(nil, [.table(Table(Self.columns, rows))])], sandbox: false)
            try options.show(as: showing, list, language, json: .array(streets.map {
                .members([
                    "code": $0.code.text.json, "name": $0.name.json, "sandbox": .bool($0.sandbox),
                    "parent": $0.parent?.text.json,
                ])
            }))
            return Exit.done
        }
    }

    private static let columns: [Table.Column] = [
        .init("code", Phrase("代码", "code"), .label), .init("name", Phrase("名称", "name"), .label),
        .init("parent", Phrase("上级", "district"), .label), .init("sandbox", Phrase("演练账套", "practice"), .flag),
    ]
}
