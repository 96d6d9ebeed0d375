package import Kernel

/// One value of a document, typed: a writer decides how it looks.
package enum Cell: Sendable, Equatable {
    case blank
    case text(String)
    case phrase(Phrase)
    /// A code with its name: people read the name, JSON and CSV carry the code (nothing where it is empty).
    case named(String, Phrase)
    /// Several codes with their names, for a column that may hold any number.
    case list([Named])
    /// The number of a thing that has a page of its own.
    case link(Link)
    /// In yuan.
    case money(Fen)
    /// In percent.
    case ratio(Ratio)
    case count(Int)
    case day(Day)
    case instant(Instant)
    /// A length of time in milliseconds.
    case duration(Int64)
    case flag(Bool)

    package struct Named: Sendable, Equatable {
        package let code: String
        package let title: Phrase

        package init(_ code: String, _ title: Phrase) {
            self.code = code
            self.title = title
        }
    }
}

/// What a cell leads to: its number is what is shown, and a page may make it something to press.
package enum Link: Sendable, Equatable {
    case job(Code)
    case voucher(Code)
    case record(Int)
    /// A paper by its number: a settlement sheet.
    case document(Code)

    package var text: String {
        switch self {
        case .job(let number), .voucher(let number), .document(let number): number.text
        case .record(let seq): String(seq)
        }
    }

    /// What kind of thing it is, as a name for programs.
    package var kind: String {
        switch self {
        case .job: "job"
        case .voucher: "voucher"
        case .record: "record"
        case .document: "document"
        }
    }
}

extension Cell {
    /// The number of a job, or nothing where there is none; of a voucher, a paper, a record likewise.
    package static func job(_ number: Code?) -> Cell { number.map { .link(.job($0)) } ?? .blank }
    package static func voucher(_ number: Code?) -> Cell { number.map { .link(.voucher($0)) } ?? .blank }
    package static func document(_ number: Code?) -> Cell { number.map { .link(.document($0)) } ?? .blank }
    package static func record(_ seq: Int?) -> Cell { seq.map { .link(.record($0)) } ?? .blank }

    /// A text, or nothing where there is none.
    package static func text(_ text: String?) -> Cell { text.map { .text($0) } ?? .blank }
    /// An amount, or nothing where there is none.
    package static func money(_ amount: Fen?) -> Cell { amount.map { .money($0) } ?? .blank }
    package static func phrase(_ phrase: Phrase?) -> Cell { phrase.map { .phrase($0) } ?? .blank }
    package static func day(_ day: Day?) -> Cell { day.map { .day($0) } ?? .blank }
}

/// A labelled value: a line under a title, a line of a form.
package struct Pair: Sendable, Equatable {
    /// The name for programs.
    package let key: String
    package let title: Phrase
    package let value: Cell
    /// On a form: how much room its box takes.
    package var room = Room.half

    package enum Room: Sendable {
        /// Beside another.
        case half
        /// A line of its own: an address, an opinion.
        case line
        /// The box of an amount: in capital figures and in digits. Its value is money.
        case amount
    }

    package init(_ key: String, _ title: Phrase, _ value: Cell) {
        self.key = key
        self.title = title
        self.value = value
    }

    /// A pair of a page that people read: its English label is its key.
    package init(_ zh: String, _ en: String, _ value: Cell) { self.init(en, Phrase(zh, en), value) }

    /// The pairs of a form as their boxes stand: what is alone in its line takes all of it. Those without a
    /// value are left out.
    package static func boxes(_ pairs: [Pair]) -> [Pair] {
        var boxes = pairs.filter { $0.value != .blank }
        var index = 0
        while index < boxes.count {
            guard boxes[index].room == .half else { index += 1; continue }
            if index + 1 < boxes.count, boxes[index + 1].room == .half {
                index += 2
            } else {
                boxes[index].room = .line
                index += 1
            }
        }
        return boxes
    }

    /// The same with more room on a form.
    package func taking(_ room: Room) -> Pair {
        var pair = self
        pair.room = room
        return pair
    }
}
