import Jobs
package import Kernel
import Ledger
package import Press
import Reports

/// The settlement sheet (结算单) for people: parties, lines with the reason for every cut, sums, capital
/// figures, shares.
package struct SettlementPage {
    private let sheet: SettlementSheet
    private let dossier: JobDossier
    private let language: Language

    package static func make(_ sheet: SettlementSheet, _ dossier: JobDossier, _ language: Language) -> Page {
        SettlementPage(sheet: sheet, dossier: dossier, language: language).page
    }

    private var page: Page {
        var page = Page(say("结算单", "Settlement") + " " + sheet.name)
        if dossier.sandbox { page.banner(ReportTable.practice(language)) }
        page.pairs(head)
        page.section(say("施工单位", "Contractor"))
        page.pairs(payee)
        if let lines = JobMoneyParts(sheet.job, dossier.names).claim {
            page.section(lines.heading(language))
            page.grid(lines.grid, language)
        }
        page.section(say("金额", "Amounts"))
        page.pairs(sums)
        page.section(say("资金来源", "By appropriation"))
        page.grid(shares, language)
        if let invoices = JobMoneyParts.invoices(sheet.invoices, inForce: sheet.invoices.filter { $0.voided == nil }) {
            page.section(invoices.heading(language))
            page.grid(invoices.grid, language)
        }
        return page
    }

    private var head: [(label: String, value: String?)] {
        let names = dossier.names
        return [
            (say("工单", "job"), sheet.job.number.text),
            (say("地点", "site"), sheet.job.scope.address.text),
            (say("送审稿", "revision"), String(sheet.revision)),
            (say("替代", "replaces"), sheet.settlement.document?.replaces?.text),
            (say("状态", "state"), state),
            (say("验收", "accepted"), sheet.job.passedAt?.day.text),
            (say("送审", "claimed by"), names.user(sheet.claim.by)),
            (say("审核", "reviewed by"), names.user(sheet.review.by)),
            (say("审定", "settled by"), names.user(sheet.settlement.by) + " " + sheet.settlement.at.day.text),
            (say("凭证", "voucher"), sheet.settlement.voucher?.text),
        ]
    }

    private var state: String {
        sheet.reversed.map { say("\($0.day.text) 已冲销", "reversed on \($0.day.text)") } ?? say("有效", "in force")
    }

    /// As frozen in the sheet; an older settlement froze nothing, and shows the name alone.
    private var payee: [(label: String, value: String?)] {
        let firm = sheet.settlement.document?.payee
        return [
            (say("名称", "name"), firm?.name.text ?? sheet.job.contractor.map { dossier.names.contractor($0)(language) }),
            (say("统一社会信用代码", "credit code"), firm?.creditCode.text),
            (say("开户行及账号", "bank account"), firm?.bank?.text),
        ]
    }

    private var sums: [(label: String, value: String?)] {
        let settlement = sheet.settlement
        let rate = settlement.retentionRate.map { " \($0.text) %" } ?? ""
        let due = settlement.retentionDue.map { say("，\($0.text) 起可返还", ", due back from \($0.text)") } ?? ""
        let percent = sheet.cutRate.percent.map { say("（核减率 \($0) %）", " (\($0) % of the claim)") } ?? ""
        let tax = sheet.claim.taxRate.map { " \($0.text) %" } ?? ""
        return [
            (say("送审金额", "claimed"), yuan(sheet.claim.total)),
            (say("核减金额", "cut"), yuan(sheet.cut) + percent),
            (say("审定金额", "approved"), yuan(settlement.approved)),
            (say("大写", "in capitals"), settlement.approved.capitals),
            (say("其中税额", "of it tax"), sheet.claim.taxRate == nil ? nil : yuan(sheet.review.tax) + tax),
            (say("质保金", "retention"), yuan(settlement.retention) + rate + due),
            (say("应付金额", "payable"), yuan(sheet.payable)),
        ]
    }

    private var shares: Grid {
        var grid = Grid([
            Grid.text("指标", "appropriation"), Grid.money("占用", "encumbered"), Grid.money("审定", "approved"),
            Grid.money("质保金", "retention"), Grid.money("应付", "payable"),
        ])
        for share in sheet.settlement.shares {
            grid.add([
                .text(share.appropriation.text), .money(share.encumbered), .money(share.approved),
                .money(share.retention), .money(share.approved - share.retention),
            ])
        }
        let encumbered = sheet.settlement.shares.reduce(Fen.zero) { $0 + $1.encumbered }
        grid.total([
            .phrase(Phrase("合计", "total")), .money(encumbered), .money(sheet.settlement.approved),
            .money(sheet.settlement.retention), .money(sheet.payable),
        ])
        return grid
    }

    private func yuan(_ amount: Fen) -> String { amount.words(language) }

    private func say(_ zh: String, _ en: String) -> String { Phrase(zh, en)(language) }
}
