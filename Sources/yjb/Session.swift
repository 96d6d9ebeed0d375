import Desk
import Glibc
import Journal
import Kernel
import Ledger
import Seal

/// An open database with its key and its clock, and who acts on which street.
struct Session {
    let desk: Desk
    let options: Options

    /// Opens what the options name, and closes it when the work is done, so that the database is one whole
    /// file again.
    static func with<T>(
        _ options: Options, readOnly: Bool = false, _ work: (Session) async throws(Refusal) -> T
    ) async throws(Refusal) -> T {
        // What a user is refused is written down.
        let session = try open(options, readOnly: readOnly && options.asksAsOwner)
        return try await session.desk.closing { () async throws(Refusal) in try await work(session) }
    }

    /// Throws `store.…`, `key.invalid`, `setting.…`.
    private static func open(_ options: Options, readOnly: Bool = false) throws(Refusal) -> Session {
        let place = try options.place()
        let database = try place.open(readOnly: readOnly)
        let keys = KeyRing(place.keys)
        // Whoever only reads may be an auditor, who has no right to the key.
        if !readOnly { try keys.check() }
        return Session(desk: Desk(database, keys: keys, clock: try clock()), options: options)
    }

    /// `YJB_NOW`, or the system's time at each command. Throws `setting.invalid`.
    static func clock() throws(Refusal) -> @Sendable () -> Clock {
        guard let text = Console.environment("YJB_NOW") else { return { .system(systemNow()) } }
        do {
            let instant = try Instant(text)
            return { .fixed(instant) }
        } catch {
            throw Refusal(.settingInvalid, ["setting": "YJB_NOW", "value": text.excerpt, "expected": "RFC 3339"])
        }
    }

    private static func systemNow() -> Instant {
        var now = timespec()
        clock_gettime(CLOCK_REALTIME, &now)
        return Instant(milliseconds: Int64(now.tv_sec) * 1000 + Int64(now.tv_nsec) / 1_000_000)
    }

    /// The street named, or the only one there is. Throws `setting.missing`, `org.unknown`.
    func org() async throws(Refusal) -> Code {
        if let named = options.org ?? Console.environment("YJB_ORG") { return try Code(named) }
        let streets = try await desk.streets().map(\.code)
        guard streets.count == 1 else {
            throw Refusal(.settingMissing, ["option": "--org CODE"])
                .adding("setting", "org", Phrase("街道", "the street"))
        }
        return streets[0]
    }

    /// Asks the street as whoever the options name.
    func ask<Answer>(_ question: Question<Answer>) async throws(Refusal) -> Answer {
        try await desk.ask(question, of: try await org(), as: try options.reader())
    }

    /// Executes one command of the user's: `with` is the form. Throws `store.…`; a rule's no is an answer.
    func execute(
        _ does: String, _ with: JSON, id: String? = nil, at: String? = nil, seen: Int? = nil
    ) async throws(Refusal) -> Answer {
        let answers = try await desk.execute([try await order(does, with, id: id, at: at, seen: seen)])
        return answers[0]
    }

    /// One command of the user's, to be executed. Throws `setting.missing`.
    func order(
        _ does: String, _ with: JSON, id: String? = nil, at: String? = nil, seen: Int? = nil
    ) async throws(Refusal) -> Desk.Intake {
        desk.read(JSON.members([
            "id": .string(id ?? Self.newID()), "org": .string(try await org().text),
            "by": .string(try options.actor()), "at": at.map { .string($0) },
            "seen": seen.map { .int($0) }, "do": .string(does), "with": with,
        ]))
    }

    /// An id for a command typed by hand: 64 random bits are not met twice.
    static func newID() -> String {
        "cli-" + Hex.encode((0..<8).map { _ in UInt8.random(in: 0...255) })
    }

    /// Writes an answer to stdout, or a refusal to stderr (with JSON to both), and gives the exit code.
    func show(_ answer: Answer, _ language: Language) throws(Refusal) -> Int32 {
        if options.json { try Console.out(answer.json(language).text + "\n") }
        switch answer {
        case .refused(_, let refusal):
            Console.message(refusal.atTerminal.line(language))
            return Exit.code(of: refusal)
        case .done(_, let seq, let job, let vouchers, let from):
            if options.json { return Exit.done }
            let parts = [
                Phrase("记录 \(seq)", "record \(seq)"), job.map { Phrase("工单 \($0.text)", "job \($0.text)") },
                vouchers.first.map { Phrase("凭证 \($0.text)", "voucher \($0.text)") },
            ] + from.map { move in
                let words = "\(move.appropriation.text) \(move.change.fen.grouped)"
                return Phrase(words + " 元", words)
            }
            let list = parts.compactMap { $0?(language) }.joined(separator: language == .zh ? "，" : ", ")
            try Console.out((language == .zh ? "完成：" : "Done: ") + list + "\n")
            return Exit.done
        }
    }
}
