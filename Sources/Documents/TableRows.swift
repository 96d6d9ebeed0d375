/// The rows of a table, in order. The last few are kept as they are; the others lie packed (``PackedRows``):
/// a street may have a million lines, and a report of all of them must not need as many arrays. Any row can
/// be asked for; going through them in order is what is quick.
package struct TableRows: Sendable, Equatable, RandomAccessCollection, ExpressibleByArrayLiteral {
    private var packed: [PackedRows] = []
    /// Where each of them begins.
    private var starts: [Int] = []
    private var tail: [Table.Row] = []
    /// Of those that are packed.
    private var before = 0

    package init() {}

    package init(_ rows: some Sequence<Table.Row>) { for row in rows { append(row) } }

    package init(arrayLiteral rows: Table.Row...) { self.init(rows) }

    package var startIndex: Int { 0 }
    package var endIndex: Int { before + tail.count }

    package subscript(position: Int) -> Table.Row {
        if position >= before { return tail[position - before] }
        var (low, high) = (0, starts.count - 1)
        while low < high {
            let middle = (low + high + 1) / 2
            if starts[middle] <= position { low = middle } else { high = middle - 1 }
        }
        return packed[low].rows[position - starts[low]]
    }

    package mutating func append(_ row: Table.Row) {
        if tail.count == PackedRows.size { pack() }
        tail.append(row)
    }

    /// Puts others behind them, as they are packed.
    package mutating func append(contentsOf others: TableRows) {
        if others.packed.isEmpty { return self += others.tail }
        if !tail.isEmpty { pack() }
        starts += others.starts.map { before + $0 }
        packed += others.packed
        before += others.before
        tail = others.tail
    }

    private mutating func pack() {
        packed.append(PackedRows(tail))
        starts.append(before)
        before += tail.count
        tail.removeAll(keepingCapacity: true)
    }

    package static func += (rows: inout TableRows, more: some Sequence<Table.Row>) { for row in more { rows.append(row) } }

    package struct Iterator: IteratorProtocol {
        fileprivate let rows: TableRows
        private var block = 0
        private var place = 0
        private var open: [Table.Row] = []

        fileprivate init(_ rows: TableRows) { self.rows = rows }

        package mutating func next() -> Table.Row? {
            if place == open.count {
                guard block <= rows.packed.count else { return nil }
                open = block < rows.packed.count ? rows.packed[block].rows : rows.tail
                (block, place) = (block + 1, 0)
                if open.isEmpty { return nil }
            }
            defer { place += 1 }
            return open[place]
        }
    }

    package func makeIterator() -> Iterator { Iterator(self) }
}
