extension RefusalTexts {
    /// Survey forms, slips, claims, settlements and payments.
    static let forms: Texts = [
        .linesTotal: RefusalText(
            "明细合计 {total} 元不可用", "合计须大于零；签证合计不得为零",
            "The lines sum to {total}",
            "The sum must be above zero, and not zero in a slip"),
        .quantityPositive: RefusalText(
            "第 {line} 行的数量 {quantity} 不可用", "数量须大于零；签证可以为负，不得为零",
            "The quantity {quantity} in line {line} cannot be used",
            "Give a quantity above zero; in a slip it may be negative but not zero"),
        .surveyVisitors: RefusalText(
            "踏勘人只有 {visitors} 名", "踏勘须至少两人",
            "There is only {visitors} visitor",
            "A survey takes at least two"),
        .slipUnknown: RefusalText(
            "没有第 {slip} 号签证", "请核对签证号",
            "There is no slip {slip}",
            "Check its number"),
        .slipSigned: RefusalText(
            "第 {slip} 号签证已经签认", "无需再签",
            "The slip {slip} is already signed",
            "There is nothing to sign"),
        .slipTotal: RefusalText(
            "签证后的总额不大于零：已签 {signed} 元，变更 {change} 元", "请修改签证",
            "The slip would leave nothing: signed {signed}, change {change}",
            "Change the slip"),
        .claimExceeds: RefusalText(
            "送审 {claimed} 元（其中税额 {tax} 元）超过签认总额 {signed} 元（按{terms}签认）", "请按相同口径送审，或先办理签证，或减少送审金额",
            "The claim of {claimed} (tax {tax} in it) is above the signed total of {signed} (signed on {terms})",
            "Claim on the same terms, have a slip signed first, or claim less"),
        .invoiceTaken: RefusalText(
            "发票 {invoice} 已用于工单 {job}", "请核对发票号码",
            "The invoice {invoice} was used for the job {job}",
            "Check its number"),
        .reviewLine: RefusalText(
            "审核的行（{lines}）与送审的 {claimed} 行不符", "每一行审核一次",
            "The reviewed lines ({lines}) are not the {claimed} lines of the claim",
            "Review each line once"),
        .reviewExceeds: RefusalText(
            "第 {line} 行审定 {approved} 元超过送审 {claimed} 元", "请修改审定金额",
            "Line {line} approves {approved}, more than the {claimed} claimed",
            "Lower the approved amount"),
        .reviewReason: RefusalText(
            "第 {line} 行有核减而没有理由", "请填写核减理由",
            "Line {line} is cut without a reason",
            "Give the reason"),
        .settleRetention: RefusalText(
            "质保金比例 {rate} % 超过上限 {cap} %", "请按上限以内填写",
            "The retention rate {rate} % is above the cap of {cap} %",
            "Stay within the cap"),
        .payExceeds: RefusalText(
            "支付 {asked} 元超过应付 {available} 元", "请核对金额",
            "The payment of {asked} is above the {available} payable",
            "Check the amount"),
        .payNothing: RefusalText(
            "工单 {job} 没有可支付的款项", "请核对工单",
            "Nothing is payable for the job {job}",
            "Check the job"),
        .payDay: RefusalText(
            "付款日 {day} 不可用", "须在 {earliest} 至 {latest} 之间",
            "The day of payment {day} cannot be used",
            "It lies between {earliest} and {latest}"),
        .paymentTaken: RefusalText(
            "支付凭证号 {paymentNo} 已用于工单 {job}（{differs}）", "同一单位、同一天、同一资金所在的付款才能共用一个号，请核对",
            "The payment number {paymentNo} was used for the job {job} ({differs})",
            "Only payments of one contractor, day and custody share a number: check it"),
        .payCustody: RefusalText(
            "一个支付凭证号不能同时支付国库资金 {treasury} 元和银行存款 {bank} 元", "请用 custody 分别支付，各用一个支付凭证号",
            "One payment number would pay {treasury} of the treasury's money and {bank} out of the bank",
            "Pay each part under its own number, naming its custody: treasury or bank"),
        .paymentUnknown: RefusalText(
            "工单 {job} 没有支付凭证号 {paymentNo}", "请核对支付凭证号",
            "The job {job} has no payment {paymentNo}",
            "Check the number"),
        .paymentRefunded: RefusalText(
            "支付凭证号 {paymentNo} 已经退票", "无需再退",
            "The payment {paymentNo} has already been refunded",
            "There is nothing to refund"),
        .reversePaid: RefusalText(
            "付款 {paymentNo}（{amount} 元）尚未退回", "请先退票再冲销",
            "The payment {paymentNo} of {amount} has not been refunded",
            "Refund it before the reversal"),
    ]
}
