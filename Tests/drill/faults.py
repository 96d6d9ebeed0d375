"""The disk is full, or syncing fails, or the program is killed, at the n-th call, for every n: what was answered is kept.

At a file the shim (Tests/Faults/faults.c) is under the program, at a server under the server.
"""
import errno
import json
import shutil
import subprocess

from program import Program
from stream import heads, is_kept, probe

# So many commands are done on the faulty disk, after all those before them on a good one.
LAST = 10
# A kind of fault is over when so many numbers in a row met nothing: there are no more calls.
OVER = 12
NOT_KEPT = ("store.full", "store.io", "store.unknown", "store.unreachable", "store.damaged", "store.locked")


def meet_faults(yjb, street, folder, step, shim):
    base = folder / "base.sqlite"
    subprocess.run([yjb, "init", "--db", base], check=True, capture_output=True)
    subprocess.run([yjb, "apply", "--db", base, "-"], input="\n".join(street.lines[:-LAST]) + "\n", encoding="utf-8",
                   check=True, capture_output=True)
    meeting = Meeting(yjb, street, folder, base, shim)
    for what, number, until in kinds():
        n, missed = 1, 0
        while missed < OVER:
            missed = 0 if meeting.meet(f"{what}:{n}{until}:{number}:work.sqlite") else missed + 1
            n += step if what == "write" else 1
    return meeting.said()


def kinds():
    """(calls, error number or 0 for a kill, + for every call from there on)."""
    for until in ("", "+"):
        yield "write", errno.ENOSPC, until
        yield "write", errno.EIO, until
        yield "sync", errno.EIO, until
    yield "write", 0, ""
    yield "sync", 0, ""


class Meeting:
    def __init__(self, yjb, street, folder, base, shim):
        self.yjb, self.street, self.folder, self.base, self.shim = yjb, street, folder, base, shim
        self.faults = self.hits = self.kept = self.refused = 0

    def meet(self, fault):
        """Whether it was noticed: the program did not end well."""
        work = self.folder / "work.sqlite"
        for old in self.folder.glob("work.sqlite*"):
            old.unlink()
        for suffix in ("", ".key"):
            shutil.copy(f"{self.base}{suffix}", f"{work}{suffix}")
        lines, right = self.street.lines[-LAST:], self.street.answers[-LAST:]
        answers, ended = self.under(Program(self.yjb, work, LD_PRELOAD=self.shim, FAULT=fault), lines)
        hit = ended != 0 or len(answers) < len(lines)
        kept = self.judge(fault, lines, answers, right)
        self.settle(fault, work, [line for line, answer in zip(lines, answers) if is_kept(answer)])
        self.faults += 1
        self.hits += hit
        self.kept += len(kept)
        return hit

    def under(self, program, lines):
        """One command after the other; one that was not kept ends it, since the next ones build upon it."""
        for n, line in enumerate(lines):
            if not program.tell([line]) or not program.wait_for(n + 1) or not is_kept(program.answers()[n]):
                break
        return program.end(), program.process.returncode

    def judge(self, fault, lines, answers, right):
        for n, answer in enumerate(answers):
            if is_kept(answer):
                if answer != right[n]:
                    raise AssertionError(f"{fault}: {lines[n]}\n  {answer}\nis not\n  {right[n]}")
            elif json.loads(answer)["refusal"] not in NOT_KEPT:
                raise AssertionError(f"{fault}: {lines[n]}\n  {answer}")
            else:
                self.refused += 1
        return [answer for answer in answers if is_kept(answer)]

    def settle(self, fault, url, kept):
        """The program started again on a good disk: what was answered is there, the rest can be done, the end is the same."""
        asked = [probe(line) for line in kept] + self.street.lines
        done = subprocess.run([self.yjb, "apply", "--db", url, "-"], input="\n".join(asked) + "\n", encoding="utf-8",
                              capture_output=True)
        answers = done.stdout.splitlines()
        for line, answer in zip(kept, answers):
            if '"refusal":"id.conflict"' not in answer:
                raise AssertionError(f"{fault}: answered and lost: {line}\n  {answer}")
        if answers[len(kept):] != self.street.answers:
            raise AssertionError(f"{fault}: other answers afterwards; the program said {done.stderr}")
        found = heads(self.yjb, url)[self.street.org]
        if found != self.street.end:
            raise AssertionError(f"{fault}: the street ends with {found}, not with {self.street.end}")

    def said(self):
        return (f"{self.faults} faults, {self.hits} of them ended the program; {self.kept} answered under them, all there; "
                f"{self.refused} answered as not kept; verified {self.faults} times: lost 0, twice 0")
