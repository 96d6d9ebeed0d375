"""The desk over HTTP under ill will: `web.py kills|crowd URL`. YJB and SERVER are the programs.

kills: FORMS=1000 forms are posted by twenty-five people while the server is killed with -9 after every few answers; then all
of them are posted again. Each must be recorded once, under the answer that was given.
crowd: one form 64 times at once; 500 connections that send a byte a second, while somebody else looks at pages.
Prints a line a part and ends with 0 when everything held.
"""
import http.client
import os
import random
import re
import socket
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse

YJB, SERVER = os.environ["YJB"], os.environ["SERVER"]
PEOPLE = 25
PASSWORD = "三更灯火五更鸡，正是读书时"


def run(*words):
    done = subprocess.run([YJB, *words], capture_output=True, text=True, check=False)
    if done.returncode:
        raise AssertionError(f"{' '.join(words[:3])}: {done.stdout}{done.stderr}")
    return done.stdout


class Server:
    """The server on a port of its own; killed and started again at will."""

    def __init__(self, url):
        self.url, self.log = url, tempfile.TemporaryFile()
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.kills = 0
        self.start()

    def start(self):
        self.process = subprocess.Popen(
            [SERVER, "serve", "--db", self.url, "--port", str(self.port), "--plain-http"], stdout=self.log, stderr=self.log)
        until = time.monotonic() + 60
        while time.monotonic() < until:
            if self.process.poll() is not None:
                self.log.seek(0)
                raise AssertionError("the server ended: " + self.log.read()[-2000:].decode("utf-8", "replace"))
            try:
                socket.create_connection(("127.0.0.1", self.port), 1).close()
                return
            except OSError:
                time.sleep(0.01)
        raise AssertionError("the server does not listen")

    def kill(self):
        self.process.kill()
        self.process.wait()
        self.kills += 1

    def stop(self):
        self.process.terminate()
        try:
            self.process.wait(30)
        except subprocess.TimeoutExpired:
            self.process.kill()


class Browser:
    """Cookies, and the token of the last page."""

    def __init__(self, port):
        self.port, self.cookies, self.token = port, {}, None

    def ask(self, method, path, fields=None, timeout=60):
        """Status, place and body. Throws OSError or HTTPException when the connection is lost."""
        headers = {"Host": f"127.0.0.1:{self.port}", "Cookie": "; ".join(f"{k}={v}" for k, v in self.cookies.items())}
        body = None
        if fields is not None:
            body = urllib.parse.urlencode([("csrf", self.token)] + fields)
            headers |= {"Content-Type": "application/x-www-form-urlencoded", "Sec-Fetch-Site": "same-origin"}
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=timeout)
        try:
            connection.request(method, path, body, headers)
            answer = connection.getresponse()
            page = answer.read().decode("utf-8", "replace")
        finally:
            connection.close()
        for cookie in answer.headers.get_all("Set-Cookie") or []:
            name, _, value = cookie.split(";")[0].partition("=")
            self.cookies[name] = value
        if found := re.search(r'name="csrf" value="([0-9a-f]+)"', page):
            self.token = found.group(1)
        return answer.status, answer.headers.get("Location"), page

    def sign_in(self, user, code):
        self.ask("GET", code)
        status, _, page = self.ask("POST", code, [("password", PASSWORD), ("again", PASSWORD)])
        assert status == 303, f"{user} cannot set a password: {status} {page[-300:]}"
        self.ask("GET", "/D/sign-in")
        status, _, _ = self.ask("POST", "/D/sign-in", [("name", user), ("password", PASSWORD)])
        assert status == 303, f"{user} cannot sign in: {status}"
        status, _, _ = self.ask("GET", "/D/jobs/new")
        assert status == 200, f"{user} has no form: {status}"


def street(url):
    """A practice street with people who take calls; their ways in."""
    policy = run("policy", "show", "--json", os.path.join(os.path.dirname(__file__), "../../samples/policy.yaml")).replace("\n", "")
    lines = [("admin", "org.open", '{"code":"D","name":"演练街道","year":2026,"sandbox":true}'),
             ("admin", "policy.adopt", f'{{"effective":"2026-01-01","policy":{policy}}}')]
    lines.insert(1, ("admin", "user.add", '{"user":"lead","name":"lead","roles":["leader"]}'))
    lines[2] = ("lead",) + lines[2][1:]
    lines += [("admin", "user.add", f'{{"user":"d{n}","name":"d{n}","roles":["dispatcher"]}}') for n in range(PEOPLE)]
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl") as file:
        for n, (by, do, parts) in enumerate(lines):
            file.write(f'{{"id":"s{n}","org":"D","by":"{by}","at":"2026-03-02T09:00:{n:02d}+08:00","do":"{do}","with":{parts}}}\n')
        file.flush()
        answers = run("apply", "--db", url, file.name)
    assert '"refusal"' not in answers, answers
    codes = []
    for n in range(PEOPLE):
        done = subprocess.run([SERVER, "invite", f"d{n}", "--db", url], capture_output=True, text=True, check=True)
        codes.append(done.stdout.split("\n")[0])
    return codes


def form(n):
    """As a browser sends it; its id is the form's own."""
    return [("id", f"w-{random.randbytes(16).hex()}"), ("seen", "1"), ("go", "send"), ("ref", f"R{n}"), ("channel", "街道值班电话"),
            ("site.address", f"演练路 {n} 号"), ("category", "drain"), ("description", f"第 {n} 张表")]


class Post:
    def __init__(self, n, browser):
        self.fields, self.browser, self.place = form(n), browser, None

    def send(self):
        """True when it was answered, False when the server died over it; throws where it was not recorded."""
        while True:
            try:
                status, place, page = self.browser.ask("POST", "/D/jobs/new", self.fields)
            except ConnectionRefusedError:
                # Nobody was there: it was not posted.
                time.sleep(0.01)
                continue
            except (OSError, http.client.HTTPException):
                return False
            if status != 429:
                break
            time.sleep(1)
        said = re.sub(r"<[^>]+>|\s+", " ", page)[-600:]
        assert status == 303 and place, f"a form was answered {status}: {said}"
        assert self.place in (None, place), f"a form was recorded as {self.place}, now as {place}"
        self.place = place
        return True


def records(url):
    said = run("audit", "verify", "--db", url, "--lang", "en")
    found = re.search(r"([\d,]+) records", said)
    assert found, said
    return int(found.group(1).replace(",", ""))


def kills(url, count, seed):
    luck, codes = random.Random(seed), street(url)
    before = records(url)
    server = Server(url)
    browsers = [Browser(server.port) for _ in codes]
    for n, (browser, code) in enumerate(zip(browsers, codes)):
        browser.sign_in(f"d{n}", code)
    posts = [Post(n, browsers[n % PEOPLE]) for n in range(count)]
    lock, answered, over, faults = threading.Condition(), [0], [False], []

    def work(mine):
        try:
            for post in mine:
                if post.send():
                    with lock:
                        answered[0] += 1
                        lock.notify_all()
        except AssertionError as fault:
            faults.append(fault)

    def killer():
        while not over[0]:
            with lock:
                goal = answered[0] + luck.randint(3, 25)
                lock.wait_for(lambda: answered[0] >= goal or over[0], 10)
            if over[0]:
                return
            time.sleep(luck.uniform(0, 0.01))
            server.kill()
            server.start()

    start = time.monotonic()
    workers = [threading.Thread(target=work, args=(posts[n::8],)) for n in range(8)]
    death = threading.Thread(target=killer)
    for thread in workers + [death]:
        thread.start()
    for thread in workers:
        thread.join()
    over[0] = True
    death.join()
    if faults:
        raise faults[0]
    told = sum(post.place is not None for post in posts)
    assert server.kills > 5 and told < count, f"{server.kills} kills, {told} of {count} answered: nobody was disturbed"
    server.kill()
    server.start()
    held = records(url) - before
    assert held >= told, f"{told} forms were answered, {held} are recorded"
    server_kills, workers = server.kills, [threading.Thread(target=work, args=(posts[n::8],)) for n in range(8)]
    for thread in workers:
        thread.start()
    for thread in workers:
        thread.join()
    server.stop()
    if faults:
        raise faults[0]
    kept = records(url) - before
    places = {post.place for post in posts}
    assert None not in places, "a form was not answered though nothing was killed"
    assert len(places) == count, f"{count} forms, {len(places)} records told"
    assert kept == count, f"{count} forms, {kept} records"
    return (f"{server_kills} kills of the server; of {count} forms {told} were answered, {held - told} recorded and not answered, "
            f"{count - held} not recorded; posted again: {kept} records, lost 0, twice 0 ({time.monotonic() - start:.0f} s)")


def percentile(times):
    return sorted(times)[max(0, len(times) * 99 // 100 - 1)] * 1000


def looks(browser, count):
    """Times of looks at a page, slower than the rate that one session is given."""
    times = []
    for n in range(count):
        start = time.monotonic()
        status, _, _ = browser.ask("GET", "/healthz" if n % 4 else "/D/desk")
        times.append(time.monotonic() - start)
        assert status == 200, f"{status}"
        time.sleep(0.02)
    return times


def crowd(url, _count, _seed):
    codes = street(url)
    server = Server(url)
    browser = Browser(server.port)
    browser.sign_in("d0", codes[0])
    before, posts, faults = records(url), [], []
    fields = form(1)

    def send():
        post = Post(1, browser)
        post.fields = fields
        try:
            while not post.send():
                pass
            posts.append(post.place)
        except AssertionError as fault:
            faults.append(fault)

    threads = [threading.Thread(target=send) for _ in range(64)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if faults:
        raise faults[0]
    assert len(posts) == 64 and len(set(posts)) == 1 and records(url) == before + 1, f"{set(posts)}, {records(url) - before} records"
    said = "one form 64 times at once: 64 answers alike, 1 record"
    slow = Browser(server.port)
    slow.cookies = dict(browser.cookies)
    quiet = percentile(looks(slow, 100))
    size = memory(server)
    sockets = []
    for _ in range(500):
        connection = socket.create_connection(("127.0.0.1", server.port), 5)
        connection.setblocking(False)
        sockets.append(connection)
    opened, closed = time.monotonic(), []
    stop = threading.Event()

    def drip():
        text = b"GET /D/desk HTTP/1.1\r\nHost: x\r\nX-Slow: " + b"a" * 1000
        sent = 0
        while not stop.is_set() and sockets:
            for connection in list(sockets):
                try:
                    if connection.recv(1) == b"":
                        raise ConnectionError
                except BlockingIOError:
                    pass
                except OSError:
                    closed.append(time.monotonic() - opened)
                    sockets.remove(connection)
                    continue
                try:
                    connection.send(text[sent:sent + 1])
                except OSError:
                    pass
            sent += 1
            stop.wait(1)

    dripper = threading.Thread(target=drip)
    dripper.start()
    busy = percentile(looks(slow, 100))
    dripper.join(40)
    stop.set()
    grown = memory(server) - size
    server.stop()
    assert not sockets, f"{len(sockets)} slow connections were not closed"
    assert busy <= 2 * quiet + 20, f"p99 was {quiet:.0f} ms, beside slow clients {busy:.0f} ms"
    return (f"{said}\n  500 connections of a byte a second: all closed after {min(closed):.0f} to {max(closed):.0f} s; "
            f"others' p99 {quiet:.0f} ms before, {busy:.0f} ms beside them; memory +{grown:.0f} MiB")


def memory(server):
    with open(f"/proc/{server.process.pid}/status") as status:
        return int(re.search(r"VmRSS:\s+(\d+)", status.read()).group(1)) / 1024


def main():
    what, url = sys.argv[1:3]
    try:
        said = {"kills": kills, "crowd": crowd}[what](url, int(os.environ.get("FORMS", "1000")), os.environ.get("SEED", "1"))
    except AssertionError as fault:
        sys.exit(f"FAILED: {fault}")
    print(f"  {said}", flush=True)


if __name__ == "__main__":
    main()
