"""How many requests a second the desk answers beside a "hello" of the framework that it stands on, in turn (A B A B).

`web.py --yjb PROGRAM --server PROGRAM --hello PROGRAM [--seconds 5] [--rounds 3]`. Needs wrk. The street is the sample year, on a file;
somebody is signed in. Prints a table with medians of the rounds' ratios; H is hello.
"""
import argparse
import os
import platform
import re
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.parse
import urllib.request

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")
GOALS = {"asset by hash": 0.8, "/healthz": 0.8, "job list, 50 rows": 0.15, "desk of a head": 0.10, "job page": 0.08, "utilisation": None}


def listening(port, path):
    for _ in range(300):
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=1).read()
            return
        except OSError:
            time.sleep(0.1)
    sys.exit(f"nothing listens at {port}")


class Kept(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_):
        return None


def sign_in(base, user, password):
    """The cookies of somebody who is signed in."""
    opener, cookies = urllib.request.build_opener(Kept), {}

    def ask(path, fields=None):
        data = urllib.parse.urlencode(fields).encode() if fields else None
        request = urllib.request.Request(base + path, data, {
            "Cookie": "; ".join(f"{k}={v}" for k, v in cookies.items()), "Sec-Fetch-Site": "same-origin"})
        try:
            answer = opener.open(request)
        except urllib.error.HTTPError as found:
            answer = found
        for cookie in answer.headers.get_all("Set-Cookie") or []:
            name, _, value = cookie.split(";")[0].partition("=")
            cookies[name] = value
        return answer.status, answer.read().decode("utf-8", "replace")

    _, page = ask("/NHL/sign-in")
    token = re.search(r'name="csrf" value="(\w+)"', page).group(1)
    status, _ = ask("/NHL/sign-in", [("csrf", token), ("name", user), ("password", password)])
    if status != 303:
        sys.exit(f"{user} cannot sign in: {status}")
    return f"yjb={cookies['yjb']}", ask("/NHL/desk")[1]


def wrk(url, cookie, seconds):
    """Requests a second, p99 in ms, answers that were no 2xx."""
    said = subprocess.run(
        ["wrk", "-t2", "-c64", f"-d{seconds}s", "--latency", "-H", f"Cookie: {cookie}", url], capture_output=True, text=True, check=True).stdout
    rate = float(re.search(r"Requests/sec:\s+([\d.]+)", said).group(1))
    value, unit = re.search(r"99%\s+([\d.]+)(us|ms|s)", said).groups()
    bad = re.search(r"Non-2xx or 3xx responses: (\d+)", said)
    return rate, float(value) * {"us": 0.001, "ms": 1, "s": 1000}[unit], int(bad.group(1)) if bad else 0


def main():
    options = argparse.ArgumentParser()
    for name in ("yjb", "server", "hello"):
        options.add_argument("--" + name, required=True)
    options.add_argument("--seconds", type=int, default=5)
    options.add_argument("--rounds", type=int, default=3)
    given = options.parse_args()
    if subprocess.run(["which", "wrk"], capture_output=True, check=False).returncode:
        sys.exit("make bench-web needs wrk: apt-get install wrk")
    commit = subprocess.run(["git", "-C", ROOT, "describe", "--always", "--dirty"], capture_output=True, text=True, check=False).stdout.strip()
    with tempfile.TemporaryDirectory() as folder:
        measure(given, folder, commit)


def measure(given, folder, commit):
    street, log = os.path.join(folder, "street.sqlite"), open(os.path.join(folder, "log"), "w+b")
    for words in (["init"], ["apply", os.path.join(ROOT, "samples", "2026-year.jsonl")]):
        subprocess.run([given.yjb, *words, "--db", street], stdout=log, stderr=log, check=True)
    hello = subprocess.Popen([given.hello, "8312"], stdout=log, stderr=log)
    server = subprocess.Popen(
        [given.server, "serve", "--db", street, "--port", "8313", "--plain-http", "--practice", "--no-rates"], stdout=log, stderr=log)
    try:
        listening(8312, "/hello")
        listening(8313, "/healthz")
        log.flush()
        said = open(log.name, encoding="utf-8").read()
        user, password = re.search(r"^\s+(\S+)\s+(\S+)\s+科室负责人", said, re.M).groups()
        cookie, page = sign_in("http://127.0.0.1:8313", user, password)
        asset = re.search(r'href="(/assets/[^"]+app\.css)"', page).group(1)
        pages = {
            "asset by hash": asset, "/healthz": "/healthz", "job list, 50 rows": "/NHL/jobs?all=1", "desk of a head": "/NHL/desk",
            "job page": "/NHL/jobs/2026-0001", "utilisation": "/NHL/reports/utilisation",
        }
        print(f"{platform.machine()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}, commit {commit}, wrk -t2 -c64, "
              f"{given.seconds} s × {given.rounds} in turn, SQLite, sample year")
        print(f"{'what':<20}{'requests/s':>12}{'H':>10}{'ratio':>8}{'goal':>7}{'p99 ms':>9}  ")
        for what, path in pages.items():
            rows = []
            for _ in range(given.rounds):
                base = wrk("http://127.0.0.1:8312/hello", "x=1", given.seconds)
                own = wrk("http://127.0.0.1:8313" + path, cookie, given.seconds)
                rows.append((own[0], base[0], own[0] / base[0], own[1], own[2]))
            middle = [statistics.median(column) for column in zip(*rows)]
            goal = GOALS[what]
            verdict = "" if goal is None else "ok" if middle[2] >= goal else "below"
            wrong = sum(row[4] for row in rows)
            print(f"{what:<20}{middle[0]:>12.0f}{middle[1]:>10.0f}{middle[2]:>8.3f}{goal or '—':>7}{middle[3]:>9.1f}  {verdict}"
                  + (f" {wrong} answers were no page" if wrong else ""), flush=True)
    finally:
        for process in (server, hello):
            process.terminate()
            process.wait(30)


main()
