package import Documents
import Jobs
import Journal
package import Kernel

/// The year's utilisation of several streets, a row per street or per district. Sums roll up; percentages
/// are made from the sums (design §9).
package enum UtilisationRollUp {
    package enum By: String, Sendable, CaseIterable { case org, district }

    /// The snapshots need funds, and are all of practice streets or none is. `unready` are streets that
    /// have adopted no policy yet, and so have no money; `unopened` were not there yet at the time that is
    /// asked about.
    package static func make(
        _ snapshots: [Snapshot], unready: [Code] = [], unopened: [Code] = [], year: Int, by: By
    ) -> Document {
        let streets = snapshots.map { Street($0, year: year) }
        let groups = by == .org ? streets.map { [$0] } : byDistrict(streets)
        let rows = groups.map { row(of: $0, by: by) } + [total(streets, by: by)]
        var document = Document(
            name: "utilisation-rollup", title: Phrase("资金使用率汇总表", "Fund utilisation, rolled up"),
            facts: [
                Pair("by", Phrase("汇总", "by"), .named(by.rawValue, by == .org ? words.street : words.district)),
                Pair("streets", Phrase("街道数", "streets"), .count(streets.count)),
                Pair("year", Phrase("年度", "year"), .count(year)),
                Pair("asOf", Phrase("截至", "as of"), .day(streets.map(\.day).max())),
            ],
            sections: [Section(nil, [.table(Table(columns(by), rows))])],
            sandbox: snapshots.contains { $0.street.sandbox })
        document.notes = UtilisationReport.notes + notes(streets, unready, unopened)
        document.stamps = snapshots.map { Stamp($0.street.code, seq: $0.stamp.seq, hash: $0.stamp.hash) }
        document.orientation = .landscape
        return document
    }

    private struct Street {
        let code: Code
        let name: Label
        let parent: Code?
        let day: Day
        let figures: FundFigures
        let target: Percent

        init(_ snapshot: Snapshot, year: Int) {
            code = snapshot.street.code
            name = snapshot.street.name
            parent = snapshot.street.parent
            day = min(snapshot.asOf.day, Day.last(of: year))
            figures = FundFigures.figures(of: snapshot.ledger, year: year, until: day).values
                .reduce(FundFigures()) { $0 + $1 }
            target = snapshot.policy.utilisationTarget
        }
    }

    /// Districts by code; streets without one come last.
    private static func byDistrict(_ streets: [Street]) -> [[Street]] {
        let groups = Dictionary(grouping: streets, by: \.parent)
        let order = groups.keys.sorted { a, b in
            guard let a else { return false }
            guard let b else { return true }
            return a.text < b.text
        }
        return order.compactMap { groups[$0] }
    }

    private static func row(of group: [Street], by: By) -> Table.Row {
        let first = group.first
        let label: [Cell] = switch by {
        case .org: [
            .text(first?.code.text ?? ""), .text(first?.name.text ?? ""), .text(first?.parent?.text),
        ]
        case .district: [
            first?.parent.map { .text($0.text) } ?? .named("", Phrase("（未划归）", "(none)")), .count(group.count),
        ]
        }
        return Table.Row(.detail, label + figures(group))
    }

    private static func total(_ streets: [Street], by: By) -> Table.Row {
        let title = Cell.named("", Phrase("合计", "total"))
        let label: [Cell] = switch by {
        case .org: [title, .blank, .blank]
        case .district: [title, .count(streets.count)]
        }
        return Table.Row(.total, label + figures(streets))
    }

    /// Streets whose targets differ meet none together.
    private static func figures(_ streets: [Street]) -> [Cell] {
        let targets = Set(streets.map(\.target))
        let sum = streets.reduce(FundFigures()) { $0 + $1.figures }
        return UtilisationReport.cells(sum, targets.count == 1 ? targets.first : nil)
    }

    private static let words = (street: Phrase("按街道", "by street"), district: Phrase("按区", "by district"))

    private static func columns(_ by: By) -> [Table.Column] {
        let label: [Table.Column] = switch by {
        case .org: [
            .init("org", Phrase("街道", "street"), .label), .init("name", Phrase("名称", "name"), .label),
            .init("district", Phrase("所属区", "district"), .label),
        ]
        case .district: [
            .init("district", Phrase("区", "district"), .label), .init("streets", Phrase("街道数", "streets"), .count),
        ]
        }
        return label + UtilisationReport.figureColumns
    }

    private static func notes(_ streets: [Street], _ unready: [Code], _ unopened: [Code]) -> [Phrase] {
        var notes: [Phrase] = []
        if Set(streets.map(\.target)).count > 1 {
            notes.append(Phrase(
                "各街道目标不同，合计不判断是否达标。", "The streets have different targets: their sum is not compared with one."))
        }
        if !unready.isEmpty {
            let list = unready.map(\.text)
            notes.append(Phrase(
                "尚未采用制度、没有资金：\(list.joined(separator: "、"))。",
                "No policy adopted yet, and no money: \(list.joined(separator: ", "))."))
        }
        if !unopened.isEmpty {
            let list = unopened.map(\.text)
            notes.append(Phrase(
                "当时尚未开立、未计入：\(list.joined(separator: "、"))。",
                "Not opened yet at that time, and left out: \(list.joined(separator: ", "))."))
        }
        return notes
    }
}
