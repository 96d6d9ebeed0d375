import Desk
import Jobs
import Kernel

/// A job in a list: a row on a desktop, a card on a phone.
struct JobRow {
    let line: JobLine
    let names: FormNames
    let visit: Visit

    private var job: Job { line.job }

    var path: String { visit.at("/jobs/" + Fields.encoded(job.number.text)) }

    var chip: ClockChip { ClockChip(line.clocks) }

    var category: String { visit.say(names.name(job.category, in: \.categories)) }

    var place: String { job.scope.address.text }

    private var tags: HTML {
        let urgent: HTML = job.urgency.flatMap { $0 == .ordinary ? nil : $0 }
            .map { urgency in "<span class=\"tag\">\(visit.say(urgency.title))</span>" } ?? .empty
        return urgent + line.marks.filter { $0.kind != .overdue && $0.kind != .finishedLate && $0.kind != .suspended
            && $0.kind != .disputed }
            .prefix(2).map { mark -> HTML in "<span class=\"tag\">\(visit.say(mark.kind.title))</span>" }.joined()
    }

    /// Who takes the next step: `等科室负责人签认`.
    var holder: String {
        if job.works.isEnd { return visit.say(job.works.title) }
        guard let step = Queue.due(job) else { return "" }
        let roles = step.roles.prefix(1).map { $0 }.titles
        return visit.say("等\(roles.zh)\(step.verb.title.zh)", "\(step.verb.title.en): \(roles.en)")
    }

    /// The same, broken between the role and the step only.
    private var waits: HTML {
        guard visit.language == .zh, !job.works.isEnd, let step = Queue.due(job) else { return "\(holder)" }
        let role = step.roles.prefix(1).map { $0 }.titles.zh
        let verb = role.hasSuffix(step.verb.title.zh) ? "" : step.verb.title.zh
        return "<span class=\"k\">等\(role)</span><span class=\"k\">\(verb)</span>"
    }

    private var amount: HTML {
        guard line.showsAmounts else { return .empty }
        return job.figure.map { fen in "\(fen.shown)" } ?? "—"
    }

    var row: HTML {
        """
        <tr class="\(chip.tone.rawValue)"><th scope="row"><a href="\(path)">\(job.number.text)</a></th>\
        <td class="where"><b>\(place)</b><small>\(category) \(tags)</small></td>\
        <td class="two">\(Tracks(job, visit).small)<small><span class="k">\(visit.say(job.works.title))</span> \
        <span class="k">\(visit.say(job.papers.title))</span></small>\
        </td>\
        <td class="clock">\(chip.html(visit))</td><td class="has">\(waits)</td><td class="n">\(amount)</td></tr>
        """
    }

    static func table(_ lines: [JobLine], _ names: FormNames, _ visit: Visit) -> HTML {
        let amounts = lines.contains(where: \.showsAmounts)
        return """
            <table class="jobs"><thead><tr><th scope="col">\(visit.say("编号", "number"))</th>\
            <th scope="col">\(visit.say("地点，类别", "place, category"))</th>\
            <th scope="col">\(visit.say("施工，单据", "works, papers"))</th><th scope="col">\(visit.say("时限", "clock"))</th>\
            <th scope="col">\(visit.say("在谁手上", "who has it"))</th>\
            <th scope="col" class="n">\(amounts ? visit.say("金额（元）", "amount (yuan)") : "")</th></tr></thead>\
            <tbody>\(lines.map { JobRow(line: $0, names: names, visit: visit).row })</tbody></table>
            """
    }

    /// In a queue of the desk.
    func short(_ amount: Fen?) -> HTML {
        """
        <li class="\(chip.tone.rawValue)"><a href="\(path)"><span class="no">\(job.number.text)</span><span class="what">\
        <b>\(category)</b> \(tags)\
        <small>\(place)</small></span><span class="when">\(chip.html(visit))</span><span class="n">\(amount?.shown ?? "")\
        </span></a></li>
        """
    }
}
