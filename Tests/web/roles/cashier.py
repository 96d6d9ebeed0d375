"""The cashier: pays once, however often the button is pressed; what the bank sends back is a payment taken back."""


def walk(desk, street):
    number = street.job("invoiced")
    desk.sign_in("cashier")
    desk.check("cashier-1-desk")
    desk.go(f"jobs/{number}/do/pay")
    desk.fill(paymentNo="ZF-" + number, day="2026-12-31")
    desk.press("look")
    desk.check("cashier-2-look-over")
    desk.press_once("send")
    desk.check("cashier-3-paid")
    desk.go(f"jobs/{number}/do/refund")
    desk.fill(paymentNo="ZF-" + number, reason="账号有误，银行退回")
    desk.press("look")
    desk.press_once("send")
    desk.check("cashier-4-sent-back")
    assert "账号有误" in desk.text()
