import ArgumentParser
import Desk
import Reports
import Journal
import Kernel
import Store

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

    func run() async throws {
        try await serving(options, readOnly: true) { (session, language) throws(Refusal) in
            let org = try await session.org()
            let found = try await session.desk.ask { (connection, _) throws(Refusal) in
                let reader = JournalReader(connection)
                let state = try Queries(connection).street(org)
                let seq = try seq(org, reader)
                guard let stored = try reader.stored(org, seq: seq) else {
                    throw Refusal(.recordUnknown, ["record": number.excerpt, "last": String(state.head.seq)])
                }
                var names = JobNames(state, try Queries(connection).registers(org))
                for policy in state.policies { names.take(policy.policy) }
                return (stored: stored, names: names, sandbox: state.street?.sandbox ?? false)
            }
            let record = try Record(body: found.stored.body)
            try options.show(
                RecordDocument.make(record, found.stored, found.names, sandbox: found.sandbox), language,
                json: try json(found.stored))
            return Exit.done
        }
    }

    /// `57` is a record's number, anything else a voucher's. Throws `voucher.unknown`, `input.…`.
    private func seq(_ org: Code, _ reader: JournalReader) throws(Refusal) -> Int {
        if let seq = Int(number) { return seq }
        let voucher = try Code(number)
        guard let seq = try reader.seq(org, voucher: voucher) else {
            throw Refusal(.voucherUnknown, ["voucher": voucher.text])
        }
        return seq
    }

    private func json(_ stored: StoredRecord) throws(Refusal) -> JSON {
        .members([
            "record": try JSONParser.parse(Array(stored.body.utf8)), "prev": .string(stored.prev),
            "hash": .string(stored.hash),
        ])
    }
}
