
/// What is said about closing a year.
extension HelpWords {
    static let years: [String: String] = [
        "The year to close, or to look at.": "年度。",
        "The last word on an indicator counts. `yjb report performance` shows their codes.":
            "同一指标以最后一次为准；指标代码见 yjb report performance。",
        "What no metric tells, reasons and the goal come from `yjb year assess`.":
            "系统不计算的完成值、偏差原因和年度目标用 yjb year assess 填写。",
        "Ends with 1 when something stops the close.": "有检查项不通过时以 1 结束。",
        "A closed year is not opened again; it is corrected in the open one.": "已结账的年度不能重开；更正记在未结账的年度。",
        "Show the certificate and the vouchers as they would be, and record nothing.": "预览结账证明和凭证，不作记录。",
        "A warning that may stand, and why. Repeatable.": "接受的警告及理由，可重复。",
        "With the closing entries of the year.": "包括本年结账分录。",
    ]
}
