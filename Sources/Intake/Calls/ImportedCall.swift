package import Kernel

/// What the call centre itself says about a call's timeliness.
package enum CallLabel: String, Sendable, Decodable {
    case onTime, late
}

/// A call of an export, in our values: what `job.call` needs, and what the export knows of its outcome.
package struct ImportedCall: Sendable, Equatable {
    package struct Caller: Sendable, Equatable {
        package let name: Label?
        package let phone: Label?
        package let confidential: Bool

        package init(name: Label?, phone: Label?, confidential: Bool) {
            self.name = name
            self.phone = phone
            self.confidential = confidential
        }
    }

    /// Degrees as decimal text, cut to six decimals (0.1 m).
    package struct Position: Sendable, Equatable {
        package let lat: String
        package let lon: String

        package init(lat: String, lon: String) {
            self.lat = lat
            self.lon = lon
        }
    }

    package let ref: Code
    package let at: Instant
    package let channel: Code
    package let category: Code
    package let description: Prose
    package let address: Label
    package let community: Label?
    package let estate: Code?
    package let position: Position?
    package let caller: Caller?
    /// When the call was to be settled, by the call centre's own rule.
    package let target: Instant?
    package let closed: Instant?
    package let label: CallLabel?
    /// The line of the file, from 1.
    package let line: Int
}
