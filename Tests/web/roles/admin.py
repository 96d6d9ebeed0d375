"""The administrator: people in, with a role and a firm; an invitation; a first password, and a second factor beside it."""
import base64, hashlib, hmac, struct, time

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
    desk.follow("form:has(input[value='tang.min']) button")
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
    second(desk)
    # It serves once.
    desk.sign_out()
    desk.visit(path)
    assert not desk.driver.find_elements("name", "password")


def second(desk):
    """Set up with what an app would show; then the way in asks for a code, and a recovery code serves once."""
    desk.go("me/second")
    desk.follow("main form.foot button")
    desk.check("admin-5-factor")
    desk.fill(code="000000")
    desk.press()
    assert desk.driver.find_elements("css selector", ".say.late")
    desk.fill(code=six(desk.driver.find_element("css selector", "p.code").text))
    desk.press()
    desk.check("admin-6-factor-on")
    spare = desk.driver.find_element("css selector", ".codes code").text
    for word, isIn in [(spare, True), (spare, False)]:
        desk.sign_out()
        desk.go("sign-in")
        desk.fill(name="tang.min", password=NEW)
        desk.press()
        desk.fill(code=word)
        desk.press()
        assert ("/desk" in desk.driver.current_url) == isIn, desk.text()
        desk.check("admin-7-second")


def six(key):
    """Six digits of this half minute (RFC 6238)."""
    secret = base64.b32decode("".join(key.split()).upper() + "=" * (-len("".join(key.split())) % 8))
    digest = hmac.new(secret, struct.pack(">Q", int(time.time()) // 30), hashlib.sha1).digest()
    at = digest[-1] & 15
    return f"{(struct.unpack('>I', digest[at:at + 4])[0] & 0x7fffffff) % 1000000:06d}"
