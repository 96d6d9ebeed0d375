import Desk
import Documents
import Jobs
import Journal
import Kernel
import Reports

/// One job: both lines, what may be done now and what may not and why, clocks, money, and everything that
/// happened.
struct JobPage {
    let visit: Visit
    let dossier: JobDossier
    let steps: JobSteps

    static func show(_ visit: Visit, _ visitor: Visitor) async throws(Refusal) -> Reply {
        let name = try JobName(visit.params["n"] ?? "")
        let dossier = try await visit.ask(.dossier(of: name), as: visitor)
        let steps = try await visit.ask(.next(name), as: visitor)
        let page = JobPage(visit: visit, dossier: dossier, steps: steps)
        return .page(Page(dossier.job.number.text, page.body(visitor, done: try await visit.done(visitor)), place: .jobs))
    }

    private var job: Job { dossier.job }

    private func body(_ visitor: Visitor, done: HTML) -> HTML {
        let document = JobDocument.make(dossier)
        let view = DocumentView(document: document, visit: visit)
        // The tracks are drawn; what happened and the rest are sections of the document.
        let sections = document.sections.filter { $0.heading?.en != "Progress" && $0.heading?.en != "Timeline" }.map(view.section)
        let story = document.sections.filter { $0.heading?.en == "Timeline" }.map { section in
            HTML.sheet(visit.say("经过", "What happened"), HTML.list(section.parts.map { part in
                if case .timeline(let entries) = part { view.timeline(entries) } else { .empty }
            }))
        }
        return """
            \(head)\(done)
            <div class="cols job"><div><section class="sheet">\(Tracks(job, visit).large)</section></div><div>\(next(visitor))\
            </div>
            <div class="rest">\(HTML.sheet(visit.say("概况", "About"), view.facts))\
            \(JobPictures(visit: visit, dossier: dossier).html)\(sections)\(story)</div></div>
            """
    }

    private var head: HTML {
        let category = dossier.names.categories[job.category].map(visit.say) ?? job.category.text
        let urgency: HTML = job.urgency.map { urgency in "<span class=\"tag\">\(visit.say(urgency.title))</span>" } ?? .empty
        let marks = dossier.marks.map { mark -> HTML in "<span class=\"tag\">\(visit.say(mark.title))</span>" }.joined()
        let chip = ClockChip(JobClocks(job, asOf: dossier.asOf)).html(visit)
        return visit.head(
            category + visit.say("，", ", ") + job.scope.address.text,
                over: """
                    <a href="\(visit.at("/jobs"))">‹ \(visit.say("工单", "Jobs"))</a> <b>\(job.number.text)</b> \(urgency)\(marks)
                    """,
            under: job.call.description.text, actions: chip)
    }

    /// The open steps, those that lead on first; then those that do not go, with what stands in their way.
    private func next(_ visitor: Visitor) -> HTML {
        let leading = NextSteps.of(job).map(\.verb)
        let open = steps.steps.filter(\.isOpen).map(\.verb).filter { $0 != .call && FormSpecs.isOffered($0) }
        let first = ([Queue.due(job)?.verb].compactMap(\.self) + leading).filter(open.contains).uniqued
        let ordered = first + open.filter { !first.contains($0) }
        // Resuming what is not suspended stands in nobody's way.
        let blocked = steps.steps.filter { step in
            let isOf = leading.contains(step.verb) || step.roles.contains(where: visitor.user.has)
            return !step.isOpen && isOf && (step.verb != .resume || job.suspension != nil)
        }
        let main: HTML = first.first.map { verb in "<a class=\"b main\" href=\"\(path(verb))\">\(visit.say(verb.title))</a>" }
            ?? .empty
        let others = ordered.filter { $0 != first.first }.map {
            verb -> HTML in "<a class=\"b\" href=\"\(path(verb))\">\(visit.say(verb.title))</a>" }
        let reasons = blocked.map { step -> HTML in
            """
            <li>\(Icon.of("lock"))<b>\(visit.say(step.verb.title))</b> \
            <span>\(step.blocks.map { visit.say($0.title) }.joined(separator: visit.say("；", "; ")))</span></li>
            """
        }
        return """
            <section class="sheet next"><div class="sh"><h2>\(visit.say("下一步", "Next"))</h2></div>\(main)\
            <div class="others">\(others)</div>\
            \(reasons.isEmpty ? .empty : "<h3>\(visit.say("还不能", "Not yet"))</h3><ul class=\"blocks\">\(reasons)</ul>")</section>\
            \(CallerSheet(visit: visit, dossier: dossier).html(visitor))
            """
    }

    private func path(_ verb: Verb) -> String { visit.at("/jobs/" + Fields.encoded(job.number.text) + "/do/" + verb.rawValue) }
}

extension [Verb] {
    /// Each once, where it stood first.
    fileprivate var uniqued: [Verb] { reduce(into: []) { if !$0.contains($1) { $0.append($1) } } }
}

extension FormSpecs {
    /// Steps that stand on a job's page; a call makes a job.
    static func isOffered(_ verb: Verb) -> Bool { verb != .call }
}

/// The caller: a mask or a word, and in clear for those who may, with a reason, once, and noted down.
struct CallerSheet {
    let visit: Visit
    let dossier: JobDossier

    private var path: String { visit.at("/jobs/" + Fields.encoded(dossier.job.number.text) + "/caller") }

    func html(_ visitor: Visitor) -> HTML {
        let may = CallerAccess.show.roles(confidential: dossier.job.call.caller?.confidential == true)
            .contains(where: visitor.user.has)
        let form: HTML = may && dossier.job.call.caller != nil ? """
            <form method="post" action="\(path)">\(visit.hidden([]))\
            <button class="quiet">\(visit.say("查看全名和号码（记入查看日志）", "Show name and number (this is logged)"))</button></form>
            """ : .empty
        return HTML.sheet(visit.say("来电人", "Caller"), "<p>\(visit.say(dossier.caller.words))</p>\(form)")
    }

    static func show(_ visit: Visit, _ visitor: Visitor) async throws(Refusal) -> Reply {
        let name = try JobName(visit.params["n"] ?? "")
        // Whoever may not see the job may not learn that it has a caller.
        let job = try await visit.ask(.job(name), as: visitor)
        if let page = StepUp.page(StepUp.caller, visit, visitor) { return page }
        let found = try await visit.site.desk.caller(of: .number(job.number), in: visitor.street.code, for: visitor.user.user)
        let title = visit.say("来电人", "Caller")
        let parts = [found.caller?.name?.text, found.caller?.phone?.text].compactMap(\.self)
            .joined(separator: visit.say("，", ", "))
        return .page(Page(title, """
            \(visit.head(title,
                over: "<a href=\"\(visit.at("/jobs/" + Fields.encoded(job.number.text)))\">‹ \(job.number.text)</a>"))
            <section class="sheet"><p class="big">\(parts.isEmpty ? visit.say("未留或已删除", "not given, or erased") : parts)</p>\
            <p class="soft">\(visit.say("这次查看已记入日志。", "This look was logged."))</p></section>
            """, place: .jobs))
    }
}
