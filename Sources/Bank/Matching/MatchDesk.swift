import Kernel

/// The work of one matching: what lies on the table, and what has been put together.
struct MatchDesk {
    let lines: [MatchLine]
    let items: [MatchItem]
    /// The items that are not to be matched here, whose numbers a line may name all the same.
    let others: [MatchItem]
    /// The items and then the others that each line names by a number that is none of chance.
    let named: [[Int]]
    /// Days from the payment to the line.
    let window: ClosedRange<Int>
    private(set) var proposals: [MatchProposal] = []
    private(set) var lineIsFree: [Bool]
    private(set) var itemIsFree: [Bool]

    init(lines: [MatchLine], items: [MatchItem], others: [MatchItem], window: ClosedRange<Int>) {
        self.lines = lines
        self.items = items
        self.others = others
        named = Self.named(lines, items + others)
        self.window = window
        lineIsFree = Array(repeating: true, count: lines.count)
        itemIsFree = Array(repeating: true, count: items.count)
    }

    /// Puts lines and items together, which are free no more.
    mutating func put(_ some: [Int], _ others: [Int], _ rule: MatchRule, _ confidence: Confidence) {
        for line in some { lineIsFree[line] = false }
        for item in others { itemIsFree[item] = false }
        proposals.append(MatchProposal(
            lines: some.map { lines[$0].id }, items: others.map { items[$0].name }, rule: rule, confidence: confidence))
    }

    func areOfOneSign(_ line: Int, _ item: Int) -> Bool { lines[line].effect.isNegative == items[item].effect.isNegative }

    var freeLines: [Int] { lines.indices.filter { lineIsFree[$0] } }
    var freeItems: [Int] { items.indices.filter { itemIsFree[$0] } }
}

/// What two sides are told apart by, when no number ties them.
enum Party {
    case account, name

    /// The key of an account or a name, or nil where it says too little. An account is its digits, at least
    /// six of them; a name is its letters and digits, whatever their width, and at least two of them.
    func key(name: String?, account: String?) -> String? {
        switch self {
        case .account:
            guard let account else { return nil }
            // A masked number (6222****0001) is none, nor one whose digits a spreadsheet took.
            if account.contains("*") || account.isSpoiltNumber { return nil }
            let digits = account.halfWidth.filter { $0.isASCII && $0.isNumber }
            return digits.utf8.count >= 6 ? digits : nil
        case .name:
            guard let name else { return nil }
            let letters = name.halfWidth.uppercased().unicodeScalars.filter {
                $0.value < 0x80 ? $0.properties.isAlphabetic || ($0.value >= 0x30 && $0.value <= 0x39) : !$0.isSign
            }
            return letters.count >= 2 ? String(String.UnicodeScalarView(letters)) : nil
        }
    }

    var rule: MatchRule {
        switch self {
        case .account: .account
        case .name: .name
        }
    }

    /// What a pair that is unique both ways is worth.
    var confidence: Confidence {
        switch self {
        case .account: .sure
        case .name: .likely
        }
    }
}

extension Unicode.Scalar {
    /// Punctuation and blanks beyond ASCII: （）、《》 · and their like.
    fileprivate var isSign: Bool {
        switch value {
        case 0xB7, 0x2010...0x206F, 0x3000...0x303F, 0xFF00...0xFF0F: true
        case _: properties.isWhitespace
        }
    }
}
