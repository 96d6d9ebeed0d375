import TestKit

/// Mistakes of people that are put right, and what stands in the way.
extension RefusalScript {
    private static let unsolved = paid + "grid1 callback #1 solved=no satisfied:=1 \n"
    private static let blue = "26320000000000000001"
    private static let invoiced = settled + "finance1 invoice #1 total=900.00 number=\(blue) \n"
    /// The part of the treasury's list that shows the payment P1 of 873.00, and its match.
    private static let matched = paid + """
        finance1 bank.import account=9 bank=treasury rows=01-02:-873.00:P1
        finance1 match.make on=\(MemoryStreet.funded.records.count + 13).1 pay=P1

        """

    static let corrections = [
        RefusalScript(unsolved + "dispatcher1 close #1 ! close.unsolved"),
        RefusalScript(surveyed + "head1 return #1 what=survey \n head1 sign #1 ! paper.returned"),
        RefusalScript(surveyed + "head1 return #1 what=survey slip:=1 ! return.slip"),
        RefusalScript(accepted + "dispatcher1 regrade #1 urgency=ordinary ! regrade.same"),
        RefusalScript(signed + "dispatcher1 regrade #1 tenure=transferred estate=e1 ! regrade.held"),
        RefusalScript("grid1 call ref=R1 \n dispatcher1 reject #1 \n grid1 call ref=R1 ! ref.ended"),
        RefusalScript("grid1 call ref=R1 reopen:=true ! ref.reopen"),
        RefusalScript("grid1 call \n grid1 accept #1 estate=e1 ! scope.backstop"),
        RefusalScript(reviewed + """
            head1 settle #1 retentionRate=3 warrantyMonths:=12
            cashier1 release #1 day=2026-01-02 ! release.early
            """),
        RefusalScript(paid + "cashier1 recover #1 amount=873.01 ! recover.exceeds"),
        RefusalScript(paid + """
            cashier1 recover #1 amount=1.00 reference=SK-1
            cashier1 recover #1 amount=1.00 reference=sk1 ! recover.taken
            """),
        RefusalScript(paid + "head1 withhold #1 amount=27.01 ! withhold.exceeds"),
        RefusalScript(matched + "cashier1 refund #1 paymentNo=P1 cause=mistaken ! refund.matched"),
        RefusalScript(paid + "cashier1 recover #1 amount=1.00 \n cashier1 refund #1 paymentNo=P1 ! refund.recovered"),
        RefusalScript(reviewed + "finance1 voidInvoice #1 number=\(blue) ! invoice.unknown"),
        RefusalScript(invoiced + """
            finance1 voidInvoice #1 number=\(blue) red:=\(red("-899.99")) ! invoice.red
            """),
        RefusalScript("""
            admin1 user.add user=both name=both roles:=['officer','cashier']
            both contractor.update code=c1 bank=622200009
            """ + "\n" + settled + "both pay #1 ! duty.payee"),
    ]

    private static func red(_ total: String) -> String {
        "{'number':'26320000000000000002','date':'2026-01-02','original':'\(blue)','total':'\(total)'}"
    }
}
