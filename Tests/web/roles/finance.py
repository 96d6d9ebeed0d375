"""Finance: a review with a cut, whose reason is missing at first; an invoice; a statement with faults; matches sure and by hand."""
from pathlib import Path
from street import invoice, invoice_file

# A firm that no other journey calls.
OTHER = "LJ"
STATEMENT = Path("samples/statements/icbc.csv")


def walk(desk, street):
    number, settled = street.job("claimed"), street.job("settled")
    desk.sign_in("finance")
    desk.check("finance-1-desk")
    desk.go(f"jobs/{number}/do/review")
    desk.fill(lines__0__approved="100.00", lines__0__looked="1")
    desk.press("look")
    desk.check("finance-2-faults")
    assert len(desk.driver.find_elements("css selector", "#faults li")) >= 3
    desk.fill(lines__0__reason="实测数量少于送审", lines__1__looked="1", lines__2__looked="1")
    desk.press("look")
    desk.check("finance-3-look-over")
    assert "220.00" in desk.text()
    desk.press_once("send")
    desk.check("finance-4-reviewed")
    above(desk, street)
    paper = invoice(settled)
    fields = {name: paper[name] for name in ("number", "date", "amount", "tax", "total")}
    desk.step(settled, "invoice", seller__name=paper["seller"]["name"], seller__creditCode=paper["seller"]["creditCode"],
              buyer__name=paper["buyer"]["name"], **fields)
    by_file = street.job("settled")
    desk.go("finance/invoices")
    desk.fill(job=by_file, file=invoice_file(by_file, desk.out))
    before = street.records()
    desk.press()
    desk.check("finance-4-invoice-file")
    assert street.records() == before + 1, desk.text()
    desk.driver.refresh()
    assert street.records() == before + 1
    statements(desk, street)
    matches(desk, street)


def above(desk, street):
    """A line above the price that was agreed with the firm: shown, and a reason is asked for."""
    street.do("wu.fang", "contractor.agree", contractor=OTHER, agreement="XY-J", to="2026-12-31", **{"from": "2026-01-01"},
              lines=[{"item": "管道工", "unit": "工日", "unitPrice": "200.00"}])
    number = street.job("claimed", contractor=OTHER)
    desk.go(f"jobs/{number}/do/review")
    assert "200.00" in desk.text()
    desk.fill(lines__0__looked="1", lines__1__looked="1", lines__2__looked="1")
    desk.press("look")
    desk.check("finance-3-above")
    assert len(desk.driver.find_elements("css selector", "#faults li")) == 1
    desk.fill(lines__0__reason="夜间抢修，协议外加价")
    desk.press("look")
    desk.press_once("send")


def statements(desk, street):
    desk.go("finance/statements")
    text = STATEMENT.read_bytes().decode("gb18030" if b"\xef\xbb\xbf" != STATEMENT.read_bytes()[:3] else "utf-8-sig")
    faulty = desk.out.resolve() / "faulty.csv"
    faulty.write_bytes(text.replace("2026-0", "2026-9", 2).replace("2026060", "2026960", 2).encode("gb18030"))
    before = street.records()
    desk.fill(file=str(faulty))
    desk.press()
    desk.check("finance-5-statement-faults")
    assert desk.driver.find_elements("css selector", ".say.late") and street.records() == before
    # What is there already adds nothing.
    desk.go("finance/statements")
    desk.fill(file=str(STATEMENT.resolve()))
    desk.press()
    desk.check("finance-6-statement-again")
    assert street.records() == before


def matches(desk, street):
    desk.go("finance/match")
    desk.check("finance-7-match")
    before = street.records()
    desk.press("sure")
    assert street.records() > before
    desk.check("finance-8-matched")
    after = street.records()
    desk.driver.refresh()
    assert street.records() == after
    for name in ("line", "item"):
        boxes = desk.driver.find_elements("css selector", f"input[type=checkbox][name={name}]")
        assert boxes, name
        desk.click(boxes[0])
    desk.press("sum")
    desk.check("finance-9-difference")
    assert street.records() == after
