"""Journeys and checks: journeys.py YJB SERVER MASTER OUT [ROLE …]. Ends with 1 when a page does not hold what it has to.

MASTER is a folder with the sample street. Each width and language, and once more without scripts, gets a copy and a server of its own."""
import importlib, os, sys, time, traceback
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
import pages
from desk import Desk
from street import Server

YJB, PROGRAM, MASTER, OUT, *ONLY = sys.argv[1:]
# The first few runs alone, while something is being written.
FIRST = int(os.environ.get("FIRST", "0")) or None
PORT = int(os.environ.get("PORT", "8319"))
ROLES = ["admin", "dispatcher", "officer", "head", "crew", "finance", "cashier", "leader", "auditor"]
RUNS = [(390, "zh", True), (1280, "zh", True), (390, "en", True), (1280, "en", True), (390, "zh", False)]


def run(place, width, language, scripts):
    folder = Path(MASTER).parent / f"run-{place}"
    server = Server(YJB, PROGRAM, MASTER, folder, PORT + place)
    desk, started, failures = Desk(server, OUT, width, language, scripts), time.monotonic(), []
    try:
        if scripts and not ONLY:
            failures += attempt(desk, "pages", lambda: pages.sweep(desk))
        server.street.money()
        for role in ONLY or ROLES:
            walk = importlib.import_module(f"roles.{role}").walk
            failures += attempt(desk, role, lambda: walk(desk, server.street))
        failures += attempt(desk, "late", lambda: late(desk, server))
        if scripts and not ONLY:
            failures += attempt(desk, "full", lambda: pages.sweep(desk, pages.full(server.street.overfill()), "full-"))
            failures += attempt(desk, "empty", lambda: empty(place, width, language, desk.findings))
    finally:
        desk.close()
        server.stop()
    title = f"{width} {language}{'' if scripts else ', no scripts'}"
    print(f"{title}: {len(ONLY or ROLES)} journeys, {len(failures)} broken, {len(desk.findings)} findings, "
          f"{time.monotonic() - started:.0f} s", flush=True)
    return failures + desk.findings


def late(desk, server):
    """A browser opened after all that sees of every job that was walked with what the first one sees."""
    other = Desk(server, OUT, desk.width, desk.language, desk.scripts)
    try:
        for each in (desk, other):
            each.sign_in("leader")
        for number in filter(None, server.street.numbers):
            pages = []
            for each in (desk, other):
                each.go(f"jobs/{number}")
                pages.append(each.driver.find_element("tag name", "main").text)
            assert pages[0] == pages[1] and number in pages[1], number
    finally:
        desk.findings += other.findings
        other.close()


def empty(place, width, language, findings):
    server = Server(YJB, PROGRAM, Path(MASTER).parent / "empty", Path(MASTER).parent / f"empty-{place}", PORT + 10 + place)
    desk = Desk(server, OUT, width, language)
    try:
        pages.sweep(desk, pages.EMPTY, "empty-")
    finally:
        findings += desk.findings
        desk.close()
        server.stop()


def attempt(desk, name, walk):
    """One broken journey does not hide the others."""
    try:
        walk()
        return []
    except Exception as error:
        desk.picture("broken-" + name)
        where = traceback.extract_tb(error.__traceback__)
        lines = ", ".join(f"{Path(frame.filename).name}:{frame.lineno}" for frame in where if "/web/" in frame.filename
                          and "site-packages" not in frame.filename)
        words = str(error).split("Stacktrace")[0][:900]
        return [f"{desk.width} {desk.language} {name} broke at {lines} ({desk.driver.current_url}): {type(error).__name__} {words}"]


def main():
    with ThreadPoolExecutor(2) as pool:
        found = list(pool.map(lambda each: run(each[0], *each[1]), enumerate(RUNS[:FIRST])))
    findings = [finding for each in found for finding in each]
    print("\n".join(dict.fromkeys(findings)))
    sys.exit(1 if findings else 0)


main()
