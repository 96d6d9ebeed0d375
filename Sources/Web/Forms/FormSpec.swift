import Jobs
import Kernel

/// A field of a command's form: from it come the HTML, the reading of what was typed, and the test that the
/// command itself knows no other fields.
struct Field: Sendable {
    enum Kind: Sendable {
        /// One line, several lines, a code.
        case label, prose, code
        /// A code of so many digits.
        case digits(Int)
        case money, signedMoney, quantity, percent, count, day, coordinate
        /// One of a few, as a text of the form; of a list that the street keeps.
        case choice([Choice])
        case from(any KeyPath<FormLists, [Choice]> & Sendable)
        /// Yes or no, which must be said; a box that is ticked or not.
        case yesNo(yes: Phrase, no: Phrase)
        case tick
        /// Several of a list.
        case several([Choice])
        /// Names of people, at least so many.
        case people(Int)
        /// Rows of priced lines; their amounts may be negative.
        case lines(signed: Bool)
        /// A row for each line of the claim.
        case reviewed
        /// Rows of cells: agreed prices, vehicles, wishes for money.
        case rows([Column])
        /// Photos that were sent, and the ways to send more.
        case photos
        /// Some of the photos that the job at hand has.
        case jobPhotos
    }

    /// A cell of each row.
    struct Column: Sendable {
        enum Kind: Sendable {
            case label, money, signedMoney, percent, count
            case from(any KeyPath<FormLists, [Choice]> & Sendable)
        }

        let name: String
        let title: Phrase
        let kind: Kind
        let isOptional: Bool

        init(_ name: String, _ zh: String, _ en: String, _ kind: Kind, optional: Bool = false) {
            (self.name, title, self.kind, isOptional) = (name, Phrase(zh, en), kind, optional)
        }

        /// Typed on a number pad, shown on the right.
        var isNumber: Bool {
            switch kind {
            case .money, .signedMoney, .percent, .count: true
            case .label, .from: false
            }
        }
    }

    struct Choice: Sendable, Equatable {
        let value: String
        let title: Phrase

        init(_ value: String, _ title: Phrase) { (self.value, self.title) = (value, title) }
    }

    /// Its place in the command's `with`: `site.address`.
    let name: String
    let title: Phrase
    let kind: Kind
    let isOptional: Bool
    let hint: Phrase?

    init(_ name: String, _ zh: String, _ en: String, _ kind: Kind, optional: Bool = false, hint: Phrase? = nil) {
        (self.name, self.title, self.kind) = (name, Phrase(zh, en), kind)
        (isOptional, self.hint) = (optional, hint)
    }
}

/// The form of one command.
struct FormSpec: Sendable {
    /// The command: `job.sign`.
    let does: String
    let title: Phrase
    let fields: [Field]
    /// Whether what will be recorded is looked over before it is sent.
    var isLookedOver = false
    /// Members of the command that no page asks for yet.
    var left: Set<String> = []

    /// Whether files come with it.
    var takesPhotos: Bool { fields.contains { if case .photos = $0.kind { true } else { false } } }

    /// Whether it offers photos that the job has.
    var showsPhotos: Bool { fields.contains { if case .jobPhotos = $0.kind { true } else { false } } }

    init(_ does: String, _ title: Phrase, lookOver: Bool = false, left: Set<String> = [], _ fields: [Field]) {
        (self.does, self.title, self.fields) = (does, title, fields)
        (isLookedOver, self.left) = (lookOver, left)
    }
}

/// The lists of a street from which fields choose.
struct FormLists: Sendable {
    var categories: [Field.Choice] = []
    var hazards: [Field.Choice] = []
    var sources: [Field.Choice] = []
    var contractors: [Field.Choice] = []
    var estates: [Field.Choice] = []
    var users: [Field.Choice] = []
    var visitors: [Field.Choice] = []
    var appropriations: [Field.Choice] = []
    /// Those that this user has sent with the form at hand.
    var photos: [KeptPhoto] = []
    /// Those that the job at hand has, without papers.
    var jobPhotos: [Photo] = []
    /// Lines of the claim that is reviewed.
    var claimed: [ClaimedLine] = []
    /// What the job at hand offers: its waiting slips, its payments, its invoices.
    var slips: [Field.Choice] = []
    var payments: [Field.Choice] = []
    var invoices: [Field.Choice] = []

    /// Those of the job's photos that a form names.
    func jobPhotos(in form: Fields, _ field: Field) -> [Photo] {
        let named = form.all(field.name)
        return jobPhotos.filter { named.contains($0.hash.text) }
    }
}

/// A line of a claim as its reviewer sees it.
struct ClaimedLine: Sendable {
    let item: String
    let terms: String
    let amount: Fen
    /// The price that it exceeds.
    let limit: Fen?
}
