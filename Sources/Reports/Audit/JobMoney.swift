import Documents
import Jobs
import Kernel
import Ledger

/// The money of jobs, and what of it no job stands behind, as the lines of the control book tell it. It adds
/// up to the figures of the funds, however the jobs are divided.
struct JobMoney {
    private(set) var amounts: [Account: Fen] = [:]
    private(set) var jobs: Set<Code> = []

    static let accounts: [Account] = [.paid, .payable, .retention, .encumbered, .preEncumbered]

    subscript(account: Account) -> Fen { amounts[account] ?? .zero }

    var used: Fen { self[.paid] + self[.payable] + self[.retention] }
    var isNothing: Bool { amounts.values.allSatisfy { $0 == .zero } }

    mutating func add(_ line: Line) {
        amounts[line.account, default: .zero] += line.effect
        if let job = line.job { jobs.insert(job) }
    }

    static func + (a: Self, b: Self) -> Self {
        var sum = a
        sum.amounts.merge(b.amounts, uniquingKeysWith: +)
        sum.jobs.formUnion(b.jobs)
        return sum
    }

    /// The lines that count for a year, until a day: what was paid in it, and what stands open at its end
    /// whenever it came there. The close of the year itself is left out.
    static func lines(
        of entries: [FundLedgerReport.Entry], year: Int, until day: Day
    ) -> [FundLedgerReport.Entry] {
        entries.filter { entry in
            guard entry.day <= day, accounts.contains(entry.line.account) else { return false }
            let inYear = entry.day.year == year
            return entry.line.account == .paid ? inYear && entry.phase != .closing : !(inYear && entry.phase == .closing)
        }
    }
}

/// A way to divide the money of jobs: which group a line belongs to.
struct JobDivision: Sendable {
    /// A code and its name; no code for what is in no group, which comes last.
    struct Group: Hashable, Sendable {
        let code: String
        let name: String
        let english: String

        init(_ code: String, _ name: Phrase) {
            self.code = code
            self.name = name.zh
            english = name.en
        }
    }

    /// What a job is divided by.
    struct Member: Sendable {
        let community: Label?
        let category: Code
        let contractor: Code?
        let settledOn: Day?

        init(_ job: Job) {
            (community, category, contractor) = (job.community, job.category, job.contractor)
            settledOn = job.settlement?.at.day
        }
    }

    let key: String
    let heading: Phrase
    let title: Phrase
    let group: @Sendable (FundLedgerReport.Entry, Member?) -> Group

    private static let none = Group("", Phrase("（无）", "(none)"))
    /// What moved without a job: a fee of the bank.
    private static let noJob = Group("", Phrase("（无工单）", "(no job)"))

    static let community = JobDivision(
        key: "community", heading: Phrase("按社区", "By community"), title: Phrase("社区", "community")
    ) {
        guard let job = $1 else { return noJob }
        return job.community.map { Group($0.text, Phrase($0.text, $0.text)) } ?? none
    }

    static func category(_ policy: Policy) -> JobDivision {
        JobDivision(key: "category", heading: Phrase("按类别", "By category"), title: Phrase("类别", "category")) {
            guard let code = $1?.category else { return noJob }
            return Group(code.text, policy.categories.first { $0.code == code }?.name ?? Phrase(code.text, code.text))
        }
    }

    static func contractor(_ names: ReportNames) -> JobDivision {
        JobDivision(key: "contractor", heading: Phrase("按施工单位", "By contractor"), title: Phrase("施工单位", "contractor")) {
            guard let job = $1 else { return noJob }
            guard let code = job.contractor else { return none }
            return Group(code.text, Phrase(names.firm(code), names.firm(code)))
        }
    }

    /// What was paid stands in the quarter of its payment, what is settled in that of its settlement, and
    /// what was not settled by the end of the year in none.
    static func quarter(of year: Int) -> JobDivision {
        JobDivision(key: "quarter", heading: Phrase("按季度", "By quarter"), title: Phrase("季度", "quarter")) { entry, job in
            let day = entry.line.account == .paid ? entry.day : job?.settledOn
            guard let day, day.year <= year else { return Group("", Phrase("未结算", "not settled")) }
            if day.year < year { return Group("before", Phrase("以前年度结算", "settled before")) }
            let quarter = (day.month + 2) / 3
            return Group("Q\(quarter)", Phrase("第 \(quarter) 季度", "quarter \(quarter)"))
        }
    }

    /// A row for each group that has anything, and the total.
    func table(_ entries: [FundLedgerReport.Entry], _ jobs: [Code: Member]) -> Table {
        var groups: [Group: JobMoney] = [:]
        for entry in entries {
            groups[group(entry, entry.line.job.flatMap { jobs[$0] }), default: JobMoney()].add(entry.line)
        }
        let total = groups.values.reduce(JobMoney(), +)
        let order = groups.keys.filter { groups[$0]?.isNothing == false }.sorted {
            ($0.code.isEmpty ? 1 : 0, $0.code, $0.name) < ($1.code.isEmpty ? 1 : 0, $1.code, $1.name)
        }
        let rows = order.map { group in
            let name = Cell.named(group.code, Phrase(group.name, group.english))
            return Table.Row(.detail, [name] + Self.cells(groups[group] ?? JobMoney(), of: total))
        }
        let sum = Table.Row(.total, [.named("", Phrase("合计", "total"))] + Self.cells(total, of: total))
        return Table([.init(key, title, .name)] + Self.columns, rows + [sum])
    }

    private static func cells(_ money: JobMoney, of total: JobMoney) -> [Cell] {
        [
            .count(money.jobs.count), .money(money[.paid]), .money(money[.payable]), .money(money[.retention]),
            .money(money.used), .ratio(Ratio(money.used, of: total.used)), .money(money[.encumbered]),
            .money(money[.preEncumbered]),
        ]
    }

    private static let columns: [Table.Column] = [
        .init("jobs", Phrase("工单数", "jobs"), .count),
        .init("paid", Account.paid.title, .money),
        .init("payable", Account.payable.title, .money),
        .init("retention", Phrase("质保金", "retention"), .money),
        .init("used", Phrase("已使用", "used"), .money),
        .init("share", Phrase("占比%", "share %"), .percent),
        .init("encumbered", Account.encumbered.title, .money),
        .init("preEncumbered", Account.preEncumbered.title, .money),
    ]
}
