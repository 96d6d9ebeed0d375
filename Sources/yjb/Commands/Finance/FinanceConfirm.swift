import ArgumentParser
import Bank
import Journal
import Kernel

struct FinanceConfirm: OrderCommand {
    static let configuration = CommandConfiguration.bilingual(
        "confirm", "确认勾对", "Match statement lines with payments of the same sum.",
        example: """
            yjb finance confirm 1507.7 1507.8 --payment ZF20260304-01 --note 分两笔到账 --as wu.fang
            yjb finance confirm 1507.13 --payment ZF20260507-01 --payment ZF20260507-02 --as wu.fang
            """)
    static let does = "match.make"

    @Argument(help: "The lines, by the ids that finance match shows.")
    var lines: [String]

    @OptionGroup var ordering: Ordering

    @Option(help: ArgumentHelp("A payment's number; refund:NO for one that came back. May be repeated.", valueName: "no"))
    var payment: [String] = []

    @Option(help: "Why.")
    var note: String?

    func form() throws(Refusal) -> JSON {
        .members([
            "lines": lines.json, "payments": .array(payment.map(Self.item)), "note": note?.json,
        ])
    }

    /// `refund:P1` names a kind; any other text is a payment's number.
    private static func item(_ text: String) -> JSON {
        for kind in ItemName.Kind.allCases where text.hasPrefix(kind.rawValue + ":") {
            let no = text.dropFirst(kind.rawValue.count + 1)
            return .members(["kind": kind.rawValue.json, "no": String(no).json])
        }
        return .members(["no": text.json])
    }
}

struct FinanceUndo: OrderCommand {
    static let configuration = CommandConfiguration.bilingual(
        "undo", "撤销勾对", "Take a match apart; its lines and payments may be matched anew.",
        example: "yjb finance undo 1607 --reason 勾错 --as wu.fang")
    static let does = "match.undo"

    @Argument(help: "The match.")
    var match: Int

    @OptionGroup var ordering: Ordering

    @Option(help: "Why.")
    var reason: String

    func form() throws(Refusal) -> JSON { .members(["match": match.json, "reason": reason.json]) }
}
