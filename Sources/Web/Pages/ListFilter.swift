import Desk
import Jobs
import Kernel

/// What a list of jobs was asked for: the query of its address, read leniently, since an address is typed
/// and sent around. What it does not know it passes over.
struct ListFilter {
    let works: Set<String>
    let papers: Set<String>
    let category: String?
    let estate: Code?
    /// Called on or after, on or before.
    let from: Day?
    let to: Day?
    let words: [String]
    let queue: Queue?
    let clock: String?
    let isAll: Bool
    let after: String?
    let sort: String

    init(_ query: Fields) {
        works = Set(query.all("works").filter { !$0.isEmpty })
        papers = Set(query.all("papers").filter { !$0.isEmpty })
        category = query["category"].flatMap { $0.isEmpty ? nil : $0 }
        estate = query["estate"].flatMap { try? Code($0) }
        from = query["from"].map(Typed.plain).flatMap { try? Day($0) }
        to = query["to"].map(Typed.plain).flatMap { try? Day($0) }
        words = Typed.plain(query["q"] ?? "").lowercased().split(separator: " ").map(String.init)
        queue = query["queue"].flatMap(Queue.named)
        clock = query["clock"].flatMap { $0.isEmpty ? nil : $0 }
        isAll = query["all"] != nil
        after = query["after"]
        sort = query["sort"] ?? (query["all"] == nil ? "due" : "-called")
    }

    var isNarrow: Bool { !works.isEmpty || !papers.isEmpty || category != nil || clock != nil || isPlaced }

    /// Narrowed to a place or a time.
    private var isPlaced: Bool { estate != nil || from != nil || to != nil }

    /// What is asked of the columns of place and time.
    func place(in filter: inout JobFilter) { (filter.estates, filter.from, filter.to) = ([estate].compactMap { $0 }, from, to) }

    func title(_ visit: Visit) -> String {
        if let queue { return visit.say(queue.title) }
        if !words.isEmpty { return visit.say("找到工单", "Jobs found") }
        return isAll || isNarrow ? visit.say("工单", "Jobs") : visit.say("在办工单", "Open jobs")
    }

    /// Whether the list goes beyond the board: over all jobs, also those that nobody has anything to do with.
    var isOfAll: Bool { queue == nil && clock == nil && (isAll || isNarrow || !words.isEmpty) }

    /// The list as the database is asked for it. By the clock, jobs without a deadline come last.
    func listing(of board: JobBoard, amounts: Bool, limit: Int) throws(Refusal) -> JobListing {
        var listing = JobListing()
        listing.filter.works = works.sorted().compactMap(Works.init(rawValue:))
        listing.filter.papers = papers.sorted().compactMap(Papers.init(rawValue:))
        listing.filter.categories = board.names.categories.map(\.code.text).filter { $0 == category }
        place(in: &listing.filter)
        listing.filter.text = words.isEmpty ? nil : words.joined(separator: " ")
        listing.filter.short = true
        listing.order = switch sort.drop(while: { $0 == "-" }) {
        case "called": .number
        case "amount": amounts ? .amount : .number
        case _: .due
        }
        listing.descending = sort.hasPrefix("-")
        listing.after = try after.map { (text) throws(Refusal) in try JobCursor(text, of: listing) }
        listing.limit = limit
        return listing
    }

    /// A list of what is on the board.
    func lines(of board: JobBoard) -> [JobLine] {
        var filter = JobFilter()
        filter.works = works.compactMap(Works.init(rawValue:))
        filter.papers = papers.compactMap(Papers.init(rawValue:))
        filter.categories = [category].compactMap { $0 }
        place(in: &filter)
        filter.open = queue == nil && !isAll && !isNarrow && words.isEmpty
        let chosen = filter.conditions(at: board.asOf)
        let searched = words.map { word in (count: Int(word), conditions: conditions(word, board)) }
        return sorted(board.lines.filter { line in
            let facts = JobFacts(line.job)
            return queue?.admits(line) ?? true && chosen.allSatisfy { $0.admits(facts) }
                && (clock == nil || ClockChip(line.clocks).tone.rawValue == clock)
                // A short number is the count of a job: 41 is 2026-0041.
                && searched.allSatisfy { word in
                    word.count.map { $0 > 0 && line.job.number.inOrder.1 == $0 } ?? false
                        || word.conditions.allSatisfy { $0.admits(facts) }
                }
        })
    }

    /// What a word is looked for in: the job, and the names that its codes stand for.
    private func conditions(_ word: String, _ board: JobBoard) -> [JobCondition] {
        var filter = JobFilter(), known = JobLookups()
        filter.text = word
        let names = { (list: [FormNames.Choice]) in list.map { (code: $0.code, name: $0.name.zh + " " + $0.name.en) } }
        known.find(filter.words, in: names(board.names.categories), of: .category)
        known.find(filter.words, in: names(board.names.contractors), of: .contractor)
        known.find(filter.words, in: names(board.names.estates), of: .estate)
        return filter.conditions(at: board.asOf, known)
    }

    private func sorted(_ lines: [JobLine]) -> [JobLine] {
        let key = sort.hasPrefix("-") ? String(sort.dropFirst()) : sort
        let ordered = switch key {
        case "called": lines.sorted { $0.job.number.inOrder < $1.job.number.inOrder }
        case "amount": lines.sorted { ($0.job.figure ?? .zero) < ($1.job.figure ?? .zero) }
        case _: lines.sorted { (ClockChip($0.clocks).left, $0.job.number.inOrder.1) < (ClockChip($1.clocks).left,
            $1.job.number.inOrder.1) }
        }
        return sort.hasPrefix("-") ? ordered.reversed() : ordered
    }
}

/// The filter as a form; without a script it is a form like any other.
struct FilterForm {
    let filter: ListFilter
    let board: JobBoard
    let visit: Visit

    var html: HTML {
        let clocks = [("late", visit.say("已超期", "late")), ("soon", visit.say("将超期", "soon")), ("run",
            visit.say("正常", "running")), ("halt", visit.say("挂账、争议", "halted"))]
        return """
            <form method="get" action="\(visit.at("/jobs"))">\(queue)
            <div class="f"><label for="fq">\(visit.say("搜索", "Search"))</label>\
            <input id="fq" name="q" value="\(filter.words.joined(separator: " "))" autocomplete="off"></div>
            <fieldset><legend>\(visit.say("时限", "Clock"))</legend>\(([("", visit.say("不限", "any"))] + clocks)
                .map { choice -> HTML in
                """
                    <label class="tick"><input type="radio" name="clock" \
                    value="\(choice.0)"\("checked", if: (filter.clock ?? "") == choice.0)> \(choice.1)</label>
                    """ })</fieldset>
            <fieldset><legend>\(visit.say("施工", "Works"))</legend>\(Works.allCases.map { state in
                box("works", state.rawValue, visit.say(state.title), filter.works,
                    board.counts.at(state)) })</fieldset>
            <fieldset><legend>\(visit.say("单据", "Papers"))</legend>\(Papers.allCases.map { state in
                box("papers", state.rawValue, visit.say(state.title), filter.papers,
                    board.counts.at(state)) })</fieldset>
            <div class="f"><label for="fc">\(visit.say("类别", "Category"))</label><select id="fc" name="category">\
            <option value="">\(visit.say("全部", "all"))</option>\
            \(board.names.categories.map { choice -> HTML in
                """
                    <option value="\(choice.code.text)"\("selected",
                        if: choice.code.text == filter.category)>\(visit.say(choice.name))</option>
                    """ })</select></div>
            <div class="f"><label for="fe">\(visit.say("小区", "Estate"))</label><select id="fe" name="estate">\
            <option value="">\(visit.say("全部", "all"))</option>\
            \(board.names.estates.map { choice -> HTML in
                """
                    <option value="\(choice.code.text)"\("selected",
                        if: choice.code == filter.estate)>\(visit.say(choice.name))</option>
                    """ })</select></div>
            \(day("from", visit.say("来电自", "Called from"), filter.from))\(day("to", visit.say("至", "to"), filter.to))
            <button class="b main">\(visit.say("应用", "Apply"))</button> \
            <a href="\(visit.at("/jobs"))">\(visit.say("清除", "Clear"))</a></form>
            """
    }

    private func day(_ name: String, _ title: String, _ day: Day?) -> HTML {
        """
        <div class="f"><label for="f-\(name)">\(title)</label>\
        <input id="f-\(name)" name="\(name)" value="\(day?.text ?? "")" placeholder="2026-01-31" autocomplete="off"></div>
        """
    }

    /// The list of a queue stays one while it is narrowed down.
    private var queue: HTML {
        filter.queue.map { queue in "<input type=\"hidden\" name=\"queue\" value=\"\(queue.key)\">" } ?? .empty
    }

    private func box(_ name: String, _ value: String, _ title: String, _ chosen: Set<String>, _ count: Int) -> HTML {
        guard count > 0 || chosen.contains(value) else { return .empty }
        return """
            <label class="tick"><input type="checkbox" name="\(name)" value="\(value)"\("checked", if: chosen.contains(value))> \
            \(title) <span class="n">\(count)</span></label>
            """
    }
}
