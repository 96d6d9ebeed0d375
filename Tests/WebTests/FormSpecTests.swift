import Jobs
import Journal
import Kernel
import Testing
@testable import Web

/// The forms of the pages and the forms of the commands cannot drift apart: each spec is turned into the fullest form it can
/// ask for, which the command must read, and each of its fields is taken away, which the command must refuse or not as the spec says.
struct FormSpecTests {
    /// A value that the command takes for a field of that kind.
    private static func sample(_ field: Field) -> JSON? {
        switch field.kind {
        case .label, .prose: field.name == "job" ? nil : .string(field.name == "into" ? "2026-0002" : "字")
        case .code: .string(field.name == "creditCode" ? "91320199MA1EXMPL1J" : "c1")
        case .money, .signedMoney: .string("12.50")
        case .quantity, .percent: .string("3")
        case .digits(let count): .string(String(repeating: "2", count: count))
        case .count: .int(3)
        case .day: .string("2026-03-05")
        case .coordinate: .string("32.0415")
        case .choice(let choices), .several(let choices):
            if case .several = field.kind { .array([.string(choices[0].value)]) } else { .string(choices[0].value) }
        case .from(let list): list == \FormLists.slips ? .int(1) : .string("c1")
        case .yesNo, .tick: .bool(true)
        case .people: .array([.string("甲"), .string("乙")])
        case .lines:
            .array([.members(["kind": .string("other"), "item": .string("字"), "quantity": .string("2"), "unit": .string("项"), "unitPrice": .string("3.00")])])
        case .reviewed: .array([.members(["line": .int(1), "approved": .string("3.00"), "reason": .string("字")])])
        case .photos, .jobPhotos: .array([.members(["hash": .string(String(repeating: "a", count: 64)), "type": .string("image/jpeg"), "size": .int(1)])])
        case .rows(let columns): .array([.object(columns.map { .init($0.name, sample($0)) })])
        }
    }

    private static func sample(_ column: Field.Column) -> JSON {
        switch column.kind {
        case .label: .string("字")
        case .money, .signedMoney: .string("12.50")
        case .percent: .string("3")
        case .count: .int(3)
        case .from: .string("c1")
        }
    }

    /// The `with` of all fields but some, and what a field within another one takes away with it.
    private static func with(_ spec: FormSpec, without left: Set<String> = []) -> JSON {
        var members: [JSON.Member] = []
        for field in spec.fields where !left.contains(field.name) {
            guard let value = sample(field) else { continue }
            members = put(value, at: field.name.split(separator: ".").map(String.init)[...], into: members)
        }
        if Verb(does: spec.does) != nil, spec.does != "job.call" { members.insert(.init("job", .string("2026-0001")), at: 0) }
        return .object(members)
    }

    private static func put(_ value: JSON, at path: ArraySlice<String>, into members: [JSON.Member]) -> [JSON.Member] {
        guard let name = path.first else { return members }
        if path.count == 1 { return members + [.init(name, value)] }
        var (members, inner) = (members, [JSON.Member]())
        let index = members.firstIndex { $0.name == name } ?? members.endIndex
        if index == members.endIndex { members.append(.init(name, .null)) }
        if case .object(let known) = members[index].value { inner = known }
        members[index].value = .object(put(value, at: path.dropFirst(), into: inner))
        return members
    }

    private static func read(_ spec: FormSpec, _ with: JSON) -> Refusal? {
        do throws(Refusal) {
            // A caller never reaches the command: the vault takes it out first.
            let envelope = JSON.members(["do": .string(spec.does), "with": with])
            let (stored, _) = try CallerVault.take(envelope) { (text) in String(repeating: "a", count: 32) }
            _ = try Action(do: spec.does, with: stored["with"] ?? .null)
            return nil
        } catch {
            return error
        }
    }

    @Test("every step of a job has a form, and no two specs are for one command")
    func complete() {
        for verb in Verb.allCases { #expect(FormSpecs.of(verb).does == verb.does) }
        #expect(Set(FormSpecs.all.map(\.does)).count == FormSpecs.all.count)
        // Only what has no field at all may have an empty form.
        #expect(Verb.allCases.filter { FormSpecs.of($0).fields.isEmpty } == [.resume])
    }

    @Test("a command reads the fullest form of its spec", arguments: FormSpecs.all.map(\.does))
    func full(does: String) throws {
        let spec = try #require(FormSpecs.all.first { $0.does == does })
        #expect(Self.read(spec, Self.with(spec)) == nil)
    }

    @Test("what a spec calls optional may be left out, and nothing else", arguments: FormSpecs.all.map(\.does))
    func optional(does: String) throws {
        let spec = try #require(FormSpecs.all.first { $0.does == does })
        for field in spec.fields where field.kind.isOfCommand {
            let refusal = Self.read(spec, Self.with(spec, without: [field.name]))
            // Half an account, half a caller: the other half goes too.
            let pair = spec.fields.filter { $0.name != field.name && $0.name.hasPrefix(field.name.prefix { $0 != "." } + ".") && $0.isOptional }
            let both = refusal == nil ? nil : Self.read(spec, Self.with(spec, without: Set([field.name] + pair.map(\.name))))
            #expect((refusal == nil || field.isOptional && both == nil) == field.isOptional, "\(does) \(field.name): \(refusal?.code.rawValue ?? "taken")")
        }
    }

    /// The members that a form of a job has, by the names of its stored properties.
    @Test("a spec asks for every member of its form, or says which it leaves out", arguments: Verb.allCases)
    func members(verb: Verb) throws {
        let spec = FormSpecs.of(verb)
        guard case .object(let given) = Self.with(spec), verb != .call, verb != .resume else { return }
        let action = try JobAction(verb, .object(given.filter { $0.name != "job" }))
        let form = try #require(Mirror(reflecting: action).children.first?.value)
        let members = Set(Mirror(reflecting: form).children.compactMap(\.label))
        let asked = Set(spec.fields.map { String($0.name.prefix { $0 != "." }) })
        #expect(members == asked.union(spec.left), "\(members.symmetricDifference(asked.union(spec.left)).sorted())")
    }
}

extension Field.Kind {
    /// A box that is not ticked is not sent.
    fileprivate var isOfCommand: Bool { if case .tick = self { false } else { true } }
}
