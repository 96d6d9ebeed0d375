"""How the bench measures: programs run with what they took, streams fed with so many commands waiting, and the table."""
import ctypes
import fcntl
import os
import shutil
import statistics
import subprocess
import tempfile
import time
from dataclasses import dataclass
from itertools import islice

F_SETPIPE_SZ = 1031


class Skip(Exception):
    """A row cannot be measured here, and why."""


@dataclass
class Run:
    wall: float  # seconds
    cpu: float  # seconds, user and system, of the whole process
    peak: float  # MiB resident; never less than this script's own, which the child starts from
    out: str

    rate: float = 0  # commands a second, of a stream


def environment():
    return dict(os.environ, YJB_LANG="en")


def ended(process, start, out, command):
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    wall = time.monotonic() - start
    if process.returncode != 0:
        raise Skip(f"`{' '.join(os.path.basename(str(word)) for word in command[:4])}` ended with {process.returncode}")
    return Run(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, out)


def run(*command, keep=20000):
    """Runs a program to its end; `keep` bytes of what it prints are kept."""
    command = [str(word) for word in command]
    with tempfile.TemporaryFile() as out:
        start = time.monotonic()
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=out, stderr=subprocess.DEVNULL, env=environment())
        result = ended(process, start, "", command)
        out.seek(0)
        result.out = out.read(keep).decode(errors="replace")
        return result


def drive(command, stream, waiting, count):
    """Feeds `count` lines of a stream to a program, `waiting` at a time: the next ones when all are answered. The rate
    leaves out the first of them, in which the program starts."""
    command = [str(word) for word in command]
    pipe, quiet = subprocess.PIPE, subprocess.DEVNULL
    process = subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=quiet, env=environment())
    fcntl.fcntl(process.stdin, F_SETPIPE_SZ, 1 << 20)
    start = first = time.monotonic()
    done = before = 0
    with open(stream, "rb") as lines:
        while batch := list(islice(lines, min(waiting, count - done))):
            process.stdin.write(b"".join(batch))
            process.stdin.flush()
            for _ in batch:
                if b'"ok":true' not in (answer := process.stdout.readline()):
                    process.kill()
                    raise Skip(f"a command was refused: {answer[:200].decode(errors='replace')}")
            done += len(batch)
            if not before:
                before, first = done, time.monotonic()
    last = time.monotonic()
    process.stdin.close()
    result = ended(process, start, "", command)
    process.stdout.close()
    result.rate = (done - before) / (last - first)
    return result


def in_turn(rounds, *programs):
    """A B A B …: of each program, what it gave in each round."""
    given = [[] for _ in programs]
    for _ in range(rounds):
        for program, results in zip(programs, given):
            results.append(program())
    return given


def median(values):
    return statistics.median(values)


def ratio(ours, theirs):
    """The median of the ratios of the rounds: what disturbs the machine disturbs neighbours alike."""
    return median(a / b for a, b in zip(ours, theirs))


@dataclass
class Row:
    name: str
    ours: str
    beside: str = "–"
    ratio: str = "–"
    aim: str = "–"
    met: bool | None = None


def table(rows):
    yield "| row | ours | yardstick | ratio | aim | met |"
    yield "|---|---|---|---|---|---|"
    for row in rows:
        met = {None: "–", True: "yes", False: "**no**"}[row.met]
        yield f"| {row.name} | {row.ours} | {row.beside} | {row.ratio} | {row.aim} | {met} |"


def first_word(path, key):
    with open(path, encoding="utf8") as file:
        return next((line.split(":", 1)[1].strip() for line in file if line.startswith(key)), "unknown")


def sqlite_version():
    try:
        library = ctypes.CDLL("libsqlite3.so.0")
    except OSError:
        return "unknown"
    library.sqlite3_libversion.restype = ctypes.c_char_p
    return library.sqlite3_libversion().decode()


def machine():
    memory = first_word("/proc/meminfo", "MemTotal").split()[0]
    size = f"{int(memory) / 1048576:.0f} GiB" if memory.isdigit() else "unknown memory"
    return (f"{first_word('/proc/cpuinfo', 'model name')}, {os.cpu_count()} cores, {size}; "
            f"Linux {os.uname().release}; SQLite {sqlite_version()}")


def commit(root):
    def git(*words):
        return subprocess.run(["git", "-C", root, *words], capture_output=True, text=True).stdout.strip()
    if not shutil.which("git") or not (head := git("rev-parse", "--short", "HEAD")):
        return "unknown"
    return head + ("+changes" if git("status", "--porcelain", "--", "Sources") else "")
