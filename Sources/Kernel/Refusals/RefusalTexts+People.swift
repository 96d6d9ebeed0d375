extension RefusalTexts {
    /// Identity, time, people, policy.
    static let people: Texts = [
        .idConflict: RefusalText(
            "编号 {id} 已用于另一条内容不同的命令，不同之处：{field}", "新的命令请使用新的编号",
            "The id {id} was used for a command that differs in {field}",
            "Give a new command a new id"),
        .timeFuture: RefusalText(
            "发生时间 {at} 晚于现在 {now}", "请填写实际发生的时间",
            "The time {at} lies after now, {now}",
            "Give the time at which it happened"),
        .timeOrder: RefusalText(
            "发生时间 {at} 早于上一步的 {previous}", "请核对发生时间",
            "The time {at} lies before the previous step, {previous}",
            "Check the time at which it happened"),
        .timeBeforeOpening: RefusalText(
            "记账日 {day} 早于建账日 {opened}", "请填写建账日或以后的日期",
            "The day {day} lies before the street was opened, {opened}",
            "Give a day on or after the opening"),
        .orgUnknown: RefusalText(
            "没有代码为 {org} 的街道", "请核对代码，或先用 org.open 建账",
            "There is no street {org}",
            "Check the code, or open it with org.open"),
        .orgMixed: RefusalText(
            "演练街道 {practice} 不能与正式街道一起汇总", "请分别汇总",
            "Practice streets, {practice}, are not added up with real ones",
            "Ask for them apart"),
        .orgExists: RefusalText(
            "街道 {org} 已经建账", "请直接使用，或换一个代码",
            "The street {org} is already open",
            "Use it, or choose another code"),
        .userUnknown: RefusalText(
            "街道中没有用户 {user}", "请由管理员用 user.add 添加",
            "The street has no user {user}",
            "Have an administrator add it with user.add"),
        .userDisabled: RefusalText(
            "用户 {user} 已停用", "请由管理员用 user.add 重新启用",
            "The user {user} is disabled",
            "Have an administrator enable it again with user.add"),
        .userLastAdmin: RefusalText(
            "{user} 是最后一名在用的管理员", "请先添加另一名管理员",
            "{user} is the last active administrator",
            "Add another administrator first"),
        .roleRequired: RefusalText(
            "该用户无权办理“{does}”", "请由下列角色办理：{roles}",
            "This user may not {does}",
            "It may be done by: {roles}"),
        .rightRequired: RefusalText(
            "该用户无权查看“{what}”", "可由下列角色查看：{roles}",
            "This user may not read {what}",
            "It may be read by: {roles}"),
        .reportUnknown: RefusalText(
            "没有名为 {report} 的报表", "现有报表：{known}",
            "There is no report {report}",
            "There are: {known}"),
        .chartNone: RefusalText(
            "“{document}”没有图", "请选用其他格式",
            "{document} has no chart",
            "Choose another form"),
        .glyphMissing: RefusalText(
            "字体 {font} 没有字符“{character}”（{code}），整份文件未生成", "请安装带有该字的字体，或改用该字的规范写法",
            "The font {font} has no sign for “{character}” ({code}); nothing was written",
            "Install a font that has it, or write the text with another sign"),
        .paperMissing: RefusalText(
            "工单 {job} 还没有{paper}", "{verb}之后再打印",
            "The job {job} has no {paper} yet",
            "Print it after the step {verb}"),
        .userContractor: RefusalText(
            "只有施工班组所属的施工单位可以登记，该用户的角色是：{roles}", "请去掉施工单位，或加上角色“施工班组”",
            "Only a crew has a contractor; the roles of this user are: {roles}",
            "Leave the contractor out, or add the role crew"),
        .policyMissing: RefusalText(
            "街道尚未采用制度", "请先用 policy.adopt 采用制度",
            "The street has not adopted a policy yet",
            "Adopt one with policy.adopt"),
        .policyInvalid: RefusalText(
            "制度内容不完整或自相矛盾：{reason}", "请修改后重新提交",
            "The policy is incomplete or contradicts itself: {reason}",
            "Mend it and send it again"),
    ]
}
