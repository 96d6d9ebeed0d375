package import Kernel

/// The checks of 审计疑点汇总 (audit.md B2 §3), in the order of their codes.
package enum ExceptionCode: String, CaseIterable, Sendable {
    case e01 = "E01", e02 = "E02", e03 = "E03", e04 = "E04", e05 = "E05", e06 = "E06", e07 = "E07", e08 = "E08"
    case e09 = "E09", e10 = "E10", e11 = "E11", e12 = "E12", e13 = "E13", e14 = "E14", e15 = "E15", e16 = "E16"
    case e17 = "E17", e18 = "E18", e19 = "E19", e20 = "E20", e21 = "E21", e22 = "E22", e23 = "E23", e24 = "E24"

    /// A rule that the program enforces, so that the records must show none.
    package var mustBeNone: Bool { [.e04, .e11, .e17, .e18, .e23].contains(self) }

    package var title: Phrase { words.0 }

    /// When it is reported.
    package var condition: Phrase { words.1 }

    private var words: (Phrase, Phrase) {
        switch self {
        case .e01: (Phrase("应急先行未补单", "form missing"), Phrase("应急授权后过期仍无踏勘表", "authorised, its due day past, no survey form"))
        case .e02: (Phrase("逾期补办", "form overdue"), Phrase("踏勘表在补单期限后填报", "the survey form came after its due day"))
        case .e03: (Phrase("审定超签认", "above the signed total"), Phrase("审定额高于首次签认额", "approved above the first signed total"))
        case .e04: (Phrase("审定超送审", "above the claim"), Phrase("审定额高于送审额", "approved above the claim"))
        case .e05: (Phrase("完工后签证", "slip behind the work"), Phrase("签证在报完工之后签认", "a slip was signed after the finish"))
        case .e06:
            (Phrase("不相容环节同人", "one person in two duties"),
             Phrase("同一人踏勘又送审，同一施工单位 3 件以上", "surveyed and claimed by one person, 3 jobs or more of a firm"))
        case .e07:
            (Phrase("付款早于发票登记", "paid before the invoice"),
             Phrase("付款日早于首张发票登记日", "paid before its first invoice was registered"))
        case .e08: (Phrase("无发票结算", "settled without invoice"), Phrase("已结算而无有效发票", "settled, and no invoice in force"))
        case .e09:
            (Phrase("超期未付", "payment overdue"),
             Phrase("应付款超过付款期限（30/60 日）", "payable past its due day (30 or up to 60 days)"))
        case .e10: (Phrase("质保金逾期未还", "retention overdue"), Phrase("质保金过到期日未返还", "retention past its due day"))
        case .e11:
            (Phrase("先派工后签认", "dispatched before the signature"),
             Phrase("派工时既无签认也无应急授权", "dispatched with neither signature nor authorisation"))
        case .e12:
            (Phrase("节假日付款", "paid on a holiday"),
             Phrase("付款日不是制度日历的工作日", "paid on no working day of the policy's calendar"))
        case .e13:
            (Phrase("整数金额", "round amounts"),
             Phrase("同一施工单位审定额为 1,000 元整数倍的占 30 % 以上", "multiples of 1,000.00 are over 30 % of what a firm was approved for"))
        case .e14:
            (Phrase("换账户后即付款", "paid to a new account"),
             Phrase("施工单位变更账户后 7 日内付款", "paid within 7 days of a change of the firm's account"))
        case .e15:
            (Phrase("踏勘后即签认", "signed at once"),
             Phrase("踏勘表填报至签认不足 10 分钟", "less than 10 minutes from the form to the signature"))
        case .e16: (Phrase("照片缺失", "photos missing"), Phrase("验收合格而无施工前或施工后照片", "passed without a photo of before or of after"))
        case .e17:
            (Phrase("专款用于非移交小区", "transferred money elsewhere"),
             Phrase("三供一业资金用于非移交小区", "money for transferred estates, and the job's estate is none"))
        case .e18:
            (Phrase("有产权项目无隐患说明", "managed without hazard"),
             Phrase("有产权或物管项目受理时无隐患", "owned or managed, accepted without a hazard"))
        case .e19: (Phrase("跨年支付", "paid in a later year"), Phrase("付款年度晚于结算年度", "paid in a year after that of the settlement"))
        case .e20:
            (Phrase("可用为负", "available below nothing"),
             Phrase("某日终了指标可用数为负", "an appropriation's available at a day's end"))
        case .e21: (Phrase("拆分疑似", "suspected splits"), Phrase("拆分疑似清单各组（S1–S4）", "the groups of the list of suspected splits"))
        case .e22:
            (Phrase("长期未达", "long unmatched"),
             Phrase("对账未达超过 60 日", "on one side of the reconciliation for over 60 days"))
        case .e23:
            (Phrase("重复发票或付款号", "a number twice"),
             Phrase("同一发票用于两单，或同一付款号两笔转账", "an invoice for two jobs, or a payment's number for two transfers"))
        case .e24: (Phrase("高于协议价", "above agreed prices"), Phrase("送审行单价高于协议价", "claimed lines above the agreed price"))
        }
    }
}

/// What a check found: jobs or another thing, the day that it counts by, and its amount.
package struct Suspicion: Sendable, Equatable {
    package let jobs: [Code]
    /// An appropriation, a payment, a line of a statement; nil where the job says it all.
    package let what: String?
    package let day: Day
    package let amount: Fen
    /// It still stands, whatever year it comes from.
    package let isOpen: Bool

    init(_ jobs: [Code], _ what: String? = nil, on day: Day, _ amount: Fen, isOpen: Bool = false) {
        (self.jobs, self.what, self.day, self.amount, self.isOpen) = (jobs, what, day, amount, isOpen)
    }
}
