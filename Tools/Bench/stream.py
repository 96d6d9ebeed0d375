"""The streams of commands that the bench plays: a practice street and its funds, then jobs of 13 steps each.

The same call gives the same bytes. Every command is accepted; the bench refuses to go on when one is not.
"""
import hashlib
import heapq
import json
from datetime import datetime, timedelta

FIRST_CALL = datetime(2026, 1, 6, 9, 0, 0)
HOUR, DAY = 3600, 86400
# Calls come evenly over this many days; the last of them is paid twelve days later, in the same year.
SPAN = 330 * DAY
APPROPRIATIONS = [f"MS-2026-{n:02d}" for n in range(1, 13)]
SETTING_UP = {"org.open", "user.add", "policy.adopt", "contractor.add", "estate.add"}
CATEGORIES = ["drain", "water", "roof", "road", "manhole", "light"]


def line(command_id, org, by, seconds, do, facts):
    at = FIRST_CALL + timedelta(seconds=seconds)
    command = {"id": command_id, "org": org, "by": by, "at": at.strftime("%Y-%m-%dT%H:%M:%S+08:00"), "do": do, "with": facts}
    return json.dumps(command, ensure_ascii=False, separators=(",", ":")) + "\n"


def setup(sample, org="NHL"):
    """The people, policy, contractors and estates of the sample year, and twelve appropriations that no stream uses up."""
    with open(sample, encoding="utf8") as file:
        for text in file:
            command = json.loads(text)
            if command["do"] in SETTING_UP and command["org"] == "NHL":
                command["org"] = org
                if command["do"] == "org.open":
                    command["with"]["code"] = org
                yield json.dumps(command, ensure_ascii=False, separators=(",", ":")) + "\n"
            if command["do"].startswith("job."):
                break
    for n, code in enumerate(APPROPRIATIONS):
        yield line(f"fund-{n}", org, "wu.fang", n - DAY, "fund.appropriate", {
            "appropriation": code, "source": "minsheng", "kind": "original", "amount": "50000000.00",
            "documentNo": f"宁财预〔2026〕{n + 1}号"})


def yuan(fen):
    return f"{fen // 100}.{fen % 100:02d}"


def photo(job, step):
    digest = hashlib.sha256(f"{job} {step}".encode()).hexdigest()
    return [{"hash": digest, "type": "image/jpeg", "size": 400000 + job % 1000 * 997}]


def bill(job):
    """Three lines of a bill, and what each comes to in fen."""
    days, metres = 1 + job % 3, 3 + job % 9
    lines = [
        {"kind": "labour", "item": "管道工", "quantity": str(days), "unit": "工日", "unitPrice": "320.00"},
        {"kind": "material", "item": "PE给水管DN50", "quantity": str(metres), "unit": "米", "unitPrice": "46.00"},
        {"kind": "other", "item": "垃圾清运", "quantity": "1", "unit": "车", "unitPrice": "380.00"}]
    return lines, [32000 * days, 4600 * metres, 38000]


def call(job, day):
    return {"ref": f"12345-2026-{job:06d}", "channel": "12345热线",
            "caller": {"name": "吴女士", "phone": f"138{job:08d}", "confidential": False},
            "site": {"address": f"梧桐里{job}号楼前排水沟", "community": "双桥社区"},
            "category": CATEGORIES[job % len(CATEGORIES)], "description": f"楼前积水漫到单元门口，老人出行不便，请尽快处理（{job}）"}


def review(job, day):
    lines, sums = bill(job)
    return {"lines": [{"line": 1, "approved": yuan(sums[0])},
                      {"line": 2, "approved": yuan(sums[1] - 4600), "reason": "实测少一米"},
                      {"line": 3, "approved": yuan(sums[2])}]}


def claim(job, day):
    lines, sums = bill(job)
    return {"lines": lines, "invoice": {"number": f"26322{job:015d}", "date": day, "amount": yuan(sum(sums))}}


# What happens, who does it, how many seconds after the call, and its facts besides the job's number.
STEPS = [
    ("call", "gu.lin", 0, call),
    ("accept", "gu.lin", 900, lambda job, day: {"tenure": "unowned", "urgency": "ordinary"}),
    ("visit", "wang.mei", 4 * HOUR, lambda job, day: {
        "visitors": ["wang.mei", "li.wei"], "findings": "排水管接口错位约六厘米，周边土体有冲刷，影响两个单元出入",
        "photos": photo(job, "visit")}),
    ("survey", "li.wei", DAY, lambda job, day: {
        "visitors": ["li.wei", "wang.mei"], "cause": "地基不均匀沉降，接口脱开", "plan": "开挖更换错位管段，回填夯实后恢复铺装",
        "lines": bill(job)[0]}),
    ("sign", "zhao.ming", DAY + 3 * HOUR, lambda job, day: {"note": "同意，施工时留出通道"}),
    ("dispatch", "gu.lin", DAY + 4 * HOUR, lambda job, day: {"contractor": "QL", "workers": 3}),
    ("start", "gu.lin", 2 * DAY, lambda job, day: {"photos": photo(job, "start")}),
    ("finish", "gu.lin", 3 * DAY, lambda job, day: {"note": "铺装已恢复，场地已清", "photos": photo(job, "finish")}),
    ("inspect", "yan.hua", 3 * DAY + 5 * HOUR, lambda job, day: {
        "pass": True, "note": "放水试验通畅，同意验收", "photos": photo(job, "inspect")}),
    ("claim", "li.wei", 7 * DAY, claim),
    ("review", "wu.fang", 8 * DAY, review),
    ("settle", "zhao.ming", 9 * DAY, lambda job, day: {}),
    ("pay", "feng.jie", 12 * DAY, lambda job, day: {"paymentNo": f"ZF2026{job:08d}", "day": day}),
]


def jobs(count, org="NHL"):
    """`count` jobs of 13 commands each, mixed by time as a street's are."""
    def steps(index):
        return ((int(job * SPAN / count) + STEPS[index][2], index, job + 1) for job in range(count))

    for seconds, index, job in heapq.merge(*[steps(index) for index in range(len(STEPS))]):
        name, by, _, facts = STEPS[index]
        day = (FIRST_CALL + timedelta(seconds=seconds)).strftime("%Y-%m-%d")
        given = facts(job, day) if name == "call" else {"job": f"2026-{job:04d}", **facts(job, day)}
        yield line(f"{name}-{job}", org, by, seconds, f"job.{name}", given)
