import Kernel

/// Writes rows as bytes (``PackedRows``).
struct RowPacker {
    private(set) var bytes: [UInt8] = []
    private var before: [Cell] = []
    private var texts: [Spelling: Int] = [:]

    mutating func put(_ row: Table.Row) {
        bytes.append(row.level.mark)
        number(row.cells.count)
        bytes.append(row.key == nil ? 0 : 1)
        if let key = row.key { put(key) }
        for (index, cell) in row.cells.enumerated() {
            if index < before.count, before[index].isSpelt(as: cell) { mark(.same) } else { put(cell) }
        }
        before = row.cells
    }

    private mutating func put(_ cell: Cell) {
        switch cell {
        case .blank: mark(.blank)
        case .text(let text): put(.text, [text])
        case .phrase(let phrase): put(.phrase, [phrase.zh, phrase.en])
        case .named(let code, let name): put(.named, [code, name.zh, name.en])
        case .list(let items):
            mark(.list)
            number(items.count)
            for item in items { for text in [item.code, item.title.zh, item.title.en] { put(text) } }
        case .link(let link): put(link)
        case .money(let amount): put(.money, amount.value)
        case .ratio(let ratio):
            put(.ratio, ratio.part)
            number(ratio.whole)
        case .count(let count): put(.count, Int64(count))
        case .day(let day): put(.day, Int64(day.number))
        case .instant(let instant): put(.instant, instant.milliseconds)
        case .duration(let milliseconds): put(.duration, milliseconds)
        case .flag(let flag): mark(flag ? .yes : .no)
        }
    }

    private mutating func put(_ link: Link) {
        switch link {
        case .job(let number): put(.job, [number.text])
        case .voucher(let number): put(.voucher, [number.text])
        case .document(let number): put(.document, [number.text])
        case .record(let seq): put(.record, Int64(seq))
        }
    }

    private mutating func put(_ kind: RowMark, _ texts: [String]) {
        mark(kind)
        for text in texts { put(text) }
    }

    private mutating func put(_ kind: RowMark, _ value: Int64) {
        mark(kind)
        number(value)
    }

    private mutating func mark(_ mark: RowMark) { bytes.append(mark.rawValue) }

    /// A text that is new: 0, its length, its bytes; or the number of one that was met.
    private mutating func put(_ text: String) {
        let spelling = Spelling(text: text)
        if let known = texts[spelling] { return number(known) }
        texts[spelling] = texts.count + 1
        number(0)
        number(text.utf8.count)
        bytes += text.utf8
    }

    private mutating func number(_ value: Int) { number(Int64(value)) }

    /// Small ones, of either sign, in few bytes.
    private mutating func number(_ value: Int64) {
        var rest = UInt64(bitPattern: (value << 1) ^ (value >> 63))
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }
}

/// A text by its bytes: what is put back must be what was put in, also where two texts are only canonically
/// equivalent.
private struct Spelling: Hashable {
    let text: String

    static func == (a: Spelling, b: Spelling) -> Bool { a.text.sameBytes(as: b.text) }
    func hash(into hasher: inout Hasher) { text.hashBytes(into: &hasher) }
}

extension Cell {
    /// Whether it is the same value in the same bytes.
    fileprivate func isSpelt(as other: Cell) -> Bool {
        switch self {
        case .text(let own): if case .text(let text) = other { own.sameBytes(as: text) } else { false }
        case .phrase(let own): if case .phrase(let phrase) = other { own.isSpelt(as: phrase) } else { false }
        case .named(let own, let name):
            if case .named(let code, let title) = other { own.sameBytes(as: code) && name.isSpelt(as: title) } else { false }
        // Seldom: they are not compared.
        case .list: false
        case .blank, .link, .money, .ratio, .count, .day, .instant, .duration, .flag: self == other
        }
    }
}

extension Phrase {
    fileprivate func isSpelt(as other: Phrase) -> Bool { zh.sameBytes(as: other.zh) && en.sameBytes(as: other.en) }
}

extension Table.Level {
    fileprivate var mark: UInt8 {
        switch self {
        case .detail: 0
        case .subtotal: 1
        case .total: 2
        }
    }
}
