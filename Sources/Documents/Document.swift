package import Kernel

/// Whatever can be printed, as data: what it is about, its sections, what it proves, who signs it, and what
/// it was computed from. Phrases throughout, no language inside; nothing here knows how it will look, and
/// nothing knows a street.
package struct Document: Sendable, Equatable {
    package enum Orientation: Sendable {
        case portrait, landscape
    }

    /// The name for programs: `utilisation`, `job`, `settlement`.
    package let name: String
    package var title: Phrase
    /// Under the title: the street, the year, the day it is taken at.
    package var facts: [Pair]
    package var sections: [Section]
    /// What it proves.
    package var checks: [Check] = []
    package var notes: [Phrase] = []
    package var signatures: [Signature] = []
    /// One, or one for each street; none where it says so itself, as a record does.
    package var stamps: [Stamp] = []
    /// A practice street: every rendering says ``practice``, and it is said here once.
    package let sandbox: Bool
    package var orientation = Orientation.portrait
    /// The moment that it speaks of: files carry it as the time of their making, so that the same question
    /// gives the same bytes whenever it is asked. Nil: what its facts or signatures say (``moment``).
    package var asOf: Instant?
    /// Set for a paper that is filled in, signed and filed.
    package var form: Form?

    package init(name: String, title: Phrase, facts: [Pair], sections: [Section], sandbox: Bool) {
        self.name = name
        self.title = title
        self.facts = facts
        self.sections = sections
        self.sandbox = sandbox
    }

    /// Whether all that it proves is so; where it is not, the command that prints it ends with 1.
    package var holds: Bool { checks.allSatisfy(\.holds) }

    /// When it is dated: ``asOf``, or the end of the day that a fact of this name tells, or the last day that
    /// somebody signed; nil where it speaks of no time.
    package var moment: Instant? {
        if let asOf { return asOf }
        for fact in facts where fact.key == "asOf" {
            if case .day(let day) = fact.value { return Instant(day) }
            if case .instant(let instant) = fact.value { return instant }
        }
        return signatures.compactMap(\.day).max().map { Instant($0) }
    }

    /// In the order in which they are printed.
    package var tables: [Table] {
        sections.flatMap { section in
            section.parts.compactMap { if case .table(let table) = $0 { table } else { nil } }
        }
    }

    /// The words that mark a practice street on every rendering.
    package static let practice = Phrase("演练账套", "PRACTICE LEDGER 演练账套")
}

/// What makes a document a form of an office: a paper with a number, ruled boxes and places to sign.
package struct Form: Sendable, Equatable {
    package enum Size: Sendable {
        case a4
        /// A quarter of it: a slip to take along.
        case a6
    }

    /// Who issues it, above the title.
    package let office: Phrase
    /// What it is filed under, in words and as a square code.
    package let number: String
    package var size = Size.a4

    package init(office: Phrase, number: String, size: Size = .a4) {
        self.office = office
        self.number = number
        self.size = size
    }
}

/// A part of a document under a heading of its own, or without one.
package struct Section: Sendable, Equatable {
    package enum Part: Sendable, Equatable {
        case pairs([Pair])
        case table(Table)
        case chart(Chart)
        case timeline([Happening])
        case list([Phrase])
        /// Words with their own line breaks.
        case text(Phrase)
    }

    package let heading: Phrase?
    package let parts: [Part]

    package init(_ heading: Phrase? = nil, _ parts: [Part]) {
        self.heading = heading
        self.parts = parts
    }
}

/// What happened when.
package struct Happening: Sendable, Equatable {
    package let at: Instant
    package let text: Phrase
    /// The record that says so.
    package let record: Int

    package init(_ at: Instant, _ text: Phrase, record: Int) {
        self.at = at
        self.text = text
        self.record = record
    }
}

/// Something that a document proves: what must stand there, and what does.
package struct Check: Sendable, Equatable {
    /// The name for programs.
    package let key: String
    package let title: Phrase
    package let expected: Cell
    package let found: Cell

    package init(_ key: String, _ title: Phrase, expected: Cell, found: Cell) {
        self.key = key
        self.title = title
        self.expected = expected
        self.found = found
    }

    package var holds: Bool { expected == found }
}

/// A line for a name under a paper: who signs as what, and by what record it is known already.
package struct Signature: Sendable, Equatable {
    package let title: Phrase
    /// Who it is, where that is known.
    package let name: String?
    package let day: Day?
    /// The record by which it is known already.
    package let record: Int?

    package init(_ title: Phrase, name: String? = nil, day: Day? = nil, record: Int? = nil) {
        self.title = title
        self.name = name
        self.day = day
        self.record = record
    }
}

/// The record that a document was computed up to, so that anyone can ask the same question again.
package struct Stamp: Sendable, Equatable {
    /// The street, in a document over several.
    package let org: Code?
    package let seq: Int
    package let hash: String

    package init(_ org: Code? = nil, seq: Int, hash: String) {
        self.org = org
        self.seq = seq
        self.hash = hash
    }
}
