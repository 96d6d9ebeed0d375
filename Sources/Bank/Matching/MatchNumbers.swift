import Kernel

/// Finds numbers in texts: a number counts where it does not go on in letters or digits on either side.
struct NumberIndex {
    /// A number of fewer signs, or of digits alone and fewer than six, is met by chance too: a house, a
    /// month.
    private static let strong = (signs: 4, digits: 6)

    private var items: [[UInt8]: [Int]] = [:]
    private var lengths: [Int] = []
    private var starts = [Bool](repeating: false, count: 256)

    init(_ numbers: [String]) {
        var known: Set<Int> = []
        for (index, number) in numbers.enumerated() {
            let bytes = Self.fold(number)
            guard let first = bytes.first else { continue }
            items[bytes, default: []].append(index)
            starts[Int(first)] = true
            known.insert(bytes.count)
        }
        lengths = known.sorted()
    }

    /// The indexes of the numbers that stand in a text.
    func found(in text: String) -> [Int] {
        let bytes = Self.fold(text)
        var found: [Int] = []
        for start in bytes.indices where starts[Int(bytes[start])] && Self.isEdge(bytes, start) {
            for length in lengths {
                let end = start + length
                if end > bytes.count { break }
                guard Self.isEdge(bytes, end), let some = items[Array(bytes[start..<end])] else { continue }
                found += some
            }
        }
        return found
    }

    static func isStrong(_ number: String) -> Bool {
        let bytes = fold(number)
        let onlyDigits = bytes.allSatisfy { (0x30...0x39).contains($0) }
        return bytes.count >= (onlyDigits ? strong.digits : strong.signs)
    }

    private static func fold(_ text: String) -> [UInt8] {
        text.halfWidth.utf8.map { (0x61...0x7A).contains($0) ? $0 - 0x20 : $0 }
    }

    private static func isEdge(_ bytes: [UInt8], _ at: Int) -> Bool {
        if at == 0 || at == bytes.count { return true }
        let (before, after) = (bytes[at - 1], bytes[at])
        if isWord(before) && isWord(after) { return false }
        // ZF2026-01 is no part of ZF2026-01-2, and 01-2 none of ZF2026-01-2.
        if isJoint(after) && isWord(before) { return at + 1 == bytes.count || !isWord(bytes[at + 1]) }
        if isJoint(before) && isWord(after) { return at == 1 || !isWord(bytes[at - 2]) }
        return true
    }

    private static func isJoint(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") }

    private static func isWord(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
    }
}

extension MatchDesk {
    /// A payment's number in the line. Number and amount: sure where they are the only ones, the number is
    /// none that is met by chance, and neither account nor day speak against it. Then all lines that name
    /// one payment, and all payments that one line names.
    mutating func byNumber() {
        let index = NumberIndex(items.map(\.name.no.text))
        var named: [[Int]] = []
        var naming = [[Int]](repeating: [], count: items.count)
        for line in lines.indices {
            let found = Set(lines[line].texts.flatMap(index.found)).filter { areOfOneSign(line, $0) }.sorted()
            named.append(found)
            for item in found { naming[item].append(line) }
        }
        pairs(named, naming)
        parts(named, naming)
    }

    private mutating func pairs(_ named: [[Int]], _ naming: [[Int]]) {
        var ties: [(Int, Int)] = []
        for item in items.indices {
            let equal = naming[item].filter { lineIsFree[$0] && lines[$0].effect == items[item].effect }
            guard let line = equal.first else { continue }
            let others = named[line].filter { items[$0].effect == lines[line].effect }
            if equal.count == 1, others.count == 1 {
                put([line], [item], .number, worth(line, item))
            } else {
                ties += equal.map { ($0, item) }
            }
        }
        for (line, item) in ties where lineIsFree[line] && itemIsFree[item] { put([line], [item], .number, .possible) }
    }

    private func worth(_ line: Int, _ item: Int) -> Confidence {
        if !agree(line, item) { return .possible }
        return isStrong(item) && !namesStranger(line, beside: [item]) ? .sure : .likely
    }

    /// Sure, like a pair, when nothing else names the payment or is named by the line: the treasury shows a
    /// payment out of two appropriations as two lines of one number.
    private mutating func parts(_ named: [[Int]], _ naming: [[Int]]) {
        for item in items.indices where itemIsFree[item] {
            let some = naming[item].filter { lineIsFree[$0] && named[$0].count == 1 }
            if some.count > 1, some.reduce(Fen.zero, { $0 + lines[$1].effect }) == items[item].effect {
                let alone = some.count == naming[item].count && isStrong(item)
                    && some.allSatisfy { agree($0, item) && !namesStranger($0, beside: [item]) }
                put(some, [item], alone ? .number : .severalLines, alone ? .sure : .likely)
            }
        }
        for line in lines.indices where lineIsFree[line] {
            let some = named[line].filter { itemIsFree[$0] }
            if some.count > 1, some.reduce(Fen.zero, { $0 + items[$1].effect }) == lines[line].effect {
                let alone = some.count == named[line].count
                    && some.allSatisfy { naming[$0].count == 1 && isStrong($0) && agree(line, $0) }
                    && !namesStranger(line, beside: some)
                put([line], some, alone ? .number : .severalPayments, alone ? .sure : .likely)
            }
        }
    }

    private func isStrong(_ item: Int) -> Bool { NumberIndex.isStrong(items[item].name.no.text) }
}
