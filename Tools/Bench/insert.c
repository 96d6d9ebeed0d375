/* The rows that one stream left in a finished file, inserted again into another file by prepared statements: what SQLite
   itself takes for the same bytes.

       insert FINISHED TARGET GROUP COMMANDS

   TARGET is a copy of the file before the stream. A transaction holds GROUP commands; what a command changes and does not
   add (the job, balances, standings, counters, the street) is written once in a group. Rows are read outside the measure.
   Prints the CPU seconds and the wall seconds of the inserts and commits, and the number of commands. */
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* Of each table: the number of the group, then the row. ?1 is the last record before the stream, ?2 the size of a group,
   ?3 the last record wanted. */
#define GROUP(of) "(" of ".seq - ?1 - 1) / ?2"
#define WANTED(of) of ".seq > ?1 AND " of ".seq <= ?3"
/* The long rows of jobs are looked up after the sorting, not sorted: CROSS JOIN keeps the order of its left side,
   and LIMIT keeps SQLite from leaving that order out. */
#define TOUCHED_JOBS \
    "SELECT d.part, t.* FROM (SELECT DISTINCT " GROUP("r") " AS part, r.org, r.job FROM job_record r WHERE " WANTED("r") \
    " ORDER BY 1 LIMIT -1) d CROSS JOIN job t ON t.org = d.org AND t.number = d.job"

/* Rows that a job gets once: with its first record or with its last. */
#define ONCE(which, table, key) \
    "SELECT " GROUP("f") ", t.* FROM (SELECT org, job, " which "(seq) AS seq FROM job_record GROUP BY org, job) f " \
    "JOIN " table " t ON t.org = f.org AND t." key " = f.job WHERE " WANTED("f") " ORDER BY f.seq"

static struct table { const char *name, *key, *rows; sqlite3_stmt *from, *into; int columns, more; } tables[] = {
    {"record", "", "SELECT " GROUP("r") ", r.* FROM record r WHERE " WANTED("r") " ORDER BY r.seq", 0, 0, 0, 0},
    {"command", "", "SELECT " GROUP("r") ", r.* FROM command r WHERE " WANTED("r") " ORDER BY r.seq", 0, 0, 0, 0},
    {"job_record", "", "SELECT " GROUP("r") ", r.* FROM job_record r WHERE " WANTED("r") " ORDER BY r.seq", 0, 0, 0, 0},
    {"line", "", "SELECT " GROUP("r") ", r.* FROM line r WHERE " WANTED("r") " ORDER BY r.seq, r.n", 0, 0, 0, 0},
    {"job", "org, number", TOUCHED_JOBS, 0, 0, 0, 0},
    {"caller", "org, job", ONCE("MIN", "caller", "job"), 0, 0, 0, 0},
    {"taken", "org, kind, value", ONCE("MAX", "taken", "owner"), 0, 0, 0, 0},
    {"book_item", "org, custody, kind, no", ONCE("MAX", "book_item", "job"), 0, 0, 0, 0},
    {"balance", "org, day, book, account, appropriation, phase", "SELECT " GROUP("r") " AS part, t.* FROM line r JOIN balance t "
        "USING (org, day, book, account, appropriation, phase) WHERE " WANTED("r")
        " GROUP BY part, day, book, account, appropriation, phase ORDER BY part", 0, 0, 0, 0},
    {"standing", "org, appropriation, account", "SELECT " GROUP("r") " AS part, t.* FROM line r JOIN standing t "
        "USING (org, appropriation, account) WHERE " WANTED("r")
        " GROUP BY part, appropriation, account ORDER BY part", 0, 0, 0, 0},
    {"counter", "org, kind, year", "SELECT " GROUP("r") " AS part, t.* FROM record r JOIN counter t ON t.org = r.org WHERE "
        WANTED("r") " GROUP BY part, t.kind, t.year ORDER BY part", 0, 0, 0, 0},
    {"street", "org", "SELECT " GROUP("r") " AS part, t.* FROM record r JOIN street t ON t.org = r.org WHERE " WANTED("r")
        " GROUP BY part ORDER BY part", 0, 0, 0, 0},
};
enum { TABLES = sizeof tables / sizeof *tables };

static struct row { int table; sqlite3_value **values; } *rows;
static long count, room;
static sqlite3 *finished, *target;

static void fail(sqlite3 *db) { fprintf(stderr, "insert: %s\n", sqlite3_errmsg(db)); exit(1); }
static void run(sqlite3 *db, const char *sql) { if (sqlite3_exec(db, sql, 0, 0, 0)) fail(db); }
static double clock_of(clockid_t id) { struct timespec t; clock_gettime(id, &t); return t.tv_sec + t.tv_nsec * 1e-9; }

static long long number(sqlite3 *db, const char *sql) {
    sqlite3_stmt *s; long long n;
    if (sqlite3_prepare_v2(db, sql, -1, &s, 0) || sqlite3_step(s) != SQLITE_ROW) fail(db);
    n = sqlite3_column_int64(s, 0); sqlite3_finalize(s);
    return n;
}

/* INSERT INTO name VALUES (?, …), and where the row may be there already, the update of its columns. */
static void prepare(struct table *t, long long base, long group, long commands) {
    char sql[4096]; int n;
    if (sqlite3_prepare_v2(finished, t->rows, -1, &t->from, 0)) fail(finished);
    sqlite3_bind_int64(t->from, 1, base); sqlite3_bind_int64(t->from, 2, group); sqlite3_bind_int64(t->from, 3, base + commands);
    t->columns = sqlite3_column_count(t->from) - 1;
    n = sprintf(sql, "INSERT INTO %s (", t->name);
    for (int i = 1; i <= t->columns; i++) n += sprintf(sql + n, "%s%s", i > 1 ? ", " : "", sqlite3_column_name(t->from, i));
    n += sprintf(sql + n, ") VALUES (");
    for (int i = 1; i <= t->columns; i++) n += sprintf(sql + n, "%s?", i > 1 ? ", " : "");
    n += sprintf(sql + n, ")");
    if (*t->key) {
        n += sprintf(sql + n, " ON CONFLICT (%s) DO UPDATE SET ", t->key);
        for (int i = 1; i <= t->columns; i++) {
            const char *c = sqlite3_column_name(t->from, i);
            n += sprintf(sql + n, "%s%s = excluded.%s", i > 1 ? ", " : "", c, c);
        }
    }
    if (sqlite3_prepare_v2(target, sql, -1, &t->into, 0)) fail(target);
    t->more = sqlite3_step(t->from);
}

/* Takes the rows of one group out of the finished file. */
static void take(long part) {
    for (long i = 0; i < count; i++) {
        for (int c = 0; c < tables[rows[i].table].columns; c++) sqlite3_value_free(rows[i].values[c]);
        free(rows[i].values);
    }
    count = 0;
    for (int i = 0; i < TABLES; i++) {
        struct table *t = &tables[i];
        for (; t->more == SQLITE_ROW && sqlite3_column_int64(t->from, 0) == part; t->more = sqlite3_step(t->from)) {
            if (count == room) rows = realloc(rows, (room = room * 2 + 1024) * sizeof *rows);
            rows[count].table = i;
            rows[count].values = malloc(t->columns * sizeof(sqlite3_value *));
            for (int c = 0; c < t->columns; c++) rows[count].values[c] = sqlite3_value_dup(sqlite3_column_value(t->from, c + 1));
            count++;
        }
        if (t->more != SQLITE_ROW && t->more != SQLITE_DONE) fail(finished);
    }
}

static void put(void) {
    run(target, "BEGIN IMMEDIATE");
    for (long i = 0; i < count; i++) {
        struct table *t = &tables[rows[i].table];
        for (int c = 0; c < t->columns; c++) sqlite3_bind_value(t->into, c + 1, rows[i].values[c]);
        if (sqlite3_step(t->into) != SQLITE_DONE) fail(target);
        sqlite3_reset(t->into);
    }
    run(target, "COMMIT");
}

int main(int argc, char **argv) {
    if (argc != 5) { fprintf(stderr, "usage: insert FINISHED TARGET GROUP COMMANDS\n"); return 64; }
    long group = atol(argv[3]), commands = atol(argv[4]);
    if (sqlite3_open_v2(argv[1], &finished, SQLITE_OPEN_READWRITE, 0)) fail(finished);
    if (sqlite3_open_v2(argv[2], &target, SQLITE_OPEN_READWRITE, 0)) fail(target);
    run(target, "PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA temp_store = MEMORY;"
        "PRAGMA secure_delete = ON; PRAGMA recursive_triggers = ON; PRAGMA wal_autocheckpoint = 1000;"
        "PRAGMA synchronous = FULL; PRAGMA journal_mode = WAL");
    long long base = number(target, "SELECT MAX(seq) FROM record");
    for (int i = 0; i < TABLES; i++) prepare(&tables[i], base, group, commands);
    double cpu = 0, wall = 0;
    for (long part = 0; part * group < commands; part++) {
        take(part);
        double c = clock_of(CLOCK_PROCESS_CPUTIME_ID), w = clock_of(CLOCK_MONOTONIC);
        put();
        cpu += clock_of(CLOCK_PROCESS_CPUTIME_ID) - c; wall += clock_of(CLOCK_MONOTONIC) - w;
    }
    for (int i = 0; i < TABLES; i++) if (tables[i].more == SQLITE_ROW) {
        fprintf(stderr, "insert: rows of %s are left\n", tables[i].name);
        return 1;
    }
    printf("%.6f %.6f %lld\n", cpu, wall, number(target, "SELECT MAX(seq) FROM record") - base);
    return 0;
}
