import ArgumentParser
import Desk
import Reports
import Jobs
import Journal
import Kernel
import Press

struct CallerCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration.group(
        "caller", "来电人", "Who called: kept encrypted beside the journal, and erasable.",
        [CallerShow.self, CallerErase.self])
}

struct CallerShow: AsyncParsableCommand {
    static let configuration = CommandConfiguration.bilingual(
        "show", "查看来电人", "Show a job's caller in clear.",
        example: "yjb caller show 2026-0041 --as wang.mei",
        notes: "For grid officers, dispatchers, officers, heads and leaders.")

    @Argument(help: ArgumentHelp("2026-0001, or ref:OUTSIDE-NUMBER.", valueName: "job"))
    var job: String

    @OptionGroup var options: Options
    @OptionGroup var showing: Showing

    func run() async throws {
        try await serving(options) { (session, language) throws(Refusal) in
            let (name, user) = (try await session.job(job), try Code(try options.actor()))
            let found = try await session.desk.caller(of: name, in: try await session.org(), for: user)
            let document = CallerDocument.make(found.job, found.caller, sandbox: found.sandbox)
            try options.show(as: showing, document, language, json: json(found.job, found.caller))
            return Exit.done
        }
    }

    private func json(_ job: Job, _ caller: Caller?) -> JSON {
        let given = job.call.caller != nil
        return .members([
            "job": job.number.text.json, "given": .bool(given), "erased": .bool(given && caller == nil),
            "caller": caller.map { JSON($0) } ?? .null,
        ])
    }
}
