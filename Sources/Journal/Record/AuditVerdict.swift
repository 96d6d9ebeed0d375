package import Jobs
package import Kernel

/// What a clean street was found to be.
package struct AuditVerdict: Equatable, Sendable {
    package let records: Int
    package let lines: Int
    /// Hash of the last record.
    package let head: String
    /// Rows of projections compared.
    package let rows: Int

    package init(records: Int, lines: Int, head: String, rows: Int) {
        self.records = records
        self.lines = lines
        self.head = head
        self.rows = rows
    }
}

/// What a chain without a break was found to be.
package struct ChainVerdict: Equatable, Sendable {
    package let records: Int
    /// Hash of the last record.
    package let head: String

    package init(records: Int, head: String) {
        self.records = records
        self.head = head
    }
}

/// A street that was found to be clean.
package struct CleanStreet: Sendable {
    package let org: Code
    package let verdict: AuditVerdict
    /// The photos that its records name, by hash.
    package let photos: [Photo]

    package init(org: Code, verdict: AuditVerdict, photos: [Photo]) {
        self.org = org
        self.verdict = verdict
        self.photos = photos
    }
}

/// A record that somebody noted before: a report's stamp, whole or as much of its hash as a person
/// copies.
package struct Anchor: Sendable {
    /// So few digits are not met by chance.
    package static let fewestDigits = 8

    package let seq: Int
    package let hash: String

    /// `57:9f2c8a01…`; nil for anything else, and for fewer than eight digits.
    package init?(_ text: String) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, let seq = Int(parts[0]), seq > 0 else { return nil }
        let hash = parts[1].lowercased()
        guard (Self.fewestDigits...64).contains(hash.utf8.count),
              hash.utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }) else { return nil }
        self.seq = seq
        self.hash = hash
    }
}
