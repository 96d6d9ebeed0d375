extension RefusalTexts {
    /// Money of the funds.
    static let funds: Texts = [
        .fundsInsufficient: RefusalText(
            "可用资金不足：可用 {available} 元，需要 {asked} 元（{looked}）", "请减少金额，或先追加、调剂指标",
            "Not enough money: {available} is available, {asked} is asked ({looked})",
            "Ask for less, or supplement or transfer first"),
        .amountZero: RefusalText(
            "字段 {field} 的金额为零", "请填写大于零的金额",
            "The amount in {field} is zero",
            "Give an amount above zero"),
        .sourceUnknown: RefusalText(
            "制度中没有资金来源 {source}", "可用的资金来源：{known}",
            "The policy has no fund source {source}",
            "Known sources: {known}"),
        .appropriationUnknown: RefusalText(
            "没有指标 {appropriation}", "请先用 fund.appropriate 下达",
            "There is no appropriation {appropriation}",
            "Grant it with fund.appropriate"),
        .appropriationTaken: RefusalText(
            "指标 {appropriation} 已经下达", "追加请用 supplement",
            "The appropriation {appropriation} is already open",
            "Add to it with kind supplement"),
        .appropriationFixed: RefusalText(
            "指标 {appropriation} 的 {field} 不可改变", "请按原值填写，或另立指标",
            "The {field} of the appropriation {appropriation} never changes",
            "Give it as it is, or open another appropriation"),
        .appropriationYear: RefusalText(
            "指标年度 {originYear} 不可在 {year} 年下达或追加", "下达和追加只在指标年度当年；启用第一年以前年度的余额请用 carried 录入",
            "Money of the origin year {originYear} cannot be granted or supplemented in {year}",
            "Grant and supplement in the origin year only; a street's first year takes earlier money over as carried"),
        .transferSame: RefusalText(
            "调出和调入是同一指标 {appropriation}", "请填写两个不同的指标",
            "The money would go from {appropriation} to itself",
            "Name two appropriations"),
        .transferSource: RefusalText(
            "资金来源不同，不得调剂：{from} → {to}", "只能在同一来源之内调剂",
            "Sources are never mixed: {from} → {to}",
            "Transfer within one source only"),
        .fundingTenure: RefusalText(
            "指标 {appropriation}（来源 {source}）不得用于“{tenure}”", "请选用来源相符的指标",
            "The appropriation {appropriation} (source {source}) may not pay for {tenure}",
            "Choose one whose source fits"),
        .fundingSum: RefusalText(
            "资金安排合计 {sum}，应为 {total}", "请修改各项使其相符",
            "The funding sums to {sum} and not to {total}",
            "Change the parts so that they sum up"),
        .fundingForm: RefusalText(
            "资金安排的写法不对", "各项须全部写金额或全部写百分比，大于零，指标不得重复",
            "The funding is not well formed",
            "Give all by amount or all by percent, above zero, each appropriation once"),
        .receiveChannel: RefusalText(
            "指标 {appropriation} 的支付渠道是 {channel}，没有到账一说", "只有实拨到银行（bank）的指标才登记到账",
            "The appropriation {appropriation} is paid by channel {channel}, not from the street's bank",
            "Register the arrival of bank-held appropriations only"),
        .receiveDay: RefusalText(
            "到账日 {day} 晚于 {latest}", "请填写银行入账的日期",
            "The day of arrival {day} is after {latest}",
            "Give the day on which the bank booked it"),
        .receiveTaken: RefusalText(
            "到账单号 {receiptNo} 已用于指标 {appropriation}", "请核对是否重复登记",
            "The receipt number {receiptNo} is already used for the appropriation {appropriation}",
            "Check whether it was registered before"),
        .receiveExceeds: RefusalText(
            "指标 {appropriation} 在银行的 {bank} 元将超过其尚未支付的 {unpaid} 元",
            "到账合计不得超过指标净额；已到账的钱不得收回或调出",
            "The appropriation {appropriation} would have {bank} in the bank and {unpaid} still to be paid",
            "Receive no more than was granted; recall or transfer only what has not arrived"),
        .voucherUnknown: RefusalText(
            "没有凭证 {voucher}", "请核对凭证号（如 2026-000012）和截至日",
            "There is no voucher {voucher}",
            "Check its number (2026-000012) and the as-of day"),
        .recordUnknown: RefusalText(
            "没有记录 {record}", "本街道的记录为 1 至 {last}",
            "There is no record {record}",
            "This street's records are 1 to {last}"),
        .payBank: RefusalText(
            "指标 {appropriation} 的银行存款不足：已到账未支付 {available} 元，需要 {asked} 元", "请先用 fund.receive 登记到账",
            "Too little of the appropriation {appropriation} is in the bank: {available}, asked {asked}",
            "Register the arrival with fund.receive first"),
    ]
}
