package import Documents
package import Journal
package import Kernel

/// 结账检查: what was looked at before a year is closed, and what became of it.
package enum YearChecksDocument {
    /// Of a year that is still open.
    package static func make(_ close: YearClose, of street: Street) -> Document {
        var document = Document(
            name: "year-check", title: Phrase("结账检查", "Checks before the year's close"), facts: [
                Pair("org", Phrase("街道", "street"), .text(street.code.text + " " + street.name.text)),
                Pair("year", Phrase("年度", "year"), .count(close.year)),
            ], sections: [Section(nil, [.table(table(close))])], sandbox: street.sandbox)
        document.notes = [
            Phrase("B 不通过即不能结账；W 须写明理由后接受（--accept W2=理由）。",
                   "A B that fails stops the close; a W must be accepted with a reason (--accept W2=reason)."),
        ]
        document.checks = [
            Check(
                "stopping", Phrase("不能结账的检查项", "checks that stop the close"), expected: .count(0),
                found: .count(close.checks.count { $0.check.stops && $0.fails })),
        ]
        return document
    }

    static func table(_ close: YearClose) -> Table {
        Table(columns, lead: 2, close.checks.map { finding in
            let accepted = close.accepted.first { $0.check == finding.check }
            let first = finding.found.first
            return Table.Row(.detail, [
                .text(finding.check.rawValue), .phrase(finding.check.title), .phrase(result(finding, accepted != nil)),
                .count(finding.found.count), .money(finding.found.amount),
                .text(first.isEmpty ? nil : first.joined(separator: ", ")), .phrase(sides(finding)), .text(accepted?.reason.text),
            ])
        })
    }

    private static func result(_ finding: YearFinding, _ accepted: Bool) -> Phrase {
        if !finding.fails { return Phrase("通过", "passed") }
        if accepted { return Phrase("已接受", "accepted") }
        return finding.check.stops ? Phrase("不通过", "failed") : Phrase("警告", "warning")
    }

    private static func sides(_ finding: YearFinding) -> Phrase? {
        guard let sides = finding.sides else { return lacks(finding.missing) }
        let parts = [
            (Phrase("对账单", "statement"), sides.lines), (Phrase("账簿", "books"), sides.items),
            (Phrase("跨期", "entered a year late"), sides.crossing),
        ].filter { $0.1.count > 0 }
        if parts.isEmpty { return nil }
        return Phrase(
            parts.map { "\($0.zh) \($1.count) 项 \($1.amount.grouped)" }.joined(separator: "；"),
            parts.map { "\($0.en) \($1.count), \($1.amount.grouped)" }.joined(separator: "; "))
    }

    /// What exactly a check misses.
    private static func lacks(_ missing: [Phrase]) -> Phrase? {
        missing.isEmpty ? nil : Phrase(missing.map(\.zh).joined(separator: "；"), missing.map(\.en).joined(separator: "; "))
    }

    private static let columns: [Table.Column] = [
        .init("check", Phrase("编号", "check"), .label), .init("what", Phrase("内容", "what"), .text),
        .init("result", Phrase("结果", "result"), .label), .init("count", Phrase("项数", "count"), .count),
        .init("amount", Phrase("金额", "amount"), .money), .init("first", Phrase("前五项", "first five"), .text),
        .init("sides", Phrase("两边", "sides"), .text), .init("reason", Phrase("接受理由", "accepted because"), .text),
    ]
}
