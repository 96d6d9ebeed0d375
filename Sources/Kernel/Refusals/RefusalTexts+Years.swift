extension RefusalTexts {
    /// The close of a year, and what it shuts.
    static let years: Texts = [
        .timeSealed: RefusalText(
            "{year} 年度已于 {closed} 结账（记录 {record}），{day} 不能再入账", "请记在未结账的年度，实际日期写入备注；已结账的年度不能重开",
            "The year {year} was closed on {closed} (record {record}); nothing more is booked on {day}",
            "Book it on a day of an open year and note the real one; a closed year is not opened again"),
        .fundsLapsed: RefusalText(
            "指标 {appropriation} 已于 {day} 到期（{rule}），余额不得再占用", "请改用其他指标；该余额由财务收回或缴回",
            "The appropriation {appropriation} lapsed on {day} ({rule}); what is left of it cannot be held",
            "Use another appropriation; finance recalls or returns what is left"),
        .yearUnknown: RefusalText(
            "本街道 {first} 年建账，没有 {year} 年度", "请核对年度",
            "The street began in {first}; it has no year {year}",
            "Check the year"),
        .yearClosed: RefusalText(
            "{year} 年度已于 {closed} 结账（记录 {record}）", "已结账的年度不能重开；更正记在未结账的年度",
            "The year {year} was closed on {closed} (record {record})",
            "A closed year is not opened again; correct it in the open one"),
        .yearOpen: RefusalText(
            "{year} 年度尚未结账，没有结账证明", "可用 year check 查看结账检查",
            "The year {year} is still open and has no certificate",
            "See what stands in the way of its close with year check"),
        .yearOrder: RefusalText(
            "{before} 年度尚未结账", "请按年度顺序结账",
            "The year {before} is still open",
            "Close the years in their order"),
        .yearEarly: RefusalText(
            "{year} 年度要到 {day} 才能结账，现在是 {now}", "请在年度最后一天或以后结账",
            "The year {year} can be closed from {day} on; it is {now}",
            "Close it on its last day or later"),
        .yearUnready: RefusalText(
            "{year} 年度尚不能结账：{list}", "请先处理；警告（W）可以写明理由后接受（accept）",
            "The year {year} cannot be closed yet: {list}",
            "Settle them; a warning (W) may be accepted with a reason (accept)"),
    ]
}
