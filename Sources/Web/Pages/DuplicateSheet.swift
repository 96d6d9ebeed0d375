import Desk
import Jobs
import Journal
import Kernel
import Reports

/// What is like a call that is being taken: up to five jobs, each with why, its state and its age, and what
/// to do about it (web.md 2.4.4). It proposes; whoever is on the phone decides.
struct DuplicateSheet {
    let visit: Visit
    let visitor: Visitor

    /// Where it will stand, with the button that asks for it.
    static func empty(_ visit: Visit) -> HTML { section(visit, .empty) }

    private static func section(_ visit: Visit, _ content: HTML) -> HTML {
        """
        <section id="duplicates" class="f" aria-live="polite">\(content)\
        <button class="quiet" name="go" value="check">\(visit.say("查重复", "Look for duplicates"))</button></section>
        """
    }

    var html: HTML {
        get async throws(Refusal) {
            guard let sketch else {
                return Self.section(visit, "<p class=\"soft\">\(visit.say("先填地址和类别", "Fill in address and category first"))</p>")
            }
            let found = try await visit.ask(.likely(sketch), as: visitor)
            let items = found.matches.map { item($0, found.asOf) }
            let list: HTML = items.isEmpty ? "<p>\(visit.say("没有相像的工单", "No job like it"))</p>" : """
                <h2>\(visit.say("可能重复 \(items.count)", "Perhaps the same: \(items.count)"))</h2><ul class="near">\(items)</ul>
                """
            let calls: HTML = found.calls == 0 ? .empty : """
                <p class="say">\(visit.say(
                    "此号码今年来电 \(found.calls) 次", "calls from this number this year: \(found.calls)"))</p>
                """
            return Self.section(visit, "\(calls)\(list)")
        }
    }

    /// nil until place and category are known.
    private var sketch: CallSketch? {
        let text = { (name: String) in visit.form[name].map(Typed.plain).flatMap { $0.isEmpty ? nil : $0 } }
        let coordinate = { (name: String) in text(name).flatMap { try? Coordinate($0) } }
        guard let address = text("site.address").flatMap({ try? Label($0) }),
              let category = text("category").flatMap({ try? Code($0) }) else { return nil }
        return CallSketch(
            category: category, address: address, estate: text("site.estate").flatMap { try? Code($0) },
            lat: coordinate("site.lat"), lon: coordinate("site.lon"), phone: text("caller.phone"))
    }

    private func item(_ match: Duplicates.Match, _ now: Instant) -> HTML {
        let job = match.job, number = job.number.text, days = now.day - job.calledAt.day
        let age = days == 0 ? visit.say("今天", "today") : visit.say("\(days) 天前", "\(days) day\(days == 1 ? "" : "s") ago")
        let why = match.reasons.map { visit.say($0.title) }.joined(separator: visit.say("，", ", "))
        return """
            <li><a href="\(visit.at("/jobs/" + Fields.encoded(number)))">\(number)</a> \(job.scope.address.text) \
            <b>\(visit.say(job.works.title))</b> \(age) <small>\(why)</small>\(job.works.isEnd ? .empty : ways(number))</li>
            """
    }

    private func ways(_ number: String) -> HTML {
        let into: HTML = visitor.user.mayTake(.merge) ? """
            <button class="b" name="\(CallPage.into)" value="\(number)">\(visit.say("并入此单", "Merge into it"))</button>
            """ : .empty
        let note: HTML = visitor.user.mayTake(.note) ? """
            <button class="b" name="\(CallPage.noted)" value="\(number)">\
            \(visit.say("同一件，只记备注", "The same: only note it"))</button>
            """ : .empty
        return "<span class=\"foot\">\(into)\(note)</span>"
    }
}

/// A call that is about a job that is there already.
struct LikeCall {
    let form: CommandForm
    /// The other job's number.
    let other: String

    private var visit: Visit { form.visit }
    private var visitor: Visitor { form.visitor }

    /// The call is recorded as a job of its own and merged, both or neither: whoever called is kept, and its
    /// story shows in the other one. Pressed twice it is the same two records.
    func merge() async throws(Refusal) -> Reply {
        let typed = visit.form
        var (with, faults) = FormReader.read(form.spec, typed, form.lists)
        let at = form.moment(typed, &faults)
        guard let ids else { return .page(ErrorPage.page(.form, visit)) }
        if !faults.isEmpty { return form.page(typed, id: ids.id, seen: ids.seen, faults, nil, 422) }
        let desk = visit.site.desk, call = Self.envelope("job.call", ids.id, with, at, visitor)
        let (visitor, id, other) = (visitor, ids.id + "-into", other)
        let (answers, isKept) = try await desk.executeTogether(
            desk.read(call, via: Via(.web, .password)),
            then: { job in
                let with = JSON.members([
                    "job": .string(job.text), "into": .string(other), "reason": .string("登记时判为重复"),
                ])
                return desk.read(Self.envelope("job.merge", id, with, at, visitor), via: Via(.web, .password))
            })
        return try await answer(answers.last, isKept: isKept, ids)
    }

    /// Nothing but a note on the other job: no new job, and nobody's name or number.
    func note() async throws(Refusal) -> Reply {
        guard let ids else { return .page(ErrorPage.page(.form, visit)) }
        let said = Typed.plain(visit.form["description"] ?? "")
        if said.isEmpty {
            let fault = FormReader.Fault(field: "description", text: Phrase("备注什么，写在简述里", "say here what to note"))
            return form.page(visit.form, id: ids.id, seen: ids.seen, [fault], nil, 422)
        }
        let with = JSON.members(["job": .string(other), "text": .string("同一件又来电：" + said)])
        let desk = visit.site.desk
        let answers = try await desk.execute([
            desk.read(Self.envelope("job.note", ids.id, with, nil, visitor), via: Via(.web, .password)),
        ])
        return try await answer(answers.first, isKept: true, ids)
    }

    private var ids: (id: String, seen: String)? {
        guard let id = visit.form["id"], CommandForm.isID(id), let seen = visit.form["seen"], Int(seen) != nil else { return nil }
        return (id, seen)
    }

    private static func envelope(_ does: String, _ id: String, _ with: JSON, _ at: String?, _ visitor: Visitor) -> JSON {
        .members([
            "id": .string(id), "org": .string(visitor.street.code.text), "by": .string(visitor.user.user.text),
            "at": at.map { .string($0) }, "do": .string(does), "with": with,
        ])
    }

    private func answer(_ answer: Answer?, isKept: Bool, _ ids: (id: String, seen: String)) async throws(Refusal) -> Reply {
        if let refusal = answer?.refusal {
            return form.page(visit.form, id: ids.id, seen: ids.seen, [], refusal, RefusalView.status(refusal))
        }
        guard isKept, case .done(_, let seq, _, _, _) = answer else { throw Refusal(.storeIO) }
        if let draft = visit.form[DraftsPage.field].flatMap({ try? Code($0) }) {
            try await visit.site.desk.drop(draft, of: visitor.user.user, in: visitor.street.code)
        }
        return .redirect(visit.at("/jobs/" + Fields.encoded(other) + "?done=\(seq)"))
    }
}
