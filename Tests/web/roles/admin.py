"""The administrator: people in, with a role and a firm; an invitation; a first password."""
NEW = "一句只有我想得到的话 2026"


def walk(desk, street):
    desk.sign_in("administrator")
    desk.go("do/user.add")
    desk.fill(user="tang.min", name="唐敏", roles=["dispatcher"])
    desk.press_once("send")
    desk.check("admin-1-added")
    desk.go("do/user.add")
    desk.fill(user="he.liang", roles=["crew"], contractor="QL")
    desk.press("send")
    # Nobody is without a name; what was filled in stands there still.
    desk.check("admin-2-faults")
    assert desk.driver.find_elements("css selector", "#faults li") and desk.value("user") == "he.liang"
    desk.fill(name="何亮")
    desk.press_once("send")
    desk.go("admin/users")
    desk.driver.find_element("css selector", "form:has(input[value='tang.min']) button").click()
    desk.check("admin-3-invited")
    path = desk.driver.find_element("css selector", ".code.big").text
    desk.sign_out()
    desk.visit(path)
    desk.fill(password="short", again="short")
    desk.press()
    desk.check("admin-4-welcome")
    desk.fill(password=NEW, again=NEW)
    desk.press()
    desk.fill(name="tang.min", password=NEW)
    desk.press()
    assert "/desk" in desk.driver.current_url and "唐敏" in desk.text()
    # It serves once.
    desk.sign_out()
    desk.visit(path)
    assert not desk.driver.find_elements("name", "password")
