import Jobs
import Kernel
import Reports

/// The form of every step of a job.
enum FormSpecs {
    static func of(_ verb: Verb) -> FormSpec { byVerb[verb] ?? FormSpec(verb.does, verb.title, []) }

    private static let byVerb: [Verb: FormSpec] = {
        let all = intake + works + papers + money + ends
        return Dictionary(uniqueKeysWithValues: all.compactMap { spec in Verb(does: spec.does).map { ($0, spec) } })
    }()

    static var all: [FormSpec] { Verb.allCases.map(of) + StreetSpecs.all }

    static func spec(_ verb: Verb, lookOver: Bool = false, left: Set<String> = [], _ fields: [Field]) -> FormSpec {
        FormSpec(verb.does, verb.title, lookOver: lookOver, left: left, fields)
    }

    static let reason = Field("reason", "理由", "reason", .prose)
    static let maybeReason = Field("reason", "理由", "reason", .prose, optional: true)
    static let note = Field("note", "说明", "note", .prose, optional: true)
    static let tenures = Tenure.allCases.map { Field.Choice($0.rawValue, $0.title) }
    static let urgencies = Urgency.allCases.map { Field.Choice($0.rawValue, $0.title) }
    static let photos = Field("photos", "照片", "photos", .photos, optional: true)
    static let taxRate = Field(
        "taxRate", "另加税率 %", "tax rate % on top", .percent, optional: true,
        hint: Phrase("单价已含税就不填", "leave empty where prices include tax"))

    /// Which appropriations are to pay; where nothing is said the funding rule decides.
    static let funding = Field("funding", "指定资金", "wishes for money", .rows([
        .init("appropriation", "指标", "appropriation", .from(\.appropriations)),
        .init("amount", "金额（元）", "amount, in yuan", .money, optional: true),
        .init("percent", "或比例 %", "or percent", .percent, optional: true),
    ]), optional: true, hint: Phrase("不填则按规则自动安排", "left empty the rule decides"))

    private static let intake = [
        spec(.call, left: ["outside"], [
            Field("site.address", "地址", "address", .label, hint: Phrase("路名、门牌、楼幢", "street, number, building")),
            Field("site.estate", "小区", "estate", .from(\.estates), optional: true),
            Field("site.community", "社区", "community", .label, optional: true),
            Field("site.tenure", "产权", "tenure", .choice(tenures), optional: true),
            Field("site.lat", "纬度", "latitude", .coordinate, optional: true,
                hint: Phrase("WGS-84，如 32.0415", "WGS-84, such as 32.0415")),
            Field("site.lon", "经度", "longitude", .coordinate, optional: true),
            Field("category", "类别", "category", .from(\.categories)),
            Field("description", "简述", "what is wrong", .prose),
            Field("caller.name", "来电人姓名", "caller's name", .label, optional: true),
            Field("caller.phone", "来电人电话", "caller's phone", .label, optional: true),
            Field("caller.confidential", "来电人要求保密", "the caller wants to stay unnamed", .tick, optional: true),
            Field("caller.notify", "办理进展通知来电人", "tell the caller how it goes on",
                .yesNo(yes: Phrase("愿意", "wants it"), no: Phrase("不要", "does not")), optional: true),
            Field("channel", "渠道", "channel", .label),
            Field("ref", "外部编号", "outside number", .label, optional: true),
            Field("reopen", "原工单已办结，重新受理", "the old job has ended, take it up again", .tick, optional: true),
        ]),
        spec(.accept, [
            Field("tenure", "产权", "tenure", .choice(tenures)),
            Field("urgency", "紧急程度", "urgency", .choice(urgencies)),
            Field("hazard", "险情", "hazard", .from(\.hazards), optional: true),
            Field("category", "类别", "category", .from(\.categories), optional: true),
            Field("estate", "小区", "estate", .from(\.estates), optional: true),
            Field("reason", "移交小区公共部位按无产权的理由", "why a transferred estate's common part counts as nobody's", .prose,
                optional: true),
        ]),
        spec(.regrade, [
            Field("urgency", "紧急程度", "urgency", .choice(urgencies), optional: true),
            Field("category", "类别", "category", .from(\.categories), optional: true),
            Field("hazard", "险情", "hazard", .from(\.hazards), optional: true),
            Field("tenure", "产权", "tenure", .choice(tenures), optional: true),
            Field("estate", "小区", "estate", .from(\.estates), optional: true),
            Field("address", "地址", "address", .label, optional: true),
            Field("community", "社区", "community", .label, optional: true),
            reason,
        ]),
        spec(.reject, [reason]),
        spec(.transfer, [Field("unit", "转往单位", "handed on to", .label), reason]),
        spec(.merge, [
            Field("into", "并入工单", "into job", .label, hint: Phrase("如 2026-0038", "such as 2026-0038")), maybeReason,
        ]),
        spec(.visit, [
            Field("visitors", "到场人", "who came", .people(1)), Field("findings", "现场情况", "findings", .prose),
            photos,
        ]),
    ]

    private static let works = [
        spec(.dispatch, [
            Field("contractor", "施工单位", "contractor", .from(\.contractors)),
            Field("workers", "人数", "workers", .count, optional: true),
            Field("due", "要求完工日", "due day", .day, optional: true),
            Field("vehicles", "车辆机械", "vehicles and plant", .rows([
                .init("kind", "车型", "kind", .label), .init("count", "台数", "how many", .count),
            ]), optional: true),
        ]),
        spec(.start, [note, photos]),
        spec(.finish, [note, photos]),
        spec(.inspect, [
            Field("pass", "结论", "result", .yesNo(yes: Phrase("合格", "passed"), no: Phrase("不合格，返工", "failed, to be done again"))),
            Field("note", "验收意见", "what was seen", .prose),
            photos,
        ]),
        spec(.rework, [reason]),
        spec(.callback, [
            Field("contacted", "联系上了", "reached", .yesNo(yes: Phrase("是", "yes"), no: Phrase("否", "no"))),
            Field("solved", "是否解决", "solved", .choice(solved), optional: true),
            Field("satisfied", "满意度", "satisfied", .count, optional: true, hint: Phrase("1 至 5", "1 to 5")), note,
        ]),
        spec(.rate, [
            Field("solved", "是否解决", "solved", .choice(solved)),
            Field("satisfied", "满意度", "satisfied", .count, hint: Phrase("1 至 5", "1 to 5")), note,
        ]),
        spec(.publish, lookOver: true, [
            Field("text", "公开内容", "what is shown", .prose, hint: Phrase("不写姓名、电话、门牌", "no name, phone or flat")),
            Field("photos", "公开的照片", "photos that are shown", .jobPhotos, optional: true,
                hint: Phrase("人脸、车牌、门牌入镜的不要选", "none with a face, a number plate or a flat's number")),
        ]),
    ]

    private static let solved = CallbackForm.Solved.allCases.map { Field.Choice($0.rawValue, $0.title) }

    private static let ends = [
        spec(.close, [Field("reason", "理由（领导决定时）", "reason, for a close by the leader's word", .prose, optional: true)]),
        spec(.cancel, [reason]),
        spec(.suspend, [Field("until", "挂账至", "until", .day), reason]),
        spec(.resume, []),
        spec(.note, [Field("text", "备注", "note", .prose), photos]),
    ]
}
