import SQL

extension Migration {
    /// The journal, which only grows, and the projections, which `audit rebuild` makes afresh from it. `org`
    /// comes first in every key. Instants are milliseconds, days are numbers of ``Day``, money is fen; `body`
    /// is JSON text.
    static let journalAndProjections = Migration(
        1, "journal and projections",
        tables: streets + journal + jobs + registers + ledger + surroundings,
        sqlite: guards,
        postgres: serverGuards)

    private static let streets = [
        // Beside the street's own data: the journal's last number and hash, when it was last written, the
        // latest `at`.
        SQLTable("street", .byKey, """
            org TEXT NOT NULL,
            name TEXT NOT NULL,
            year INTEGER NOT NULL,
            parent TEXT,
            sandbox INTEGER NOT NULL CHECK (sandbox IN (0, 1)),
            hash TEXT NOT NULL CHECK (hash IN ('sha256', 'sm3')),
            opened_at INTEGER NOT NULL,
            opened_by TEXT NOT NULL,
            seq INTEGER NOT NULL CHECK (seq >= 0),
            head TEXT NOT NULL,
            recorded INTEGER NOT NULL,
            latest INTEGER NOT NULL,
            PRIMARY KEY (org)
            """),
        // The last number given out.
        SQLTable("counter", .byKey, """
            org TEXT NOT NULL,
            kind TEXT NOT NULL CHECK (kind IN ('job', 'voucher')),
            year INTEGER NOT NULL,
            value INTEGER NOT NULL CHECK (value >= 0),
            PRIMARY KEY (org, kind, year)
            """),
    ]

    private static let journal = [
        SQLTable("record", .byKey, """
            org TEXT NOT NULL,
            seq INTEGER NOT NULL CHECK (seq > 0),
            body TEXT NOT NULL,
            prev TEXT NOT NULL,
            hash TEXT NOT NULL,
            PRIMARY KEY (org, seq)
            """),
        // No other index than the key: one costs 3.9 times in group commit (design §10).
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
            PRIMARY KEY (org, seq, n),
            FOREIGN KEY (org, seq) REFERENCES record (org, seq)
            """),
        SQLTable("command", .byKey, """
            org TEXT NOT NULL,
            id TEXT NOT NULL,
            seq INTEGER NOT NULL,
            PRIMARY KEY (org, id),
            FOREIGN KEY (org, seq) REFERENCES record (org, seq)
            """),
    ]

    private static let jobs = [
        SQLTable("job", .apart, """
            org TEXT NOT NULL,
            number TEXT NOT NULL,
            ref TEXT,
            works TEXT NOT NULL,
            papers TEXT NOT NULL,
            called_at INTEGER NOT NULL,
            body TEXT NOT NULL,
            PRIMARY KEY (org, number)
            """),
        // Which records touched a job: its lines are found through them.
        SQLTable("job_record", .byKey, """
            org TEXT NOT NULL,
            job TEXT NOT NULL,
            seq INTEGER NOT NULL,
            PRIMARY KEY (org, job, seq)
            """),
    ]

    private static let registers = [
        // The users: `user` is a reserved word in PostgreSQL.
        SQLTable("member", .byKey, named("name")),
        SQLTable("policy", .apart, """
            org TEXT NOT NULL,
            seq INTEGER NOT NULL,
            effective INTEGER NOT NULL,
            body TEXT NOT NULL,
            PRIMARY KEY (org, seq)
            """),
        SQLTable("contractor", .byKey, named("code")),
        SQLTable("estate", .byKey, named("code")),
        SQLTable("appropriation", .byKey, """
            org TEXT NOT NULL,
            code TEXT NOT NULL,
            position INTEGER NOT NULL,
            body TEXT NOT NULL,
            PRIMARY KEY (org, code)
            """),
    ]

    private static let ledger = [
        // Cumulative balance, with the sign that the account normally has.
        SQLTable("standing", .byKey, """
            org TEXT NOT NULL,
            appropriation TEXT NOT NULL,
            account TEXT NOT NULL,
            amount INTEGER NOT NULL,
            PRIMARY KEY (org, appropriation, account)
            """),
        // Turnover of a day.
        SQLTable("balance", .byKey, """
            org TEXT NOT NULL,
            day INTEGER NOT NULL,
            book TEXT NOT NULL,
            account TEXT NOT NULL,
            appropriation TEXT NOT NULL,
            debit INTEGER NOT NULL,
            credit INTEGER NOT NULL,
            PRIMARY KEY (org, day, book, account, appropriation)
            """),
    ]

    private static let surroundings = [
        // What may be used once only: outside numbers, payments, invoices, credit codes.
        SQLTable("taken", .byKey, """
            org TEXT NOT NULL,
            kind TEXT NOT NULL,
            value TEXT NOT NULL,
            owner TEXT NOT NULL,
            PRIMARY KEY (org, kind, value)
            """),
        SQLTable("caller", .byKey, """
            org TEXT NOT NULL,
            job TEXT NOT NULL,
            sealed BLOB NOT NULL,
            erase_after INTEGER NOT NULL,
            PRIMARY KEY (org, job)
            """),
        // Refused commands; the same refusal of the same command is one row.
        SQLTable("access", .byKey, """
            org TEXT NOT NULL,
            id TEXT NOT NULL,
            who TEXT NOT NULL,
            refusal TEXT NOT NULL,
            does TEXT NOT NULL,
            seen INTEGER NOT NULL,
            PRIMARY KEY (org, id, who, refusal)
            """),
    ]

    private static func named(_ key: String) -> String {
        """
        org TEXT NOT NULL,
        \(key) TEXT NOT NULL,
        body TEXT NOT NULL,
        PRIMARY KEY (org, \(key))
        """
    }

    /// The database itself refuses to change the journal (design §7): also by INSERT OR REPLACE, which is
    /// no UPDATE.
    static let guards = [("record", "seq = NEW.seq"), ("line", "seq = NEW.seq AND n = NEW.n")].flatMap { table, key in
        ["UPDATE", "DELETE"].map { change in
            """
            CREATE TRIGGER \(table)_no_\(change.lowercased()) BEFORE \(change) ON \(table) BEGIN
                SELECT RAISE(ABORT, 'the journal is append-only');
            END
            """
        } + ["""
            CREATE TRIGGER \(table)_no_replace BEFORE INSERT ON \(table)
            WHEN EXISTS (SELECT 1 FROM \(table) WHERE org = NEW.org AND \(key)) BEGIN
                SELECT RAISE(ABORT, 'the journal is append-only');
            END
            """]
    }

    /// The same on a server, where a table can also be emptied at once.
    private static let serverGuards = ["""
        CREATE FUNCTION journal_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            RAISE EXCEPTION 'the journal is append-only' USING ERRCODE = 'restrict_violation';
        END $$
        """] + ["record", "line"].flatMap { table in
            [("change", "UPDATE OR DELETE", "ROW"), ("truncate", "TRUNCATE", "STATEMENT")].map { name, change, each in
                """
                CREATE TRIGGER \(table)_no_\(name) BEFORE \(change) ON \(table)
                FOR EACH \(each) EXECUTE FUNCTION journal_is_append_only()
                """
            }
        }
}
