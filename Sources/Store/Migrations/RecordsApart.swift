import Kernel
import SQL

extension Migration {
    /// In SQLite records lie apart from the index of their key. In one tree with it, rows of a kilobyte and
    /// more spill over, and three fifths of every page stay empty. A server keeps its rows so anyway.
    ///
    /// A table that others refer to cannot be taken away, so those are made anew with it.
    static let recordsApart = Migration(10, "records apart", fill: { (connection) throws(Refusal) in
        guard connection.dialect == .sqlite else { return }
        let before = try sums(connection)
        for statement in moving(records: .apart) + guards { try connection.run(statement) }
        guard try sums(connection) == before else {
            throw Refusal(.storeDamaged, ["detail": "record, line, command: not the same rows after they were moved"])
        }
    })

    private static func tables(_ layout: SQLTable.Layout) -> [SQLTable] {[
        SQLTable("record", layout, """
            org TEXT NOT NULL,
            seq INTEGER NOT NULL CHECK (seq > 0),
            body TEXT NOT NULL,
            prev TEXT NOT NULL,
            hash TEXT NOT NULL,
            PRIMARY KEY (org, seq)
            """),
        SQLTable("line", .byKey, """
            org TEXT NOT NULL,
            seq INTEGER NOT NULL,
            n INTEGER NOT NULL CHECK (n >= 0),
            voucher TEXT NOT NULL,
            day INTEGER NOT NULL,
            book TEXT NOT NULL,
            account TEXT NOT NULL,
            side TEXT NOT NULL CHECK (side IN ('debit', 'credit')),
            amount INTEGER NOT NULL,
            appropriation TEXT NOT NULL,
            job TEXT,
            contractor TEXT,
            phase TEXT NOT NULL DEFAULT 'ordinary',
            PRIMARY KEY (org, seq, n),
            FOREIGN KEY (org, seq) REFERENCES record_moved (org, seq)
            """),
        SQLTable("command", .byKey, """
            org TEXT NOT NULL,
            id TEXT NOT NULL,
            seq INTEGER NOT NULL,
            PRIMARY KEY (org, id),
            FOREIGN KEY (org, seq) REFERENCES record_moved (org, seq)
            """),
    ]}

    /// Makes the tables anew, with records as a layout says. SQLite renames a table in what refers to it,
    /// too.
    static func moving(records layout: SQLTable.Layout) -> [String] {
        let tables = tables(layout)
        let made = tables.map { SQLDialect.sqlite.create(SQLTable($0.name + "_moved", $0.layout, $0.columns)) }
        let filled = tables.map { table in
            let columns = table.columns.split(separator: "\n").compactMap { $0.split(separator: " ").first }
                .filter { $0.first?.isLowercase == true }.joined(separator: ", ")
            return "INSERT INTO \(table.name)_moved (\(columns)) SELECT \(columns) FROM \(table.name) ORDER BY 1, 2, 3"
        }
        return made + filled + tables.reversed().map { "DROP TABLE \($0.name)" }
            + tables.map { "ALTER TABLE \($0.name)_moved RENAME TO \($0.name)" }
    }

    private static func sums(_ connection: any SQLConnection) throws(Refusal) -> [RowSum] {
        var sums: [RowSum] = []
        for columns in ["org, seq, body, prev, hash FROM record", Self.line, "org, id, seq FROM command"] {
            var sum = RowSum()
            try connection.each("SELECT " + columns, []) { sum.add($0.values) }
            sums.append(sum)
        }
        return sums
    }

    private static let line = """
        org, seq, n, voucher, day, book, account, side, amount, appropriation, job, contractor, phase FROM line
        """
}
