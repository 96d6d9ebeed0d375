"""The commands of a drill, and what one program alone answers to them.

The street is a sandbox and every command says its time, so that its records, and with them its head, are the same in
every run: a command lost, done twice or done out of order shows in the head.
"""
import json
import pathlib
import subprocess

SAMPLE = pathlib.Path(__file__).resolve().parents[2] / "samples" / "2026-year.jsonl"


def commands(org, count):
    """The first `count` commands of a street: the sample year, then jobs called, handled and cancelled, and money moved."""
    lines = [line.replace('"NHL"', f'"{org}"') for line in SAMPLE.read_text("utf-8").splitlines() if '"org":"NHL"' in line]
    job, step = 102, 0
    while len(lines) < count:
        lines += round_of(org, job, step)
        job, step = job + 1, step + 7
    return lines[:count]


def round_of(org, job, step):
    """What becomes of one job, and money to and fro; a tenth of a second apart, so that 200,000 fit into the year's last evening."""
    name = f"2026-{job:04d}"
    place = {"address": f"{job}", "community": "槐树里社区", "estate": "JH"}
    call = {"channel": "phone", "site": place, "category": "wall", "description": f"{job}"}
    there, back = ("MS-2026-02", "MS-2026-01")[::1 if job % 2 else -1], f"{1 + job % 9}.{job % 100:02d}"
    asked = [
        ("jumin", "job.call", call),
        ("chen.lu", "job.accept", {"job": name, "tenure": "unowned", "urgency": "urgent"}),
        ("chen.lu", "job.note", {"job": name, "text": f"{step}"}),
        ("zheng.li", "fund.transfer", {"from": there[0], "to": there[1], "amount": back, "documentNo": f"A{job}"}),
        ("chen.lu", "job.dispatch", {"job": name, "contractor": "QL", "workers": 1, "due": "2027-01-08"}),  # refused: unsigned
        ("zheng.li", "fund.transfer", {"from": there[1], "to": there[0], "amount": back, "documentNo": f"B{job}"}),
        ("zhao.ming", "job.cancel", {"job": name, "reason": "撤"}),
    ]
    return [envelope(org, f"d{step + n}", step + n, *what) for n, what in enumerate(asked)]


def envelope(org, name, tenths, by, do, parts):
    seconds = 17 * 3600 + 15 * 60 + tenths // 10
    at = f"2026-12-31T{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}.{tenths % 10}00+08:00"
    return json.dumps({"id": name, "org": org, "by": by, "at": at, "do": do, "with": parts}, ensure_ascii=False, separators=(",", ":"))


def probe(line):
    """Another command under the id of `line`: a conflict when `line` was kept, and done when it was lost."""
    asked = json.loads(line)
    asked.update(do="job.note", by="chen.lu")
    asked["with"] = {"job": "2026-0001", "text": "was the command before this one lost?"}
    return json.dumps(asked, ensure_ascii=False)


class Street:
    """Its commands, the answers of one program alone, and the head it ends with."""

    def __init__(self, yjb, folder, org, count, accepted_only):
        self.org = org
        self.lines = commands(org, count)
        self.answers = self.alone(yjb, folder / f"alone-{org}.sqlite")
        if accepted_only:
            # A refused command asked again later may be answered otherwise, and rightly.
            kept = [pair for pair in zip(self.lines, self.answers) if is_kept(pair[1])]
            self.lines, self.answers = [list(part) for part in zip(*kept)]
        self.end = heads(yjb, folder / f"alone-{org}.sqlite")[org]

    def alone(self, yjb, path):
        subprocess.run([yjb, "init", "--db", path], check=True, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
        done = subprocess.run([yjb, "apply", "--db", path, "-"], input="\n".join(self.lines) + "\n", encoding="utf-8",
                              capture_output=True, check=True)
        answers = done.stdout.splitlines()
        assert len(answers) == len(self.lines)
        return answers


def is_kept(answer):
    return '"ok":true' in answer


def heads(yjb, url):
    """Verifies everything, and gives (records, head) of each street."""
    done = subprocess.run([yjb, "audit", "verify", "--json", "--db", url], capture_output=True, encoding="utf-8")
    if done.returncode != 0:
        raise SystemExit(f"FAILED: audit verify ends with {done.returncode}: {done.stdout}{done.stderr}")
    found = [json.loads(line) for line in done.stdout.splitlines()]
    return {street["org"]: (street["records"], street["head"]) for street in found}
