"""The leader: settles, takes a settlement back, and sees what another policy would change before it holds."""
from pathlib import Path


def walk(desk, street):
    number = street.job("reviewed")
    desk.sign_in("leader")
    desk.check("leader-1-desk")
    desk.go(f"jobs/{number}/do/settle")
    desk.press("look")
    desk.check("leader-2-look-over")
    assert "贰佰肆拾元整" in desk.text()
    desk.press_once("send")
    desk.check("leader-3-settled")
    desk.go(f"jobs/{number}/do/reverse")
    desk.fill(reason="数量有误，拟冲销")
    desk.press("look")
    desk.press_once("send")
    desk.check("leader-4-reversed")
    desk.go("policy/adopt")
    text = Path("samples/policy.yaml").read_text()
    before = street.records()
    desk.fill(effective="2027-01-01")
    desk.put("text", text.replace("10000.00", "12000.00"))
    desk.press("look")
    desk.check("leader-5-policy")
    assert "12,000.00" in desk.text() and street.records() == before
