extension RefusalTexts {
    /// Mistakes that are put right, and what stands in the way.
    static let corrections: Texts = [
        .closeUnsolved: RefusalText(
            "回访反映问题未解决", "请返工（job.rework）、再次回访，或由分管领导写明理由结案",
            "The call-back says that it is not solved",
            "Rework it, call back again, or have the leader close it with a reason"),
        .paperReturned: RefusalText(
            "{what}已退回修改：{reason}", "请等待重新提交",
            "The {what} was sent back: {reason}",
            "Wait until a new one is filed"),
        .returnSlip: RefusalText(
            "签证单号与退回对象不符", "退回签证单（slip）须写明编号，退回其他单据不写",
            "The number of a slip does not go with what is sent back",
            "Give slip for a change slip, and for nothing else"),
        .regradeSame: RefusalText(
            "工单 {job} 本来就是如此", "没有需要调整的内容",
            "The job {job} is already like that",
            "There is nothing to change"),
        .regradeHeld: RefusalText(
            "工单 {job} 已占用资金，不得改变产权或小区", "请先撤销占用（如作废授权、冲销），再调整",
            "The job {job} holds money, so its tenure and estate stay",
            "Give the money back first"),
        .refEnded: RefusalText(
            "外部编号 {ref} 属于已了结的工单 {job}（{works}）", "请核对；如需重新受理，请加 reopen",
            "The outside number {ref} is that of the job {job}, which has ended ({works})",
            "Look at it; to take it up again, say reopen"),
        .refReopen: RefusalText(
            "外部编号 {ref} 没有已了结的工单可以重新受理", "请去掉 reopen",
            "There is no ended job with the outside number {ref} to take up again",
            "Leave reopen out"),
        .scopeBackstop: RefusalText(
            "小区 {estate} 是三供一业移交小区，不能按无产权受理", "请按移交小区受理，或写明理由",
            "The estate {estate} was transferred, so its job is not unowned",
            "Accept it as transferred, or give the reason"),
        .releaseEarly: RefusalText(
            "质保金 {due} 到期，{day} 返还为提前返还", "请写明理由",
            "The retention is due on {due}; releasing it on {day} is early",
            "Give the reason"),
        .recoverExceeds: RefusalText(
            "追回 {asked} 元超过已支付的 {available} 元", "请核对金额",
            "{asked} is more than the {available} that was paid",
            "Check the amount"),
        .recoverTaken: RefusalText(
            "到账单号 {reference} 已用于 {owner}", "请核对是否重复登记",
            "The receipt number {reference} is already used for {owner}",
            "Check whether it was registered before"),
        .withholdExceeds: RefusalText(
            "扣留 {asked} 元超过尚存质保金 {available} 元", "请核对金额",
            "{asked} is more than the {available} still retained",
            "Check the amount"),
        .refundMatched: RefusalText(
            "付款 {paymentNo} 已与对账单勾对（{match}），并非误录", "请先撤销勾对，或按退票办理",
            "The payment {paymentNo} is matched with a statement ({match}), so it was made",
            "Undo the match first, or say that it came back"),
        .refundRecovered: RefusalText(
            "工单 {job} 的付款已追回 {recovered} 元", "其余部分请用 job.recover 追回，不能再整笔退款",
            "{recovered} of what the job {job} was paid has been paid back",
            "Recover the rest; the payment as a whole can no longer be refunded"),
        .invoiceUnknown: RefusalText(
            "工单 {job} 没有有效的发票 {invoice}", "请核对发票号码",
            "The job {job} has no invoice {invoice} in force",
            "Check the number"),
        .invoiceRed: RefusalText(
            "红字发票 {red} 不是对发票 {invoice} 的全额红冲", "请核对被红冲的号码和价税合计",
            "The red invoice {red} does not take back all of the invoice {invoice}",
            "Check the number that it names, and its sum"),
    ]

    /// Grants and bank entries that were wrong, and those that may not be.
    static let grants: Texts = [
        .documentTaken: RefusalText(
            "文号 {documentNo} 已用于第 {record} 号记录", "请核对是否重复录入；录错的请用 fund.correct 更正",
            "The document number {documentNo} is already used by the record {record}",
            "Check whether it was entered before; correct a wrong one with fund.correct"),
        .carriedYear: RefusalText(
            "{year} 年不能录入结转指标 {appropriation}（{originYear} 年）", "只有启用账套的第一年录入以前年度的结转；其后由年度结账结转",
            "A carried appropriation {appropriation} of {originYear} cannot be entered in {year}",
            "Only a street's first year takes over what earlier years left; later the year's close carries it"),
        .carriedCash: RefusalText(
            "结转现金 {cash} 元与指标 {appropriation} 不符", "仅实拨（bank）结转指标填写，且不超过结转额 {amount} 元",
            "The cash {cash} does not go with the appropriation {appropriation}",
            "Give it for a carried, bank-held one only, up to its amount {amount}"),
        .transferKind: RefusalText(
            "指标 {from} 与 {to} 的 {field} 不同，不得调剂", "只能在来源、指标年度和支付渠道都相同的指标之间调剂",
            "The appropriations {from} and {to} differ in {field}",
            "Transfer only between equal source, origin year and channel"),
        .returnChannel: RefusalText(
            "指标 {appropriation} 的支付渠道是 {channel}，没有可缴回的存款", "未用的额度请用 fund.recall 收回",
            "The appropriation {appropriation} is paid by channel {channel} and has no money in the bank",
            "Recall unused quota with fund.recall"),
        .returnExceeds: RefusalText(
            "缴回 {asked} 元超过指标 {appropriation} 可缴回的 {available} 元", "只能缴回已到账且未占用的钱",
            "{asked} is more than the {available} that the appropriation {appropriation} can give back",
            "Give back only what has arrived and is not held"),
        .correctUnknown: RefusalText(
            "第 {record} 号记录不是可更正的指标或银行记录", "请用 fund list 查记录号",
            "The record {record} is no grant or bank entry that can be corrected",
            "Look the number up with fund list"),
        .correctDone: RefusalText(
            "第 {record} 号记录已由第 {by} 号记录更正", "请更正后一笔",
            "The record {record} has been corrected by the record {by}",
            "Correct that one"),
        .correctNothing: RefusalText(
            "第 {record} 号记录更正后已无金额", "请重新录入",
            "Nothing is left of the record {record}",
            "Enter it anew"),
        .correctSame: RefusalText(
            "更正内容与第 {record} 号记录相同", "请填写正确的金额、文号或日期",
            "The correction says what the record {record} says",
            "Give the right amount, document number or day"),
        .entryChannel: RefusalText(
            "指标 {appropriation} 的支付渠道是 {channel}，没有银行账户", "只有实拨（bank）指标才有银行流水",
            "The appropriation {appropriation} is paid by channel {channel} and has no bank account",
            "Only bank-held appropriations have bank entries"),
        .entryExceeds: RefusalText(
            "{kind}{asked} 元超过可用的 {available} 元", "请核对金额和指标",
            "{kind}: {asked} is more than {available}",
            "Check the amount and the appropriation"),
        .entryClears: RefusalText(
            "第 {record} 号记录不是可由此冲抵的银行记录", "请核对 clears",
            "The record {record} is no bank entry that this one can clear",
            "Check clears"),
        .entryTaken: RefusalText(
            "银行流水号 {reference} 已用于第 {record} 号记录", "请核对是否重复登记",
            "The bank's number {reference} is already used by the record {record}",
            "Check whether it was entered before"),
        .policyInUse: RefusalText(
            "新制度缺少仍在使用的内容：{list}", "请保留这些内容，或先办结相关工单、用完资金",
            "The policy drops what is still in use: {list}",
            "Keep it, or finish the jobs and the money first"),
    ]
}
