import Kernel
import Ledger

/// Where the figures of the reports come from, column by column: from here come the list that `--explain`
/// prints and what can be pressed on a report's page.
package enum Origins {
    /// By the name of the report.
    package static let of: [String: [TableOrigins]] = money.merging(works) { first, _ in first }
        .merging(books) { first, _ in first }

    /// 净额: what was granted, less what was recalled of it.
    private static let net = Origin.lines("net", .granted, .supplement, .broughtForward, .transfers, .cameBack, .recalled)

    private static let statuses: [Origin] = [
        .lines("available", .available), .lines("preEncumbered", .preEncumbered), .lines("encumbered", .encumbered),
        .lines("payable", .payable), .lines("retention", .retention), .lines("paid", .paid),
        .closing("carriedForward", .carriedForward),
    ]

    private static let granted: [Origin] = [
        .lines("granted", .granted), .lines("supplement", .supplement), .lines("broughtForward", .broughtForward),
        .lines("cameBack", .cameBack), .lines("transfers", .transfers), .lines("recalled", .recalled), net,
    ]

    private static let months = (1...12).map { (month: Int) in Origin.turnover("month\(month)", .paid, month: month) }

    private static let rates: [Origin] = [
        .rate("executionRate", "paid", of: "net"), .rate("utilisationRate", "paid", "payable", "retention", of: "net"),
        .rate("utilisationRateGross", "paid", "payable", "retention", of: "net", "recalled"),
        .words(
            "newUtilisationRate", "分子、分母都减去以前年度已使用的：年初的 2401、2402 和本年的 1005",
            "without what earlier years had used, above and below: 2401 and 2402 when the year began, and the year's 1005"),
    ]

    /// The same money by jobs.
    private static func division(_ key: String) -> TableOrigins {
        let of = { (column: String, account: Account) in
            Origin.part(column, account, of: "按本行的工单归集", "those of the row's jobs")
        }
        return TableOrigins(key, [
            .report("jobs", "register", "有这些明细的工单", "the jobs of these lines"),
            of("paid", .paid), of("payable", .payable), of("retention", .retention),
            .columns("used", "paid", "payable", "retention"),
            .words("share", "本行已使用÷合计已使用", "used ÷ used in all"), of("encumbered", .encumbered),
            of("preEncumbered", .preEncumbered),
        ])
    }

    private static let money: [String: [TableOrigins]] = [
        "utilisation": [TableOrigins("source", by: [.appropriation], granted + statuses + rates)],
        "year": [
            TableOrigins("source", by: [.appropriation], granted + statuses + rates + [
                .part("movedIn", .transfers, of: "其中正数", "those in black"),
                .part("movedOut", .transfers, of: "其中红字", "those in red"),
                .words(
                    "arrived", "实有资金账户：8001.02 余额＋本年 7101；其他渠道：全年预算数",
                    "of a bank account: balance of 8001.02 + the year's 7101; of other channels: the budget"),
                .words("missing", "目标×(全年预算数＋收回)－(2501＋2401＋2402)", "target × (budget + recalled) − (2501 + 2401 + 2402)"),
            ]),
            division("community"), division("category"), division("contractor"), division("quarter"),
        ],
        "execution": [
            TableOrigins("source", by: [.appropriation], [
                .lines("first", .granted, .broughtForward),
                .lines("adjusted", .supplement, .transfers, .cameBack, .recalled), net,
            ] + months + [
                .lines("paid", .paid), .columns("rest", "net", minus: ["paid"]), .rate("rateOfFirst", "paid", of: "first"),
                .rate("executionRate", "paid", of: "net"), .words("rateOfArrived", "累计执行数÷到位数", "paid ÷ arrived"),
                .words("pace", "月份÷12", "month ÷ 12"), .columns("ahead", "executionRate", minus: ["pace"]),
            ]),
            TableOrigins("month", [
                .part("paid", .paid, of: "其中本月", "those of the month"),
                .part("sum", .paid, of: "其中截至本月", "those until the month"),
                .words("executionRate", "累计执行数÷全年预算数", "paid so far ÷ budget"), .words("pace", "月份÷12", "month ÷ 12"),
            ]),
        ],
        "carryover": [TableOrigins("source", by: [.appropriation], [
            .lines("broughtForward", .broughtForward), .lines("budget", .granted, .supplement, .transfers, .cameBack),
            .lines("paid", .paid), .lines("recalled", .recalled),
            .lines("left", .available, .preEncumbered, .encumbered, .payable, .retention),
            .lines("held", .preEncumbered, .encumbered), .lines("payable", .payable), .lines("retention", .retention),
            .lines("available", .available),
            .words("toReturn", "性质为结余时的可用，否则为零", "what is available, where it lapses"), .rate("rate", "left", of: "paid"),
        ])],
        "closing": [
            TableOrigins("appropriation", by: [.appropriation], granted + statuses + rates + [
                .part("lapsed", .recalled, of: "其中年末收回", "those of the year's end"),
                .part("accrued", .returnableQuota, of: "其中确认额度", "those of the accrual"),
                .words("toReturn", "到期的实有资金余额", "what lies in the bank and has lapsed"),
            ]),
            TableOrigins("book", ["debitBefore", "creditBefore", "debitAfter", "creditAfter"].map {
                .report($0, "trial-balance", "该账簿科目余额表的合计", "the total of the book's trial balance")
            }),
            TableOrigins("check", [.words("amount", "检查项所列各笔之和", "what the check found, added up")]),
            TableOrigins("works", []),
        ],
        "grants": [TableOrigins("day", [
            .words("increase", "本行凭证的分录", "a line of the row's voucher"),
            .words("decrease", "本行凭证的分录", "a line of the row's voucher"),
        ])],
        "performance": [TableOrigins("money", [
            .report("first", "execution", "年初预算数", "budget at first"),
            .report("net", "execution", "全年预算数", "budget of the year"),
            .report("paid", "execution", "累计执行数", "paid so far"), .rate("executionRate", "paid", of: "net"),
        ])],
        "overview": [TableOrigins("item", [
            .report("amount", "utilisation", "按指标", "by appropriation"),
            .report("rate", "utilisation", "按指标", "by appropriation"),
        ])],
        "pacing": pacing,
    ]

    private static let pacing: [TableOrigins] = [
        TableOrigins("source", [
            .report("gross", "utilisation", "净额＋收回", "net + recalled"),
            .report("used", "utilisation", "已支付＋待支付＋质保金", "paid + payable + retention"),
            .rate("rate", "used", of: "gross"),
            .words("needed", "目标×预算总额－已使用", "target × gross − used"),
            .report("held", "utilisation", "预占＋占用", "pre-encumbered + encumbered"),
            .words("due", "预计年内结算的占用", "holds whose settlement is expected this year"),
            .words("kept", "近一年审定÷结算时占用", "approved ÷ held, over the settlements of a year"),
            .words("expected", "年内到期×审定占承诺", "due × approved of held"),
            .words("placedEachDay", "近 60 个工作日新增占用÷工作日", "new holds of the last 60 working days ÷ days"),
            .columns("low", "used", "expected"), .rate("lowRate", "low", of: "gross"),
            .words("mid", "低＋按现速还能派出的×审定占承诺", "low + what can be placed at this pace × approved of held"),
            .rate("midRate", "mid", of: "gross"),
            .words("high", "已使用＋(已承诺＋可派)×审定占承诺", "used + (held + available) × approved of held"),
            .rate("highRate", "high", of: "gross"),
            .report("available", "utilisation", "可用，到期的除外", "available, less what lapsed"),
            .words("toPlace", "(尚需使用－预计结算)÷审定占承诺", "(needed − expected) ÷ approved of held"),
            .words("toPlaceEachDay", "需派÷剩余工作日", "to be placed ÷ working days left"),
            .columns("gap", "toPlace", minus: ["available"]),
        ]),
        TableOrigins("job", by: [.job, .appropriation], [.own("amount", .preEncumbered, .encumbered)]),
        TableOrigins("appropriation", by: [.appropriation], [
            .lines("available", .available), .lines("held", .preEncumbered, .encumbered),
        ]),
    ]
}
