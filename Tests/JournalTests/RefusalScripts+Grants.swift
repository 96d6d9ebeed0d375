/// Grants and bank money that may not be, and corrections of them. Record 43 grants M26.
extension RefusalScript {
    private static let banked = """
        finance1 fund.appropriate appropriation=B source=minsheng amount=1000.00 channel=bank
        cashier1 fund.receive appropriation=B amount=500.00
        """ + "\n"

    static let grants = [
        RefusalScript("""
            finance1 fund.appropriate appropriation=A source=minsheng amount=1.00 documentNo=X-1
            finance1 fund.appropriate appropriation=C source=minsheng amount=1.00 documentNo=x1 ! document.taken
            """),
        RefusalScript("finance1 fund.appropriate appropriation=A source=minsheng amount=1.00 kind=carried ! carried.year"),
        RefusalScript("""
            finance1 fund.appropriate appropriation=A source=minsheng amount=1.00 channel=bank cash=1.00 ! carried.cash
            """),
        RefusalScript("""
            finance1 fund.appropriate appropriation=A source=minsheng amount=1.00 kind=carried originYear:=2025
            finance1 fund.transfer from=M26 to=A amount=1.00 ! transfer.kind
            """),
        RefusalScript("cashier1 fund.return appropriation=M26 amount=1.00 ! return.channel"),
        RefusalScript(banked + "cashier1 fund.return appropriation=B amount=500.01 ! return.exceeds"),
        RefusalScript("leader1 fund.correct record:=1 amount=1.00 ! correct.unknown"),
        RefusalScript("""
            leader1 fund.correct record:=52 amount=1.00
            leader1 fund.correct record:=52 amount=2.00 ! correct.done
            """),
        RefusalScript("""
            leader1 fund.correct record:=52
            leader1 fund.correct record:=54 amount=2.00 ! correct.nothing
            """),
        RefusalScript("leader1 fund.correct record:=52 amount=600000.00 ! correct.same"),
        RefusalScript("finance1 bank.entry kind=fee appropriation=M26 amount=1.00 ! entry.channel"),
        RefusalScript(banked + "finance1 bank.entry kind=surrender appropriation=B amount=1.00 ! entry.exceeds"),
        RefusalScript(banked + """
            finance1 bank.entry kind=interest appropriation=B amount=1.00
            finance1 bank.entry kind=unidentified appropriation=B amount=1.00
            finance1 bank.entry kind=sentBack appropriation=B amount=1.00 clears:=56 ! entry.clears
            """),
        RefusalScript(banked + """
            finance1 bank.entry kind=interest appropriation=B amount=1.00 reference=L
            finance1 bank.entry kind=interest appropriation=B amount=1.00 reference=l ! entry.taken
            """),
        RefusalScript("grid1 call category=wall \n leader1 policy.adopt effective=2026-01-03 policy:=\(withoutWall) ! policy.inUse"),
    ]

    /// The tests' policy without the category `wall`, in a word.
    private static var withoutWall: String {
        "{'sources':[{'code':'minsheng','name':{'zh':'甲','en':'A'},'tenures':['unowned'],'channel':'direct',"
            + "'yearEnd':{'rule':'carry'}},{'code':'sangong','name':{'zh':'乙','en':'B'},'tenures':['transferred'],"
            + "'channel':'direct','yearEnd':{'rule':'carry'}}],'tiers':[{'role':'head'}],"
            + "'emergency':{'ceiling':'1','paperworkDays':1},'retentionCap':'3','categories':[{'code':'drain',"
            + "'name':{'zh':'水','en':'D'},'arrive':{'ordinary':'1\\u0020hours','urgent':'1\\u0020hours','critical':'1\\u0020hours'},"
            + "'finish':{'ordinary':'1\\u0020hours','urgent':'1\\u0020hours','critical':'1\\u0020hours'}}],'hazards':[],'rates':[],"
            + "'utilisationTarget':'95','calendar':{'holidays':[],'makeUpDays':[],'hours':['09:00-18:00']},"
            + "'splitAlarm':{'days':30},'privacy':{'eraseAfterDays':180}}"
    }
}
