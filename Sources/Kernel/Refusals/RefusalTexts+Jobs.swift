extension RefusalTexts {
    /// The way of a job.
    static let jobs: Texts = [
        .jobMoved: RefusalText(
            "工单 {job} 在第 {seen} 号记录之后已有变动：第 {now} 号记录，{by} 办理“{do}”", "请重新查看工单，再决定是否办理",
            "The job {job} has moved since record {seen}: record {now}, {do} by {by}",
            "Look at the job again before you decide"),
        .jobUnknown: RefusalText(
            "没有工单 {job}", "请核对工单号",
            "There is no job {job}",
            "Check its number"),
        .jobEnded: RefusalText(
            "工单 {job} 已终结（{works}），不能再“{does}”", "如需继续处理，请登记新的来电",
            "The job {job} has ended ({works}); it takes no {does}",
            "Register a new call if more is to be done"),
        .jobState: RefusalText(
            "工单 {job} 目前是“{works}／{papers}”，不能“{does}”", "现在可以：{next}",
            "The job {job} is at {works} / {papers}; it takes no {does} now",
            "What it takes: {next}"),
        .jobSuspended: RefusalText(
            "工单已挂账至 {until}", "请先恢复工单",
            "The job is suspended until {until}",
            "Resume it first"),
        .jobNotSuspended: RefusalText(
            "工单没有挂账", "无需恢复",
            "The job is not suspended",
            "There is nothing to resume"),
        .jobDisputed: RefusalText(
            "工单有未解决的争议", "请先解决争议",
            "The job has an open dispute",
            "Resolve it first"),
        .jobNotDisputed: RefusalText(
            "工单没有争议", "无需解决",
            "The job has no open dispute",
            "There is nothing to resolve"),
        .refTaken: RefusalText(
            "外部编号 {ref} 已登记为工单 {job}", "请使用该工单",
            "The outside number {ref} is already the job {job}",
            "Use that job"),
        .mergeInto: RefusalText(
            "不能并入工单 {into}（{works}）", "请选择另一个未终结的工单",
            "The job cannot be merged into {into} ({works})",
            "Choose another job that is still open"),
        .scopeEstate: RefusalText(
            "三供一业移交小区的工单须写明小区", "请填写已登记的小区",
            "A job of a transferred estate must name the estate",
            "Name a registered estate"),
        .scopeManaged: RefusalText(
            "有产权或物管的，只受理急难险重（现为“{urgency}”）并须写明险情", "请转办，或按急难险重填写险情",
            "What is owned or managed is taken only when critical (now {urgency}), with a hazard",
            "Transfer it, or state the hazard"),
        .dispatchUnsigned: RefusalText(
            "踏勘情况表尚未签认，也没有应急先行授权", "请先签认，或由科室负责人授权应急先行",
            "Neither is the survey form signed nor is there an emergency authorisation",
            "Have it signed, or authorised by the head"),
        .dispatchSameCrew: RefusalText(
            "工单已派给 {contractor}", "改派请选择另一支队伍",
            "The job is already with {contractor}",
            "Name another crew to dispatch it again"),
        .authorizeOrdinary: RefusalText(
            "一般工单不能应急先行", "请先踏勘、签认",
            "An ordinary job cannot be authorised as an emergency",
            "Survey and sign it first"),
        .authorizeCeiling: RefusalText(
            "授权金额 {asked} 元超过应急上限 {ceiling} 元", "请减少金额，或先踏勘、签认",
            "The ceiling {asked} is above the emergency ceiling {ceiling}",
            "Lower it, or survey and sign first"),
        .authorizeSame: RefusalText(
            "已经按 {ceiling} 元授权", "重新授权须改变金额",
            "It is already authorised up to {ceiling}",
            "Give another ceiling to authorise again"),
        .suspendUntil: RefusalText(
            "挂账期限 {until} 不晚于当日 {day}", "请填写以后的日期",
            "The day {until} is not after {day}",
            "Give a later day"),
        .callbackForm: RefusalText(
            "回访内容与是否联系上不符", "联系上须填是否解决和满意度 1–5；未联系上则不填",
            "The call-back does not fit whether the caller was reached",
            "When reached give solved and satisfied 1–5, otherwise neither"),
        .closePayable: RefusalText(
            "尚有应付款 {payable} 元", "请先支付",
            "There is {payable} still payable",
            "Pay it first"),
        .closeCallback: RefusalText(
            "尚未回访（已尝试 {attempts} 次）", "请先回访，或尝试三次",
            "There was no call-back (attempts: {attempts})",
            "Call back, or try three times"),
        .rateDone: RefusalText(
            "工单 {job} 已经评价过", "如仍有问题，请登记来电",
            "The job {job} was rated before",
            "If something is still wrong, make a call"),
        .rateLate: RefusalText(
            "工单于 {closed} 结案，已超过 {days} 天", "如仍有问题，请登记来电",
            "The job was closed on {closed}, more than {days} days ago",
            "If something is still wrong, make a call"),
    ]
}
