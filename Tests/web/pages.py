"""Every kind of page once, as somebody who may see it: of a new street, of the sample year, and of one that is too full."""
PAGES = {
    "dispatcher": ["desk", "jobs", "jobs?queue=accept", "jobs?q=zzz", "jobs/plan", "jobs/plan?zoom=2", "jobs?works=accepted",
                   "views?works=accepted", "search?q=%E5%8F%8C%E6%A1%A5", "search?q=zzz", "estates?year=2026", "jobs/new", "jobs/2026-0101", "me", "me/sessions"],
    "finance": ["desk", "finance", "finance/match", "finance/statements", "funds", "reports", "reports/vouchers",
                "do/fund.appropriate"],
    "leader": ["desk", "jobs/2026-0041", "audit", "audit/records/100", "policy", "policy/adopt", "contractors", "admin/users",
               "reports/utilisation?year=2026", "reports/pacing", "reports/exceptions?year=2026"],
    "crew": ["desk", "jobs", "jobs/plan"],
    "auditor": ["audit/access", "audit/bundles"],
    "administrator": ["admin/backups"],
}
EMPTY = {
    "dispatcher": ["desk", "jobs", "jobs/plan", "jobs/new", "contractors", "estates", "me"],
    "finance": ["desk", "finance", "finance/match", "finance/statements", "funds", "reports", "reports/utilisation?year=2026"],
    "leader": ["desk", "audit", "policy", "reports/exceptions?year=2026"],
    "administrator": ["desk", "admin/users"],
}


def full(number):
    """Of a street that holds a job too long for any page."""
    return {
        "head of section": ["desk", "jobs", f"jobs/{number}", "funds", "reports/utilisation?year=2026"],
        "committee": ["desk", f"jobs/{number}/do/sign"],
        "dispatcher": ["desk", f"jobs/{number}"],
    }


def sweep(desk, pages=PAGES, name=""):
    for role, addresses in pages.items():
        desk.sign_in(role)
        for address in addresses:
            desk.go(address)
            desk.check(name + role + "-" + "".join(c if c.isalnum() else "-" for c in address))
            desk.widths(name)
