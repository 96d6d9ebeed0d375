#!/usr/bin/env python3
"""Checks an evidence bundle of yjb without yjb: python3 verify.py BUNDLE.zip [--key HEX]

Needs Python 3.8 or later and nothing else. Prints one line a step and ends with
0 all good, 1 something differs, 2 the bundle cannot be read.
It does not derive lines from events again: that is `yjb audit verify` on the database.
"""
import csv, hashlib, io, json, struct, sys, zlib
from collections import defaultdict
from fractions import Fraction


class Unreadable(Exception):
    pass


# The archive: read strictly, so that no byte of it is free.
def unzip(data):
    try:
        sign, d1, d2, n1, n2, size, start, note = struct.unpack("<IHHHHIIH", data[-22:])
        if (sign, d1, d2, note) != (0x06054B50, 0, 0, 0) or n1 != n2 or start + size + 22 != len(data):
            raise Unreadable("the end of the archive")
        files, spans, at = {}, [], start
        for _ in range(n1):
            head = struct.unpack("<IHHHHHHIIIHHHHHII", data[at:at + 46])
            crc, packed, plain, length, offset = head[7], head[8], head[9], head[10], head[16]
            if head[:7] != (0x02014B50, 20, 20, 0x0808, 8, 0, 0x21) or any(head[11:16]):
                raise Unreadable("the directory")
            name = data[at + 46:at + 46 + length]
            at += 46 + length
            local = struct.pack("<IHHHHHIIIHH", 0x04034B50, 20, 0x0808, 8, 0, 0x21, 0, 0, 0, length, 0) + name
            body = offset + len(local)
            tail = struct.pack("<IIII", 0x08074B50, crc, packed, plain)
            if data[offset:body] != local or data[body + packed:body + packed + 16] != tail:
                raise Unreadable("the entry " + repr(name))
            unpacker = zlib.decompressobj(-15)
            text = unpacker.decompress(data[body:body + packed], plain + 1)
            if len(text) != plain or zlib.crc32(text) != crc or not unpacker.eof or unpacker.unused_data:
                raise Unreadable("the contents of " + repr(name))
            path = name.decode("utf-8")
            if path in files or (files and name < last):
                raise Unreadable("the order of the directory")
            files[path], last = text, name
            spans.append((offset, body + packed + 16))
        at_end = [0] + [end for _, end in sorted(spans)]
        if at != start + size or [begin for begin, _ in sorted(spans)] + [start] != at_end:
            raise Unreadable("bytes between the entries")
        return files
    except (struct.error, zlib.error, UnicodeDecodeError) as fault:
        raise Unreadable(str(fault))


# Ed25519 (RFC 8032), verification only.
P = 2 ** 255 - 19
L = 2 ** 252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
I = pow(2, (P - 1) // 4, P)


def recover(y, sign):
    if y >= P:
        return None
    x2 = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(x2, (P + 3) // 8, P)
    if (x * x - x2) % P:
        x = x * I % P
    if (x * x - x2) % P or (x == 0 and sign):
        return None
    if x & 1 != sign:
        x = P - x
    return (x, y, 1, x * y % P)


def add(a, b):
    e, f = (a[1] - a[0]) * (b[1] - b[0]) % P, (a[1] + a[0]) * (b[1] + b[0]) % P
    g, h = 2 * a[3] * b[3] * D % P, 2 * a[2] * b[2] % P
    e, i, j, k = f - e, h - g, h + g, e + f
    return (e * i % P, j * k % P, i * j % P, e * k % P)


def times(n, point):
    out = (0, 1, 1, 0)
    while n:
        if n & 1:
            out = add(out, point)
        point, n = add(point, point), n >> 1
    return out


def point(data):
    y = int.from_bytes(data, "little")
    return recover(y & (2 ** 255 - 1), y >> 255)


def signed(key, message, signature):
    a, r, s = point(key), point(signature[:32]), int.from_bytes(signature[32:], "little")
    if a is None or r is None or s >= L:
        return False
    h = int.from_bytes(hashlib.sha512(signature[:32] + key + message).digest(), "little") % L
    base = recover(4 * pow(5, P - 2, P) % P, 0)
    left, right = times(s, base), add(r, times(h, a))
    return (left[0] * right[2] - right[0] * left[2]) % P == 0 and (left[1] * right[2] - right[1] * left[2]) % P == 0


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


def table(files, path):
    rows = list(csv.reader(io.StringIO(files[path].decode("utf-8-sig"), newline="")))
    return [dict(zip(rows[0], row)) for row in rows[1:]]


FIELDS = ["org", "name", "year", "sandbox", "record", "hash", "head", "closing", "manifest-sha256", "at", "key"]


def heading(files):
    rows = files["HEAD.txt"].decode("utf-8").split("\n")
    if rows[0] != "yjb evidence bundle 1" or rows[-1] != "" or len(rows) != len(FIELDS) + 2:
        raise Unreadable("HEAD.txt")
    head = dict(row.split(": ", 1) for row in rows[1:-1])
    if list(head) != FIELDS:
        raise Unreadable("HEAD.txt")
    return head


# The steps. Each gives the differences that it found.
def step_signature(files, head, wanted, say):
    if head["key"] == "none":
        extra = [path for path in ("HEAD.sig", "PUBLIC-KEY.txt") if path in files]
        return extra + (["the bundle is not signed, and a key was given"] if wanted else [])
    word, key = head["key"].split(" ")
    raw, signature = bytes.fromhex(key), files["HEAD.sig"].decode("ascii")
    print_ = sha(raw)[:32]
    finger = " ".join(print_[i:i + 4] for i in range(0, 32, 4))
    bad = []
    if word != "ed25519" or len(raw) != 32 or key != raw.hex():
        bad.append("the key of HEAD.txt")
    if files["PUBLIC-KEY.txt"].decode("ascii") != key + "\n" + finger + "\n":
        bad.append("PUBLIC-KEY.txt is not the key of HEAD.txt")
    if bytes.fromhex(signature[:128]).hex() + "\n" != signature or not signed(raw, files["HEAD.txt"], bytes.fromhex(signature[:128])):
        bad.append("the signature does not fit HEAD.txt")
    if wanted and wanted.lower() != key:
        bad.append("another key than the one given")
    if not wanted:
        say("   key not compared: fingerprint " + finger)
    return bad


def step_manifest(files, head):
    bad = [] if sha(files["MANIFEST.json"]) == head["manifest-sha256"] else ["MANIFEST.json"]
    listed = {e["path"]: e for e in json.loads(files["MANIFEST.json"])["files"]}
    own = {"MANIFEST.json", "HEAD.txt", "HEAD.sig"}
    for path in sorted(set(files) - own | set(listed)):
        entry, data = listed.get(path), files.get(path)
        if entry is None or data is None or entry["sha256"] != sha(data) or entry["size"] != len(data):
            bad.append(path)
    return bad


def step_chain(files, head, bodies):
    bad, prev = [], "0" * 64
    digest = sm3 if head["hash"] == "sm3" else sha
    links = table(files, "journal/chain.csv")
    if len(links) != len(bodies):
        bad.append("%d links, %d records" % (len(links), len(bodies)))
    for n, (body, link) in enumerate(zip(bodies, links), 1):
        own = digest(("%s\n%d\n" % (prev, n)).encode() + body)
        if link != {"seq": str(n), "prev": prev, "hash": own} or json.loads(body)["seq"] != n:
            bad.append("record %d" % n)
        prev = own
    return bad + ([] if prev == head["head"] and str(len(bodies)) == head["record"] else ["the head"])


def events(records, name):
    for record in records:
        for event in record["events"]:
            if name in event:
                yield record, event[name]


def step_head(head, records):
    first = next(events(records, "streetOpened"))[1]["form"]
    closing = "none"
    for record, event in events(records, "yearClosed"):
        if str(event["close"]["year"]) == head["year"]:
            closing = record["seq"]
    told = {
        "org": records[0]["org"], "name": first["name"], "sandbox": "yes" if first.get("sandbox") else "no",
        "hash": first.get("hash") or "sha256", "at": records[-1]["at"],
    }
    bad = [key for key in told if head[key] != told[key]]
    return bad + ([] if head["closing"].split(" ")[0] == str(closing) else ["closing"])


def step_lines(lines, records):
    bad, told = [], []
    numbers = defaultdict(list)
    for record in records:
        n = 1
        for voucher in record["vouchers"]:
            year, rank = voucher["number"].split("-")
            numbers[year].append(int(rank))
            for line in voucher["lines"]:
                told.append({
                    "seq": str(record["seq"]), "n": str(n), "voucher": voucher["number"], "day": voucher["day"],
                    "phase": voucher.get("phase", "ordinary"), "book": line["account"][0], "account": line["account"],
                    "side": line["side"], "amount": str(round(Fraction(line["amount"]) * 100)),
                    "appropriation": line["appropriation"], "job": line.get("job") or "",
                    "contractor": line.get("contractor") or "",
                })
                n += 1
    for year, ranks in numbers.items():
        if sorted(ranks) != list(range(1, len(ranks) + 1)):
            bad.append("voucher numbers of " + year)
    if len(told) != len(lines):
        bad.append("%d lines in the records, %d in lines.csv" % (len(told), len(lines)))
    return bad + ["line %s.%s" % (a["seq"], a["n"]) for a, b in zip(told, lines) if a != b]


def step_balanced(lines):
    sums = defaultdict(int)
    for line in lines:
        sums[line["voucher"], line["book"], line["appropriation"]] += effect(line)
    return [" ".join(key) for key, value in sums.items() if value]


def effect(line):
    return int(line["amount"]) if line["side"] == "debit" else -int(line["amount"])


def standing(lines, keep=lambda line: True):
    out = defaultdict(lambda: defaultdict(int))
    for line in lines:
        if keep(line):
            out[line["appropriation"]][line["account"]] += effect(line)
    return out


OWN_F = ["F3", "F4", "F5", "F2302", "F2307", "F2502"]


def total(a, starts):
    return sum(v for k, v in a.items() if k.startswith(tuple(starts)) and k != "F2307.09")


RESOURCES = ["I1001", "I1002", "I1003", "I1004", "I1005"]
OPEN = ["I2001", "I2101", "I2201", "I2301", "I2401", "I2402"]


def step_balances(files, lines):
    sums = defaultdict(lambda: [0, 0])
    for line in lines:
        key = tuple(line[k] for k in ("day", "phase", "book", "account", "appropriation"))
        sums[key][line["side"] == "credit"] += int(line["amount"])
    told = {}
    for row in table(files, "data/balances.csv"):
        told[tuple(row[k] for k in ("day", "phase", "book", "account", "appropriation"))] = [int(row["debit"]), int(row["credit"])]
    bad = [" ".join(key) for key in sorted(set(sums) | set(told)) if sums.get(key) != told.get(key)]
    for code, a in standing(lines).items():
        if sum(a[k] for k in list(a) if k[0] == "I"):
            bad.append(code + ": book I")
        ties = [
            ("2302 = I2401", a["F2302"] - a["I2401"]), ("2307 + 2502 = I2402", a["F2307"] + a["F2502"] - a["I2402"]),
            ("1201 = 8001.03", a["F1201"] - a["B8001.03"]),
            ("bank", a["F1002"] + a["F1218"] + a["F2103"] + a["F2307.09"] - a["B8001.02"]),
            ("surplus = carry-over", total(a, OWN_F) - total(a, ["B81", "B82", "B6", "B7"])),
        ]
        bad += [code + ": " + name for name, difference in ties if difference]
    return bad


def half_up(part, whole):
    if whole == 0:
        return None
    rate = Fraction(part, whole) * 10000
    n = int(abs(rate) + Fraction(1, 2)) * (1 if rate >= 0 else -1)
    return "%s%d.%02d" % ("-" if n < 0 else "", abs(n) // 100, abs(n) % 100)


def step_figures(files, head, lines):
    first, last = head["year"] + "-01-01", head["year"] + "-12-31"
    out = defaultdict(lambda: defaultdict(int))
    for line in lines:
        account, before = line["account"], line["day"] < first
        if line["book"] != "I" or line["day"] > last:
            continue
        if line["phase"] == "closing" and not before and account != "I2601":
            continue
        change = effect(line) * (1 if account in RESOURCES else -1)
        own = out[line["appropriation"]]
        if (before or line["phase"] == "opening") and account in ("I2401", "I2402"):
            own["before"] += change
        if account in OPEN:
            own[account] += change
            own["I1003"] += change if before else 0
        elif not before:
            own[account] += change
    report, bad = json.loads(files["reports/utilisation.json"]), []
    funds = {row["指标编码"]: row for row in table(files, "exports/csv/07_指标.csv")}
    if str(report["year"]) != head["year"]:
        bad.append("the year of the report")
    seen = set()
    for row in report["rows"]:
        code = row.get("appropriation")
        if row.get("level", "detail") != "detail" or code not in out:
            continue
        a = out[code]
        seen.add(code)
        net = sum(a[k] for k in RESOURCES) - a["I1009"]
        used, before = a["I2501"] + a["I2401"] + a["I2402"], a["before"] + a["I1005"]
        told = {
            "net": yuan(net), "paid": yuan(a["I2501"]), "payable": yuan(a["I2401"]), "retention": yuan(a["I2402"]),
            "executionRate": half_up(a["I2501"], net), "utilisationRate": half_up(used, net),
            "utilisationRateGross": half_up(used, net + a["I1009"]),
        }
        bad += ["%s: %s %s, computed %s" % (code, key, row.get(key), told[key]) for key in told if row.get(key) != told[key]]
        fresh, row = half_up(used - before, net - before) or "", funds.get(code, {})
        names = {"全年预算数": "net", "已支付": "paid", "执行率": "executionRate", "使用率": "utilisationRate", "不扣收回": "utilisationRateGross"}
        wrong = [name for name, key in names.items() if row.get(name) != (told[key] or "")]
        bad += ["%s: 07_指标 %s" % (code, name) for name in wrong + (["本年新增使用率"] if row.get("本年新增使用率") != fresh else [])]
    return bad + sorted(set(out) - seen)


def yuan(fen):
    return "%s%d.%02d" % ("-" if fen < 0 else "", abs(fen) // 100, abs(fen) % 100)


def step_closing(head, lines, records):
    bad = []
    digest = sm3 if head["hash"] == "sm3" else sha
    for record, event in events(records, "yearClosed"):
        close = event["close"]
        last = "%d-12-31" % close["year"]
        for key, closed in (("before", False), ("after", True)):
            keep = lambda l: l["day"] <= last and (closed or l["phase"] != "closing" or int(l["day"][:4]) < close["year"])
            rows = []
            for code, accounts in standing(lines, keep).items():
                rows += ["%s,%s,%d,%d\n" % (a, code, max(0, v), max(0, -v)) for a, v in accounts.items() if v]
            if digest("".join(sorted(rows, key=lambda r: r.encode())).encode()) != close["digests"][key]:
                bad.append("%d: digest %s closing" % (close["year"], key))
    return bad


def step_exports(files, head, lines):
    sums, accounts, bad = defaultdict(int), defaultdict(lambda: [0, 0]), []
    for row in table(files, "exports/csv/05_记账凭证.csv"):
        debit, credit = (round(Fraction(row[k]) * 100) for k in ("借方发生额", "贷方发生额"))
        sums[row["会计体系"], row["源凭证号"]] += debit - credit
        both = accounts[row["科目编码"]]
        both[0], both[1] = both[0] + debit, both[1] + credit
        if row["会计年度"] != head["year"]:
            bad.append("a voucher of another year: " + row["源凭证号"])
    own = defaultdict(lambda: [0, 0])
    for line in lines:
        if line["day"][:4] == head["year"]:
            account = line["account"].replace(".", "")
            own[account if account[0] == "I" else account[1:]][line["side"] == "credit"] += int(line["amount"])
    bad += [" ".join(key) for key, value in sums.items() if value]
    return bad + [key for key in sorted(set(own) | set(accounts)) if own.get(key) != accounts.get(key)]


def step_sealed(records):
    bad, sealed = [], {}
    for record in records:
        for voucher in record["vouchers"]:
            if any(int(voucher["day"][:4]) <= year for year in sealed):
                bad.append("record %d: %s" % (record["seq"], voucher["number"]))
        for event in record["events"]:
            if "yearClosed" in event:
                sealed[event["yearClosed"]["close"]["year"]] = record["seq"]
    return bad


def verify(data, key=None, say=print):
    """0 all good, 1 something differs, 2 unreadable."""
    try:
        files = unzip(data)
        head = heading(files)
        text = files["journal/records.jsonl"]
        if not text.endswith(b"\n"):
            raise Unreadable("journal/records.jsonl")
        bodies = text[:-1].split(b"\n")
        records = [json.loads(body) for body in bodies]
        lines = table(files, "data/lines.csv")
        steps = [
            ("signature", lambda: step_signature(files, head, key, say)), ("manifest", lambda: step_manifest(files, head)),
            ("chain", lambda: step_chain(files, head, bodies) + step_head(head, records)),
            ("voucher numbers, lines", lambda: step_lines(lines, records)), ("vouchers balance", lambda: step_balanced(lines)),
            ("balances, ties", lambda: step_balances(files, lines)), ("figures of the year", lambda: step_figures(files, head, lines)),
            ("closing digests", lambda: step_closing(head, lines, records)), ("exports", lambda: step_exports(files, head, lines)),
            ("sealed years", lambda: step_sealed(records)),
        ]
        faults = 0
        for n, (name, step) in enumerate(steps, 1):
            bad = step()
            faults += len(bad)
            say("%2d %-24s %s" % (n, name, "ok" if not bad else "%d differences" % len(bad)))
            for item in bad[:20]:
                say("   " + str(item))
        return 1 if faults else 0
    except Unreadable as fault:
        say("unreadable: %s" % fault)
    except (KeyError, ValueError, IndexError, TypeError, AttributeError, StopIteration, ZeroDivisionError) as fault:
        say("unreadable: %s %s" % (type(fault).__name__, fault))
    return 2


if __name__ == "__main__":
    arguments = sys.argv[1:]
    wanted = None
    if len(arguments) == 3 and arguments[1] == "--key":
        wanted = arguments[2]
    elif len(arguments) != 1:
        print(__doc__)
        sys.exit(2)
    try:
        with open(arguments[0], "rb") as file:
            content = file.read()
    except OSError as fault:
        print("unreadable: %s" % fault)
        sys.exit(2)
    sys.exit(verify(content, wanted))
