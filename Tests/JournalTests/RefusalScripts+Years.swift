/// The close of a year, what it shuts, and money whose last year is over.
extension RefusalScript {
    private static let closed = "12-31 leader1 year.close year:=2026\n"

    static let years = [
        RefusalScript("12-31 leader1 year.close year:=2025 ! year.unknown"),
        RefusalScript(closed + "leader1 year.close year:=2026 ! year.closed"),
        RefusalScript("2028-01-02 leader1 year.close year:=2027 ! year.order"),
        RefusalScript("12-30 leader1 year.close year:=2026 ! year.early"),
        RefusalScript(accepted + """
            head1 suspend #1 until=2027-05-01
            12-31 leader1 year.close year:=2026 ! year.unready
            """),
        RefusalScript(closed + "grid1 call ! time.sealed"),
        RefusalScript("""
            finance1 fund.appropriate appropriation=A source=sangong kind=carried originYear:=2024 amount=5.00
            finance1 fund.appropriate appropriation=B source=sangong kind=carried originYear:=2024 amount=5.00
            2027-01-02 finance1 fund.transfer from=A to=B amount=1.00 ! funds.lapsed
            """),
    ]
}
