import Jobs
import Journal
import Kernel
import Ledger
import Reports

/// The forms of commands of the street: people, registers, funds, the bank.
enum StreetSpecs {
    static func of(_ does: String) -> FormSpec? { all.first { $0.does == does } }

    static let all = people + registers + funds + bank + street

    private static let amount = Field("amount", "金额（元）", "amount, in yuan", .money)
    private static let document = Field("documentNo", "文号", "document number", .label)
    private static let appropriation = Field("appropriation", "指标", "appropriation", .from(\.appropriations))
    private static let day = Field("day", "到账日", "day booked by the bank", .day)
    private static let reason = FormSpecs.reason

    private static let people = [
        FormSpec("user.add", Phrase("新增或更改用户", "Add or change a user"), [
            Field("user", "用户名", "user name", .code), Field("name", "姓名", "name", .label),
            Field("roles", "角色", "roles", .several(Role.allCases.filter { $0 != .machine }.map { .init($0.rawValue, $0.title) })),
            Field("contractor", "施工单位（班组须填）", "contractor, for a crew", .from(\.contractors), optional: true),
        ]),
        FormSpec("user.disable", Phrase("停用用户", "Disable a user"), [Field("user", "用户", "user", .from(\.users))]),
    ]

    private static let registers = [
        FormSpec("contractor.add", Phrase("新增施工单位", "Add a contractor"), [
            Field("code", "代码", "code", .code), Field("name", "名称", "name", .label),
            Field("creditCode", "统一社会信用代码", "credit code", .code),
            Field("bank.bank", "开户行", "bank", .label, optional: true),
                Field("bank.account", "账号", "account", .label, optional: true),
        ]),
        FormSpec("contractor.update", Phrase("更改施工单位", "Change a contractor"), [
            Field("code", "施工单位", "contractor", .from(\.contractors)), Field("name", "名称", "name", .label, optional: true),
            Field("bank.bank", "开户行", "bank", .label, optional: true),
                Field("bank.account", "账号", "account", .label, optional: true),
        ]),
        FormSpec("contractor.agree", Phrase("登记协议价", "Agree prices"), [
            Field("contractor", "施工单位", "contractor", .from(\.contractors)), Field("agreement", "协议号", "agreement", .code),
            Field("from", "自", "from", .day), Field("to", "至", "to", .day),
            Field("lines", "单价", "prices", .rows([
                .init("item", "项目", "item", .label), .init("unit", "单位", "unit", .label),
                .init("unitPrice", "单价（元）", "unit price", .money),
            ])),
        ]),
        FormSpec("estate.add", Phrase("新增小区", "Add an estate"), [
            Field("code", "代码", "code", .code), Field("name", "名称", "name", .label),
            Field("community", "社区", "community", .label),
            Field("transferred", "三供一业移交", "transferred from a state firm",
                .yesNo(yes: Phrase("是", "yes"), no: Phrase("否", "no"))),
        ]),
    ]

    private static let channels: [Field.Choice] = Channel.allCases.map { .init($0.rawValue, $0.title) }

    /// 政府收支分类, as the document of the budget gives it.
    private static let classification = [
        Field("classification.function", "功能分类", "function", .digits(FunctionCode.digits), optional: true,
            hint: Phrase("7 位，如 2120399", "7 digits, like 2120399")),
        Field("classification.deptEconomic", "部门经济分类", "economic, department", .digits(EconomicCode.digits), optional: true,
            hint: Phrase("5 位，如 30213", "5 digits, like 30213")),
        Field("classification.govEconomic", "政府经济分类", "economic, government", .digits(EconomicCode.digits), optional: true,
            hint: Phrase("5 位，如 50209", "5 digits, like 50209")),
        Field("classification.fundNature", "资金性质", "nature of the funds",
            .choice(Classification.FundNature.allCases.map { .init($0.rawValue, $0.title) }), optional: true),
        Field("classification.project.code", "预算项目代码", "project code", .code, optional: true),
        Field("classification.project.name", "预算项目名称", "project name", .label, optional: true),
        Field("classification.level", "预算级次", "budget level",
            .choice(Classification.Level.allCases.map { .init($0.rawValue, $0.title) }), optional: true),
    ]

    private static let funds = [
        FormSpec("fund.appropriate", Phrase("下达指标", "Appropriate"), lookOver: true, [
            Field("appropriation", "指标代码", "appropriation", .code), Field("source", "资金来源", "source", .from(\.sources)),
            Field("kind", "类型", "kind", .choice([
                .init("original", Phrase("年初下达", "original")), .init("supplement", Phrase("追加", "supplement")),
                .init("carried", Phrase("结转", "carried over")),
            ])), amount, document,
            Field("originYear", "指标年度", "year of origin", .count, optional: true,
                hint: Phrase("不填即今年；结转须填", "this year unless given; needed for what is carried over")),
            Field("channel", "支付方式", "channel", .choice(channels), optional: true,
                hint: Phrase("不填按资金来源", "as the source says unless given")),
            Field("cash", "结转资金中的银行存款（元）", "of it in the bank, in yuan", .money, optional: true),
        ] + classification),
        FormSpec("fund.transfer", Phrase("调剂", "Transfer"), lookOver: true, [
            Field("from", "调出指标", "from", .from(\.appropriations)), Field("to", "调入指标", "to", .from(\.appropriations)),
                amount, document,
        ]),
        FormSpec("fund.recall", Phrase("收回", "Recall"), lookOver: true, [appropriation, amount, document]),
        FormSpec("fund.receive", Phrase("实拨到账", "Receive"), lookOver: true, [
            appropriation, amount, day, Field("receiptNo", "到账通知书号", "receipt number", .label),
        ]),
        FormSpec("fund.return", Phrase("缴回", "Return"), lookOver: true, [
            appropriation, amount, Field("day", "付款日", "day booked by the bank", .day),
            Field("paymentNo", "支付凭证号", "payment number", .label), document,
        ]),
        FormSpec("fund.correct", Phrase("更正", "Correct"), lookOver: true, [
            Field("record", "更正的记录号", "record", .count),
            Field("amount", "正确金额（元），不填即冲销", "right amount; empty: it should not have been", .money, optional: true),
            Field("documentNo", "文号", "document number", .label, optional: true),
                Field("day", "日期", "day", .day, optional: true), reason,
        ]),
    ]

    private static let street = [
        FormSpec("year.assess", Phrase("绩效自评", "Assess a year"), [
            Field("year", "年度", "year", .count),
            Field("indicator", "指标代码", "indicator", .code, optional: true,
                hint: Phrase("见绩效自评表；只填目标时不填", "as in the report; left out where only the goal is told")),
            Field("actual", "实际完成值", "reached", .quantity, optional: true,
                hint: Phrase("系统不计算的指标", "of what the program does not compute")),
            Field("band", "定性等次", "band", .choice(Indicator.Band.allCases.map { .init($0.rawValue, $0.title) }), optional: true),
            Field("score", "得分", "score", .quantity, optional: true, hint: Phrase("定性指标", "of a qualitative one")),
            Field("reason", "偏差原因分析及改进措施", "why, and what is done", .prose, optional: true),
            Field("goal", "预期目标", "goal", .prose, optional: true),
            Field("achieved", "实际完成情况", "achieved", .prose, optional: true),
        ]),
        FormSpec("org.join", Phrase("划归上级", "Join a district"), [
            Field("parent", "上级代码", "the district's code", .code, hint: Phrase("如 GLQ", "such as GLQ")),
        ]),
    ]

    private static let bank = [
        FormSpec("bank.entry", Phrase("登记银行往来", "Enter what only the bank knows"), lookOver: true, [
            Field("kind", "类型", "kind", .choice(BankEntryForm.Kind.allCases.map { .init($0.rawValue, $0.title) })),
            appropriation, amount, day, Field("reference", "银行流水号", "the bank's number", .label),
            Field("clears", "清理的记录号", "record that it clears", .count, optional: true), FormSpecs.note,
        ]),
        FormSpec("bank.void", Phrase("作废对账单", "Void a statement"), [Field("record", "导入的记录号", "record of the import", .count),
            reason]),
        FormSpec("match.undo", Phrase("取消勾对", "Undo a match"), [Field("match", "勾对号", "match", .count), reason]),
    ]
}
