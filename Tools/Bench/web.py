"""How many requests a second the desk answers beside a "hello" of the framework that it stands on, in turn (A B A B).

`web.py --yjb PROGRAM --server PROGRAM --hello PROGRAM [--seconds 5] [--rounds 3]`. Needs wrk. The street is the sample year, on a file;
somebody is signed in. Prints a table with medians of the rounds' ratios; H is hello.
"""
import argparse
import os
import platform
import re
import resource
import statistics
import struct
import subprocess
import sys
import tempfile
import threading
import time
import urllib.error
import urllib.parse
import urllib.request
import zlib

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


def wrk(url, cookie, seconds, connections=64, script=None):
    """Requests a second, p99 in ms, answers that were no 2xx, connections that broke."""
    more = ["-s", script] if script else []
    said = subprocess.run(
        ["wrk", "-t2", f"-c{connections}", f"-d{seconds}s", "--timeout", "10s", "--latency", "-H", f"Cookie: {cookie}", *more, url],
        capture_output=True, text=True, check=True).stdout
    rate = float(re.search(r"Requests/sec:\s+([\d.]+)", said).group(1))
    value, unit = re.search(r"99%\s+([\d.]+)(us|ms|s)", said).groups()
    bad = re.search(r"Non-2xx or 3xx responses: (\d+)", said)
    broken = re.search(r"Socket errors: connect (\d+), read (\d+), write (\d+), timeout (\d+)", said)
    return (rate, float(value) * {"us": 0.001, "ms": 1, "s": 1000}[unit], int(bad.group(1)) if bad else 0,
            sum(map(int, broken.groups())) if broken else 0)


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
        beside(given, cookie, server.pid)
    finally:
        for process in (server, hello):
            process.terminate()
            process.wait(30)


FIVE = ["/NHL/desk", "/NHL/jobs", "/NHL/jobs?all=1", "/NHL/jobs/2026-0001", "/NHL/reports/utilisation"]


def beside(given, cookie, server):
    """How readers fare while others write, and while photos come in."""
    base, seconds = "http://127.0.0.1:8313", 2 * given.seconds
    with tempfile.NamedTemporaryFile("w", suffix=".lua") as script:
        paths = ", ".join(f'"{path}"' for path in FIVE)
        script.write(f"local p, i = {{ {paths} }}, 0\nrequest = function() i = i + 1 return wrk.format('GET', p[i % #p + 1]) end\n")
        script.flush()
        with busy(10, lambda: note(base, cookie)) as noted:
            found = wrk(base, cookie, seconds, 1000, script.name)
    print(f"five pages, 1,000 connections, while 10 write: {found[0]:.0f} requests/s, p99 {found[1]:.0f} ms (goal 1,000), "
          f"{found[2] + found[3]} errors, {noted[0]} records, {noted[1]} refused; {resident(server):.0f} MB resident (goal 300)", flush=True)
    quiet = wrk(base + "/NHL/jobs/2026-0002", cookie, seconds, 8)
    with busy(8, lambda: send_photo(base, cookie)) as sent:
        loud = wrk(base + "/NHL/jobs/2026-0002", cookie, seconds, 8)
    print(f"a job's page while photos of 12 MP come in, 8 at a time: p99 {quiet[1]:.1f} → {loud[1]:.1f} ms (goal 2 ×), "
          f"{loud[2] + loud[3]} errors, {sent[0]} photos, {sent[1]} refused; {resident(server):.0f} MB resident")


class busy:
    """So many threads that do something again and again; how often it went well, and how often not."""

    def __init__(self, count, work):
        self.count, self.work, self.done, self.over = count, work, [0, 0], threading.Event()

    def __enter__(self):
        self.threads = [threading.Thread(target=self.run) for _ in range(self.count)]
        for thread in self.threads:
            thread.start()
        return self.done

    def run(self):
        while not self.over.is_set():
            self.done[0 if self.work() else 1] += 1

    def __exit__(self, *_):
        self.over.set()
        for thread in self.threads:
            thread.join()


def ask(base, cookie, path, data=None, kind="application/x-www-form-urlencoded"):
    request = urllib.request.Request(base + path, data, {"Cookie": cookie, "Sec-Fetch-Site": "same-origin", "Content-Type": kind})
    try:
        answer = urllib.request.build_opener(Kept).open(request, timeout=60)
    except urllib.error.HTTPError as found:
        answer = found
    return answer.status, answer.read().decode("utf-8", "replace")


def hidden(base, cookie, path):
    """What the form at an address carries unseen: its token, its id, the record that it was opened on."""
    page = ask(base, cookie, path)[1]
    return {name: re.search(rf'name="{name}" value="([^"]+)"', page).group(1) for name in ("csrf", "id", "seen")}


NOTE = "/NHL/jobs/2026-0001/do/note"


def note(base, cookie):
    form = hidden(base, cookie, NOTE) | {"text": "现场看过", "go": "send"}
    return ask(base, cookie, NOTE, urllib.parse.urlencode(form).encode())[0] == 303


def send_photo(base, cookie):
    """A photo of its own each time, on a form that is not sent."""
    line, form = "----yjb", hidden(base, cookie, NOTE) | {"text": "x", "go": "photos"}
    parts = [f'--{line}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode() for name, value in form.items()]
    head = f'--{line}\r\nContent-Disposition: form-data; name="photos.album"; filename="a.png"\r\nContent-Type: image/png\r\n\r\n'
    body = b"".join(parts) + head.encode() + picture() + f"\r\n--{line}--\r\n".encode()
    status, page = ask(base, cookie, NOTE, body, f"multipart/form-data; boundary={line}")
    return status == 200 and 'name="photos"' in page


def picture(width=4000, height=3000):
    """A PNG of 12 million points whose colours are nobody else's."""
    row = b"\0" + os.urandom(30) * (width // 10)
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(row * height, 1)) + chunk(b"IEND", b"")


def resident(pid):
    with open(f"/proc/{pid}/status", encoding="ascii") as status:
        return int(re.search(r"VmRSS:\s+(\d+)", status.read()).group(1)) / 1024


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_NOFILE, (4096, resource.getrlimit(resource.RLIMIT_NOFILE)[1]))
    main()

