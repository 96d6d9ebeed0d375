extension RefusalTexts {
    /// Duties that one person may not hold together, and tiers.
    static let duties: Texts = [
        .dutySurveyor: RefusalText(
            "{user} 参加了本工单的踏勘，不能签认", "请由其他人签认",
            "{user} surveyed this job and may not sign it",
            "Have someone else sign"),
        .dutySlipAuthor: RefusalText(
            "{user} 是签证 {slip} 的经办人，不能签认", "请由其他人签认",
            "{user} wrote the slip {slip} and may not sign it",
            "Have someone else sign"),
        .dutyCrew: RefusalText(
            "{user} 参加了施工，不能验收", "请由其他人验收",
            "{user} worked on this job and may not inspect it",
            "Have someone else inspect"),
        .dutyPublish: RefusalText(
            "{user} 参加了施工，不能公开自己的工作", "请由其他人办理",
            "{user} worked on this job and may not publish it",
            "Have someone else do it"),
        .dutyClaimant: RefusalText(
            "{user} 是送审人，不能审核或审定", "请由其他人办理",
            "{user} made the claim and may not review or settle it",
            "Have someone else do it"),
        .dutyReviewer: RefusalText(
            "{user} 是审核人，不能审定或支付", "请由其他人办理",
            "{user} reviewed the claim and may not settle or pay it",
            "Have someone else do it"),
        .dutySettler: RefusalText(
            "{user} 是审定人，不能支付", "请由其他人支付",
            "{user} settled the job and may not pay it",
            "Have someone else pay"),
        .dutyPayee: RefusalText(
            "{user} 最近变更过施工单位 {contractor} 的收款账户，不能付款", "请由其他人支付",
            "{user} changed the account of {contractor} last and may not pay to it",
            "Have someone else pay"),
        .tierRole: RefusalText(
            "金额 {amount} 元超出本级权限", "须由“{roles}”或更高一级办理",
            "The amount {amount} is above this tier",
            "It takes the {roles} or a higher role"),
    ]
}
