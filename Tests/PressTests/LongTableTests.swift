import Documents
import Kernel
import Press
import Testing

/// Tables that are longer than what is kept as it is, and writers that take them row by row.
@Suite struct LongTableTests {
    /// Rows with every kind of cell, some like the one before.
    private static func rows(_ count: Int) throws -> [Table.Row] {
        try (0..<count).map { n in
            let code = try Code("2026-\(n / 3)")
            return Table.Row(n == count - 1 ? .total : n % 50 == 49 ? .subtotal : .detail, key: n % 50 == 49 ? "k\(n)" : nil, [
                .day(Day(number: 20_000 + n)), .link(.voucher(code)), .link(n % 2 == 0 ? .job(code) : .document(code)),
                .link(.record(n)), .money(Fen(Int64(n) * 1_000_003 - 500)), .ratio(Ratio(Int64(-n), of: 7)),
                .named("c\(n % 4)", Phrase("甲\n\(n % 4)", "a\(n % 4)")), .phrase(Phrase("句", "words")), n % 5 == 0 ? .blank : .count(-n),
                .instant(Instant(milliseconds: 1_700_000_000_000 + Int64(n))), .duration(Int64(-n)), .flag(n % 3 == 0),
                .list([Cell.Named("x", Phrase("一", "one")), Cell.Named("y\(n)", Phrase("二", "two"))]),
                // The same word in one character more: equal to Swift, and not the same bytes.
                .text(n % 2 == 0 ? "caf\u{E9}" : "cafe\u{301}"),
            ])
        }
    }

    private static func document(_ rows: TableRows) -> Document {
        let kinds: [Table.Kind] = [
            .day, .label, .label, .count, .money, .percent, .name, .text, .count, .label, .count, .flag, .name, .text,
        ]
        let columns = kinds.enumerated().map { Table.Column("c\($0)", Phrase("列\($0)", "column \($0)"), $1) }
        return Document(
            name: "long", title: Phrase("长表", "Long"), facts: [], sections: [Section(nil, [.table(Table(columns, rows))])],
            sandbox: false)
    }

    @Test("rows come back as they were put in, in order and one by one", arguments: [0, 1, 63, 64, 65, 128, 500])
    func kept(count: Int) throws {
        let all = try Self.rows(count)
        let rows = TableRows(all)
        #expect(Array(rows) == all)
        #expect(rows.indices.allSatisfy { rows[$0] == all[$0] })
        #expect(Array(rows.dropFirst(70)) == Array(all.dropFirst(70)))
        for (kept, row) in zip(rows, all) {
            guard case .text(let one)? = kept.cells.last, case .text(let other)? = row.cells.last else { continue }
            #expect(one.utf8.elementsEqual(other.utf8))
        }
    }

    @Test("rows behind rows", arguments: [(0, 70), (3, 0), (10, 200), (64, 64), (130, 5)])
    func joined(first: Int, second: Int) throws {
        let (one, other) = (try Self.rows(first), try Self.rows(second))
        var rows = TableRows(one)
        rows.append(contentsOf: TableRows(other))
        rows.append(contentsOf: TableRows(one))
        let all = one + other + one
        #expect(Array(rows) == all)
        #expect(rows.count == all.count)
        #expect(rows.indices.allSatisfy { rows[$0] == all[$0] })
    }

    @Test("what is handed over piece by piece is the whole file", arguments: Format.allCases)
    func pieces(format: Format) throws {
        let document = Self.document(TableRows(try Self.rows(3000)))
        if format == .svg || format == .pdf { return }
        var (bytes, largest): ([UInt8], Int) = ([], 0)
        try format.write(document, Format.Choice()) { (piece) throws(Refusal) in
            bytes += piece
            largest = max(largest, piece.count)
        }
        #expect(bytes == (try format.bytes(of: document, Format.Choice())))
        #expect(largest < 1 << 21)
        if format == .json { #expect(bytes == Array((document.json().pretty + "\n").utf8)) }
    }
}
