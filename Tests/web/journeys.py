"""Journeys through the desk: journeys.py BASE SERVER-LOG OUT. Ends with 1 when a page does not hold what it has to."""
import sys
from desk import Desk, users

BASE, LOG, OUT = sys.argv[1:]
PAGES = {
    "dispatcher": ["desk", "jobs", "jobs?queue=accept", "jobs/new", "jobs/2026-0101", "me", "me/sessions"],
    "finance": ["finance", "finance/match", "finance/statements", "funds", "reports", "reports/vouchers", "do/fund.appropriate"],
    "leader": ["desk", "audit", "audit/records/100", "policy", "policy/adopt", "contractors", "admin/users", "reports/utilisation?year=2026"],
}


def sweep(desk):
    """Every kind of page once, as somebody who may see it."""
    for role, pages in PAGES.items():
        desk.sign_in(role)
        for page in pages:
            desk.go(page)
            desk.check(role + "-" + "".join(c if c.isalnum() else "-" for c in page))


def repair(desk):
    """From a call to its signature; forms are pressed twice, gone back to, and filled in badly."""
    zh = desk.language == "zh"
    desk.sign_in("dispatcher")
    desk.go("jobs/new")
    desk.fill(site__address="双桥巷9号", category="drain", description="污水返溢", channel="12345")
    before = desk.record()
    desk.press("send")
    number = desk.driver.current_url.split("/jobs/")[1].split("?")[0]
    desk.check("journey-1-called")
    assert desk.record() == before + 1 and ("已记下" if zh else "recorded") in desk.text()
    # Back, and pressed again: the same command. Back, changed, pressed: a way on.
    desk.driver.back()
    desk.press("send")
    assert desk.record() == before + 1 and number in desk.driver.current_url
    desk.driver.back()
    desk.fill(description="另一件事")
    desk.press("send")
    desk.check("journey-2-changed")
    assert ("这张表已经记下" if zh else "This form was recorded") in desk.text()
    step(desk, "grid officer", number, "accept", tenure="unowned", urgency="urgent")
    desk.sign_in("officer")
    desk.go(f"jobs/{number}/do/survey")
    desk.fill(cause="老化", lines__0__item="疏通", lines__0__quantity="1e3")
    desk.press("look")
    desk.check("journey-3-faults")
    assert "1e3" == desk.driver.find_element("name", "lines.0.quantity").get_attribute("value")
    desk.fill(visitors=["li.wei", "shen.yi"], **{"visitors__others": "沈怡"}, plan="疏通", lines__0__quantity="０．２",
              lines__0__unit="次", lines__0__unitPrice="１，２００")
    desk.press("look")
    desk.check("journey-4-look-over")
    assert "240.00" in desk.text()
    desk.press("send")
    step(desk, "head of section", number, "sign", look=True)
    desk.check("journey-5-signed")


def step(desk, role, number, verb, look=False, **fields):
    desk.sign_in(role)
    desk.go(f"jobs/{number}/do/{verb}")
    before = desk.record()
    desk.fill(**fields)
    if look:
        desk.press("look")
    desk.press("send")
    assert desk.record() == before + 1, desk.text()


def main():
    findings = []
    for width in (390, 1280):
        for language in ("zh", "en"):
            desk = Desk(BASE, users(LOG), OUT, width, language)
            try:
                sweep(desk)
                repair(desk)
            finally:
                findings += desk.findings
                desk.close()
            print(f"{width} {language}: {len(desk.findings)} findings")
    for finding in findings:
        print(finding)
    sys.exit(1 if findings else 0)


main()
