import ArgumentParser
import Desk
import Reports
import Jobs
import Journal
import Kernel

struct CallerErase: AsyncParsableCommand {
    static let configuration = CommandConfiguration.bilingual(
        "erase", "删除来电人信息", "Erase a job's caller for good, or every caller whose time is over.",
        example: """
            yjb caller erase 2026-0041 --as li.wei
            yjb caller erase --due --dry-run --as li.wei
            yjb caller erase --due --as li.wei
            """,
        notes: """
            For officers and heads. The journal is not touched: it never held the name or the phone. --due leaves the \
            callers of open jobs, who may still have to be reached; --dry-run only tells what would be erased.
            """)

    @Argument(help: ArgumentHelp("2026-0001, or ref:OUTSIDE-NUMBER.", valueName: "job"))
    var job: String?

    @Flag(help: "Every caller of an ended job kept longer than the policy allows.")
    var due = false

    @Flag(help: "Erase nothing; tell what would be erased.")
    var dryRun = false

    @OptionGroup var options: Options

    func validate() throws {
        if (job == nil) != due { throw ValidationError("Give a job, or --due.") }
    }

    func run() async throws {
        try await serving(options, readOnly: dryRun) { (session, language) throws(Refusal) in
            let (org, user) = (try await session.org(), try Code(try options.actor()))
            let name = try job.map { (text) throws(Refusal) in try JobName(option: text) }
            let found = dryRun
                ? try await session.desk.callersToErase(of: name, in: org, by: user)
                : try await session.desk.eraseCallers(of: name, in: org, by: user)
            try show(found, language)
            return Exit.done
        }
    }

    private func show(_ found: ErasedCallers, _ language: Language) throws(Refusal) {
        let (list, open) = (found.jobs.map(\.text), found.open.map(\.text))
        if options.json {
            return try Console.out(JSON.members([
                dryRun ? "due" : "erased": list.json, "open": open.json,
            ]).text + "\n")
        }
        let count = list.count
        let head = dryRun
            ? Phrase("将删除 \(count) 件工单的来电人信息（未删除任何内容）", "The callers of \(count) job(s) would be erased; nothing was")
            : Phrase("已删除 \(count) 件工单的来电人信息", "Erased the callers of \(count) job(s)")
        try Console.out(head(language) + "\n")
        if dryRun { try Console.out(list.map { "  \($0)\n" }.joined()) }
        guard !open.isEmpty else { return }
        let kept = open.joined(separator: language == .zh ? "、" : ", ")
        try Console.out(Phrase(
            "尚未结束、保留来电人的工单 \(open.count) 件：\(kept)",
            "\(open.count) job(s) are open and keep their callers: \(kept)")(language) + "\n")
    }
}
