import ArgumentParser
import Jobs
import Kernel

struct JobRegrade: JobStep {
    static let verb = Verb.regrade
    static let configuration = CommandConfiguration.bilingual(
        verb.rawValue, verb.title.zh,
        "Put right what was said at the call or at acceptance; deadlines are counted anew from the call.",
        example: """
            yjb job regrade 2026-0096 --as chen.lu --urgency critical --hazard flooding --reason 雨势加大，已倒灌入户
            """,
        notes: "What is left out stays. Whose it is and the estate stay while the job holds money.")

    @OptionGroup var target: JobOrdering

    @Option(help: "How urgent it is.")
    var urgency: Urgency?

    @Option(help: "A category of the policy.")
    var category: String?

    @Option(help: "A hazard of the policy's list.")
    var hazard: String?

    @Option(help: "Whose it is.")
    var tenure: Tenure?

    @Option(help: "The code of a listed estate.")
    var estate: String?

    @Option(help: "Where.")
    var address: String?

    @Option(help: "The community.")
    var community: String?

    @OptionGroup var reason: ReasonOption

    func fields() throws(Refusal) -> JSON {
        .members([
            "urgency": urgency?.rawValue.json, "category": category?.json, "hazard": hazard?.json,
            "tenure": tenure?.rawValue.json, "estate": estate?.json, "address": address?.json,
            "community": community?.json, "reason": reason.reason.json,
        ])
    }
}

struct JobRework: JobStep {
    static let verb = Verb.rework
    static let configuration = CommandConfiguration.bilingual(
        verb.rawValue, verb.title.zh, "Send passed work back to the crew: it is not solved. It counts as rework.",
        example: "yjb job rework 2026-0093 --as chen.lu --reason 居民反映仍渗水")

    @OptionGroup var target: JobOrdering
    @OptionGroup var reason: ReasonOption

    func fields() throws(Refusal) -> JSON { reason.json }
}

struct JobReturn: JobStep {
    static let verb = Verb.sendBack
    static let configuration = CommandConfiguration.bilingual(
        verb.rawValue, verb.title.zh,
        "Send a survey form, a change slip or a claim back: it waits until a new one is filed.",
        example: """
            yjb job return 2026-0097 --as ma.jun --what survey --reason 缺现场照片
            yjb job return 2026-0110 --as zhao.ming --what slip --slip 1 --reason 工程量未附计算
            yjb job return 2026-0095 --as wu.fang --what claim --reason 单价与签认不符
            """,
        notes: "For whoever could sign or review it.")

    @OptionGroup var target: JobOrdering

    @Option(help: "Which paper.")
    var what: ReturnForm.What

    @Option(help: "The number of the change slip.")
    var slip: Int?

    @OptionGroup var reason: ReasonOption

    func fields() throws(Refusal) -> JSON {
        .members(["what": what.rawValue.json, "slip": slip?.json, "reason": reason.reason.json])
    }
}
