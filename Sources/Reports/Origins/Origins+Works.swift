import Kernel
import Ledger

/// Of the reports about jobs, papers and firms: what a job's money is, its lines say; what a paper says, its
/// job shows.
extension Origins {
    private static let cost = Origin.own("approved", .operatingExpense, .priorYearAdjustment)
    private static let signed = Origin.words(
        "signed", "签认的踏勘表合计（job show）", "the total of the signed survey form (job show)")
    private static let claimed = Origin.words("claimed", "送审单各行合计（job show）", "the lines of the claim (job show)")
    private static let slips = Origin.report("slips", "slips", "已签认的签证合计", "the signed change slips")
    private static let cut = Origin.columns("cut", "claimed", minus: ["approved"])

    static let works: [String: [TableOrigins]] = [
        "payables": [
            TableOrigins("settlement", by: [.job], [
                cost, .part("paid", .paid, of: "其中付款，不含返还的质保金", "payments, without released retention"),
                .lines("payable", .payable),
            ]),
            TableOrigins("class", [.words("payable", "上表本分档各行的应付", "the rows above that are of this class")]),
        ],
        "retention": [TableOrigins("settlement", by: [.job], [
            cost, .rate("rate", "retention", of: "approved"),
            .part("retention", .retention, of: "结算时的贷方", "the credit of the settlement"),
            .part("released", .retention, of: "返还的借方", "the debits of releases"),
            .part("withheld", .retention, of: "扣留的借方", "the debits of what was kept"), .lines("open", .retention),
        ])],
        "settlements": [TableOrigins("settlement", by: [.job], [
            signed, slips, claimed,
            .part("approved", .operatingExpense, .priorYearAdjustment, of: "本行修订的结算", "those of the row's revision"), cut,
            .rate("cutRate", "cut", of: "claimed"), .words("aboveSigned", "审定－签认，不为负", "approved − signed, not below nothing"),
        ])],
        "slips": [TableOrigins("job", [
            .words("change", "签证单各行合计（job show）", "the lines of the slip (job show)"),
            .words("before", "此前签认的合计", "what was signed before"), .columns("after", "before", "change"),
            .words("share", "增减额÷最初签认额", "change ÷ what was signed first"),
            .words("shareInAll", "签证累计÷最初签认额", "all slips ÷ what was signed first"),
        ])],
        "register": [TableOrigins("job", by: [.job], [
            .words("ceiling", "应急授权的上限（job show）", "the ceiling of the emergency authorisation (job show)"), signed, slips,
            claimed, cost, cut, .part("retention", .retention, of: "结算时的贷方", "the credit of the settlement"),
            .own("paid", .paid, .cameBack), .own("unpaid", .payable, .retention),
        ])],
        "jobs": [TableOrigins("number", by: [.job], [signed, cost, .own("paid", .paid, .cameBack)])],
        "contractors": [TableOrigins("contractor", by: [.contractor], [
            .opening("openingPayable", .accountsPayable), .opening("openingRetention", .otherPayables, .longTermPayables),
            .turnover("approved", .operatingExpense, .priorYearAdjustment, ofAll: false),
            .part("paid", .paid, of: "付款，退票另列", "payments; what came back has a column of its own"),
            .report("cameBack", "corrections", "本年退票", "what came back in the year"), .lines("payable", .accountsPayable),
            .lines("retention", .otherPayables, .longTermPayables),
            .report("jobs", "settlements", "本年结算且未冲销", "settled in the year, not taken back"),
            .words("cutRate", "这些结算的核减÷送审", "cut ÷ claimed of these settlements"),
            .words("reworkRate", "返工的工单÷工单数", "jobs reworked ÷ jobs"),
            .words("share", "本年审定÷合计本年审定", "approved ÷ approved in all"),
        ])],
        "corrections": [TableOrigins("day", [
            .words("amount", "本行记录的金额（audit show）", "the amount of the row's record (audit show)"),
        ])],
        "late": [TableOrigins("kind", [])],
        "overdue": [TableOrigins("number", [])],
        "splits": [TableOrigins("group", [
            .words("amount", "签认合计，含签证（job show）", "signed, with slips (job show)"),
            .words("sum", "本组各行金额之和", "the rows of the group, added up"),
        ])],
        "exceptions": [TableOrigins("code", [
            .words("count", "下表中该编号的行数", "rows of this code in the table below"),
            .words("amount", "下表中该编号各行金额之和", "amounts of this code in the table below"),
        ])],
        "timeliness": [TableOrigins("category", [
            .jobs("calls", "来电的工单", "jobs called"), .report("overdue", "late", "完工超期的工单", "jobs finished late"),
            .report("overdueOpen", "overdue", "逾期未结的工单", "overdue and open"),
            .rate("closedOnTimeRate", "finishedOnTime", of: "due"), .rate("reworkRate", "reworked", of: "due"),
            .rate("arrivedOnTimeRate", "arrivedOnTime", of: "arrivalsDue"),
        ])],
    ]
}
