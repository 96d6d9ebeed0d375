import TestKit

extension RefusalScript {
    /// A bank's appropriation, a payment of 970.00 from it, and a statement of two lines: the ids of the lines follow.
    private static let start = MemoryStreet.funded.records.count
    private static let pays = """
        finance1 fund.appropriate appropriation=B26 source=minsheng amount=9000.00 channel=bank
        cashier1 fund.receive appropriation=B26 amount=9000.00 receiptNo=R1
        grid1 call
        grid1 accept #1
        officer1 survey #1 total=970.00 fund=B26:100%
        head1 sign #1
        dispatcher1 dispatch #1
        crew1 start #1
        crew1 finish #1
        inspector1 inspect #1
        officer1 claim #1 total=970.00
        finance1 review #1 approved=970.00
        head1 settle #1
        cashier1 pay #1 paymentNo=P1

        """
    private static let imports = pays + "cashier1 bank.import rows=01-02:-970.00:P1,01-02:5.00 \n"
    private static let line = "\(start + 15).1"
    private static let other = "\(start + 15).2"
    private static let matched = imports + "finance1 match.make on=\(line) pay=P1 \n"

    static let statements = [
        RefusalScript(imports + "finance1 bank.import rows=01-02:-970.00:P1 ! statement.known"),
        RefusalScript(imports + "finance1 bank.import rows=01-02:-970.00:P2 ! statement.differs"),
        RefusalScript(imports + "finance1 bank.import bank=ccb rows=01-01:9.00,01-02:9.00 ! statement.format"),
        RefusalScript(imports + "finance1 bank.import custody=treasury rows=01-02:9.00 ! statement.custody"),
        RefusalScript("finance1 bank.import rows=01-02:9.00::S1,01-02:8.00::S1 ! statement.repeats"),
        RefusalScript("finance1 bank.import rows=01-03:9.00 ! statement.future"),
        RefusalScript("finance1 bank.import rows=01-02:9.00 -newAccount ! account.new"),
        RefusalScript("finance1 bank.void record:=9 ! statement.unknown"),
        RefusalScript(matched + "finance1 bank.void record:=\(start + 15) ! statement.matched"),
        RefusalScript(
            imports + "finance1 bank.void record:=\(start + 15) \n finance1 bank.void record:=\(start + 15) ! statement.voided"),
        RefusalScript(imports + "finance1 match.make on=\(start + 15).3 pay=P1 ! line.unknown"),
        RefusalScript(imports + "finance1 match.make on=\(line),\(line) pay=P1 ! match.empty"),
        RefusalScript(imports + "finance1 match.make on=\(line),\(other) pay=P1 ! match.sum"),
        RefusalScript(matched + "finance1 match.make on=\(other) pay=P1 ! match.taken"),
        RefusalScript(
            imports + "cashier1 bank.import account=1002 rows=01-02:1.00 \n"
                + "finance1 match.make on=\(line),\(start + 16).1 pay=P1 ! match.accounts"),
        RefusalScript(imports + "finance1 match.make on=\(line) pay=refund:P1 ! match.item"),
        RefusalScript(imports + "finance1 match.undo match:=7 ! match.unknown"),
        RefusalScript(
            matched + "finance1 match.undo match:=\(start + 16) \n finance1 match.undo match:=\(start + 16) ! match.undone"),
    ]
}
