"""Every kind of page once, as somebody who may see it: of a new street, of the sample year, and of one that is too full."""
PAGES = {
    "dispatcher": ["desk", "jobs", "jobs?queue=accept", "jobs?q=zzz", "jobs/new", "jobs/2026-0101", "me", "me/sessions"],
    "finance": ["desk", "finance", "finance/match", "finance/statements", "funds", "reports", "reports/vouchers",
                "do/fund.appropriate"],
    "leader": ["desk", "jobs/2026-0041", "audit", "audit/records/100", "policy", "policy/adopt", "contractors", "admin/users",
               "reports/utilisation?year=2026", "reports/pacing", "reports/exceptions?year=2026"],
    "crew": ["desk", "jobs"],
}
NEW = {"administrator": ["desk", "jobs", "funds", "finance", "finance/match", "finance/statements", "reports", "contractors",
                         "policy", "audit", "admin/users", "me"]}


def sweep(desk, pages=PAGES, name=""):
    for role, addresses in pages.items():
        desk.sign_in(role)
        for address in addresses:
            desk.go(address)
            desk.check(name + role + "-" + "".join(c if c.isalnum() else "-" for c in address))
            desk.widths(name)
