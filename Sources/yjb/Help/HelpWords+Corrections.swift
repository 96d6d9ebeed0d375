/// What is said about commands that put something right.
extension HelpWords {
    static let corrections: [String: String] = [
        "What is left out stays. Whose it is and the estate stay while the job holds money.":
            "未写的不变；工单占用资金期间，产权和小区不得改变。",
        "For whoever could sign or review it.": "限可以签认或审核该单据的人。",
        "returned: the bank sent the money back. mistaken: the payment was never made; its number is free again and nothing of it stays open in the reconciliation.":
            "returned（退票）：银行退回了款项。mistaken（误录）：并未付过这笔款，号码可以再用，对账中不留未达账项。",
        "The import of a red invoice does the same.": "导入红字发票（invoice import）效果相同。",
        "A red invoice is an invoice.void of the one that it names.": "红字发票使其注明的蓝字发票作废（invoice.void）。",
        "carried is what earlier years left, taken over in the street's first year; --cash is what of a bank-held one lies in the bank.":
            "carried 是以前年度结转、在启用账套的第一年接入的指标；--cash 是实拨结转指标中的银行存款。",
        "Without an amount it should not have been. A record is corrected once; what corrects it can be corrected.":
            "不写金额即整笔不应录入。一条记录只更正一次，更正记录本身可再更正。",
        "advance is what the account lacked and the street makes good, such as a fee that may not be paid from the money; recovered makes it good; unidentified is money of nobody known, sentBack gives it back; surrender passes interest on.":
            "advance（待补款）：账户短少、须由街道补足的，如不得列支的手续费；recovered（补回）：予以补足；unidentified：待查收款，sentBack：退回待查款；surrender：上缴利息。",
        "The number of the payment.": "支付凭证号。",
        "Whether it came back, or was never made. Default: returned.": "退票（returned）还是误录（mistaken），默认退票。",
        "The day on which the bank or the treasury took it in.": "银行或国库到账日。",
        "The number on the receipt. Unique in the street.": "到账单号，全街道唯一。",
        "Which paper.": "哪种单据。",
        "The number of the change slip.": "签证单号。",
        "Why it is released before its due day (提前返还).": "提前返还的理由。",
        "The leader's word, where the call-back says that it is not solved: why it is closed all the same.":
            "回访反映未解决时，由分管领导写明仍予结案的理由。",
        "Why the common part of a transferred estate counts as nobody's (unowned).":
            "三供一业移交小区的公共部位按无产权受理的理由。",
        "Tax on top of the sum of the lines. Default: the prices include it.": "在各行合计之外另加的税率；不写即单价含税。",
        "The outside number is that of a job that has ended: take it up again as a new job.":
            "外部编号属于已了结的工单：重新受理为新工单。",
        "Take tickets up again that were sent again after their job had ended.": "工单了结后又重派的，重新受理为新工单。",
        "The number of the invoice.": "发票号码。",
        "The XML file of the red invoice that takes it back.": "红冲它的红字发票 XML 文件。",
        "Of a red one: why.": "红字发票：理由。",
        "Granted at the year's start, added, or left by earlier years.": "年初下达、追加或上年结转。",
        "Of a carried, bank-held one: what of it lies in the bank.": "实拨的结转指标：其中的银行存款。",
        "The number of the record that is wrong: fund documents shows it.": "录错的记录号，见 fund documents。",
        "The right amount, in yuan.": "正确的金额，元。",
        "The right number of the document.": "正确的文号。",
        "The right day of what the bank booked; of a grant the day on which it is corrected.":
            "银行记账的正确日期；指标类为更正日。",
        "The number of the transfer. Unique in the street.": "缴款凭证号，全街道唯一。",
        "What it is.": "事项。",
        "The code of the appropriation in whose account it lies; its channel is bank.": "所在账户的指标代码，支付渠道为 bank。",
        "The bank's number of it. Unique in the street.": "银行流水号，全街道唯一。",
        "The record of the entry that this one clears.": "所冲抵的银行事项记录号。",
    ]
}
