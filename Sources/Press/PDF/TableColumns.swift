import Documents
import Kernel

/// How wide the columns of a table on paper are: as their contents want it, in the largest type in which they
/// fit; where none does, in several bands, each beginning with what names a row.
struct TableColumns {
    struct Band {
        /// Positions among the table's columns, and their widths with the room around the text.
        let columns: [Int]
        let widths: [Int]
    }

    let face: Face
    let bands: [Band]

    private static let sizes = [95, 90, 85, 80, 75, 70]

    /// `naturals` are widths of contents at a size of 100; `floors` what they may be narrowed to.
    init(_ table: Table, naturals: [Int], floors: [Int], width: Int) {
        for size in Self.sizes {
            guard let widths = Self.fit(table, Self.scaled(naturals, size), Self.scaled(floors, size), width) else { continue }
            face = Face(size)
            bands = [Band(columns: Array(table.columns.indices), widths: widths)]
            return
        }
        let size = 80
        face = Face(size)
        let (wide, narrow) = (Self.scaled(naturals, size), Self.scaled(floors, size))
        bands = Self.groups(table, narrow, width).map { group in
            let part = Table(group.map { table.columns[$0] })
            let widths = Self.fit(part, group.map { wide[$0] }, group.map { narrow[$0] }, width)
            return Band(columns: group, widths: widths ?? Self.squeezed(group.map { narrow[$0] }, width))
        }
    }

    private static func scaled(_ widths: [Int], _ size: Int) -> [Int] { widths.map { $0 * size / 100 + 2 * RuledRow.inset + 4 } }

    /// Nil where they do not fit.
    private static func fit(_ table: Table, _ naturals: [Int], _ floors: [Int], _ width: Int) -> [Int]? {
        let sum = naturals.reduce(0, +), least = floors.reduce(0, +)
        // What is left goes to the longest words, not to the numbers of lines.
        let longest = table.columns.indices.filter { table.columns[$0].kind == .text }.map { naturals[$0] }.max() ?? 0
        let words = table.columns.indices.filter { table.columns[$0].kind == .text && naturals[$0] * 5 >= longest * 3 }
        if sum <= width {
            let takers = words.isEmpty ? Array(table.columns.indices) : words
            return spread(width - sum, naturals, over: takers, by: naturals)
        }
        guard least <= width else { return nil }
        let takers = table.columns.indices.filter { naturals[$0] > floors[$0] }
        return spread(width - least, floors, over: takers, by: zip(naturals, floors).map { $0 - $1 })
    }

    /// Gives what is left to some, in proportion, the last of them what rounding leaves.
    private static func spread(_ rest: Int, _ widths: [Int], over takers: [Int], by weights: [Int]) -> [Int] {
        let whole = takers.reduce(0) { $0 + weights[$1] }
        guard whole > 0, let last = takers.last else { return widths }
        var widths = widths
        var left = rest
        for taker in takers {
            let part = taker == last ? left : rest * weights[taker] / whole
            widths[taker] += part
            left -= part
        }
        return widths
    }

    /// As few bands as it takes, filled evenly.
    private static func groups(_ table: Table, _ widths: [Int], _ width: Int) -> [[Int]] {
        let lead = Array(0..<min(table.lead, table.columns.count))
        var best = fill(lead, widths, width)
        for narrower in stride(from: width - 100, to: width / 3, by: -100) {
            let tighter = fill(lead, widths, narrower)
            if tighter.count > best.count { break }
            best = tighter
        }
        return best
    }

    private static func fill(_ lead: [Int], _ widths: [Int], _ width: Int) -> [[Int]] {
        let own = lead.reduce(0) { $0 + widths[$1] }
        var groups: [[Int]] = [lead]
        var used = own
        for column in widths.indices.dropFirst(lead.count) {
            if used + widths[column] > width, groups[groups.count - 1].count > lead.count {
                groups.append(lead)
                used = own
            }
            groups[groups.count - 1].append(column)
            used += widths[column]
        }
        return groups
    }

    /// A last resort: every column gives way in proportion, and its words are broken.
    private static func squeezed(_ widths: [Int], _ width: Int) -> [Int] {
        let sum = max(1, widths.reduce(0, +))
        return sum <= width ? widths : widths.map { max(150, $0 * width / sum) }
    }
}
