"""The server's disk is full, or its syncing fails, or one of its processes is killed, at the n-th call.

The shim is under the server; each of its processes counts for itself. A server that gives up (it must, when its log cannot
be written) is started again on a good disk.
"""
import errno
import subprocess

from faults import Meeting
from program import Program
from stream import heads, probe


def meet_server_faults(yjb, url, street, up_to):
    meeting = ServerMeeting(yjb, url, street)
    faults = [f"{call}:{n}{until}:{number}:{part}" for n in range(1, up_to + 1) for call, number, part, until in kinds()]
    share = max(1, (len(street.lines) - meeting.done) // len(faults))
    for fault in faults:
        meeting.face(fault, share)
    meeting.finish()
    return meeting.said()


def kinds():
    """(call, error number or 0 for a kill, what the path names, + for every call from there on)."""
    for until in ("", "+"):
        yield "write", errno.ENOSPC, "pg_wal", until
        yield "sync", errno.EIO, "pg_wal", until
        yield "write", errno.ENOSPC, "base/", until
    yield "write", 0, "pg_wal", ""
    yield "sync", 0, "pg_wal", ""


class ServerMeeting(Meeting):
    def __init__(self, yjb, url, street):
        super().__init__(yjb, street, None, None, None)
        self.url, self.done, self.asleep = url, 0, 0
        self.catch_up(street.lines[:len(street.lines) // 3])

    def face(self, fault, share):
        part = slice(self.done, self.done + share)
        lines, right = self.street.lines[part], self.street.answers[part]
        if self.server(fault) == 0:
            answers, ended = self.under(Program(self.yjb, self.url), lines)
        else:
            answers, ended = [], None
            self.asleep += 1
        kept = self.judge(fault, lines, answers, right)
        if self.server("good") != 0:
            raise AssertionError(f"{fault}: the server does not start again")
        self.demand(fault, [probe(line) for line in lines[:len(kept)]])
        self.catch_up(lines)
        self.faults += 1
        self.hits += ended != 0 or len(kept) < len(lines)
        self.kept += len(kept)

    def server(self, how):
        return subprocess.run(["bash", "-c", 'server "$1"', "bash", how], stdin=subprocess.DEVNULL).returncode

    def demand(self, fault, asked):
        for line, answer in zip(asked, self.ask(asked)):
            if '"refusal":"id.conflict"' not in answer:
                raise AssertionError(f"{fault}: answered and lost: {line}\n  {answer}")

    def catch_up(self, lines):
        right = self.street.answers[self.done:self.done + len(lines)]
        if self.ask(lines) != right:
            raise AssertionError(f"other answers after {self.done} commands")
        self.done += len(lines)

    def ask(self, lines):
        done = subprocess.run([self.yjb, "apply", "--db", self.url, "-"], input="".join(line + "\n" for line in lines),
                              encoding="utf-8", capture_output=True)
        return done.stdout.splitlines()

    def finish(self):
        """Everything once more: the same answers, the same end."""
        rest, self.done = self.street.lines, 0
        self.catch_up(rest)
        found = heads(self.yjb, self.url)[self.street.org]
        if found != self.street.end:
            raise AssertionError(f"the street ends with {found}, one program alone with {self.street.end}")

    def said(self):
        return (f"{self.faults} faults, {self.hits} of them stopped the writing ({self.asleep} kept the server from starting); "
                f"{self.kept} answered under them, all there; {self.refused} answered as not kept; verified: lost 0, twice 0")
