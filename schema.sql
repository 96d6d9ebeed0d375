-- The schema of a store in SQLite, version 15. Written by `make schema`: do not edit.

CREATE TABLE migration (
    version INTEGER PRIMARY KEY,
    name TEXT NOT NULL
) STRICT;

CREATE TABLE street (
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
) STRICT, WITHOUT ROWID;

CREATE TABLE job (
    org TEXT NOT NULL,
    number TEXT NOT NULL,
    ref TEXT,
    works TEXT NOT NULL,
    papers TEXT NOT NULL,
    called_at INTEGER NOT NULL,
    body TEXT NOT NULL, category TEXT, urgency TEXT, tenure TEXT, community TEXT, estate TEXT, contractor TEXT, address TEXT, words TEXT, flags TEXT, people TEXT, funds TEXT, phone TEXT, due_arrive INTEGER, due_finish INTEGER, due_paper INTEGER, estimate INTEGER, approved INTEGER, paid INTEGER, open INTEGER NOT NULL DEFAULT 0, due INTEGER NOT NULL DEFAULT 0, soon INTEGER NOT NULL DEFAULT 0, amount INTEGER NOT NULL DEFAULT 0, updated INTEGER NOT NULL DEFAULT 0, place INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (org, number)
) STRICT;

CREATE TABLE job_record (
    org TEXT NOT NULL,
    job TEXT NOT NULL,
    seq INTEGER NOT NULL,
    PRIMARY KEY (org, job, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE member (
    org TEXT NOT NULL,
    name TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (org, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE policy (
    org TEXT NOT NULL,
    seq INTEGER NOT NULL,
    effective INTEGER NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (org, seq)
) STRICT;

CREATE TABLE contractor (
    org TEXT NOT NULL,
    code TEXT NOT NULL,
    body TEXT NOT NULL, account_by TEXT,
    PRIMARY KEY (org, code)
) STRICT, WITHOUT ROWID;

CREATE TABLE estate (
    org TEXT NOT NULL,
    code TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (org, code)
) STRICT, WITHOUT ROWID;

CREATE TABLE appropriation (
    org TEXT NOT NULL,
    code TEXT NOT NULL,
    position INTEGER NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (org, code)
) STRICT, WITHOUT ROWID;

CREATE TABLE standing (
    org TEXT NOT NULL,
    appropriation TEXT NOT NULL,
    account TEXT NOT NULL,
    amount INTEGER NOT NULL,
    PRIMARY KEY (org, appropriation, account)
) STRICT, WITHOUT ROWID;

CREATE TABLE taken (
    org TEXT NOT NULL,
    kind TEXT NOT NULL,
    value TEXT NOT NULL,
    owner TEXT NOT NULL,
    PRIMARY KEY (org, kind, value)
) STRICT, WITHOUT ROWID;

CREATE TABLE caller (
    org TEXT NOT NULL,
    job TEXT NOT NULL,
    sealed BLOB NOT NULL,
    erase_after INTEGER NOT NULL, last4 TEXT,
    PRIMARY KEY (org, job)
) STRICT, WITHOUT ROWID;

CREATE TABLE access (
    org TEXT NOT NULL,
    id TEXT NOT NULL,
    who TEXT NOT NULL,
    refusal TEXT NOT NULL,
    does TEXT NOT NULL,
    seen INTEGER NOT NULL,
    PRIMARY KEY (org, id, who, refusal)
) STRICT, WITHOUT ROWID;

CREATE TABLE agreement (
    org TEXT NOT NULL,
    contractor TEXT NOT NULL,
    number TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (org, contractor, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE "counter" (
    org TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('job', 'voucher', 'settlement')),
    year INTEGER NOT NULL,
    value INTEGER NOT NULL CHECK (value >= 0),
    PRIMARY KEY (org, kind, year)
) STRICT, WITHOUT ROWID;

CREATE TABLE bank_account (
    org TEXT NOT NULL,
    account TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (org, account)
) STRICT, WITHOUT ROWID;

CREATE TABLE bank_line (
    org TEXT NOT NULL,
    seq INTEGER NOT NULL,
    n INTEGER NOT NULL,
    account TEXT NOT NULL,
    day INTEGER NOT NULL,
    matched INTEGER,
    body TEXT NOT NULL,
    PRIMARY KEY (org, seq, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE book_item (
    org TEXT NOT NULL,
    custody TEXT NOT NULL,
    kind TEXT NOT NULL,
    no TEXT NOT NULL,
    day INTEGER NOT NULL,
    effect INTEGER NOT NULL,
    matched INTEGER,
    job TEXT,
    contractor TEXT,
    PRIMARY KEY (org, custody, kind, no)
) STRICT, WITHOUT ROWID;

CREATE TABLE bank_match (
    org TEXT NOT NULL,
    number INTEGER NOT NULL,
    undone INTEGER NOT NULL CHECK (undone IN (0, 1)),
    body TEXT NOT NULL,
    PRIMARY KEY (org, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE fund_entry (
    org TEXT NOT NULL,
    seq INTEGER NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (org, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE balance (
    org TEXT NOT NULL,
    day INTEGER NOT NULL,
    book TEXT NOT NULL,
    account TEXT NOT NULL,
    appropriation TEXT NOT NULL,
    phase TEXT NOT NULL,
    debit INTEGER NOT NULL,
    credit INTEGER NOT NULL,
    PRIMARY KEY (org, day, book, account, appropriation, phase)
) STRICT, WITHOUT ROWID;

CREATE TABLE key_check (
    org TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (org)
) STRICT, WITHOUT ROWID;

CREATE TABLE closed_year (
    org TEXT NOT NULL,
    year INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    day INTEGER NOT NULL,
    PRIMARY KEY (org, year)
) STRICT, WITHOUT ROWID;

CREATE TABLE credential (
    org TEXT NOT NULL,
    who TEXT NOT NULL,
    hash TEXT,
    changed INTEGER,
    failed INTEGER NOT NULL CHECK (failed >= 0),
    failed_at INTEGER,
    locked_until INTEGER,
    invite TEXT,
    invite_until INTEGER,
    last_in INTEGER, totp BLOB, totp_step INTEGER, recovery TEXT,
    PRIMARY KEY (org, who)
) STRICT, WITHOUT ROWID;

CREATE TABLE session (
    org TEXT NOT NULL,
    id TEXT NOT NULL,
    who TEXT NOT NULL,
    roles TEXT NOT NULL,
    made INTEGER NOT NULL,
    seen INTEGER NOT NULL,
    ends INTEGER NOT NULL,
    strong_until INTEGER NOT NULL, factor INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (org, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE "record" (
    org TEXT NOT NULL,
    seq INTEGER NOT NULL CHECK (seq > 0),
    body TEXT NOT NULL,
    prev TEXT NOT NULL,
    hash TEXT NOT NULL,
    PRIMARY KEY (org, seq)
) STRICT;

CREATE TABLE "line" (
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
    FOREIGN KEY (org, seq) REFERENCES "record" (org, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE "command" (
    org TEXT NOT NULL,
    id TEXT NOT NULL,
    seq INTEGER NOT NULL,
    PRIMARY KEY (org, id),
    FOREIGN KEY (org, seq) REFERENCES "record" (org, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE photo (
    org TEXT NOT NULL,
    hash TEXT NOT NULL,
    who TEXT NOT NULL,
    came TEXT NOT NULL,
    type TEXT NOT NULL,
    size INTEGER NOT NULL,
    width INTEGER,
    height INTEGER,
    made INTEGER NOT NULL,
    taken INTEGER,
    lat TEXT,
    lon TEXT,
    PRIMARY KEY (org, hash, who)
) STRICT, WITHOUT ROWID;

CREATE TABLE draft (
    org TEXT NOT NULL,
    id TEXT NOT NULL,
    who TEXT NOT NULL,
    path TEXT NOT NULL,
    title TEXT NOT NULL,
    job TEXT,
    seen INTEGER NOT NULL,
    saved INTEGER NOT NULL,
    ends INTEGER NOT NULL,
    held INTEGER NOT NULL CHECK (held IN (0, 1)),
    sealed BLOB NOT NULL,
    PRIMARY KEY (org, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE saved_view (
    org TEXT NOT NULL,
    id TEXT NOT NULL,
    who TEXT NOT NULL,
    role TEXT,
    name TEXT NOT NULL,
    query TEXT NOT NULL,
    made INTEGER NOT NULL,
    PRIMARY KEY (org, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX job_due ON job (org, due);

CREATE INDEX job_address ON job (org, address);

CREATE INDEX job_list ON job (org, place, number, open, works, papers, category, urgency, tenure, community, estate, contractor, estimate, approved, paid, due, soon, amount, due_arrive, due_finish, due_paper, called_at, updated);

CREATE INDEX access_seen ON access (org, seen);

CREATE TRIGGER record_no_update BEFORE UPDATE ON record BEGIN
    SELECT RAISE(ABORT, 'the journal is append-only');
END;

CREATE TRIGGER record_no_delete BEFORE DELETE ON record BEGIN
    SELECT RAISE(ABORT, 'the journal is append-only');
END;

CREATE TRIGGER record_no_replace BEFORE INSERT ON record
WHEN EXISTS (SELECT 1 FROM record WHERE org = NEW.org AND seq = NEW.seq) BEGIN
    SELECT RAISE(ABORT, 'the journal is append-only');
END;

CREATE TRIGGER line_no_update BEFORE UPDATE ON line BEGIN
    SELECT RAISE(ABORT, 'the journal is append-only');
END;

CREATE TRIGGER line_no_delete BEFORE DELETE ON line BEGIN
    SELECT RAISE(ABORT, 'the journal is append-only');
END;

CREATE TRIGGER line_no_replace BEFORE INSERT ON line
WHEN EXISTS (SELECT 1 FROM line WHERE org = NEW.org AND seq = NEW.seq AND n = NEW.n) BEGIN
    SELECT RAISE(ABORT, 'the journal is append-only');
END;
