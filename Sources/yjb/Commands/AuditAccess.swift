import ArgumentParser
import Desk
import Journal
import Kernel

/// Ends with 0 when every sealed day's rows are as they were sealed, and with 1 when one is not.
struct AuditAccess: AsyncParsableCommand {
    static let configuration = CommandConfiguration.bilingual(
        "access", "核对访问记录", "Compare the access log with its daily seals.", example: "yjb audit access",
        notes: "The web server seals each day that is over, as the street's user of the role machine.")

    @OptionGroup var options: Options

    func run() async throws {
        try await serving(options, readOnly: true) { (session, language) throws(Refusal) in
            let found = try await session.desk.checkAccess(of: try await session.org(), as: try options.reader())
            try Console.out(options.json ? Self.json(found).text + "\n" : Self.text(found, language))
            return found.isClean ? Exit.done : Exit.refused
        }
    }

    private static func json(_ check: AccessCheck) -> JSON {
        JSON.members([
            "org": .string(check.org.text), "unsealed": .array(check.unsealed.map { .string($0.text) }),
            "days": .array(check.days.map { day in
                JSON.members([
                    "day": .string(day.day.text), "record": .int(day.seq), "sealed": .int(day.sealed), "found": .int(day.found),
                    "verdict": .string(day.verdict.rawValue),
                ])
            }),
        ])
    }

    private static func text(_ check: AccessCheck, _ language: Language) -> String {
        var lines = check.days.filter { $0.verdict != .same }.map { day in "✗ " + verdict(day)(language) }
        let same = check.days.count - lines.count
        lines.append(Phrase(
            "\(check.org.text) 封存 \(check.days.count) 天，相符 \(same) 天，未封存 \(check.unsealed.count) 天",
            "\(check.org.text): \(check.days.count) days sealed, \(same) the same, \(check.unsealed.count) not sealed"
        )(language))
        return lines.joined(separator: "\n") + "\n"
    }

    private static func verdict(_ day: AccessDay) -> Phrase {
        let (zh, en) = ("\(day.day.text)：封存（记录 \(day.seq)）\(day.sealed) 行，现有 \(day.found) 行，",
            "\(day.day.text): \(day.sealed) rows sealed (record \(day.seq)), \(day.found) found, ")
        return switch day.verdict {
        case .same: Phrase(zh + "相符", en + "the same")
        case .changed: Phrase(zh + "内容被改", en + "changed")
        case .removed: Phrase(zh + "有行被删", en + "rows were removed")
        case .added: Phrase(zh + "有行被添", en + "rows were added")
        }
    }
}
