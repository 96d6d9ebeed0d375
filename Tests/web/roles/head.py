"""The head of section: signs one form, may not sign what she surveyed herself, and is told when a job has moved meanwhile."""
from street import LINES


def walk(desk, street):
    mine, hers, moved = street.job("surveyed"), street.job("surveyed", surveyors=("li.wei", "zhao.ming")), street.job("surveyed")
    desk.sign_in("head of section")
    desk.check("head-1-desk")
    desk.go(f"jobs/{hers}/do/sign")
    desk.check("head-2-surveyor")
    assert not desk.driver.find_elements("css selector", "main form")
    desk.go(f"jobs/{mine}/do/sign")
    desk.fill(note="同意")
    desk.press("look")
    desk.check("head-3-look-over")
    assert "240.00" in desk.text()
    # The password was given long ago: asked for once more, and the form goes through it.
    street.forget_passwords()
    before = street.records()
    desk.press("send")
    desk.check("head-3-password")
    assert street.records() == before
    desk.fill(again="not this one")
    desk.press()
    assert street.records() == before and desk.driver.find_elements("name", "again")
    desk.fill(again=desk.people["head of section"][2])
    desk.press()
    if desk.driver.find_elements("css selector", "main button[value=send]"):
        desk.press_once("send")
    assert street.records() == before + 1
    desk.check("head-4-signed")
    desk.go(f"jobs/{moved}/do/sign")
    desk.press("look")
    street.do("li.wei", "job.survey", job=moved, visitors=["li.wei", "wang.mei"], cause="管道老化", plan="改为更换", lines=LINES[:2])
    before = street.records()
    desk.press("send")
    desk.check("head-5-moved")
    assert desk.say("工单已经动过", "The job has moved") in desk.text() and street.records() == before
    desk.press("edit")
    desk.press("look")
    assert "140.00" in desk.text()
    desk.press_once("send")
