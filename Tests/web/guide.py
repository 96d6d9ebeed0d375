"""The pictures of the guide: guide.py YJB SERVER MASTER OUT writes docs/pictures/guide-*.jpg."""
import os, sys
from pathlib import Path
from desk import Desk
from street import LINES, Server

YJB, PROGRAM, MASTER, OUT = sys.argv[1:5]
PICTURES = Path("docs/pictures")


class Camera(Desk):
    def take(self, name, most=1700):
        path = self.picture("guide", most=most, format="jpeg", quality=70)
        path.replace(PICTURES / f"guide-{name}.jpg")


def phone(desk, street):
    desk.sign_out()
    desk.go("sign-in")
    desk.take("sign-in", 844)
    number = street.job("accepted")
    desk.sign_in("officer")
    desk.take("officer-desk", 1300)
    desk.go(f"jobs/{number}/do/survey")
    desk.fill(visitors=["li.wei", "shen.yi"], cause="管道老化，接口脱开", plan="疏通，换垫圈", lines__0__item="管道工",
              lines__0__quantity="1e3", lines__0__unit="工日", lines__0__unitPrice="340")
    desk.press("look")
    desk.take("officer-faults", 1500)
    desk.fill(lines__0__quantity="0.5")
    desk.press("look")
    desk.take("officer-look-over", 900)
    started = street.job("started")
    desk.sign_in("crew")
    desk.go(f"jobs/{started}")
    desk.take("crew-job", 900)


def dispatcher(desk, street):
    desk.sign_in("dispatcher")
    desk.go("jobs/new")
    desk.fill(site__address="双桥巷9号院内", category="drain", description="污水从井里返上来，已漫到楼道口", channel="12345")
    desk.take("dispatcher-call", 900)
    desk.go("jobs")
    desk.take("dispatcher-jobs", 1000)
    desk.go("jobs/2026-0098")
    desk.take("dispatcher-job", 900)


def head(desk, street):
    number, moved = street.job("surveyed"), street.job("surveyed")
    desk.sign_in("head of section")
    desk.take("head-desk", 1000)
    desk.go(f"jobs/{number}/do/sign")
    desk.fill(note="同意")
    desk.press("look")
    desk.take("head-look-over", 700)
    desk.go(f"jobs/{moved}/do/sign")
    desk.press("look")
    street.do("li.wei", "job.survey", job=moved, visitors=["li.wei", "wang.mei"], cause="管道老化", plan="改为更换", lines=LINES[:2])
    desk.press("send")
    desk.take("head-moved", 800)


def finance(desk, street):
    number = street.job("claimed")
    desk.sign_in("finance")
    desk.go(f"jobs/{number}/do/review")
    desk.fill(lines__0__approved="100.00", lines__0__looked="1", lines__0__reason="实测数量少于送审", lines__1__looked="1")
    desk.take("finance-review", 800)
    desk.go("finance/match")
    desk.take("finance-match", 900)
    desk.go("funds")
    desk.take("finance-funds", 1000)


def cashier(desk, street):
    number = street.job("invoiced")
    desk.sign_in("cashier")
    desk.go(f"jobs/{number}/do/pay")
    desk.fill(paymentNo="ZF20261231-01", day="2026-12-31")
    desk.press("look")
    desk.take("cashier-look-over", 700)


def leader(desk, street):
    desk.sign_in("leader")
    desk.go("reports/utilisation?year=2026")
    desk.take("leader-utilisation", 1100)
    desk.go("policy/adopt")
    desk.fill(effective="2027-01-01")
    desk.put("text", Path("samples/policy.yaml").read_text().replace("10000.00", "12000.00"))
    desk.press("look")
    desk.take("leader-policy", 700)


def auditor(desk, street):
    desk.sign_in("auditor")
    desk.go("audit")
    desk.press()
    desk.until(lambda: desk.driver.find_elements("css selector", ".say.ok"))
    desk.take("auditor-verified", 800)
    desk.go("audit/records/100")
    desk.take("auditor-record", 1000)


def admin(desk, street):
    desk.sign_in("administrator")
    desk.go("admin/users")
    desk.driver.find_element("css selector", "form:has(input[value='shen.yi']) button").click()
    desk.take("admin-invite", 800)


def english(desk, street):
    desk.sign_in("head of section")
    desk.take("en-desk", 1000)
    desk.go("jobs/2026-0098")
    desk.take("en-job", 900)


def main():
    server = Server(YJB, PROGRAM, MASTER, Path(MASTER).parent / "guide", int(os.environ.get("PORT", "8319")))
    try:
        for width, language, scenes in [(1280, "zh", [dispatcher, leader, auditor, admin]), (390, "zh", [phone]), (1280, "en", [english]),
                                        (1280, "zh", [head, finance, cashier])]:
            desk = Camera(server, OUT, width, language)
            try:
                for scene in scenes:
                    scene(desk, server.street)
            finally:
                desk.close()
    finally:
        server.stop()
    pictures = sorted(PICTURES.glob("guide-*.jpg"))
    print(f"{len(pictures)} pictures, {sum(each.stat().st_size for each in pictures) // 1024} KB")


main()
