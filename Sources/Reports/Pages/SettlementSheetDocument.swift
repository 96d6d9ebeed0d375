package import Documents
import Jobs
import Kernel
import Ledger

/// The settlement sheet (结算单) for people: parties, lines with the reason for every cut, sums, capital
/// figures, shares, and who signed as what.
package struct SettlementSheetDocument {
    private let sheet: SettlementSheet
    private let dossier: JobDossier
    /// As a form: long values have lines of their own, and the amount has its box.
    private let isForm: Bool

    package static func make(_ sheet: SettlementSheet, _ dossier: JobDossier, asForm: Bool = false) -> Document {
        SettlementSheetDocument(sheet: sheet, dossier: dossier, isForm: asForm).document
    }

    private var document: Document {
        let parts = JobMoneyParts(sheet.job, dossier.names)
        let inForce = sheet.invoices.filter { $0.voided == nil }
        let sections: [Section?] = [
            Section(Phrase("施工单位", "Contractor"), [.pairs(payee)]), parts.claim?.section,
            Section(Phrase("金额", "Amounts"), [.pairs(sums)]),
            Section(Phrase("资金来源", "By appropriation"), [.table(shares)]),
            JobMoneyParts.invoices(sheet.invoices, inForce: inForce)?.section,
        ]
        var document = Document(
            name: "settlement", title: Phrase("结算单 \(sheet.name)", "Settlement \(sheet.name)"), facts: facts,
            sections: sections.compactMap(\.self), sandbox: dossier.sandbox)
        document.signatures = signatures
        return document
    }

    private var facts: [Pair] {
        [
            Pair("工单", "job", .job(sheet.job.number)),
            Pair("地点", "site", .text(sheet.job.scope.address.text)).taking(.line),
            // An older settlement did not say which revision it was of.
            Pair("送审稿", "revision", sheet.revision > 0 ? .count(sheet.revision) : .blank),
            Pair("替代", "replaces", .document(sheet.settlement.document?.replaces)),
            Pair("状态", "state", .phrase(state)),
            Pair("验收", "accepted", .day(sheet.job.passedAt?.day)),
            Pair("凭证", "voucher", .voucher(sheet.settlement.voucher)),
        ]
    }

    /// The firm signs on paper; the others are known from their records.
    private var signatures: [Signature] {
        let names = dossier.names
        return [
            Signature(Phrase("施工单位", "contractor")), Signature(Phrase("送审", "claimed by"), name: names.user(sheet.claim.by)),
            Signature(Phrase("审核", "reviewed by"), name: names.user(sheet.review.by)),
            Signature(
                Phrase("审定", "settled by"), name: names.user(sheet.settlement.by), day: sheet.settlement.at.day),
        ]
    }

    private var state: Phrase {
        sheet.reversed.map { Phrase("\($0.day.text) 已冲销", "reversed on \($0.day.text)") } ?? Phrase("有效", "in force")
    }

    /// As frozen in the sheet; an older settlement froze nothing, and shows the name alone.
    private var payee: [Pair] {
        let firm = sheet.settlement.document?.payee
        let name = firm.map { Phrase(both: $0.name.text) } ?? sheet.job.contractor.map(dossier.names.contractor)
        return [
            Pair("名称", "name", .phrase(name)).taking(.line),
            Pair("统一社会信用代码", "credit code", .text(firm?.creditCode.text)).taking(.line),
            Pair("开户行及账号", "bank account", .text(firm?.bank?.text)).taking(.line),
        ]
    }

    private var sums: [Pair] {
        let settlement = sheet.settlement
        let rate = settlement.retentionRate.map { " \($0.text) %" } ?? ""
        let due = settlement.retentionDue.map { Phrase("，\($0.text) 起可返还", ", due back from \($0.text)") }
        let percent = sheet.cutRate.percent.map { Phrase("（核减率 \($0) %）", " (\($0) % of the claim)") }
        let tax = sheet.claim.taxRate.map { Phrase(both: " \($0.text) %") }
        let nothing = Phrase("", "")
        let approved = isForm
            ? [Pair("审定金额", "approved", .money(settlement.approved)).taking(.amount)]
            : [
                Pair("审定金额", "approved", .phrase(settlement.approved.words)),
                Pair("大写", "in capitals", .text(settlement.approved.capitals)),
            ]
        return [
            Pair("送审金额", "claimed", .phrase(sheet.claim.total.words)),
            Pair("核减金额", "cut", .phrase(sheet.cut.words.joined(nothing, percent))),
        ] + approved + [
            Pair("其中税额", "of it tax", .phrase(tax.map { sheet.review.tax.words.joined(nothing, $0) })),
            Pair("质保金", "retention", .phrase(
                settlement.retention.words.joined(nothing, Phrase(both: rate)).joined(nothing, due))),
            Pair("应付金额", "payable", .phrase(sheet.payable.words)),
        ]
    }

    private var shares: Table {
        var table = Table([
            .text("指标", "appropriation"), .money("占用", "encumbered"), .money("审定", "approved"),
            .money("质保金", "retention"), .money("应付", "payable"),
        ])
        for share in sheet.settlement.shares {
            table.add([
                .text(share.appropriation.text), .money(share.encumbered), .money(share.approved),
                .money(share.retention), .money(share.approved - share.retention),
            ])
        }
        let encumbered = sheet.settlement.shares.reduce(Fen.zero) { $0 + $1.encumbered }
        table.total([
            .phrase(Phrase("合计", "total")), .money(encumbered), .money(sheet.settlement.approved),
            .money(sheet.settlement.retention), .money(sheet.payable),
        ])
        return table
    }
}
