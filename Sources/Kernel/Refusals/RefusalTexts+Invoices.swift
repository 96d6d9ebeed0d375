extension RefusalTexts {
    /// Settlement sheets, invoices, and prices above an agreement.
    static let invoices: Texts = [
        .settlementUnknown: RefusalText(
            "工单 {job} 没有这份结算单", "已有结算的送审稿：{known}",
            "The job {job} has no such settlement",
            "Settled revisions: {known}"),
        .invoiceSeller: RefusalText(
            "发票销售方 {seller} 不是本工单的施工单位 {contractor}", "请核对发票，或退回重开",
            "The invoice is of {seller}, not of the job's contractor {contractor}",
            "Check it, or have it issued anew"),
        .invoiceBuyer: RefusalText(
            "发票购买方 {buyer} 不是本街道 {street}", "请退回重开；街道的开票名称和代码在制度的 buyer 中填写",
            "The invoice is made out to {buyer}, not to the street {street}",
            "Have it issued anew; the policy's buyer says under which name and code the street buys"),
        .invoiceAmounts: RefusalText(
            "发票明细和税额合计 {sum} 元，与价税合计 {total} 元或所列合计不符", "请核对发票的各项金额",
            "The lines and the tax of the invoice come to {sum}, its total says {total}, or its sums do not agree",
            "Check its amounts"),
        .invoiceSum: RefusalText(
            "发票价税合计 {total} 元，超过审定金额 {approved} 元中尚未开票的 {open} 元", "各张发票合计须等于审定金额",
            "The invoice is for {total}; of the approved amount {approved} only {open} is not invoiced yet",
            "Have invoices issued that add up to the approved amount"),
        .invoicePresent: RefusalText(
            "工单 {job} 的审定金额已有发票 {invoice}", "无需再登记",
            "The approved amount of the job {job} already has the invoice {invoice}",
            "There is nothing to register"),
        .reviewAgreedPrice: RefusalText(
            "第 {line} 行单价 {price} 元，高于{agreement}的 {agreed} 元，而没有审核理由", "请填写理由，或按该价核减",
            "Line {line} is priced {price}, above {agreed} of {agreement}, without a reason",
            "Give the reason, or cut it to the agreed price"),
    ]
}
