"""The crew on the phone: start, finish, once more after a failed inspection; another firm's job is not there for it."""


def walk(desk, street):
    number, other = street.job("dispatched"), street.job("dispatched", contractor="SZ")
    desk.sign_in("crew")
    desk.check("crew-1-desk")
    desk.step(number, "start")
    desk.step(number, "finish", note="工完料清")
    desk.check("crew-2-finished")
    street.do("yan.hua", "job.inspect", job=number, note="垫圈仍渗水", **{"pass": False})
    desk.go(f"jobs/{number}")
    desk.check("crew-3-failed")
    assert "垫圈仍渗水" in desk.text()
    desk.go(desk.leads(number))
    desk.press_once("send")
    desk.check("crew-4-again")
    desk.go(f"jobs/{other}")
    desk.check("crew-5-other-firm")
    assert "污水返溢" not in desk.text()
    assert desk.status(f"jobs/{other}/do/start") == 404
