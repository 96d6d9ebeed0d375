package import Documents
package import Jobs
package import Journal
package import Kernel
import Ledger

/// What a street has, as lists: contractors, estates, agreements, users, appropriations.
package enum RegisterDocuments {
    /// `accounts` is how much of a bank account is shown.
    package static func contractors(
        _ firms: [Contractor], accounts: Extent, _ state: State
    ) throws(Refusal) -> Document {
        try state.list(
            "contractors", Phrase("施工单位", "Contractors"),
            columns: [
                .init("code", Phrase("代码", "code"), .label), .init("name", Phrase("名称", "name"), .label),
                .init("creditCode", Phrase("统一社会信用代码", "credit code"), .label),
                .init("bank", Phrase("开户行及账号", "bank"), .label),
            ],
            rows: firms.map { firm in
                Table.Row(.detail, [
                    .text(firm.code.text), .text(firm.name.text), .text(firm.creditCode.text),
                    .text(account(firm.bank?.text, accounts)),
                ])
            })
    }

    /// An account number as far as it may be seen.
    static func account(_ text: String?, _ extent: Extent) -> String? {
        guard let text else { return nil }
        switch extent {
        case .all: return text
        case .masked: return "**** " + text.suffix(4)
        case .nothing, .sums, .own, .part: return nil
        }
    }

    package static func estates(_ estates: [Estate], _ state: State) throws(Refusal) -> Document {
        try state.list(
            "estates", Phrase("小区", "Estates"),
            columns: [
                .init("code", Phrase("代码", "code"), .label), .init("name", Phrase("名称", "name"), .label),
                .init("community", Phrase("社区", "community"), .label),
                .init("transferred", Phrase("三供一业移交", "transferred"), .flag),
            ],
            rows: estates.map { estate in
                Table.Row(.detail, [
                    .text(estate.code.text), .text(estate.name.text), .text(estate.community.text), .flag(estate.transferred),
                ])
            })
    }

    package static func users(_ state: State) throws(Refusal) -> Document {
        try state.list(
            "users", Phrase("人员", "Users"),
            columns: [
                .init("user", Phrase("用户", "user"), .label), .init("name", Phrase("姓名", "name"), .label),
                .init("active", Phrase("启用", "active"), .flag), .init("roles", Phrase("角色", "roles"), .text),
                .init("titles", Phrase("职责", "titles"), .text),
                .init("contractor", Phrase("施工单位", "contractor"), .label),
            ],
            rows: state.register.everyone.map { user in
                Table.Row(.detail, [
                    .text(user.user.text), .text(user.name.text), .flag(user.active),
                    .text(user.roles.map(\.rawValue).joined(separator: " ")), .phrase(user.roles.titles),
                    .text(user.contractor?.text),
                ])
            })
    }

    package static func agreements(
        _ agreements: [RateAgreement], _ firms: [Contractor], _ state: State
    ) throws(Refusal) -> Document {
        try state.list(
            "agreements", Phrase("单价协议", "Rate agreements"),
            columns: [
                .init("contractor", Phrase("施工单位", "contractor"), .name), .init("agreement", Phrase("协议", "agreement"), .label),
                .init("from", Phrase("起", "from"), .day), .init("to", Phrase("止", "to"), .day),
                .init("item", Phrase("项目", "item"), .label), .init("unit", Phrase("单位", "unit"), .text),
                .init("unitPrice", Phrase("单价", "unit price"), .money),
            ],
            rows: agreements.flatMap { agreement in
                let name = firms.first { $0.code == agreement.contractor }?.name.text ?? agreement.contractor.text
                return agreement.lines.map { line in
                    Table.Row(.detail, [
                        .named(agreement.contractor.text, Phrase(name, name)), .text(agreement.agreement.text),
                        .day(agreement.from), .day(agreement.to), .text(line.item.text), .text(line.unit.text),
                        .money(line.unitPrice),
                    ])
                }
            })
    }
}

/// The appropriations with what stands on each.
extension RegisterDocuments {
    private static let statuses: [Account] = [.available, .preEncumbered, .encumbered, .payable, .retention, .paid]

    /// `all`: with every status; else with what is free.
    package static func funds(_ state: State, on day: Day, all: Bool) throws(Refusal) -> Document {
        let (ledger, shown) = (state.ledger, all ? statuses : [.available])
        let sources = (try? state.policy(on: day))?.sources ?? []
        let standings = ledger.appropriations.map { ledger.standing(of: $0.code) }
        let rows = zip(ledger.appropriations, standings).map { appropriation, standing in
            let source = appropriation.source.text
            let name = sources.first { $0.code == appropriation.source }?.name ?? Phrase(source, source)
            return Table.Row(.detail, [
                .text(appropriation.code.text), .named(source, name), .count(appropriation.originYear),
                .text(appropriation.documentNo.text), .money(standing.net),
            ] + shown.map { .money(standing[$0]) })
        }
        let sum = { (part: (Standing) -> Fen) in Cell.money(standings.reduce(Fen.zero) { $0 + part($1) }) }
        let total: [Cell] = [.phrase(Phrase("合计", "total")), .blank, .blank, .blank, sum(\.net)]
        return try state.list(
            "funds", Phrase("指标余额", "Appropriations"),
            columns: [
                .init("appropriation", Phrase("指标", "appropriation"), .label), .init("source", Phrase("资金来源", "source"), .name),
                .init("originYear", Phrase("年度", "year"), .count), .init("documentNo", Phrase("指标文号", "document"), .label),
                .init("net", Phrase("净额", "net"), .money),
            ] + shown.map { .init("\($0)", $0.title, .money) },
            rows: rows + [Table.Row(.total, total + shown.map { account in sum { $0[account] } })])
    }
}

extension State {
    /// A list of one table over this street. Throws `org.unknown`.
    package func list(
        _ name: String, _ title: Phrase, headings: [Pair] = [], columns: [Table.Column], rows: [Table.Row],
        notes: [Phrase] = []
    ) throws(Refusal) -> Document {
        guard let street else { throw Refusal(.orgUnknown) }
        let of = Pair("org", Phrase("街道", "street"), .text(street.code.text + " " + street.name.text))
        var document = Document(
            name: name, title: title, facts: [of] + headings, sections: [Section(nil, [.table(Table(columns, rows))])],
            sandbox: street.sandbox)
        document.notes = notes
        document.stamps = [Stamp(seq: head.seq, hash: head.hash)]
        return document
    }
}
