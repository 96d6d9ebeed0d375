"""A part of the drill: `drill.py kills|turns|faults|server-faults [URL]`. Called by Tests/drill.sh; YJB is the program.

KILLS=n kills, TURNS=n commands in turn, STEP=n: faults at the first write, the n-th after it and so on;
SERVER_FAULTS=n: at a server from the first to the n-th call; SEED=n another course.
Prints one line and ends with 0 when everything held.
"""
import os
import pathlib
import sys
import tempfile
import time

from faults import meet_faults
from kills import kill
from server_faults import meet_server_faults
from stream import Street
from turns import take_turns


def number(name, otherwise):
    return int(os.environ.get(name, otherwise))


def run(what, url, folder):
    yjb, seed = os.environ["YJB"], number("SEED", 1)
    if what == "kills":
        kills = number("KILLS", 1000)
        streets = [Street(yjb, folder, org, 1500 + kills * 8, accepted_only=True) for org in ("A", "B")]
        return kill(yjb, url, streets, kills, seed)
    if what == "turns":
        return take_turns(yjb, url, Street(yjb, folder, "A", number("TURNS", 100_000), accepted_only=False), seed)
    if what == "server-faults":
        return meet_server_faults(yjb, url, Street(yjb, folder, "A", 2400, accepted_only=True), number("SERVER_FAULTS", 6))
    return meet_faults(yjb, Street(yjb, folder, "A", 400, accepted_only=True), folder, number("STEP", 3), os.environ["SHIM"])


def main():
    what, url = (sys.argv[1:] + [""])[:2]
    start = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        try:
            said = run(what, url, pathlib.Path(folder))
        except AssertionError as fault:
            sys.exit(f"FAILED: {fault}")
    print(f"  {said} ({time.monotonic() - start:.0f} s)", flush=True)


main()
