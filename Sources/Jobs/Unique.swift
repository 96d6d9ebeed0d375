package import Kernel

/// A value that may be used once in a street. Numbers that people copy from paper are compared folded
/// (design §9).
package struct Unique: Hashable, Sendable {
    package enum Kind: String, Sendable, CaseIterable {
        case ref, payment, invoice, creditCode, receipt, agreement
        /// The number of a grant's document (指标文号).
        case document
        /// The number under which the bank booked what only it knows.
        case bankEntry
        /// Whose owner is the line's id.
        case statementLine
        /// An import of a statement that was voided, by its record; the owner is the record that did it.
        case voided
        /// A place and category; its owner is the job that was settled there last. The one kind that passes
        /// on.
        case place
    }

    package let kind: Kind
    package let value: String

    private init(_ kind: Kind, _ value: String) {
        self.kind = kind
        self.value = value
    }

    package static func == (a: Unique, b: Unique) -> Bool { a.kind == b.kind && a.value.sameBytes(as: b.value) }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(kind)
        value.hashBytes(into: &hasher)
    }

    /// The outside number of a job, to the letter: it names the job in commands.
    package static func ref(_ ref: Label) -> Unique { Unique(.ref, ref.text) }
    /// A payment's number is one transfer, however it is written (design §12).
    package static func payment(_ number: Label) -> Unique { Unique(.payment, number.text.folded) }
    package static func receipt(_ number: Label) -> Unique { Unique(.receipt, number.text.folded) }
    package static func document(_ number: Label) -> Unique { Unique(.document, number.text.folded) }
    package static func bankEntry(_ number: Label) -> Unique { Unique(.bankEntry, number.text.folded) }
    package static func creditCode(_ code: CreditCode) -> Unique { Unique(.creditCode, code.text) }

    /// An invoice number is used once per seller, ever (design §6).
    package static func invoice(_ number: Label, seller: Code) -> Unique {
        Unique(.invoice, seller.text + "/" + number.text.folded)
    }

    /// The number of a rate agreement is used once per contractor.
    package static func agreement(_ number: Code, contractor: Code) -> Unique {
        Unique(.agreement, contractor.text + "/" + number.text)
    }

    /// The key of a line of a statement, in its account.
    package static func statementLine(_ key: String) -> Unique { Unique(.statementLine, key) }

    /// An import is voided once.
    package static func voided(_ record: Int) -> Unique { Unique(.voided, String(record)) }

    package static func place(_ scope: JobScope) -> Unique {
        Unique(.place, scope.category.text + "/" + scope.address.text.folded)
    }

    /// As it was stored. Throws `store.damaged` for a kind that no version knows.
    package static func stored(_ kind: String, _ value: String) throws(Refusal) -> Unique {
        guard let kind = Kind(rawValue: kind) else { throw Refusal(.storeDamaged, ["detail": "taken.kind"]) }
        return Unique(kind, value)
    }
}
