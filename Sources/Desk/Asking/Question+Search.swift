package import Jobs
package import Journal
package import Kernel
import Store

/// What a word, a number or an amount was found as, each kind for itself (web.md 2.9).
package struct SearchFound: Sendable {
    /// Jobs of a group at most.
    package static let most = 20

    /// Why jobs are in a group.
    package enum Why: Sendable, CaseIterable {
        /// By its number or the tail of it, or by its outside number.
        case number
        /// By the number of a settlement, a payment or an invoice.
        case paper
        case amount
        case words
    }

    /// Jobs found for one reason; `count` is of all of them.
    package struct Jobs: Sendable {
        package let why: Why
        package let lines: [JobLine]
        package let count: Int
    }

    /// Something else than a job.
    package enum Thing: Sendable, Equatable {
        case voucher(number: String, seq: Int)
        /// Of a grant's document or a receipt: the appropriation, or the record that names it.
        case document(number: String, owner: Code)
        case contractor(Code, name: String)
        case estate(Code, name: String)
    }

    package var jobs: [Jobs] = []
    package var things: [Thing] = []
}

extension Question where Answer == SearchFound {
    /// Looks for a text in everything that has a number or a name, as far as the reader may see it.
    /// `amount` is the text read as money, where it is some. A caller's number is asked for by a list of jobs
    /// with that phone, which is written down.
    package static func search(_ text: String, amount: Fen?) -> Question {
        Question("job.search", [.jobs: .own]) { (asked) throws(Refusal) in try Search(asked, text, amount).found() }
    }
}

/// One search.
private struct Search {
    private let asked: Asked
    /// Half-width, as it was typed otherwise.
    private let text: String
    private let amount: Fen?
    private let now: Instant

    /// Of one group.
    private static let most = SearchFound.most

    init(_ asked: Asked, _ text: String, _ amount: Fen?) throws(Refusal) {
        (self.asked, self.text, self.amount) = (asked, text.halfWidth.oneLine, amount)
        now = try asked.state().now(asked.clock)
    }

    func found() throws(Refusal) -> SearchFound {
        var found = SearchFound()
        if text.isEmpty { return found }
        try add(.number, numbers(), to: &found)
        try add(.paper, papers(), to: &found)
        try add(.amount, amounts(), to: &found)
        // A number that is somebody's is no word.
        if found.jobs.allSatisfy({ $0.why == .amount }) { try addWords(to: &found) }
        found.things = try vouchers() + documents() + names()
        return found
    }

    private func add(_ why: SearchFound.Why, _ codes: [Code], to found: inout SearchFound) throws(Refusal) {
        var lines: [JobLine] = []
        for code in codes where !lines.contains(where: { $0.job.number == code }) {
            guard lines.count < Self.most, let job = try job(.number(code)) else { continue }
            if why == .amount || why == .paper, !asked.rights.seesAmounts(of: job) { continue }
            lines.append(try asked.line(job, at: now, []))
        }
        if !lines.isEmpty { found.jobs.append(.init(why: why, lines: lines, count: lines.count)) }
    }

    /// One that the reader may not see is not there.
    private func job(_ name: JobName) throws(Refusal) -> Job? {
        do throws(Refusal) {
            return try asked.job(name)
        } catch {
            if error.code == .jobUnknown { return nil }
            throw error
        }
    }

    private func numbers() throws(Refusal) -> [Code] {
        var codes: [Code] = []
        let outside = text.lowercased().hasPrefix("ref:") ? String(text.dropFirst(4)) : text
        for name in [try? JobName(text), try? JobName("ref:" + outside)] {
            if let name, let job = try job(name) { codes.append(job.number) }
        }
        if text.count <= 6, let count = Int(text), count > 0 {
            codes += try asked.numbers(ofCount: count).reversed().compactMap { try? Code($0) }
        }
        return codes
    }

    /// Payments and invoices are found however their numbers are written.
    private func papers() throws(Refusal) -> [Code] {
        guard let number = try? Label(text), text.count > 3 else { return [] }
        var codes = try asked.queries.settled(text.uppercased(), in: asked.org).map(\.number)
        let sellers = try asked.registers().contractors.map(\.code)
        for unique in [Unique.payment(number)] + sellers.map({ Unique.invoice(number, seller: $0) }) {
            if let owner = try asked.queries.owner(of: unique, in: asked.org) { codes.append(owner) }
        }
        return codes
    }

    private func amounts() throws(Refusal) -> [Code] {
        guard let amount, amount.value > 0, asked.rights[.amounts] >= .own else { return [] }
        let columns: [JobColumn] = [.estimate, .approved, .paid]
        let same = columns.map { JobCondition.all([.atLeast($0, amount.value), .atMost($0, amount.value)]) }
        var codes: [Code] = []
        try JobQuery(asked.connection, org: asked.org, [.any(same)]).each(JobListing(), limit: Self.most) { (job: Job) in
            codes.append(job.number)
        }
        return codes + (try asked.queries.paid(amount, in: asked.org))
    }

    /// All words, in number, address, description and community, or in the names of category, contractor and
    /// estate.
    private func addWords(to found: inout SearchFound) throws(Refusal) {
        var filter = JobFilter()
        filter.text = text
        var listing = JobListing(filter)
        (listing.order, listing.descending, listing.limit) = (.updated, true, Self.most)
        let page = try JobLister(asked, listing, try asked.state().policy(on: now.day), at: now).page()
        var lines: [JobLine] = []
        for job in page.jobs { lines.append(try asked.line(job, at: now, page.split)) }
        if !lines.isEmpty { found.jobs.append(.init(why: .words, lines: lines, count: page.sums.count)) }
    }

    private func vouchers() throws(Refusal) -> [SearchFound.Thing] {
        guard asked.rights[.books] == .all, text.contains(/^[0-9]{4}-[0-9]{6,}$/),
              let voucher = try asked.queries.voucher(text, in: asked.org) else { return [] }
        return [.voucher(number: text, seq: voucher.seq)]
    }

    private func documents() throws(Refusal) -> [SearchFound.Thing] {
        guard asked.rights[.funds] == .all, let number = try? Label(text) else { return [] }
        var things: [SearchFound.Thing] = []
        for unique in [Unique.document(number), .receipt(number), .bankEntry(number), .payment(number)] {
            guard let owner = try asked.queries.owner(of: unique, in: asked.org) else { continue }
            // A payment of a job is found as that job.
            if unique.kind != .payment || Int(owner.text) != nil { things.append(.document(number: text, owner: owner)) }
        }
        return things
    }

    private func names() throws(Refusal) -> [SearchFound.Thing] {
        let (firms, estates) = try asked.registers()
        let words = text.searched.split(separator: " ")
        let fits = { (code: Code, name: String) in
            words.allSatisfy { name.searched.contains($0) } || code.text.searched == text.searched
        }
        let isFirm = asked.rights[.jobs] == .own
        let own = firms.filter { !isFirm || $0.code == asked.rights.firm }.filter { fits($0.code, $0.name.text) }
        let places = estates.filter { fits($0.code, $0.name.text + " " + $0.community.text) }
        return own.prefix(Self.most).map { .contractor($0.code, name: $0.name.text) }
            + places.prefix(Self.most).map { .estate($0.code, name: $0.name.text) }
    }
}

extension Asked {
    /// The numbers of each year that a count may stand for: 41 is 2026-0041.
    func numbers(ofCount count: Int) throws(Refusal) -> [String] {
        let now = try state().now(clock), first = try state().street?.openedAt.day.year ?? now.day.year
        let digits = String(count), text = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        return (min(first, now.day.year)...now.day.year).map { "\($0)-\(text)" }
    }
}
