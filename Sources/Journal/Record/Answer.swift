package import Kernel
package import Ledger

/// What a command is answered.
package enum Answer: Equatable, Sendable {
    /// `from` says which appropriations carry what a step held, and what it changed there.
    case done(id: Code, seq: Int, job: Code?, vouchers: [Code], from: [Move] = [])
    /// The id is nil when the command could not be read that far.
    case refused(id: String?, Refusal)

    package var refusal: Refusal? {
        if case .refused(_, let refusal) = self { refusal } else { nil }
    }

    /// `{"id":…,"ok":true,"seq":…,"job":…,"voucher":…}` or
    /// `{"id":…,"ok":false,"refusal":…,"message":…,"facts":{…}}`.
    package func json(_ language: Language) -> JSON {
        switch self {
        case .done(let id, let seq, let job, let vouchers, let from):
            .members([
                "id": .string(id.text), "ok": .bool(true), "seq": .int(seq), "job": job.map { .string($0.text) },
                "voucher": vouchers.first.map { .string($0.text) }, "from": from.isEmpty ? nil : .array(from.map(json)),
            ])
        case .refused(let id, let refusal):
            .members([
                "id": id.map { .string($0) } ?? .null, "ok": .bool(false), "refusal": .string(refusal.code.rawValue),
                "message": .string(refusal.message(language)),
                "facts": .object(refusal.facts.map { JSON.Member($0.name, .string($0.value)) }),
            ])
        }
    }

    private func json(_ move: Move) -> JSON {
        .members(["appropriation": .string(move.appropriation.text), "amount": .string(move.change.fen.yuan)])
    }
}
