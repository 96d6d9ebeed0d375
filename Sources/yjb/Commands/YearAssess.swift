import ArgumentParser
import Kernel

struct YearAssess: OrderCommand {
    static let configuration = CommandConfiguration.bilingual(
        "assess", "绩效自评", "Say of an indicator what was reached or why it was missed, and of the year its goal.",
        example: """
            yjb year assess 2025 --org DML --as sun.yan --indicator hazards --reason "隐患较上年减少"
            yjb year assess 2025 --org DML --as sun.yan --goal "急修全部及时处置" --achieved "已完成"
            """,
        notes: "The last word on an indicator counts. `yjb report performance` shows their codes.")
    static let does = "year.assess"

    @Argument(help: "The year that is assessed; also one that is closed.")
    var year: Int

    @OptionGroup var ordering: Ordering

    @Option(help: "The code of an indicator of the policy. Left out where only the goal is told.")
    var indicator: String?

    @Option(help: "What was reached, where no metric tells it.")
    var actual: String?

    @Option(help: "Points of a qualitative indicator.")
    var score: String?

    @Option(help: ArgumentHelp("How far a qualitative indicator was reached.", valueName: "reached|partly|missed"))
    var band: String?

    @Option(help: "Why the target was missed or passed by far, and what is done.")
    var reason: String?

    @Option(help: "The goal of the year.")
    var goal: String?

    @Option(help: "What of the goal was achieved.")
    var achieved: String?

    func form() throws(Refusal) -> JSON {
        .members([
            "year": year.json, "indicator": indicator?.json, "actual": actual?.json, "score": score?.json, "band": band?.json,
            "reason": reason?.json, "goal": goal?.json, "achieved": achieved?.json,
        ])
    }
}
