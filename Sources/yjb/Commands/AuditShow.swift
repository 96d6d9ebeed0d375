import ArgumentParser
import Desk
import Reports
import Journal
import Kernel

struct AuditShow: AsyncParsableCommand {
    static let configuration = CommandConfiguration.bilingual(
        "show", "查看记录或凭证", "One record, with its events, its vouchers and its link of the chain.",
        example: """
            yjb audit show 57
            yjb audit show 2026-000012
            """,
        notes: "With --json: the record as it is stored, the bytes that are hashed, with prev and hash.")

    @Argument(help: ArgumentHelp("A record's number, or a voucher's.", valueName: "record|voucher"))
    var number: String

    @OptionGroup var options: Options
    @OptionGroup var showing: Showing

    func run() async throws {
        try await serving(options, readOnly: true) { (session, language) throws(Refusal) in
            let found = try await session.ask(.record(number))
            let record = try Record(body: found.stored.body)
            let document = RecordDocument.make(record, found.stored, found.names, sandbox: found.sandbox)
            try options.show(as: showing, document, language, json: try json(found.stored))
            return Exit.done
        }
    }

    private func json(_ stored: StoredRecord) throws(Refusal) -> JSON {
        .members([
            "record": try JSONParser.parse(Array(stored.body.utf8)), "prev": .string(stored.prev),
            "hash": .string(stored.hash),
        ])
    }
}
