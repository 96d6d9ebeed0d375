extension RefusalTexts {
    /// Contractors, estates and the lists of the policy.
    static let registers: Texts = [
        .codeTaken: RefusalText(
            "代码 {code} 已被登记", "请换一个代码",
            "The code {code} is already registered",
            "Choose another code"),
        .creditCodeTaken: RefusalText(
            "统一社会信用代码 {creditCode} 已登记在施工单位 {contractor} 名下", "请核对，或直接使用该单位",
            "The credit code {creditCode} belongs to the contractor {contractor}",
            "Check it, or use that contractor"),
        .contractorUnknown: RefusalText(
            "没有登记施工单位 {contractor}", "请先用 contractor.add 登记",
            "There is no contractor {contractor}",
            "Register it with contractor.add"),
        .estateUnknown: RefusalText(
            "没有登记小区 {estate}", "请先用 estate.add 登记",
            "There is no estate {estate}",
            "Register it with estate.add"),
        .estateNotTransferred: RefusalText(
            "小区 {estate} 不是三供一业移交小区", "请核对产权归属",
            "The estate {estate} is not a transferred one",
            "Check whose it is"),
        .categoryUnknown: RefusalText(
            "制度中没有类别 {category}", "可用的类别：{known}",
            "The policy has no category {category}",
            "Known categories: {known}"),
        .hazardUnknown: RefusalText(
            "制度中没有险情 {hazard}", "可用的险情：{known}",
            "The policy has no hazard {hazard}",
            "Known hazards: {known}"),
        .contractorSame: RefusalText(
            "施工单位 {contractor} 的资料没有变化", "请填写要变更的名称或账户",
            "Nothing about the contractor {contractor} would change",
            "Give another name or account"),
        .agreementTaken: RefusalText(
            "施工单位 {contractor} 已有协议 {agreement}", "请使用新的协议编号",
            "The contractor {contractor} already has the agreement {agreement}",
            "Give it another number"),
        .agreementDays: RefusalText(
            "协议止期 {to} 早于起期 {from}", "请核对起止日期",
            "The agreement would end on {to}, before it begins on {from}",
            "Check its days"),
        .agreementLines: RefusalText(
            "协议有 {lines} 行，其中不同的项目和单位 {different} 种", "请至少填写一行，同一项目和单位只写一次",
            "The agreement has {lines} lines for {different} different items and units",
            "Give at least one line, and each item and unit once"),
    ]
}
