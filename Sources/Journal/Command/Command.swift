package import Kernel

/// A request to change something: who, when, what. Every way in builds one of these (design §1, §5).
package struct Command: Sendable, Equatable {
    package let id: Code
    package let org: Code
    package let by: Code
    /// When it happened; nil means now.
    package let at: Instant?
    /// The number of the record that its maker looked at; nil when that was not said.
    package let seen: Int?
    package let action: Action
    /// The envelope as it is kept in the journal: in canonical form, with the caller replaced by a mark.
    /// Two commands with one id are the same command when their contents are equal.
    package let content: JSON

    /// Reads an envelope whose caller was already replaced (see ``CallerVault``). Throws what makes it
    /// unreadable (``RefusalCode/isOfForm``).
    package init(_ envelope: JSON) throws(Refusal) {
        let head = try envelope.decode(Envelope.self)
        guard let does = envelope["do"]?.string else { throw Refusal(.inputMissingField, ["field": "do"]) }
        guard let with = envelope["with"] else { throw Refusal(.inputMissingField, ["field": "with"]) }
        id = head.id
        org = head.org
        by = head.by
        at = head.at
        seen = head.seen
        action = try Self.action(does, with)
        content = envelope.canonical
    }

    /// A value that a rule refuses, and no reader: the command is well-formed, and its refusal is an answer
    /// like any other.
    private static func action(_ does: String, _ with: JSON) throws(Refusal) -> Action {
        do throws(Refusal) {
            return try Action(do: does, with: with)
        } catch {
            if error.code.isOfForm { throw error }
            return .unfit(error)
        }
    }

    /// What the command asks for, `job.sign`.
    package var does: String { content["do"]?.string ?? "" }

    /// The members that every command has; `with` is read by its own form.
    private struct Envelope: Decodable {
        let id: Code
        let org: Code
        let by: Code
        let at: Instant?
        let seen: Int?

        enum CodingKeys: String, CodingKey {
            case id, org, by, at, seen
            case does = "do"
            case with
        }

        init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            id = try container.decode(Code.self, forKey: .id)
            org = try container.decode(Code.self, forKey: .org)
            by = try container.decode(Code.self, forKey: .by)
            at = try container.decodeIfPresent(Instant.self, forKey: .at)
            seen = try container.decodeIfPresent(Int.self, forKey: .seen)
            _ = try container.decode(String.self, forKey: .does)
        }
    }

    /// The path of the first field in which two contents differ, in the order of names: `with.amount`.
    package static func difference(_ a: JSON, _ b: JSON, at path: String = "") -> String? {
        let child = { (name: String) in path.isEmpty ? name : path + "." + name }
        switch (a, b) {
        case (.object(let left), .object(let right)):
            let names = Set(left.map(\.name) + right.map(\.name)).sorted()
            for name in names {
                guard let mine = a[name], let theirs = b[name] else { return child(name) }
                if let found = difference(mine, theirs, at: child(name)) { return found }
            }
            return nil
        case (.array(let left), .array(let right)) where left.count == right.count:
            for index in left.indices {
                if let found = difference(left[index], right[index], at: child(String(index))) { return found }
            }
            return nil
        case _: return a == b ? nil : path
        }
    }
}
