"""The auditor: verifies the journal, checks an old stamp, reads a record and a report, takes it along; sees no caller and can send nothing."""
import shutil, subprocess

SENDS = ["jobs/new", "jobs/2026-0101/do/accept", "jobs/2026-0101/caller", "do/user.add", "do/fund.appropriate", "admin/invite",
         "finance/match", "policy/adopt"]


def walk(desk, street):
    desk.sign_in("auditor")
    desk.check("auditor-1-desk")
    desk.go("audit")
    desk.press()
    # The page looks again by itself.
    desk.until(lambda: desk.driver.find_elements("css selector", ".say.ok"))
    desk.check("auditor-2-verified")
    assert desk.driver.find_elements("css selector", ".say.ok")
    # An old print says where the journal stood: that record still has that hash, and no other.
    for hash, sign in ((street.head(700), ".say.ok"), (street.head(701), ".say.late")):
        desk.go("audit")
        desk.fill(stamp=f"700:{hash}")
        desk.follow("form.choose button")
        desk.until(lambda: desk.driver.find_elements("css selector", sign))
        desk.check("auditor-2-stamp")
        assert "700:" in desk.text()
    desk.go("audit/records/100")
    desk.check("auditor-3-record")
    shell(desk, street)
    desk.go("reports/exceptions?year=2026")
    desk.check("auditor-4-exceptions")
    assert desk.status("reports/exceptions?year=2026&format=csv") == 200
    desk.go("jobs/2026-0001")
    desk.check("auditor-5-job")
    assert "13800000421" not in desk.driver.page_source and "李师傅" not in desk.driver.page_source
    before = street.records()
    for path in SENDS:
        status = desk.status(path, post={"id": "w-" + "a" * 32, "seen": str(before), "go": "hand" if "match" in path else "send"})
        assert 400 <= status < 500, (path, status)
    assert street.records() == before


def shell(desk, street):
    """The printed lines say of the record's link what the record says."""
    if not shutil.which("sqlite3"):
        return
    lines = desk.driver.find_elements("css selector", "pre.code")[-1].text.replace("street.sqlite", street.database)
    made, stored = subprocess.run(["bash", "-c", lines], capture_output=True, text=True, check=True).stdout.split("\n")[:2]
    assert made.split()[0] == stored, (made, stored)
