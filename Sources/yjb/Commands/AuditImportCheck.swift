import ArgumentParser
import Desk
import Kernel

/// Ends with 0 when bundle and database agree, and with 1 when it names what differs.
struct AuditImportCheck: AsyncParsableCommand {
    static let configuration = CommandConfiguration.bilingual(
        "import-check", "比对证据包", "Compare an evidence bundle with the street: records, chain, lines.",
        example: """
            yjb audit export --year 2026 --format bundle --out check.zip
            yjb audit import-check check.zip
            """,
        notes: """
            What was recorded after the bundle was made is left out. Whether the bundle is whole in itself, \
            its verify.py says.
            """)

    @Argument(help: ArgumentHelp("An evidence bundle.", valueName: "file"))
    var bundle: String

    @OptionGroup var options: Options

    func run() async throws {
        try await serving(options, readOnly: true) { (session, language) throws(Refusal) in
            let found = try await session.ask(.compareBundle(bundle))
            let (record, later) = (found.record, found.head - found.record)
            let differ = found.differences.joined(separator: " ")
            let words = found.differences.isEmpty
                ? Phrase("一致：记录 1–\(record)；此后又有 \(later) 条。", "The same: records 1–\(record); \(later) came later.")
                : Phrase("不一致（文件:行）：\(differ)", "Different (file:row): \(differ)")
            try Console.out(words(language) + "\n")
            return found.differences.isEmpty ? Exit.done : 1
        }
    }
}
