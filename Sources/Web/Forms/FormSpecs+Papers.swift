import Jobs
import Kernel
import Ledger

extension FormSpecs {
    static let papers = [
        spec(.survey, lookOver: true, [
            Field("visitors", "踏勘人（至少两名）", "surveyors, at least two", .people(2)),
            Field("cause", "原因", "cause", .prose), Field("plan", "处置方案", "plan", .prose),
            Field("lines", "明细", "lines", .lines(signed: false)), taxRate, funding,
            photos,
        ]),
        spec(.authorize, lookOver: true, [
            Field("ceiling", "授权上限（元）", "ceiling, in yuan", .money),
            Field("means", "方式", "by", .choice([
                .init("phone", Phrase("电话", "phone")), .init("written", Phrase("书面", "in writing")),
            ])), reason, funding,
        ]),
        spec(.sign, lookOver: true, [
            Field("slip", "签证单（不选即签踏勘情况表）", "change slip; the survey form where none is chosen", .from(\.slips), optional: true),
            note,
        ]),
        spec(.change, lookOver: true, [reason, Field("lines", "明细", "lines", .lines(signed: true))]),
        spec(.sendBack, [
            Field("what", "退回", "what goes back", .choice(ReturnForm.What.allCases.map { .init($0.rawValue, $0.title) })),
            Field("slip", "签证单", "change slip", .from(\.slips), optional: true), reason,
        ]),
        spec(.claim, lookOver: true, left: ["invoice"], [Field("lines", "明细", "lines", .lines(signed: false)), taxRate]),
        spec(.review, lookOver: true, [Field("lines", "逐行审核", "line by line", .reviewed)]),
        spec(.dispute, [reason]),
        spec(.resolve, [Field("note", "处理结果", "what was settled", .prose)]),
        spec(.settle, lookOver: true, [
            Field("retentionRate", "质保金比例 %", "retention rate %", .percent, optional: true),
            Field("warrantyMonths", "质保月数", "months of warranty", .count, optional: true),
        ]),
    ]

    private static let custody = Field("custody", "付自", "from", .choice([
        .init("treasury", Phrase("国库集中支付", "the treasury")), .init("bank", Phrase("本单位银行账户", "the street's bank account")),
    ]), optional: true)
    private static let payment = [
        Field("paymentNo", "支付凭证号", "payment number", .label), Field("day", "支付日", "day", .day),
        Field("amount", "金额（元）", "amount, in yuan", .money, optional: true,
            hint: Phrase("不填即全部未付", "empty: all that is left")), custody,
    ]

    private static let invoiceLines = Field("lines", "发票明细", "lines of the invoice", .rows([
        .init("item", "项目名称", "item", .label), .init("unit", "单位", "unit", .label, optional: true),
        .init("quantity", "数量", "quantity", .label, optional: true),
        .init("unitPrice", "单价", "unit price", .label, optional: true),
        .init("amount", "金额（元）", "amount", .signedMoney), .init("taxRate", "税率", "tax rate", .label, optional: true),
        .init("tax", "税额（元）", "tax", .signedMoney, optional: true),
    ]), optional: true)

    static let money = [
        spec(.invoice, left: ["source"], [
            Field("number", "发票号码", "invoice number", .label), Field("date", "开票日期", "date", .day),
            Field("seller.name", "销售方名称", "seller", .label),
                Field("seller.creditCode", "销售方税号", "seller's code", .label, optional: true),
            Field("buyer.name", "购买方名称", "buyer", .label), Field("buyer.creditCode", "购买方税号", "buyer's code", .label,
                optional: true),
            Field("amount", "合计金额（元）", "amount without tax", .money), Field("tax", "合计税额（元）", "tax", .money),
            Field("total", "价税合计（元）", "total with tax", .money), invoiceLines,
        ]),
        spec(.voidInvoice, [
            Field("number", "发票号码", "invoice number", .from(\.invoices)), reason,
            Field("red.number", "红字发票号码", "number of the red invoice", .label, optional: true,
                hint: Phrase("已开红字发票的填", "where one was issued")),
            Field("red.date", "红字发票开票日期", "its date", .day, optional: true),
            Field("red.original", "被红冲蓝字发票号码", "the invoice that it takes back", .label, optional: true),
            Field("red.total", "红字价税合计（元）", "its total, negative", .signedMoney, optional: true,
                hint: Phrase("负数", "below zero")),
        ]),
        spec(.pay, lookOver: true, payment + [Field("reason", "说明", "reason", .prose, optional: true)]),
        spec(.release, lookOver: true, payment + [Field("reason", "提前返还的理由", "why before its day", .prose, optional: true)]),
        spec(.refund, lookOver: true, [
            Field("paymentNo", "原支付凭证号", "payment number", .from(\.payments)),
            Field("cause", "原因", "cause", .choice(RefundForm.Cause.allCases.map { .init($0.rawValue, $0.title) }),
                optional: true), reason,
        ]),
        spec(.recover, lookOver: true, [
            Field("amount", "追回金额（元）", "amount, in yuan", .money), Field("day", "到账日", "day", .day),
            Field("reference", "到账凭证号", "number of the receipt", .label), reason,
        ]),
        spec(.withhold, lookOver: true, [Field("amount", "扣留金额（元）", "amount, in yuan", .money), reason]),
        spec(.reverse, lookOver: true, [reason]),
    ]
}
