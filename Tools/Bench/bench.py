#!/usr/bin/env python3
"""Measures yjb beside yardsticks, in turn, and prints a table in Markdown: `make bench`.

What cannot be measured here (a compiler, a server, a tool that is missing) is a row that says why.
"""
import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import threading
from datetime import datetime
from itertools import islice

import stream
from measure import Row, Skip, commit, drive, in_turn, machine, median, ratio, run, table

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))


class Bench:
    """The streams, the file before them, the file after them, and what the rows share."""

    def __init__(self, options, folder):
        self.yjb, self.rounds, self.jobs, self.folder = options.yjb, options.rounds, options.jobs, folder
        self.commands = 13 * self.jobs
        # A long stream takes minutes a round: it is its own average.
        self.long_rounds = 1 if self.commands > 200_000 else min(self.rounds, 3)
        self.setup, self.stream = self.path("setup.jsonl"), self.path("jobs.jsonl")
        self.base, self.finished = self.path("base.sqlite"), self.path("finished.sqlite")
        self.write(self.setup, stream.setup(self.sample))
        self.write(self.stream, stream.jobs(self.jobs))
        run(self.yjb, "init", "--db", self.base)
        run(self.yjb, "apply", "--db", self.base, self.setup)
        self.programs = {}

    sample = os.path.join(ROOT, "samples", "2026-year.jsonl")

    def path(self, name):
        return os.path.join(self.folder, name)

    def write(self, path, lines):
        with open(path, "w", encoding="utf8") as file:
            file.writelines(lines)

    def fresh(self, path):
        """The file before the stream, with its key, at a path."""
        for end in ("-wal", "-shm"):
            if os.path.exists(path + end):
                os.remove(path + end)
        shutil.copyfile(self.base, path)
        shutil.copy(self.base + ".key", path + ".key")
        return path

    def yardstick(self, name, *libraries):
        """A small C program, compiled when it is first wanted."""
        if name in self.programs:
            return self.programs[name]
        program = os.path.join(ROOT, "out", "bench", name)
        source = os.path.join(HERE, name + ".c")
        if not shutil.which("gcc"):
            raise Skip("gcc is not installed")
        done = subprocess.run(["gcc", "-O2", "-o", program, source, *libraries], capture_output=True, text=True)
        if done.returncode != 0:
            raise Skip(f"{name}.c cannot be compiled: {(done.stderr.strip().splitlines() or ['?'])[0]}")
        self.programs[name] = program
        return program

    def applied(self):
        """The whole stream in one `yjb apply`; leaves the finished file."""
        return run(self.yjb, "apply", "--strict", "--db", self.fresh(self.finished), self.stream)

    def inserted(self, group, commands, folder=None):
        """(CPU seconds, wall seconds) of the same rows by C."""
        program = self.yardstick("insert", "-lsqlite3")
        target = self.fresh(os.path.join(folder or self.folder, "inserted.sqlite"))
        cpu, wall, done = run(program, self.finished, target, group, commands).out.split()
        if int(done) != commands:
            raise Skip(f"C inserted {done} commands of {commands}")
        return float(cpu), float(wall)

    def waiting(self, count, commands, folder=None):
        path = self.fresh(os.path.join(folder or self.folder, "waiting.sqlite"))
        return drive([self.yjb, "apply", "--db", path, "-"], self.stream, count, commands)


def beside_c(b, rounds, ours, theirs, name):
    """The rounds of ours and C's, or of ours alone when C cannot be had, with the reason."""
    try:
        b.yardstick("insert", "-lsqlite3")
    except Skip as reason:
        return in_turn(rounds, ours)[0], None, Row(f"{name}: C", f"skipped: {reason}")
    mine, others = in_turn(rounds, ours, theirs)
    return mine, others, None


def apply_rows(b):
    runs, c, missing = beside_c(b, b.long_rounds, b.applied, lambda: b.inserted(256, b.commands), "apply")
    ours = [r.cpu / b.commands * 1e6 for r in runs]
    name = f"`apply`, {b.commands:,} commands: CPU a command"
    if missing:
        yield Row(name, f"{median(ours):.0f} µs", aim="≤ 150 µs", met=median(ours) <= 150)
        yield missing
    else:
        theirs = [cpu / b.commands * 1e6 for cpu, _ in c]
        times = ratio(ours, theirs)
        yield Row(name, f"{median(ours):.0f} µs", f"C, groups of 256: {median(theirs):.1f} µs", f"{times:.1f}×",
                  "≤ 4×, ≤ 150 µs", times <= 4 and median(ours) <= 150)
    yield Row("… memory", f"{max(r.peak for r in runs):.0f} MiB")
    size = (os.path.getsize(b.finished) - os.path.getsize(b.base)) / b.commands
    yield Row("… bytes of file a command", f"{size:,.0f}", aim="≤ 1,600", met=size <= 1600)


def one_rows(b):
    count = min(1500, b.commands)
    yield from one_in(b, count, None, "the disk")
    if not os.access("/dev/shm", os.W_OK):
        yield Row("one command waiting, in memory", "skipped: there is no /dev/shm")
        return
    with tempfile.TemporaryDirectory(prefix="yjb-bench-", dir="/dev/shm") as folder:
        yield from one_in(b, count, folder, "/dev/shm, where the disk is not the limit")


def one_in(b, count, folder, where):
    runs, c, missing = beside_c(b, b.rounds, lambda: b.waiting(1, count, folder), lambda: b.inserted(1, count, folder),
                                f"one command waiting, {where}")
    ours = [r.cpu / count * 1e6 for r in runs]
    rates = [r.rate for r in runs]
    name = f"one command waiting ({count:,}), {where}"
    if missing:
        yield Row(f"{name}: CPU a command", f"{median(ours):.0f} µs")
        yield Row("… rate", f"{median(rates):,.0f}/s")
        yield missing
        return
    theirs, their_rates = [cpu / count * 1e6 for cpu, _ in c], [count / wall for _, wall in c]
    times, speed = ratio(ours, theirs), ratio(rates, their_rates)
    aims = ("≤ 2×", "≥ 0.6×") if folder is None else ("–", "–")
    yield Row(f"{name}: CPU a command", f"{median(ours):.0f} µs", f"C, groups of 1: {median(theirs):.0f} µs", f"{times:.1f}×",
              aims[0], times <= 2 if folder is None else None)
    yield Row("… rate", f"{median(rates):,.0f}/s", f"{median(their_rates):,.0f}/s", f"{speed:.2f}×", aims[1],
              speed >= 0.6 if folder is None else None)


def waiting_rows(b):
    one = min(1500, b.commands)
    for waiting, wanted, aim in ((32, 3200, 8), (256, 6144, 15)):
        count = min(wanted, b.commands)
        many, alone = in_turn(b.rounds, lambda: b.waiting(waiting, count), lambda: b.waiting(1, one))
        times = ratio([r.rate for r in many], [r.rate for r in alone])
        yield Row(f"{waiting} commands waiting ({count:,}): rate", f"{median(r.rate for r in many):,.0f}/s",
                  f"one waiting: {median(r.rate for r in alone):,.0f}/s", f"{times:.1f}×", f"≥ {aim}×", times >= aim)


class Server:
    """A throw-away PostgreSQL server, up while this is open: one that syncs, as a street's does and the tests' does not."""

    def __enter__(self):
        durable = dict(os.environ, YJB_TEST_POSTGRES_OPTIONS="")
        script = [os.path.join(ROOT, "Tests", "postgres.sh"), "sh", "-c", 'echo "$YJB_TEST_POSTGRES"; cat']
        pipe = subprocess.PIPE
        self.process = subprocess.Popen(script, stdin=pipe, stdout=pipe, stderr=pipe, text=True, env=durable)
        self.url = self.process.stdout.readline().strip()
        if not self.url:
            reason = self.process.communicate()[1].strip()
            raise Skip(reason or "no server")
        return self

    def __exit__(self, *_):
        self.process.communicate()

    made = 0

    def database(self, b, streets):
        """A new database with streets, before their streams."""
        Server.made += 1
        name = f"bench{Server.made}"
        run("psql", "-q", "-c", f"CREATE DATABASE {name}", self.url)
        url, files = self.url.replace("/postgres?", f"/{name}?"), b.path(f"files-{name}")
        run(b.yjb, "init", "--db", url, "--files", files)
        for org in streets:
            setup = b.path(f"setup-{org}.jsonl")
            b.write(setup, stream.setup(b.sample, org))
            run(b.yjb, "apply", "--db", url, "--files", files, setup)
        return url, files


def postgres_rows(b):
    for tool in ("psql", "pgbench"):
        if not shutil.which(tool):
            raise Skip(f"{tool} is not installed")
    count = min(1000, b.commands)
    with Server() as server:
        ours, cte = in_turn(b.rounds, lambda: streets_rate(b, server, ["NHL"], count), lambda: cte_rate(b, server, count))
        times = ratio(ours, cte)
        yield Row(f"PostgreSQL, one street, one waiting ({count:,}): rate", f"{median(ours):,.0f}/s",
                  f"one CTE a command, pgbench: {median(cte):,.0f}/s", f"{times:.2f}×", "≥ 1.0×", times >= 1)
        four, one = in_turn(b.rounds, lambda: streets_rate(b, server, ["NHL", "NHM", "NHN", "NHO"], count),
                            lambda: streets_rate(b, server, ["NHL"], count))
        times = ratio(four, one)
        yield Row("PostgreSQL, four streets at once: rate", f"{median(four):,.0f}/s", f"one street: {median(one):,.0f}/s",
                  f"{times:.2f}×", "≥ 1.8×", times >= 1.8)


def streets_rate(b, server, streets, count):
    """Commands a second of all streets together, each with a process of its own and one command waiting."""
    url, files = server.database(b, streets)
    rates, faults = [], []

    def street(org):
        path = b.path(f"jobs-{org}.jsonl")
        b.write(path, islice(stream.jobs(max(b.jobs, 1540), org), count))
        try:
            rates.append(drive([b.yjb, "apply", "--db", url, "--files", files, "-"], path, 1, count).rate)
        except Skip as reason:
            faults.append(reason)

    threads = [threading.Thread(target=street, args=(org,)) for org in streets]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if faults:
        raise faults[0]
    return sum(rates)


def cte_rate(b, server, count):
    url, _ = server.database(b, ["NHL"])
    out = run("pgbench", "-n", "-c", 1, "-t", count, "-M", "prepared", "-D", "seq=1000000", "-D", "record=900", "-D", "body=2500",
              "-f", os.path.join(HERE, "cte.sql"), url).out
    return next(float(line.split()[2]) for line in out.splitlines() if line.startswith("tps = "))


def verify_rows(b):
    records = b.commands
    runs = in_turn(b.long_rounds, lambda: run(b.yjb, "audit", "verify", "--db", b.finished))[0]
    rate = median(records / r.cpu for r in runs)
    yield Row(f"`audit verify`, {records:,} records: records a CPU second", f"{rate:,.0f}", aim="≥ 60,000", met=rate >= 60000)
    yield Row("… wall · memory", f"{median(r.wall for r in runs):.2f} s · {max(r.peak for r in runs):.0f} MiB")


def chain_rows(b):
    name = "`audit verify --chain`: records a CPU second"
    chain = ("audit", "verify", "--chain", "--db", b.finished)
    try:
        program = b.yardstick("chain", "-lsqlite3", "-lcrypto")
    except Skip as reason:
        runs = in_turn(b.rounds, lambda: run(b.yjb, *chain))[0]
        yield Row(name, f"{median(b.commands / r.cpu for r in runs):,.0f}", f"C: skipped: {reason}")
        return
    ours, c = in_turn(b.rounds, lambda: run(b.yjb, *chain), lambda: run(program, b.finished))
    speeds, theirs = [b.commands / r.cpu for r in ours], [b.commands / r.cpu for r in c]
    times = ratio(speeds, theirs)
    yield Row(name, f"{median(speeds):,.0f}", f"C: {median(theirs):,.0f}", f"{times:.2f}×", "≥ 0.7×", times >= 0.7)


REPORTS = [
    ("`report timeliness`", ["report", "timeliness"]), ("`report jobs`", ["report", "jobs"]),
    ("`report overdue`", ["report", "overdue"]), ("`report utilisation`", ["report", "utilisation", "--year", "2026"]),
    ("`report fund-ledger`, one appropriation", ["report", "fund-ledger", "--appropriation", stream.APPROPRIATIONS[0]]),
    ("`report vouchers`, one job", ["report", "vouchers", "--job", "2026-0002"]),
    ("`report trial-balance`", ["report", "trial-balance", "--book", "F"]), ("`finance todo`", ["finance", "todo"])]


def report_rows(b):
    cells = lambda runs: (f"{median(r.wall for r in runs) * 1e3:,.0f} ms, CPU {median(r.cpu for r in runs) * 1e3:,.0f} ms, "
                          f"{max(r.peak for r in runs):.0f} MiB")
    runs = in_turn(max(b.rounds, 5), lambda: run(b.yjb, "job", "list", "--limit", 50, "--db", b.finished))[0]
    yield Row(f"`job list --limit 50` of {b.jobs:,} jobs", cells(runs), aim="≤ 20 ms", met=median(r.wall for r in runs) <= 0.02)
    for name, words in REPORTS:
        try:
            runs = in_turn(b.rounds, lambda: run(b.yjb, *words, "--db", b.finished))[0]
        except Skip as reason:
            yield Row(name, f"skipped: {reason}")
            continue
        met = median(r.wall for r in runs) <= 1 and max(r.peak for r in runs) <= 100
        yield Row(name, cells(runs), aim="≤ 1 s, ≤ 100 MiB", met=met)


def start_rows(b):
    programs = [("start (`--version`)", ["--version"], 15),
                ("a balance (`report utilisation`)", ["report", "utilisation", "--year", "2026", "--db", b.finished], 20),
                ("`job show`", ["job", "show", "2026-0002", "--db", b.finished], 22)]
    for (name, _, aim), runs in zip(programs, in_turn(21, *[lambda words=words: run(b.yjb, *words) for _, words, _ in programs])):
        wall = median(r.wall for r in runs) * 1e3
        yield Row(f"{name}, median of 21", f"{wall:.1f} ms, CPU {median(r.cpu for r in runs) * 1e3:.1f} ms", aim=f"≤ {aim} ms",
                  met=wall <= aim)


def hledger_rows(b):
    if not shutil.which("hledger"):
        raise Skip("hledger is not installed")
    books = b.path("books")
    run(b.yjb, "audit", "export", "--year", "2026", "--out", books, "--db", b.finished)
    journal = os.path.join(books, "2026.journal")
    ours, theirs = in_turn(b.long_rounds, b.applied, lambda: run("hledger", "-f", journal, "balance"))
    times = ratio([r.cpu for r in ours], [r.cpu for r in theirs])
    yield Row(f"`apply` of {b.commands:,} commands beside reading their vouchers: CPU", f"{median(r.cpu for r in ours):.1f} s",
              f"hledger: {median(r.cpu for r in theirs):.1f} s", f"{times:.2f}×")


SECTIONS = {"apply": apply_rows, "one": one_rows, "waiting": waiting_rows, "postgres": postgres_rows,
            "verify": verify_rows, "chain": chain_rows, "reports": report_rows, "start": start_rows, "hledger": hledger_rows}


def measured(b, chosen):
    """The rows of the sections, told as they come; a section that cannot be measured is a row with its reason."""
    def rows(name):
        try:
            yield from SECTIONS[name](b)
        except Skip as reason:
            yield Row(name, f"skipped: {reason}")

    for name in chosen:
        for row in rows(name):
            print(f"bench: {row.name}: {row.ours} ({row.beside}, {row.ratio})", file=sys.stderr, flush=True)
            yield row


def parse():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--yjb", default=os.path.join(ROOT, ".build", "release", "yjb"), help="the program that is measured")
    parser.add_argument("--jobs", type=int, default=1540, help="jobs of the stream, 13 commands each (1,540)")
    parser.add_argument("--large", action="store_true", help="77,000 jobs: 1,001,000 commands")
    parser.add_argument("--rounds", type=int, default=5, help="an odd number (5)")
    parser.add_argument("--only", nargs="+", choices=SECTIONS, default=list(SECTIONS), help="some sections")
    options = parser.parse_args()
    options.jobs = 77000 if options.large else options.jobs
    if options.jobs < 2 or options.rounds < 1 or options.rounds % 2 == 0:
        parser.error("--rounds is an odd number and --jobs at least 2")
    if not os.access(options.yjb, os.X_OK):
        parser.error(f"{options.yjb} is not there: make build")
    return options


def main():
    options = parse()
    out, now, head = os.path.join(ROOT, "out", "bench"), datetime.now(), commit(ROOT)
    os.makedirs(out, exist_ok=True)
    load = " ".join(f"{n:.1f}" for n in os.getloadavg())
    with tempfile.TemporaryDirectory(prefix="files-", dir=out) as folder:
        b = Bench(options, folder)
        if "apply" not in options.only:
            b.applied()
        rows = list(measured(b, options.only))
    end = " ".join(f"{n:.1f}" for n in os.getloadavg())
    title = (f"Measured on {now:%Y-%m-%d at %H:%M}, commit {head}, rounds: {options.rounds}, of `apply` and `audit verify` "
             f"{b.long_rounds}. {machine()}. Load at the start {load}, at the end {end}.")
    text = "\n".join([title, "", *table(rows), ""])
    # A day may have several tables: of both sizes, or of some sections.
    with open(os.path.join(out, f"{now:%Y-%m-%d}-{head}.md"), "a", encoding="utf8") as file:
        file.write(text)
    print(text)


if __name__ == "__main__":
    main()
