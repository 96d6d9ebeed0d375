package import Kernel

/// A file that belongs to a step: named by the SHA-256 of its bytes; the journal holds no picture.
package struct Photo: Hashable, Sendable, Codable {
    /// 64 lower-case hexadecimal digits: it becomes the name of a file.
    package let hash: Code
    /// A media type, `image/jpeg`.
    package let type: Label
    /// Bytes, at least one.
    package let size: Int
    /// What the picture said of itself before that was taken out of it: when, and where.
    package let takenAt: Instant?
    package let lat: Coordinate?
    package let lon: Coordinate?

    package init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        try self.init(
            hash: fields.decode(Code.self, forKey: .hash), type: fields.decode(Label.self, forKey: .type),
            size: fields.decode(Int.self, forKey: .size),
            takenAt: fields.decodeIfPresent(Instant.self, forKey: .takenAt),
            lat: fields.decodeIfPresent(Coordinate.self, forKey: .lat),
            lon: fields.decodeIfPresent(Coordinate.self, forKey: .lon))
    }

    /// Throws `input.value`.
    package init(
        hash: Code, type: Label, size: Int, takenAt: Instant? = nil, lat: Coordinate? = nil, lon: Coordinate? = nil
    ) throws(Refusal) {
        (self.hash, self.type, self.size) = (hash, type, size)
        (self.takenAt, self.lat, self.lon) = (takenAt, lat, lon)
        let isDigest = hash.text.utf8.count == 64 && hash.text.utf8.allSatisfy {
            (0x30...0x39).contains($0) || (0x61...0x66).contains($0)
        }
        guard isDigest, size > 0 else {
            throw Refusal(.inputValue, [
                "value": hash.text.excerpt, "expected": "SHA-256 (64 hex digits), size > 0 · 64 位十六进制，大小大于 0",
            ])
        }
    }
}

package struct Site: Hashable, Sendable, Codable {
    package let address: Label
    package let community: Label?
    package let estate: Code?
    package let tenure: Tenure?
    package let lat: Coordinate?
    package let lon: Coordinate?
}

/// Who called, as given. It never enters the journal: the record holds a ``CallerMark`` instead.
package struct Caller: Hashable, Sendable, Codable {
    package let name: Label?
    package let phone: Label?
    package let confidential: Bool?
    /// Whether the caller wants to hear how the job goes on; nil where nobody asked.
    package let notify: Bool?
}

/// What the journal keeps of a caller: keyed digests, enough to recognise a repeated command and a repeated
/// caller, useless without the key (design §10).
package struct CallerMark: Hashable, Sendable, Codable {
    package let digest: Code
    /// Of the phone alone.
    package let phone: Code?
    package let confidential: Bool?
    /// No notice is sent against it.
    package let notify: Bool?

    package init(digest: Code, phone: Code?, confidential: Bool?, notify: Bool? = nil) {
        self.digest = digest
        self.phone = phone
        self.confidential = confidential
        self.notify = notify
    }
}

/// What another system said about a call that was imported from it: its own target and closing time, and
/// its own verdict. Facts to report on, not steps of ours.
package struct OutsideFacts: Hashable, Sendable, Codable {
    package enum Label: String, Sendable, Codable { case onTime, late }

    package let target: Instant?
    package let closed: Instant?
    package let label: Label?
}

package struct AcceptForm: Hashable, Sendable, Codable {
    package let tenure: Tenure
    package let estate: Code?
    package let category: Code?
    package let urgency: Urgency
    package let hazard: Code?
    /// Why the common part of a transferred estate counts as nobody's.
    package let reason: Prose?
}

/// What was said at the call or at acceptance and was wrong, or has changed; what is left out stays.
package struct RegradeForm: Hashable, Sendable, Codable {
    package let urgency: Urgency?
    package let category: Code?
    package let hazard: Code?
    package let tenure: Tenure?
    package let estate: Code?
    package let address: Label?
    package let community: Label?
    package let reason: Prose
}

/// Where a job belongs: what decides its deadlines and which money may pay for it.
package struct JobScope: Hashable, Sendable, Codable {
    package let category: Code
    package let tenure: Tenure?
    package let estate: Code?
    package let urgency: Urgency?
    package let hazard: Code?
    package let address: Label
    package let community: Label?
}

/// A close by the leader's word says why.
package struct CloseForm: Hashable, Sendable, Codable {
    package let reason: Prose?
}

package struct ReasonForm: Hashable, Sendable, Codable {
    package let reason: Prose
}

package struct TransferForm: Hashable, Sendable, Codable {
    package let unit: Label
    package let reason: Prose
}

package struct MergeForm: Hashable, Sendable, Codable {
    package let into: JobName
    package let reason: Prose?
}

package struct SuspendForm: Hashable, Sendable, Codable {
    package let until: Day
    package let reason: Prose
}

package struct NoteForm: Hashable, Sendable, Codable {
    package let text: Prose
    package let photos: [Photo]?
}

/// A form without fields.
package struct EmptyForm: Hashable, Sendable, Codable {
    private enum CodingKeys: CodingKey {}
    package init() {}
    package init(from decoder: any Decoder) throws { _ = try decoder.container(keyedBy: CodingKeys.self) }
}
