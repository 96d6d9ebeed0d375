"""The officer on the phone: the way there with a photo, a draft, the survey of five lines with all faults at once, looked over, filed after the work."""
from pathlib import Path


def walk(desk, street):
    number = street.job("accepted", urgency="critical")
    street.do("zhao.ming", "job.authorize", job=number, ceiling="2000.00", reason="污水漫进楼道", means="phone")
    street.do("gu.lin", "job.dispatch", job=number, contractor="QL", workers=2)
    desk.sign_in("officer")
    desk.check("officer-1-desk")
    desk.go(f"jobs/{number}/do/visit")
    desk.fill(visitors=["li.wei"], findings="检查井满水，影响六户")
    desk.fill(photos__album=str(Path("docs/pictures/desk.png").resolve()))
    desk.press("photos")
    assert len(desk.driver.find_elements("css selector", ".photos img")) == 1
    desk.check("officer-2-photo")
    desk.press_once("send")
    assert desk.driver.find_elements("css selector", "main img"), "the job's page shows the photo"
    desk.go(f"jobs/{number}/do/survey")
    desk.fill(cause="接口脱开")
    before = street.records()
    desk.press("draft")
    desk.go("drafts")
    desk.check("officer-2-drafts")
    desk.follow("main tbody th a")
    assert desk.value("cause") == "接口脱开" and street.records() == before
    desk.fill(cause="管道老化", lines__0__item="疏通", lines__0__quantity="1e3")
    desk.press("look")
    desk.check("officer-2-faults")
    assert desk.value("lines.0.quantity") == "1e3"
    desk.fill(visitors=["li.wei", "shen.yi"], **{"visitors__others": "沈怡"}, plan="疏通，换垫圈")
    desk.press("more")
    lines = [("labour", "管道工", "0.5", "工日", "２４０"), ("plant", "疏通车", "1", "台班", "１，２００"), ("material", "垫圈", "4", "只", "5"),
             ("material", "水泥", "２", "袋", "28.50"), ("other", "清运", "1", "车", "63")]
    for row, cells in enumerate(lines):
        for name, value in zip(("kind", "item", "quantity", "unit", "unitPrice"), cells):
            desk.fill(**{f"lines__{row}__{name}": value})
    desk.check("officer-3-filled")
    desk.press("look")
    desk.check("officer-4-look-over")
    assert "1,460.00" in desk.text()
    desk.press_once("send")
    desk.check("officer-5-filed")
    desk.widths("officer")
