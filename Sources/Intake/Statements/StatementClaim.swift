import Bank
import Formats
import Journal
import Kernel

/// What a bank says of all lines of a table: how many there are, or what those of one direction come to.
enum StatementClaim {
    /// Of both directions where no side is named.
    case count(StatementLine.Direction?, Int)
    case sum(StatementLine.Direction, Fen)

    var isSum: Bool {
        switch self {
        case .count: false
        case .sum: true
        }
    }

    /// The claims of a row: a name with its value behind a colon or in the next cell that has one, or `共 12
    /// 笔`.
    static func all(in row: SheetRow) -> [(claim: StatementClaim, column: Int)] {
        var claims: [(StatementClaim, Int)] = []
        for (index, cell) in row.cells.enumerated() {
            let parts = StatementText.heading(cell.text).split(separator: ":", maxSplits: 1).map(String.init)
            guard let name = parts.first else { continue }
            let next = row.cells.dropFirst(index + 1).firstIndex { StatementText.words($0.text) != nil }
            let value = parts.count > 1 ? parts[1] : next.map { row[$0].text } ?? ""
            let column = parts.count > 1 ? index : next ?? index
            if let claim = named(name, value, isWhole: parts.count > 1) { claims.append((claim, column)) }
            if let count = counted(parts.joined()) { claims.append((.count(nil, count), index)) }
        }
        return claims
    }

    /// The direction of a row that begins with 支出合计 or 收入合计; nil for one that names neither.
    static func side(of cells: StatementCells) -> StatementLine.Direction? {
        cells.row.cells.lazy.map { StatementText.heading($0.text) }.first { $0.contains("合计") || $0.contains("总计") }
            .flatMap { direction(of: $0) }
    }

    /// `isWhole` says that name and value stand in one cell: 支出合计 alone heads a row whose columns have the
    /// sums.
    private static func named(_ name: String, _ value: String, isWhole: Bool) -> StatementClaim? {
        let side = direction(of: name)
        if name.hasSuffix("总笔数") || name.hasSuffix("笔数合计") || name.hasSuffix("合计笔数") {
            let digits = value.halfWidth.filter { !$0.isWhitespace }.prefix { $0.isASCII && $0.isNumber }
            return Int(String(digits)).map { .count(side, $0) }
        }
        let isSum = isWhole && name.hasSuffix("合计") || ["总额", "总金额", "合计金额", "金额合计", "发生额合计"].contains(where: name.hasSuffix)
        guard isSum, let side, let sum = (try? StatementText.money(value)) ?? nil else { return nil }
        return .sum(side, sum)
    }

    private static func direction(of name: String) -> StatementLine.Direction? {
        if ["借方", "支出", "转出", "付出"].contains(where: name.hasPrefix) { return .out }
        if ["贷方", "收入", "转入"].contains(where: name.hasPrefix) { return .in }
        return nil
    }

    /// `共 12 笔`, `总笔数 12 笔`.
    private static func counted(_ text: String) -> Int? {
        let folded = text.filter { !$0.isWhitespace }
        guard let end = folded.firstIndex(of: "笔"), folded[folded.index(after: end)...].first != "数" else { return nil }
        let digits = folded[..<end].reversed().prefix { $0.isNumber }.reversed()
        return Int(String(digits))
    }
}

extension StatementCells {
    private static let beginnings = ["total", "subtotal", "期初", "期末", "承前", "过次", "上页", "总笔数"]
    private static let sums = ["合计", "总计", "小计", "累计", "总额"]

    /// Whether the row is one of totals: it has no day, and one of its cells is a word for a sum.
    var isTotal: Bool {
        if let day = words(.day), !Self.isMark(day) { return false }
        return row.cells.contains { Self.isMark($0.text) }
    }

    /// Whether it sums up a page, and not the file.
    var isPageTotal: Bool {
        row.cells.contains { cell in
            let text = StatementText.heading(cell.text).lowercased()
            return ["小计", "本页", "subtotal"].contains(where: text.hasPrefix)
        }
    }

    /// Whether it sums up what the file need not hold: a month, a year, what was before.
    var isOtherTotal: Bool {
        row.cells.contains { cell in
            let text = StatementText.heading(cell.text)
            let spans = ["本月", "本年", "当月", "当年", "本季", "月累计", "年累计", "期初", "期末", "承前", "过次", "上页"]
            return Self.isMark(text) && spans.contains(where: text.contains)
        }
    }

    /// Whether the row has neither day nor amount nor a counterparty: what stands below a table (以上明细仅供参考,
    /// [END], the time of printing, in whatever column).
    var isRemark: Bool {
        let counterparty: [Field] = [.account, .name, .payerAccount, .payeeAccount]
        guard isWithoutAmount, counterparty.allSatisfy({ words($0) == nil || places[$0] == 0 }) else { return false }
        guard let place = places[.day], words(.day) != nil else { return true }
        return (try? StatementDay(row[place], is1904: row.is1904)) == nil
    }

    private static func isMark(_ text: String) -> Bool {
        let word = StatementText.heading(text).lowercased()
        if word.hasPrefix("共") { return word.contains("笔") }
        return word.count <= 40 && (beginnings.contains(where: word.hasPrefix) || sums.contains(where: word.contains))
    }
}
