package import Kernel

/// What a command is answered.
package enum Answer: Equatable, Sendable {
    case done(id: Code, seq: Int, job: Code?, vouchers: [Code])
    /// The id is nil when the command could not be read that far.
    case refused(id: String?, Refusal)

    package var refusal: Refusal? {
        if case .refused(_, let refusal) = self { refusal } else { nil }
    }

    /// `{"id":…,"ok":true,"seq":…,"job":…,"voucher":…}` or `{"id":…,"ok":false,"refusal":…,"message":…,"facts":{…}}`.
    package func json(_ language: Language) -> JSON {
        switch self {
        case .done(let id, let seq, let job, let vouchers):
            .members([
                "id": .string(id.text), "ok": .bool(true), "seq": .int(seq), "job": job.map { .string($0.text) },
                "voucher": vouchers.first.map { .string($0.text) },
            ])
        case .refused(let id, let refusal):
            .members([
                "id": id.map { .string($0) } ?? .null, "ok": .bool(false), "refusal": .string(refusal.code.rawValue),
                "message": .string(refusal.message(language)),
                "facts": .object(refusal.facts.map { JSON.Member($0.name, .string($0.value)) }),
            ])
        }
    }
}
