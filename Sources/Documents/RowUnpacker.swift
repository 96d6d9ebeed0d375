import Kernel

/// Reads what the packer wrote.
struct RowUnpacker {
    private static let levels: [Table.Level] = [.detail, .subtotal, .total]
    private let bytes: [UInt8]
    private var at = 0
    private var before: [Cell] = []
    private var texts: [String] = []

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func row() -> Table.Row? {
        guard at < bytes.count else { return nil }
        let level = Self.levels[Int(byte())]
        let count = Int(number())
        let key = byte() == 1 ? text() : nil
        var cells: [Cell] = []
        cells.reserveCapacity(count)
        for index in 0..<count { cells.append(cell(index)) }
        before = cells
        return Table.Row(level, key: key, cells)
    }

    private mutating func cell(_ index: Int) -> Cell {
        guard let mark = RowMark(rawValue: byte()) else { preconditionFailure("a packed row has no such mark") }
        switch mark {
        case .same: return before[index]
        case .blank: return .blank
        case .text: return .text(text())
        case .phrase: return .phrase(phrase())
        case .named:
            let code = text()
            return .named(code, phrase())
        case .list:
            var items: [Cell.Named] = []
            for _ in 0..<number() {
                let code = text()
                items.append(Cell.Named(code, phrase()))
            }
            return .list(items)
        case .money: return .money(Fen(number()))
        case .ratio:
            let part = number()
            return .ratio(Ratio(part, of: number()))
        case .count: return .count(Int(number()))
        case .day: return .day(Day(number: Int(number())))
        case .instant: return .instant(Instant(milliseconds: number()))
        case .duration: return .duration(number())
        case .yes: return .flag(true)
        case .no: return .flag(false)
        case .job: return .link(.job(Code(kept: text())))
        case .voucher: return .link(.voucher(Code(kept: text())))
        case .document: return .link(.document(Code(kept: text())))
        case .record: return .link(.record(Int(number())))
        }
    }

    private mutating func phrase() -> Phrase {
        let zh = text()
        return Phrase(zh, text())
    }

    private mutating func text() -> String {
        let known = Int(number())
        if known > 0 { return texts[known - 1] }
        let count = Int(number())
        let text = String(decoding: bytes[at..<at + count], as: UTF8.self)
        at += count
        texts.append(text)
        return text
    }

    private mutating func byte() -> UInt8 {
        defer { at += 1 }
        return bytes[at]
    }

    private mutating func number() -> Int64 {
        var (value, shift) = (UInt64(0), UInt64(0))
        while true {
            let next = byte()
            value |= UInt64(next & 0x7F) << shift
            if next < 0x80 { break }
            shift += 7
        }
        return Int64(bitPattern: value >> 1) ^ -Int64(bitPattern: value & 1)
    }
}
