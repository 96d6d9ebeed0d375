import ArgumentParser
import Desk
import Reports
import Jobs
import Journal
import Kernel
import Press
import Store

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

    func run() async throws {
        try await serving(options) { (session, language) throws(Refusal) in
            let org = try await session.org()
            let found = try await session.mayTouch(try await session.job(job), .show)
            let caller = try await session.desk.caller(of: found.number, in: org)
            try options.show(CallerDocument.make(found, caller, sandbox: false), language, json: json(found, caller))
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

extension Session {
    /// The job, if the user may. Throws `role.required`, `job.unknown`.
    func mayTouch(_ name: JobName, _ access: CallerAccess) async throws(Refusal) -> Job {
        let org = try await org()
        let job = try await desk.ask { (connection, _) throws(Refusal) in try Queries(connection).job(org, name) }
        try await mayTouchCallers(access, of: job.number)
        return job
    }

    func mayTouchCallers(_ access: CallerAccess, of job: Code? = nil) async throws(Refusal) {
        let (org, user) = (try await org(), try Code(try options.actor()))
        let refusal = try await desk.tend(org) { (connection, clock) throws(Refusal) in
            let now = try Queries(connection).street(org).now(clock)
            return try access.ask(user, about: job, in: org, at: now, connection)
        }
        if let refusal { throw refusal }
    }
}
