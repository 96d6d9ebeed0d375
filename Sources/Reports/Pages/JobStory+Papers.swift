import Jobs
import Kernel
import Ledger

/// The papers' part of the story: estimates, claims and money.
extension JobStory {
    func surveyed(_ form: SurveyForm, _ total: Fen, _ mark: Survey.Mark, _ above: [PriceFlag]?) -> Phrase {
        let people = names.visitors(form.visitors)
        let late = (mark.kind?.title).map { Phrase("（\($0.zh)）", " (\($0.en))") } ?? Phrase("", "")
        let story = Phrase(
            "\(people.zh)；原因：\(form.cause.text.oneLine)；方案：\(form.plan.text.oneLine)；估算 \(total.grouped) 元\(late.zh)",
            "\(people.en); cause: \(form.cause.text.oneLine); plan: \(form.plan.text.oneLine); "
                + "estimate \(total.grouped) yuan\(late.en)")
        let terms = form.taxRate == nil ? nil : form.taxTerms
        return .list([story, terms] + Self.flags(above))
    }

    static func flags(_ above: [PriceFlag]?) -> [Phrase] {
        (above ?? []).map { flag in
            Phrase(
                "第 \(flag.line) 行高于\(flag.title.zh) \(flag.agreed.grouped)",
                "line \(flag.line) above \(flag.agreed.grouped) of \(flag.title.en)")
        }
    }

    func voided(_ number: Label, _ reason: Prose, _ red: RedInvoice?) -> Phrase {
        Phrase.list([
            Phrase(both: number.text), red.map { Phrase("红字发票 \($0.number.text)", "red invoice \($0.number.text)") },
        ]).saying(reason)
    }

    func released(_ paid: Phrase, _ early: Prose?) -> Phrase {
        guard let early else { return paid }
        return Phrase.list([paid, Phrase("提前返还", "before its due day")]).saying(early)
    }

    func authorized(_ form: AuthorizeForm, _ due: Instant, _ moves: [Move]) -> Phrase {
        let means: Phrase = switch form.means {
        case .phone: Phrase("电话", "by phone")
        case .written: Phrase("书面", "in writing")
        }
        return Phrase.list([
            Phrase("上限 \(form.ceiling.grouped) 元", "up to \(form.ceiling.grouped) yuan"), means,
            Self.from(moves), Phrase("\(due.short) 前补单", "the form is due \(due.short)"),
        ]).saying(form.reason)
    }

    func signed(_ total: Fen, _ held: [Share]) -> Phrase {
        let shares = Self.shares(held)
        return .list([total.words, Phrase("占用 \(shares.zh)", "held of \(shares.en)")])
    }

    func claimed(
        _ revision: Int, _ form: ClaimForm, _ tax: Fen, _ total: Fen, _ above: [PriceFlag]?
    ) -> Phrase {
        .list([
            total.words, tax.isPositive ? Phrase("含税 \(tax.grouped)", "with tax \(tax.grouped)") : nil,
            form.invoice.map { Phrase("发票 \($0.number.text)", "invoice \($0.number.text)") },
            revision > 1 ? Phrase("第 \(revision) 次", "revision \(revision)") : nil,
        ] + Self.flags(above))
    }

    func reviewed(_ form: ReviewForm, _ approved: Fen) -> Phrase {
        let cuts = form.lines.compactMap { line in
            line.reason.map {
                Phrase("第 \(line.line) 行\($0.text.oneLine)", "line \(line.line) \($0.text.oneLine)")
            }
        }
        return .list([Phrase("审定 \(approved.grouped) 元", "approved \(approved.grouped) yuan")] + cuts)
    }

    func settled(
        _ approved: Fen, _ retention: Fen, _ rate: Percent?, _ due: Day?, _ document: SettlementDocument?
    ) -> Phrase {
        let percent = rate.map { " \($0.text) %" } ?? ""
        let kept = Phrase("质保金\(percent) \(retention.grouped) 元", "retention\(percent) \(retention.grouped) yuan")
        return .list([
            document.map { Phrase(both: $0.number.text) },
            Phrase("审定 \(approved.grouped) 元", "approved \(approved.grouped) yuan"),
            retention.isPositive ? kept : nil,
            retention.isPositive ? due.map { Phrase("\($0.text) 起可返还", "due back from \($0.text)") } : nil,
        ])
    }

    func invoiced(_ invoice: EInvoice, _ source: InvoiceSource) -> Phrase {
        .list([Phrase(both: invoice.number.text), invoice.total.words, Phrase(both: invoice.seller.name.text), source.title])
    }

    func paid(_ number: Label, _ day: Day, _ amount: Fen, _ shares: [Share]) -> Phrase {
        .list([amount.words, Phrase(both: number.text), Phrase("付款日 \(day.text)", "paid on \(day.text)")]
            + (shares.count > 1 ? [Self.shares(shares)] : []))
    }

    func reversed(_ reason: Prose, _ shares: [SettledShare], _ voucher: Code?) -> Phrase {
        let sum = shares.reduce(Fen.zero) { $0 + $1.approved }
        return Phrase.list([
            Phrase("冲回审定 \(sum.grouped) 元", "\(sum.grouped) yuan taken back"),
            voucher.map { Phrase("原凭证 \($0.text)", "of voucher \($0.text)") },
        ]).saying(reason)
    }

    /// Which appropriations carry it.
    private static func from(_ moves: [Move]) -> Phrase? {
        if moves.isEmpty { return nil }
        let parts = shares(moves.map { Share($0.appropriation, $0.change.fen) })
        return Phrase("预占 \(parts.zh)", "of \(parts.en)")
    }

    private static func shares(_ shares: [Share]) -> Phrase {
        let parts = shares.map { "\($0.appropriation.text) \($0.amount.grouped)" }
        return Phrase(parts.joined(separator: "、"), parts.joined(separator: " and "))
    }
}
