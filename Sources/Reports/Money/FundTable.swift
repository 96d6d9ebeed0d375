import Documents
import Jobs
package import Kernel
package import Ledger

/// Figures of appropriations as rows: one for each, a subtotal for each source, and the total. Sources stand
/// in the order of the policy, then any that it no longer lists; appropriations in their own order.
struct FundTable<Sums> {
    /// What names an appropriation beside its code.
    struct Lead {
        let column: Table.Column
        let cell: (Appropriation) -> Cell

        init(_ column: Table.Column, _ cell: @escaping (Appropriation) -> Cell) {
            self.column = column
            self.cell = cell
        }
    }

    let zero: Sums
    let add: (Sums, Sums) -> Sums
    let lead: [Lead]
    let cells: (Sums) -> [Cell]

    /// The columns of the source and the appropriation.
    static var labels: [Table.Column] {
        [
            .init("source", Phrase("资金来源", "source"), .name), .init("appropriation", Phrase("指标", "appropriation"), .label),
        ]
    }

    var leadColumns: [Table.Column] { Self.labels + lead.map(\.column) }

    func rows(_ snapshot: Snapshot, _ figures: [Code: Sums]) -> [Table.Row] {
        var rows: [Table.Row] = []
        var total = zero
        let blanks = [Cell](repeating: .blank, count: lead.count)
        for (source, appropriations) in snapshot.bySource(where: { figures[$0] != nil }) {
            var sum = zero
            let name = snapshot.policy.cell(source: source)
            for appropriation in appropriations {
                let own = figures[appropriation.code] ?? zero
                let label = [name, .text(appropriation.code.text)] + lead.map { $0.cell(appropriation) }
                rows.append(Table.Row(.detail, label + cells(own)))
                sum = add(sum, own)
            }
            let label = [name, .named("", Phrase("小计", "subtotal"))]
            rows.append(Table.Row(.subtotal, key: source.text, label + blanks + cells(sum)))
            total = add(total, sum)
        }
        rows.append(Table.Row(.total, [.named("", Phrase("合计", "total")), .blank] + blanks + cells(total)))
        return rows
    }
}

extension Snapshot {
    /// The appropriations that have figures, by their sources.
    func bySource(where has: (Code) -> Bool) -> [(source: Code, appropriations: [Appropriation])] {
        let opened = ledger.appropriations.filter { has($0.code) }
        let used = opened.map(\.source)
        let listed = policy.sources.map(\.code).filter(used.contains)
        let others = used.filter { !listed.contains($0) }.reduce(into: [Code]()) { list, code in
            if !list.contains(code) { list.append(code) }
        }
        return (listed + others).map { source in (source, opened.filter { $0.source == source }) }
    }
}

extension FundTable.Lead {
    static var documentNo: Self {
        Self(.init("documentNo", Phrase("指标文号", "document"), .label)) { .text($0.documentNo.text) }
    }
    static var originYear: Self {
        Self(.init("originYear", Phrase("形成年度", "origin year"), .count)) { .count($0.originYear) }
    }
    static var channel: Self {
        Self(.init("channel", Phrase("支付渠道", "channel"), .name)) { .named($0.channel.rawValue, $0.channel.title) }
    }
    static var nature: Self {
        Self(.init("nature", Phrase("资金性质", "nature"), .name)) { .named($0.kind.rawValue, $0.kind.title) }
    }
}

/// How the budget classifies it; empty where nobody said.
extension FundTable.Lead {
    static var project: Self {
        Self(.init("project", Phrase("项目", "project"), .name)) {
            guard let project = $0.classification?.project else { return .blank }
            return .named(project.code.text, Phrase(project.name.text, project.name.text))
        }
    }
    static var function: Self {
        Self(.init("function", Phrase("功能分类", "function"), .label)) { .text($0.classification?.function?.text) }
    }
    static var deptEconomic: Self {
        Self(.init("deptEconomic", Phrase("部门经济分类", "economic, department"), .label)) {
            .text($0.classification?.deptEconomic?.text)
        }
    }
    static var govEconomic: Self {
        Self(.init("govEconomic", Phrase("政府经济分类", "economic, government"), .label)) {
            .text($0.classification?.govEconomic?.text)
        }
    }
    static var fundNature: Self {
        Self(.init("fundNature", Phrase("资金性质", "nature of the funds"), .name)) {
            $0.classification?.fundNature.map { .named($0.rawValue, $0.title) } ?? .blank
        }
    }
}

extension Channel {
    package var title: Phrase {
        switch self {
        case .direct: Phrase("财政直接支付", "direct")
        case .authorized: Phrase("财政授权支付", "authorised")
        case .bank: Phrase("实有资金账户", "bank account")
        }
    }
}
