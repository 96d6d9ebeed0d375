import ArgumentParser
import Desk
import Jobs
import Journal
import Kernel
import Reports

struct CallCommand: OrderCommand {
    static let configuration = CommandConfiguration.bilingual(
        "call", "来电登记", "Register a call: it opens a job.",
        example: """
            printf '张大妈\\n13800000001\\n' | yjb call --as wang.mei --channel 12345 --ref 12345-778 --caller - \
            --address 宁安路12号两栋之间 --category septic --description 化粪池满溢，污水外流
            """,
        notes: """
            The caller's name and phone are kept encrypted beside the journal, and can be erased. They are never options: \
            every user of a machine can see those in the list of processes. --caller reads them from a file of two lines, \
            name and phone, either of which may be empty; from standard input with -, which asks on a terminal.
            """)
    static let does = "job.call"

    @OptionGroup var ordering: Ordering

    @Option(help: "The outside number: a 12345 order, an Open311 id. Unique in the street.")
    var ref: String?

    @Option(help: "How the call came: 12345, phone, grid, walk-in …")
    var channel: String

    @Option(help: ArgumentHelp("The caller: a file of two lines, name and phone, or -.", valueName: "file|-"))
    var caller: String?

    @Option(help: .hidden)
    var name: String?

    @Option(help: .hidden)
    var phone: String?

    @Flag(help: "The caller wants to stay unnamed.")
    var confidential = false

    @Flag(inversion: .prefixedNo, help: "The caller wants to hear how the job goes on.")
    var notify: Bool?

    @Flag(help: "The outside number is that of a job that has ended: take it up again as a new job.")
    var reopen = false

    @OptionGroup var site: SiteOptions

    @Option(help: "A category of the policy.")
    var category: String

    @Option(help: "What is broken.")
    var description: String

    /// What the caller's job may be the same as, for whoever registered it.
    func remarks(_ answer: Answer, _ session: Session) async throws(Refusal) -> [Phrase] {
        guard case .done(_, _, let number?, _, _) = answer else { return [] }
        do throws(Refusal) {
            return try await remarks(.number(number), session)
        } catch {
            // Whoever may call need not be allowed to read.
            guard error.code.kind == .right else { throw error }
            return []
        }
    }

    private func remarks(_ name: JobName, _ session: Session) async throws(Refusal) -> [Phrase] {
        let job = try await session.ask(.job(name))
        let warranty = job.warrantyOf.map { Phrase("工单 \($0.text) 的质保期内。", "Within the warranty of job \($0.text).") }
        return [warranty].compactMap { $0 } + (try await session.ask(.duplicates(of: name))).map { match in
            let (zh, en) = (match.reasons.map(\.title.zh), match.reasons.map(\.title.en))
            let (works, day) = (match.job.works.title, match.job.calledAt.day.text)
            return Phrase(
                "可能重复：\(match.job.number.text)，\(works.zh)，\(day) 来电，\(zh.joined(separator: "、"))。",
                "Maybe the same: \(match.job.number.text), \(works.en), called \(day), \(en.joined(separator: ", ")).")
        }
    }

    func form() throws(Refusal) -> JSON {
        let who = try whoCalled()
        return .members([
            "ref": ref?.json, "channel": channel.json, "caller": who, "site": site.json, "category": category.json,
            "description": description.json, "reopen": reopen.jsonIfSet,
        ])
    }

    /// Throws `setting.exposed` for a caller among the arguments, `file.…`, `input.value`.
    private func whoCalled() throws(Refusal) -> JSON? {
        if name != nil || phone != nil {
            let option = name != nil ? "--name" : "--phone"
            throw Refusal(.settingExposed, ["setting": option, "option": "--caller FILE"])
        }
        let lines = try caller.map { (source) throws(Refusal) in try CallerLines(source) }
        guard lines != nil || confidential || notify != nil else { return nil }
        return .members([
            "name": lines?.name?.json, "phone": lines?.phone?.json, "confidential": confidential.jsonIfSet,
            "notify": notify.map { .bool($0) },
        ])
    }
}

struct SiteOptions: ParsableArguments {
    @Option(help: "Where.")
    var address: String

    @Option(help: "The community.")
    var community: String?

    @Option(help: "The code of a listed estate.")
    var estate: String?

    @Option(help: "Whose it is.")
    var tenure: Tenure?

    @Option(parsing: .unconditional, help: "Latitude in degrees.")
    var lat: String?

    @Option(parsing: .unconditional, help: "Longitude in degrees.")
    var lon: String?

    var json: JSON {
        .members([
            "address": address.json, "community": community?.json, "estate": estate?.json,
            "tenure": tenure?.rawValue.json, "lat": lat?.json, "lon": lon?.json,
        ])
    }
}
