import Desk
import Jobs
import Journal
import Kernel
import Reports

/// A step of a job as a form. Which step is open to whom is the transition table's to say: a page asks, and
/// the command is judged behind the desk all the same.
enum StepPage {
    static func show(_ visit: Visit, _ visitor: Visitor) async throws(Refusal) -> Reply {
        let found = try await find(visit, visitor)
        guard let (form, verb, steps) = found else { return .page(ErrorPage.page(.nothing, visit)) }
        guard let step = steps.steps.first(where: { $0.verb == verb }) else { return .page(blocked(verb, [], steps.job, visit)) }
        if !step.isOpen { return .page(blocked(verb, step.blocks, steps.job, visit)) }
        return form.show(Prefill.fields(verb, steps.job, visitor.user, visitor.now.day))
    }

    static func send(_ visit: Visit, _ visitor: Visitor) async throws(Refusal) -> Reply {
        guard let (form, _, _) = try await find(visit, visitor) else { return .page(ErrorPage.page(.nothing, visit)) }
        return try await form.take()
    }

    /// nil for a verb that there is not. Throws `job.unknown` for a job that is not there for this reader.
    private static func find(_ visit: Visit, _ visitor: Visitor) async throws(Refusal) -> (CommandForm, Verb, JobSteps)? {
        guard let verb = visit.params["verb"].flatMap(Verb.init(rawValue:)), FormSpecs.isOffered(verb) else { return nil }
        let steps = try await visit.ask(.next(try JobName(visit.params["n"] ?? "")), as: visitor)
        var lists = FormLists(try await visit.ask(.formNames, as: visitor), visit.language)
        lists.take(steps.job)
        let spec = FormSpecs.of(verb)
        if spec.showsPhotos {
            let records = try await visit.ask(.dossier(of: .number(steps.job.number)), as: visitor).records
            lists.jobPhotos = JobPhotos(of: steps.job.number, records).all.filter { !$0.isPaper }
        }
        let number = steps.job.number, path = visit.at("/jobs/" + Fields.encoded(number.text))
        let sees = visitor.rights.seesAmounts(of: steps.job)
        return (CommandForm(
            visit: visit, visitor: visitor, spec: spec, lists: lists, job: number,
            home: { answer in if case .done(_, let seq, _, _, _) = answer { path + "?done=\(seq)" } else { path } },
            intro: about(steps.job, verb, sees, visit), amount: sees
                ? steps.job.amount(for: verb) : nil, title: visit.say(verb.title), place: .jobs), verb, steps)
    }

    /// What the step is about: where, and what it comes to.
    private static func about(_ job: Job, _ verb: Verb, _ sees: Bool, _ visit: Visit) -> HTML {
        let amount = sees ? verb.moneyOf(job) : nil
        let money: HTML = amount.map { fen in "<b class=\"n\">\(fen.shown) \(visit.say("元", "yuan"))</b>" } ?? .empty
        return "<p class=\"about\">\(job.scope.address.text) \(money)</p>"
    }

    /// The step is not open: why, and who may.
    private static func blocked(_ verb: Verb, _ blocks: [JobSteps.Block], _ job: Job, _ visit: Visit) -> Page {
        let isRole = blocks.contains { block in
            switch block {
            case .role, .person: true
            case .condition: false
            }
        }
        let reasons = blocks.isEmpty
            ? [visit.say("工单现在是“\(job.works.title.zh)”“\(job.papers.title.zh)”，不在这一步",
                "the job is “\(job.works.title.en)”, “\(job.papers.title.en)”: not at this step")]
            : blocks.map { visit.say($0.title) }
        let path = visit.at("/jobs/" + Fields.encoded(job.number.text))
        return Page(visit.say(verb.title), """
            \(visit.head(visit.say("还不能\(verb.title.zh)", "Not yet: \(verb.title.en)"),
                over: "<a href=\"\(path)\">‹ \(job.number.text)</a>"))
            <section class="sheet"><ul class="blocks">\(reasons.map {
                reason -> HTML in "<li>\(Icon.of("lock"))<span>\(reason)</span></li>" })</ul>\
            <p><a class="b" href="\(path)">\(visit.say("回工单", "Back to the job"))</a></p></section>
            """, status: isRole ? 403 : 409, place: .jobs)
    }
}

extension Verb {
    /// What a step is about in money, before its form is filled in.
    fileprivate func moneyOf(_ job: Job) -> Fen? { job.amount(for: self)
        ?? (self == .cancel || self == .note ? nil : job.figure) }
}

/// A command of the street as a form: people, registers, funds, the bank.
enum StreetStepPage {
    /// The commands of each page.
    static let offers: [(place: Navigation.Place, commands: [StreetCommand])] = [
        (.funds, [.appropriate, .transferFunds, .recall, .receive, .returnFunds, .correct]),
        (.finance, [.enterBank, .voidStatement, .undoMatch]),
        (.registers, [.addContractor, .addEstate, .updateContractor, .agree]),
        (.admin, [.addUser, .disableUser, .join]),
    ]

    /// As buttons, for whoever may press them.
    static func buttons(_ place: Navigation.Place, _ visit: Visit, _ visitor: Visitor) -> HTML {
        let may = offers.filter { $0.place == place }.flatMap(\.commands).filter(visitor.may)
        return HTML.list(may.compactMap { command in
            let path = visit.at("/do/" + command.rawValue)
            return StreetSpecs.of(command.rawValue).map { spec in "<a class=\"b\" href=\"\(path)\">\(visit.say(spec.title))</a>" }
        })
    }

    static func show(_ visit: Visit, _ visitor: Visitor) async throws(Refusal) -> Reply {
        // Whoever may not give the command finds no form for it; sent all the same, the rule says who may.
        guard let command = visit.params["does"].flatMap(StreetCommand.init(rawValue:)), visitor.may(command),
              let form = try await form(visit, visitor) else { return .page(ErrorPage.page(.nothing, visit)) }
        var known = Fields()
        known.set("day", visitor.now.day.text)
        // A link beside a record or a match says which one it is about.
        for field in form.spec.fields { if let text = visit.query[field.name] { known.set(field.name, text) } }
        return form.show(known)
    }

    static func send(_ visit: Visit, _ visitor: Visitor) async throws(Refusal) -> Reply {
        guard let form = try await form(visit, visitor) else { return .page(ErrorPage.page(.nothing, visit)) }
        return try await form.take()
    }

    private static func form(_ visit: Visit, _ visitor: Visitor) async throws(Refusal) -> CommandForm? {
        let does = visit.params["does"] ?? ""
        guard let spec = StreetSpecs.of(does), let command = StreetCommand(rawValue: does),
              let offer = offers.first(where: { $0.commands.contains(command) }), offer.place.isFor(visitor.rights)
        else { return nil }
        let lists = FormLists(try await visit.ask(.formNames, as: visitor), visit.language)
        let path = visit.at(offer.place.path)
        return CommandForm(
            visit: visit, visitor: visitor, spec: spec, lists: lists,
            home: { answer in if case .done(_, let seq, _, _, _) = answer { path + "?done=\(seq)" } else { path } },
            title: visit.say(spec.title), place: offer.place)
    }
}
