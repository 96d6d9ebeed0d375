#!/usr/bin/env python3
"""Checks an evidence bundle of yjb without yjb: python3 verify.py BUNDLE.zip [--key HEX]

Needs Python 3.8 or later and nothing else. Prints one line a step and ends with
0 all good, 1 something differs, 2 the bundle cannot be read.
It does not derive lines from events again: that is `yjb audit verify` on the database.
"""
import csv, hashlib, io, json, struct, sys, zipfile, zlib
from collections import defaultdict
from fractions import Fraction

class Unreadable(Exception):
    pass

# The archive is laid out afresh from its directory and must come out the same, so that no byte of it is free.
def unzip(data):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        entries = {entry.filename: entry for entry in archive.infolist()}
    laid, directory, bodies, at, fixed = [], {}, {}, 0, struct.pack("<HHHHH", 20, 0x0808, 8, 0, 0x21)
    for entry in sorted(entries.values(), key=lambda entry: entry.header_offset):
        name, sizes = entry.filename.encode("utf-8"), struct.pack("<III", entry.CRC, entry.compress_size, entry.file_size)
        head = b"PK\x03\x04" + fixed + bytes(12) + struct.pack("<HH", len(name), 0) + name
        bodies[entry.filename] = body = data[at + len(head):at + len(head) + entry.compress_size]
        directory[name] = b"PK\x01\x02\x14\x00" + fixed + sizes + struct.pack("<HHHHHII", len(name), 0, 0, 0, 0, 0, at) + name
        laid += [head, body, b"PK\x07\x08" + sizes]
        at += len(head) + len(body) + 16
    listed = b"".join(directory[name] for name in sorted(directory))
    end = struct.pack("<IHHHHIIH", 0x06054B50, 0, 0, len(entries), len(entries), len(listed), at, 0)
    if b"".join(laid) + listed + end != data:
        raise Unreadable("the layout of the archive")
    files = {}
    for name in sorted(bodies):
        size, unpacker = entries[name].file_size, zlib.decompressobj(-15)
        files[name] = text = unpacker.decompress(bodies[name], size + 1)
        if len(text) != size or zlib.crc32(text) != entries[name].CRC or not unpacker.eof or unpacker.unused_data:
            raise Unreadable("the contents of " + name)
    return files

# Ed25519 (RFC 8032), verification only: points as (X, Y, Z, T).
P, L = 2 ** 255 - 19, 2 ** 252 + 27742317777372353535851937790883648493
D, ROOT = -121665 * pow(121666, P - 2, P) % P, pow(2, (P - 1) // 4, P)

def point(data):
    y, sign = int.from_bytes(data, "little") & (2 ** 255 - 1), data[31] >> 7
    x2 = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(x2, (P + 3) // 8, P)
    x = x * ROOT % P if (x * x - x2) % P else x
    if y >= P or (x * x - x2) % P or (x == 0 and sign):
        return None
    x = P - x if x & 1 != sign else x
    return (x, y, 1, x * y % P)

def add(a, b):
    e, f = (a[1] - a[0]) * (b[1] - b[0]) % P, (a[1] + a[0]) * (b[1] + b[0]) % P
    g, h = 2 * a[3] * b[3] * D % P, 2 * a[2] * b[2] % P
    e, i, j, k = f - e, h - g, h + g, e + f
    return (e * i % P, j * k % P, i * j % P, e * k % P)

def times(n, p):
    out = (0, 1, 1, 0)
    while n:
        out, p, n = add(out, p) if n & 1 else out, add(p, p), n >> 1
    return out

def signed(key, message, signature):
    a, r, s = point(key), point(signature[:32]), int.from_bytes(signature[32:], "little")
    if a is None or r is None or s >= L:
        return False
    h = int.from_bytes(hashlib.sha512(signature[:32] + key + message).digest(), "little") % L
    base = point((4 * pow(5, P - 2, P) % P).to_bytes(32, "little"))
    left, right = times(s, base), add(r, times(h, a))
    return not any((left[i] * right[2] - right[i] * left[2]) % P for i in (0, 1))

# SM3 (GB/T 32905-2016), for a street whose chain uses it.
def sm3(data):
    m = 0xFFFFFFFF
    rot = lambda x, n: (x << n % 32 | x >> (32 - n % 32)) & m
    v = [0x7380166F, 0x4914B2B9, 0x172442D7, 0xDA8A0600, 0xA96F30BC, 0x163138AA, 0xE38DEE4D, 0xB0FB0E4E]
    data += b"\x80" + b"\0" * ((55 - len(data)) % 64) + struct.pack(">Q", len(data) * 8)
    for at in range(0, len(data), 64):
        w = list(struct.unpack(">16I", data[at:at + 64]))
        for j in range(16, 68):
            x = w[j - 16] ^ w[j - 9] ^ rot(w[j - 3], 15)
            w.append(x ^ rot(x, 15) ^ rot(x, 23) ^ rot(w[j - 13], 7) ^ w[j - 6])
        a, b, c, d, e, f, g, h = v
        for j in range(64):
            s1 = rot((rot(a, 12) + e + rot(0x79CC4519 if j < 16 else 0x7A879D8A, j)) & m, 7)
            ff = a ^ b ^ c if j < 16 else (a & b) | (a & c) | (b & c)
            gg = e ^ f ^ g if j < 16 else (e & f) | (~e & g)
            t1, t2 = (ff + d + (s1 ^ rot(a, 12)) + (w[j] ^ w[j + 4])) & m, (gg + h + s1 + w[j]) & m
            a, b, c, d, e, f, g, h = t1, a, rot(b, 9), c, t2 ^ rot(t2, 9) ^ rot(t2, 17), e, rot(f, 19), g
        v = [x ^ y for x, y in zip(v, (a, b, c, d, e, f, g, h))]
    return struct.pack(">8I", *v).hex()

def sha(data):
    return hashlib.sha256(data).hexdigest()

def fen(amount):
    return round(Fraction(amount) * 100)

def effect(line):
    return int(line["amount"]) if line["side"] == "debit" else -int(line["amount"])

def yuan(fen):
    return "%s%d.%02d" % ("-" if fen < 0 else "", abs(fen) // 100, abs(fen) % 100)

def percent(part, whole):
    """Half up from an exact fraction, as the report shows it; None where there is nothing to divide by."""
    rate = Fraction(part, whole) * 10000 if whole else None
    return None if rate is None else yuan(int(abs(rate) + Fraction(1, 2)) * (1 if rate >= 0 else -1))

def differing(told, found):
    """The keys under which two dictionaries do not hold the same."""
    return [key for key in sorted(set(told) | set(found)) if told.get(key) != found.get(key)]

FIELDS = ["org", "name", "year", "sandbox", "record", "hash", "head", "closing", "manifest-sha256", "at", "key"]
KEY = ("day", "phase", "book", "account", "appropriation")
OWN_F = ("F3", "F4", "F5", "F2302", "F2307", "F2502")
RESOURCES = ("I1001", "I1002", "I1003", "I1004", "I1005")
OPEN = ("I2001", "I2101", "I2201", "I2301", "I2401", "I2402")

class Bundle:
    """A bundle that has been read. Each step gives the differences that it found."""

    def __init__(self, data, wanted, say):
        self.files, self.wanted, self.say = unzip(data), wanted, say
        rows = self.files["HEAD.txt"].decode("utf-8").split("\n")
        self.head = dict(row.split(": ", 1) for row in rows[1:-1])
        if rows[0] != "yjb evidence bundle 1" or rows[-1] or len(rows) != len(FIELDS) + 2 or list(self.head) != FIELDS:
            raise Unreadable("HEAD.txt")
        *self.bodies, rest = self.files["journal/records.jsonl"].split(b"\n")
        if rest:
            raise Unreadable("journal/records.jsonl")
        self.records = [json.loads(body) for body in self.bodies]
        self.lines = self.table("data/lines.csv")
        self.digest = sm3 if self.head["hash"] == "sm3" else sha
        self.closings = [(r, e["yearClosed"]["close"]) for r in self.records for e in r["events"] if "yearClosed" in e]

    def table(self, path):
        rows = list(csv.reader(io.StringIO(self.files[path].decode("utf-8-sig"), newline="")))
        return [dict(zip(rows[0], row)) for row in rows[1:]]

    def standing(self, keep=lambda line: True):
        """What stands on each account of each appropriation, by some of the lines; debits positive."""
        out = defaultdict(lambda: defaultdict(int))
        for line in filter(keep, self.lines):
            out[line["appropriation"]][line["account"]] += effect(line)
        return out

    def signature(self):
        if self.head["key"] == "none":
            extra = [path for path in ("HEAD.sig", "PUBLIC-KEY.txt") if path in self.files]
            return extra + (["the bundle is not signed, and a key was given"] if self.wanted else [])
        key, text = self.head["key"][8:], self.files["HEAD.sig"].decode("ascii")
        raw, signature = bytes.fromhex(key), bytes.fromhex(text[:128])
        finger = " ".join(sha(raw)[i:i + 4] for i in range(0, 32, 4))
        if not self.wanted:
            self.say("   key not compared: fingerprint " + finger)
        return [word for word, holds in [
            ("the key of HEAD.txt", self.head["key"] == "ed25519 " + raw.hex() and len(raw) == 32),
            ("PUBLIC-KEY.txt is not the key of HEAD.txt", self.files["PUBLIC-KEY.txt"].decode() == key + "\n" + finger + "\n"),
            ("the signature does not fit HEAD.txt",
             text == signature.hex() + "\n" and signed(raw, self.files["HEAD.txt"], signature)),
            ("another key than the one given", not self.wanted or self.wanted.lower() == key),
        ] if not holds]

    def manifest(self):
        text, own = self.files["MANIFEST.json"], {"MANIFEST.json", "HEAD.txt", "HEAD.sig"}
        listed = {e["path"]: (e["sha256"], e["size"]) for e in json.loads(text)["files"]}
        found = {path: (sha(data), len(data)) for path, data in self.files.items() if path not in own}
        return ([] if sha(text) == self.head["manifest-sha256"] else ["MANIFEST.json"]) + differing(listed, found)

    def chain(self):
        bad, prev, links = [], "0" * 64, self.table("journal/chain.csv")
        for n, (body, link, record) in enumerate(zip(self.bodies, links, self.records), 1):
            own = self.digest(("%s\n%d\n" % (prev, n)).encode() + body)
            if link != {"seq": str(n), "prev": prev, "hash": own} or record["seq"] != n:
                bad.append("record %d" % n)
            prev = own
        form = next(e["streetOpened"]["form"] for r in self.records for e in r["events"] if "streetOpened" in e)
        closed = [str(r["seq"]) for r, close in self.closings if str(close["year"]) == self.head["year"]]
        told = {
            "record": str(len(links)), "head": prev, "org": self.records[0]["org"], "name": form["name"],
            "sandbox": "yes" if form.get("sandbox") else "no", "hash": form.get("hash") or "sha256",
            "at": self.records[-1]["at"], "closing": (closed or ["none"])[-1],
        }
        said = dict(self.head, closing=self.head["closing"].split(" ")[0])
        return bad + [key for key in told if said[key] != told[key]] + (["links"] if len(links) != len(self.bodies) else [])

    def booked(self):
        told, numbers = [], defaultdict(list)
        for record in self.records:
            for voucher in record["vouchers"]:
                numbers[voucher["number"][:4]].append(int(voucher["number"][5:]))
            lines = [(voucher, line) for voucher in record["vouchers"] for line in voucher["lines"]]
            told += [{
                "seq": str(record["seq"]), "n": str(n), "voucher": voucher["number"], "day": voucher["day"],
                "phase": voucher.get("phase", "ordinary"), "book": line["account"][0], "account": line["account"],
                "side": line["side"], "amount": str(fen(line["amount"])), "appropriation": line["appropriation"],
                "job": line.get("job") or "", "contractor": line.get("contractor") or "",
            } for n, (voucher, line) in enumerate(lines, 1)]
        bad = ["voucher numbers of " + y for y, ranks in numbers.items() if sorted(ranks) != list(range(1, len(ranks) + 1))]
        bad += [] if len(told) == len(self.lines) else ["%d lines in the records, %d in lines.csv" % (len(told), len(self.lines))]
        return bad + ["line %s.%s" % (a["seq"], a["n"]) for a, b in zip(told, self.lines) if a != b]

    def vouchers(self):
        sums = defaultdict(int)
        for line in self.lines:
            sums[line["voucher"], line["book"], line["appropriation"]] += effect(line)
        return [" ".join(key) for key, value in sums.items() if value]

    def balances(self):
        sums = defaultdict(lambda: [0, 0])
        for line in self.lines:
            sums[tuple(line[k] for k in KEY)][line["side"] == "credit"] += int(line["amount"])
        told = {tuple(row[k] for k in KEY): [int(row["debit"]), int(row["credit"])] for row in self.table("data/balances.csv")}
        bad = [" ".join(key) for key in differing(sums, told)]
        for code, a in self.standing().items():
            total = lambda starts: sum(v for k, v in a.items() if k.startswith(starts) and k != "F2307.09")
            bad += [code + ": " + name for name, difference in [
                ("book I", total(("I",))), ("2302 = I2401", a["F2302"] - a["I2401"]),
                ("2307 + 2502 = I2402", a["F2307"] + a["F2502"] - a["I2402"]), ("1201 = 8001.03", a["F1201"] - a["B8001.03"]),
                ("bank", a["F1002"] + a["F1218"] + a["F2103"] + a["F2307.09"] - a["B8001.02"]),
                ("surplus = carry-over", total(OWN_F) - total(("B81", "B82", "B6", "B7"))),
            ] if difference]
        return bad

    def figures(self):
        """What stood open when the year began counts as brought forward; credits are negative here."""
        year = self.head["year"]
        past = self.standing(lambda l: l["day"][:4] < year)
        opened = self.standing(lambda l: l["day"][:4] == year and l["phase"] == "opening")
        own = self.standing(lambda l: l["day"][:4] == year and l["phase"] != "closing")
        report = json.loads(self.files["reports/year.json"])
        rows = {row["appropriation"]: row for row in report["tables"][0]["rows"] if row["level"] == "detail"}
        bad = [] if str(report["year"]) == year else ["the year of the report"]
        for code in sorted(set(rows) | set(past) | set(own)):
            p, a, row = past[code], own[code], rows.get(code, {})
            recalled, paid = -a["I1009"], -a["I2501"]
            payable, retention = (-p[k] - a[k] for k in ("I2401", "I2402"))
            net = sum(a[k] for k in RESOURCES) - sum(p[k] for k in OPEN) - recalled
            used, before = paid + payable + retention, a["I1005"] - sum(p[k] + opened[code][k] for k in ("I2401", "I2402"))
            told = {
                "net": yuan(net), "paid": yuan(paid), "payable": yuan(payable), "retention": yuan(retention),
                "executionRate": percent(paid, net), "utilisationRate": percent(used, net),
                "utilisationRateGross": percent(used, net + recalled), "newUtilisationRate": percent(used - before, net - before),
            }
            bad += ["%s: %s %s, computed %s" % (code, k, row.get(k), told[k]) for k in told if row.get(k) != told[k]]
        return bad

    def closing(self):
        bad = []
        for _, close in self.closings:
            last = "%d-12-31" % close["year"]
            for key in ("before", "after"):
                keep = lambda l: l["day"] <= last and (key == "after" or l["phase"] != "closing" or l["day"][:4] < last[:4])
                rows = ["%s,%s,%d,%d\n" % (account, code, max(0, v), max(0, -v))
                        for code, accounts in self.standing(keep).items() for account, v in accounts.items() if v]
                if self.digest("".join(sorted(rows, key=str.encode)).encode()) != close["digests"][key]:
                    bad.append("%d: digest %s closing" % (close["year"], key))
        return bad

    def exports(self):
        sums, told, own = defaultdict(int), defaultdict(lambda: [0, 0]), defaultdict(lambda: [0, 0])
        rows = self.table("exports/csv/05_记账凭证.csv")
        for row in rows:
            debit, credit = fen(row["借方发生额"]), fen(row["贷方发生额"])
            sums[row["会计体系"], row["源凭证号"]] += debit - credit
            told[row["科目编码"]][0] += debit
            told[row["科目编码"]][1] += credit
        for line in self.lines:
            if line["day"][:4] == self.head["year"]:
                account = line["account"].replace(".", "")
                own[account if account[0] == "I" else account[1:]][line["side"] == "credit"] += int(line["amount"])
        bad = ["a voucher of another year: " + row["源凭证号"] for row in rows if row["会计年度"] != self.head["year"]]
        return bad + [" ".join(key) for key, value in sums.items() if value] + differing(own, told)

    def sealed(self):
        return ["record %d: %s" % (record["seq"], voucher["number"]) for closed, close in self.closings
                for record in self.records if record["seq"] > closed["seq"]
                for voucher in record["vouchers"] if int(voucher["day"][:4]) <= close["year"]]

STEPS = [
    ("signature", Bundle.signature), ("manifest", Bundle.manifest), ("chain", Bundle.chain),
    ("voucher numbers, lines", Bundle.booked), ("vouchers balance", Bundle.vouchers), ("balances, ties", Bundle.balances),
    ("figures of the year", Bundle.figures), ("closing digests", Bundle.closing), ("exports", Bundle.exports),
    ("sealed years", Bundle.sealed),
]

def verify(data, key=None, say=print):
    """0 all good, 1 something differs, 2 unreadable."""
    try:
        bundle, faults = Bundle(data, key, say), 0
        for n, (name, step) in enumerate(STEPS, 1):
            bad = step(bundle)
            faults += len(bad)
            say("%2d %-24s %s" % (n, name, "%d differences" % len(bad) if bad else "ok"))
            for item in bad[:20]:
                say("   " + str(item))
        return 1 if faults else 0
    except (Unreadable, LookupError, ValueError, TypeError, AttributeError, ArithmeticError, StopIteration, OSError, EOFError,
            RuntimeError, struct.error, zlib.error, zipfile.BadZipFile) as fault:
        say("unreadable: %s %s" % (type(fault).__name__, fault))
    return 2

if __name__ == "__main__":
    arguments = sys.argv[1:]
    if len(arguments) != 1 and (len(arguments) != 3 or arguments[1] != "--key"):
        print(__doc__)
        sys.exit(2)
    try:
        with open(arguments[0], "rb") as file:
            content = file.read()
    except OSError as fault:
        print("unreadable: %s" % fault)
        sys.exit(2)
    sys.exit(verify(content, arguments[2] if len(arguments) == 3 else None))
