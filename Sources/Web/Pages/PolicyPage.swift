import Desk
import Jobs
import Journal
import Kernel
import Reports

/// A new policy: handed over as a file or as text, read, held against the one in force, and adopted.
enum PolicyPage {
    static func show(_ visit: Visit, _ visitor: Visitor) async throws(Refusal) -> Reply {
        guard visitor.may(.adoptPolicy) else { return .page(ErrorPage.page(.nothing, visit)) }
        return form(visit, .empty, text: "", id: CommandForm.newID(), status: 200)
    }

    static func send(_ visit: Visit, _ visitor: Visitor) async throws(Refusal) -> Reply {
        let id = visit.form["id"] ?? ""
        guard CommandForm.isID(id) else { return .page(ErrorPage.page(.form, visit)) }
        guard let text = text(visit) else {
            let words = visit.say("这个文件不是 UTF-8 文本。", "The file is not UTF-8 text.")
            return form(visit, "<p class=\"say late\" role=\"alert\">⚠ \(words)</p>", text: "", id: id, status: 422)
        }
        if visit.form["go"] == "edit" { return form(visit, .empty, text: text, id: id, status: 200) }
        do throws(Refusal) {
            let day = try effective(visit), read = try PolicyText(text)
            if visit.form["go"] != "send" { return try await look(visit, visitor, read, day, text, id) }
            if let page = StepUp.page(StreetCommand.adoptPolicy.rawValue, visit, visitor) { return page }
            return try await adopt(visit, visitor, read, day, id)
        } catch {
            if error.code.kind == .right { throw error }
            return form(visit, RefusalView(refusal: error, visit: visit).html, text: text, id: id,
                status: RefusalView.status(error))
        }
    }

    /// The file wins over what stands in the field; nil where it is no text.
    private static func text(_ visit: Visit) -> String? {
        guard let file = visit.file("file"), !file.bytes.isEmpty else {
            return (visit.form["text"] ?? "").replacing("\r\n", with: "\n")
        }
        return String(validating: file.bytes, as: UTF8.self)
    }

    private static func effective(_ visit: Visit) throws(Refusal) -> Day {
        guard case .success(let day) = Typed.day(visit.form["effective"] ?? "") else {
            throw Refusal(.inputValue, ["value": (visit.form["effective"] ?? "").excerpt, "expected": "2027-01-01"])
                .adding("field", "effective", Phrase("施行日", "first day"))
        }
        return try Day(day)
    }

    private static func adopt(
        _ visit: Visit, _ visitor: Visitor, _ read: PolicyText, _ day: Day, _ id: String
    ) async throws(Refusal) -> Reply {
        let desk = visit.site.desk
        let envelope = JSON.members([
            "id": .string(id), "org": .string(visitor.street.code.text), "by": .string(visitor.user.user.text),
            "do": .string(StreetCommand.adoptPolicy.rawValue),
            "with": .members(["effective": .string(day.text), "policy": read.json]),
        ])
        guard let answer = try await desk.execute([desk.read(envelope, via: visitor.via)]).first else {
            throw Refusal(.storeIO)
        }
        guard case .done(_, let seq, _, _, _) = answer else { throw answer.refusal ?? Refusal(.storeIO) }
        return .redirect(visit.at("/policy?done=\(seq)"))
    }

    private static func look(
        _ visit: Visit, _ visitor: Visitor, _ read: PolicyText, _ day: Day, _ text: String, _ id: String
    ) async throws(Refusal) -> Reply {
        let before = try await inForce(day, visit, visitor)
        let difference = PolicyDifference(before: before, after: read.policy, visit: visit)
        let title = visit.say("看一遍：采用制度", "Look over: adopt a policy")
        return .page(Page(title, """
            \(visit.head(title, under: visit.say("自 \(day.text) 起施行", "in force from \(day.text)")))
            <form method="post" class="sheet">\(visit.hidden([("id", id), ("effective", day.text), ("text", text)]))\
            \(difference.html)
            <div class="foot"><button class="b main" name="go" value="send">\(visit.say("采用", "Adopt"))</button>
            <button class="b" name="go" value="edit">\(visit.say("改", "Change"))</button></div></form>
            """, place: .registers))
    }

    /// The policy that would hold on the day otherwise; nil where there is none.
    private static func inForce(_ day: Day, _ visit: Visit, _ visitor: Visitor) async throws(Refusal) -> Policy? {
        do throws(Refusal) {
            return try await visit.ask(.policy(on: day), as: visitor).policy
        } catch {
            if error.code == .policyMissing { return nil }
            throw error
        }
    }

    private static func form(_ visit: Visit, _ said: HTML, text: String, id: String, status: Int) -> Reply {
        let title = visit.say("采用新制度", "Adopt a policy")
        let back: HTML = "<a href=\"\(visit.at("/policy"))\">‹ \(visit.say("制度", "Policy"))</a>"
        return .page(Page(title, """
            \(visit.head(title, over: back))\(said)
            <form method="post" enctype="multipart/form-data" class="sheet form" novalidate>\(visit.hidden([("id", id)]))
            <div class="f"><label for="effective">\(visit.say("施行日", "First day"))</label>
            <input id="effective" name="effective" value="\(visit.form["effective"] ?? "")" placeholder="2027-01-01" \
            autocomplete="off"></div>
            <div class="f"><label for="file">\(visit.say("制度文件（YAML）", "Policy (YAML)"))</label>
            <input id="file" name="file" type="file"></div>
            <div class="f"><label for="text">\(visit.say("或贴在这里", "or paste it here"))</label>
            <textarea id="text" name="text" rows="12" class="code" spellcheck="false">\n\(text)</textarea></div>
            <div class="foot"><button class="b main" name="go" value="look">\(visit.say("看差别", "See what changes"))</button>\
            </div></form>
            """, status: status, place: .registers))
    }
}
