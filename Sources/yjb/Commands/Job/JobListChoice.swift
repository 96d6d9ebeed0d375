import ArgumentParser
import Desk
import Jobs
import Journal
import Kernel

/// Which jobs a list shows.
struct JobListChoice: ParsableArguments {
    @Option(help: "At this step of the works. Repeat it for any of several.")
    var works: [Works] = []

    @Option(help: "At this step of the papers. Repeat it for any of several.")
    var papers: [Papers] = []

    @Option(help: "Of this category. Repeat it for any of several.")
    var category: [String] = []

    @Option(help: "Of this urgency.")
    var urgency: [Urgency] = []

    @Option(help: "Of this tenure.")
    var tenure: [Tenure] = []

    @Option(help: "In this community.")
    var community: [String] = []

    @Option(help: ArgumentHelp("In this estate.", valueName: "code"))
    var estate: [String] = []

    @Option(help: ArgumentHelp("With this contractor.", valueName: "code"))
    var contractor: [String] = []

    @Option(help: ArgumentHelp("Paid from this source.", valueName: "code"))
    var source: [String] = []

    @Option(help: "How the next deadline stands.")
    var clock: [JobFilter.Clock] = []

    @Option(help: "With this mark.")
    var flag: [JobMark.Kind] = []

    @Flag(help: "Neither closed, here or in the system it came from, nor ended otherwise.")
    var open = false

    @Flag(help: "Unfinished after its deadline.")
    var overdue = false

    @Option(help: ArgumentHelp("Called on this day or later.", valueName: "day"))
    var from: String?

    @Option(help: ArgumentHelp("Called on this day or earlier.", valueName: "day"))
    var to: String?

    @Option(help: ArgumentHelp("Whose next deadline is on this day or before; today means today.", valueName: "day"))
    var due: String?

    @Option(help: ArgumentHelp("Of this amount or more: approved, else signed.", valueName: "amount"))
    var min: String?

    @Option(help: ArgumentHelp("Of this amount or less.", valueName: "amount"))
    var max: String?

    @Option(help: ArgumentHelp(
        "With all these words in number, address, description, community, category, contractor or estate.", valueName: "words"))
    var search: String?

    @Option(help: ArgumentHelp("At this address, in any of the ways to write it.", valueName: "address"))
    var address: String?

    // Like the caller of a call: every user of a machine can see options in the list of processes.
    @Option(help: ArgumentHelp(
        "Of the caller with the phone in a file of two lines, name and phone, or -.", valueName: "file|-"))
    var caller: String?

    @Option(help: ArgumentHelp("In which this user had a part: took the call, surveyed, or worked.", valueName: "user"))
    var who: String?

    @Flag(help: "In which whoever asks had a part.")
    var mine = false

    func validate() throws {
        if mine && who != nil { throw ValidationError("Give --mine or --who.") }
    }

    /// The codes that may be written as the names behind them, by what they are codes of.
    var codes: [String: [String]] {
        get { ["category": category, "estate": estate, "contractor": contractor, "source": source] }
        set {
            (category, estate) = (newValue["category"] ?? [], newValue["estate"] ?? [])
            (contractor, source) = (newValue["contractor"] ?? [], newValue["source"] ?? [])
        }
    }

    /// `user`: who asks. Throws `input.…` naming the option, and for --mine what `user` does.
    func filter(as user: () throws(Refusal) -> String) throws(Refusal) -> JobFilter {
        var filter = JobFilter()
        (filter.works, filter.papers, filter.categories) = (works, papers, category)
        (filter.urgencies, filter.tenures, filter.communities) = (urgency, tenure, community)
        filter.estates = try codes(estate, "--estate")
        filter.contractors = try codes(contractor, "--contractor")
        filter.sources = try codes(source, "--source")
        (filter.clocks, filter.flags, filter.open, filter.overdue) = (clock, flag, open, overdue)
        filter.from = try Day(option: from, "--from")
        filter.to = try Day(option: to, "--to")
        filter.due = due == "today" || due == "今天" ? .today : try Day(option: due, "--due").map { .on($0) }
        filter.least = try amount(min, "--min")
        filter.most = try amount(max, "--max")
        (filter.text, filter.address) = (search, address)
        filter.phone = try caller.map { (source) throws(Refusal) in try phone(in: source) }
        filter.who = try (mine ? try user() : who).map { (text) throws(Refusal) in
            try named("--who") { () throws(Refusal) in try Code(text) }
        }
        return filter
    }

    /// Throws `file.…`, `input.…`.
    private func phone(in source: String) throws(Refusal) -> String {
        guard let phone = try CallerLines(source).phone else { throw Refusal(.inputEmpty, ["field": "--caller"]) }
        return phone
    }

    private func codes(_ texts: [String], _ option: String) throws(Refusal) -> [Code] {
        try texts.map { (text) throws(Refusal) in try named(option) { () throws(Refusal) in try Code(text) } }
    }

    private func amount(_ text: String?, _ option: String) throws(Refusal) -> Fen? {
        try text.map { (text) throws(Refusal) in try named(option) { () throws(Refusal) in try Fen(yuan: text) } }
    }
}

/// In which order, and which part of it.
struct JobListPage: ParsableArguments {
    @Option(parsing: .unconditional, help: ArgumentHelp(
        "By number, due, called, updated or amount; with a - before it the other way round.", valueName: "order"))
    var sort: String?

    @Option(help: ArgumentHelp("At most so many jobs.", valueName: "count"))
    var limit: Int?

    @Option(help: ArgumentHelp("Go on where a page ended.", valueName: "cursor"))
    var after: String?

    @Flag(help: "Only jobs that whoever asks can take further now.")
    var can = false

    /// Throws `setting.invalid`, `input.value`, and `setting.missing` for --can of nobody.
    func cut(_ listing: inout JobListing, as options: Options) throws(Refusal) {
        if can { _ = try options.actor() }
        if let sort {
            let name = sort.hasPrefix("-") ? String(sort.dropFirst()) : sort
            guard let order = JobListing.Order(rawValue: name) else {
                let known = JobListing.Order.allCases.map(\.rawValue).joined(separator: ", ")
                throw Refusal(.settingInvalid, ["setting": "--sort", "value": sort.excerpt, "expected": known])
            }
            (listing.order, listing.descending) = (order, sort.hasPrefix("-"))
        }
        if let limit, limit < 1 {
            throw Refusal(.settingInvalid, ["setting": "--limit", "value": String(limit), "expected": "1, 2, …"])
        }
        listing.limit = limit
        let asked = listing
        listing.after = try after.map { (text) throws(Refusal) in
            try named("--after") { () throws(Refusal) in try JobCursor(text, of: asked) }
        }
        listing.can = can
    }
}

extension Day {
    /// nil for an option that was not given. Throws `input.value`, naming the option.
    init?(option text: String?, _ option: String) throws(Refusal) {
        guard let text else { return nil }
        self = try named(option) { () throws(Refusal) in try Day(text) }
    }
}

/// What `body` reads, its refusal naming the option that it was given with.
func named<T>(_ option: String, _ body: () throws(Refusal) -> T) throws(Refusal) -> T {
    do throws(Refusal) {
        return try body()
    } catch {
        throw error.adding("field", option)
    }
}
