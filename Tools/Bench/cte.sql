-- What a command adds to a store and changes in it, as one statement: pgbench runs it beside `yjb apply`, on the same tables.
-- pgbench is told: seq (the last number given), record and job (lengths of bodies).
\set seq :seq + 1
\set job random(1, 2000)
\set fund random(1, 12)
\set day random(20460, 20800)
WITH added AS (
    INSERT INTO record (org, seq, body, prev, hash)
    VALUES ('NHL', :seq, repeat('r', :record), repeat('0', 64), repeat('1', 64))
), named AS (
    INSERT INTO command (org, id, seq) VALUES ('NHL', 'command-' || :seq, :seq)
), touched AS (
    INSERT INTO job_record (org, job, seq) VALUES ('NHL', '2026-' || :job, :seq)
), booked AS (
    INSERT INTO line (org, seq, n, voucher, day, book, account, side, amount, appropriation, job, contractor, phase)
    VALUES ('NHL', :seq, 1, '2026-000001', :day, 'I', 'I2101', 'debit', 152400, 'MS-2026-01', '2026-' || :job, NULL, 'ordinary')
), stands AS (
    INSERT INTO job (org, number, ref, works, papers, called_at, body, address, place)
    VALUES ('NHL', '2026-' || :job, NULL, 'passed', 'paid', 1, repeat('j', :body), '2026-' || :job, :job)
    ON CONFLICT (org, number) DO UPDATE SET body = excluded.body, papers = excluded.papers, updated = job.updated + 1
), leaves AS (
    INSERT INTO standing (org, appropriation, account, amount) VALUES ('NHL', 'MS-' || :fund, 'I2101', 1)
    ON CONFLICT (org, appropriation, account) DO UPDATE SET amount = standing.amount + 1
), balanced AS (
    INSERT INTO balance (org, day, book, account, appropriation, phase, debit, credit)
    VALUES ('NHL', :day, 'I', 'I2101', 'MS-' || :fund, 'ordinary', 1, 0)
    ON CONFLICT (org, day, book, account, appropriation, phase) DO UPDATE SET debit = balance.debit + 1
)
UPDATE street SET seq = :seq, head = repeat('1', 64) WHERE org = 'NHL';
