import Desk
import Jobs
import Journal
import Kernel

extension Visitor {
    /// Whether a command of the street is this person's to give.
    func may(_ command: StreetCommand) -> Bool { command.roles.contains(where: user.has) }
}

/// What a recorded command is called.
enum CommandTitle {
    static func of(_ command: JSON) -> Phrase {
        let does = command["do"]?.string ?? ""
        return of(does) ?? Phrase(does, does)
    }

    /// nil where it is no command.
    static func of(_ does: String) -> Phrase? { Verb(does: does)?.title ?? StreetCommand(rawValue: does)?.title }
}

extension Visit {
    /// `?done=57`: what this person has just had recorded. Another's record, or none at all, says nothing.
    func done(_ visitor: Visitor) async throws(Refusal) -> HTML {
        guard let seq = query["done"].flatMap({ Int($0) }), let record = try await ask(.ownRecord(seq), as: visitor) else {
            return .empty
        }
        let what = say(CommandTitle.of(record.command)), number = say("第 \(seq) 号记录", "record \(seq)")
        let link: HTML = visitor.rights[.records] >= .all
            ? "<a href=\"\(at("/audit/records/\(seq)"))\">\(number)</a>" : "\(number)"
        return """
            <p class="say ok" role="status">✓ \(what)\(say("，已记下，", ": recorded, "))\(link)\(say("，", ", "))\
            \(record.recorded.short.suffix(5))</p>
            """
    }
}
