"""The dispatcher: a call; one like it, opened as new; one like it, merged; a call changed after it was sent; accepted; no crew before a signature, one after a word; the call back."""


def walk(desk, street):
    desk.sign_in("dispatcher")
    desk.check("dispatcher-1-desk")
    desk.go("jobs/new")
    desk.fill(site__address="双桥巷9号", category="drain", description="污水返溢", channel="12345")
    desk.press_once("send")
    number = desk.job()
    desk.check("dispatcher-2-called")
    # The same once more: offered as a duplicate, opened as new; and once more, merged into the first.
    for way in ("new", "merge"):
        desk.go("jobs/new")
        desk.fill(site__address="双桥巷9号", category="drain", description="又返上来了", channel="12345")
        desk.press("check")
        desk.check("dispatcher-2-like-" + way)
        assert number in desk.driver.find_element("id", "duplicates").text
        before = street.records()
        if way == "new":
            desk.press_once("send")
            continue
        desk.press(number)
        assert street.records() == before + 2 and desk.job() == number
        desk.driver.refresh()
        assert street.records() == before + 2
    # Back, changed, pressed: what stands in the record, and a way on.
    desk.go("jobs/new")
    desk.fill(site__address="双桥巷11号", category="drain", description="井盖没了", channel="12345")
    desk.press("send")
    desk.driver.back()
    desk.fill(description="另一件事")
    desk.press("send")
    desk.check("dispatcher-3-changed")
    assert desk.say("这张表已经记下", "This form was recorded") in desk.text()
    desk.step(number, "accept", tenure="unowned", urgency="critical", hazard=desk.first("hazard", number, "accept"))
    desk.go(f"jobs/{number}/do/dispatch")
    desk.check("dispatcher-4-unsigned")
    assert not desk.driver.find_elements("name", "contractor")
    street.do("zhao.ming", "job.authorize", job=number, ceiling="500.00", reason="污水漫进楼道", means="phone")
    desk.step(number, "dispatch", contractor="QL", workers="2", due="2026-12-31")
    desk.check("dispatcher-5-dispatched")
    paid = street.job("paid")
    desk.step(paid, "callback", contacted="yes", solved="yes", satisfied="5", note="修得快")
    desk.step(paid, "close")
    desk.check("dispatcher-6-closed")
