package import Documents
package import Kernel

extension ExportTable {
    /// The first table of a report, its columns under their Chinese titles, its rows of detail: whoever takes
    /// it in sums for themselves.
    package init(_ name: String, _ document: Document) {
        guard let table = document.tables.first else { self.init(name, "", [[ExportCell]]()); return }
        self.init(name, columns: table.columns.map(\.title.zh)) { (take) throws(Refusal) in
            for row in table.rows where row.level == .detail { try take(row.cells.map { ExportCell($0) }) }
        }
    }
}

extension ExportCell {
    /// A code is told by its name, as people read it.
    init(_ cell: Cell) {
        self = switch cell {
        case .blank: .blank
        case .text(let text): .text(text)
        case .phrase(let phrase): .text(phrase.zh)
        case .named(_, let title): .text(title.zh)
        case .list(let items): .text(items.map(\.title.zh).joined(separator: "、"))
        case .link(let link): .key(link.text)
        case .money(let amount): .amount(amount)
        case .ratio(let ratio): ratio.percent.map { .key($0) } ?? .blank
        case .count(let count): .count(count)
        case .day(let day): .day(day)
        case .instant(let instant): .instant(instant)
        case .duration(let milliseconds): .count(Int(milliseconds / Instant.second))
        case .flag(let flag): .flag(flag)
        }
    }
}

/// The registers among the tables of an audit bureau: each is a report of the catalogue under a number.
package enum BureauRegister: String, CaseIterable, Sendable {
    case register = "08_工单台账"
    case settlements = "09_结算审核"
    case slips = "10_签证"
    case payables = "12_应付账龄"
    case retention = "13_质保金"
    case invoices = "14_发票"
    case corrections = "15_退票冲销"

    /// The report's name in the catalogue.
    package var report: String {
        switch self {
        case .register: "register"
        case .settlements: "settlements"
        case .slips: "slips"
        case .payables: "payables"
        case .retention: "retention"
        case .invoices: "invoices"
        case .corrections: "corrections"
        }
    }

    /// Throws `report.unknown`, which would be a mistake of this list.
    package static func entries() throws(Refusal) -> [(register: BureauRegister, entry: CatalogueEntry)] {
        var found: [(BureauRegister, CatalogueEntry)] = []
        for register in allCases { found.append((register, try Catalogue.entry(register.report))) }
        return found
    }
}
