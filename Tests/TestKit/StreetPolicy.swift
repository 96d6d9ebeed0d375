package import Kernel

/// The policy of the streets that tests open: small round numbers, two sources, three tiers.
package enum StreetPolicy {
    package static let text = """
        {'sources':[
          {'code':'minsheng','name':{'zh':'为民办实事经费','en':'Livelihood'},
           'tenures':['unowned','transferred','managed'],'channel':'direct','yearEnd':{'rule':'carry'}},
          {'code':'sangong','name':{'zh':'三供一业经费','en':'Utilities'},
           'tenures':['transferred'],'channel':'authorized','yearEnd':{'rule':'recall','afterYears':2}}],
         'tiers':[{'upTo':'10000.00','role':'head'},{'upTo':'50000.00','role':'leader'},{'role':'committee'}],
         'emergency':{'ceiling':'20000.00','paperworkDays':3},
         'retentionCap':'3',
         'categories':[
          {'code':'drain','name':{'zh':'下水道','en':'Drain'},
           'arrive':{'ordinary':'8 workingHours','urgent':'4 hours','critical':'2 hours'},
           'finish':{'ordinary':'5 workingDays','urgent':'48 hours','critical':'24 hours'}},
          {'code':'wall','name':{'zh':'危墙','en':'Wall'},
           'arrive':{'ordinary':'1 workingDays','urgent':'4 hours','critical':'1 hours'},
           'finish':{'ordinary':'15 workingDays','urgent':'5 workingDays','critical':'72 hours'}}],
         'hazards':[{'code':'collapse','name':{'zh':'坍塌','en':'Collapse'}}],
         'rates':[{'kind':'labour','item':'普工','unit':'工日','price':'260.00'}],
         'utilisationTarget':'95',
         'calendar':{'holidays':['2026-01-01','2026-01-02','2026-05-01','2026-05-04','2026-05-05'],
                     'makeUpDays':['2026-05-09'],'hours':['09:00-12:00','14:00-18:00']},
         'splitAlarm':{'days':30},'privacy':{'eraseAfterDays':180}}
        """

    package static let json = quoted(text)
}

/// JSON written with single quotes, so that a table of it stays readable. Text of the tests themselves: it
/// must be right.
package func quoted(_ text: String) -> JSON {
    do {
        return try JSONParser.parse(text.utf8.map { $0 == UInt8(ascii: "'") ? UInt8(ascii: "\"") : $0 })
    } catch {
        preconditionFailure("a test's JSON is wrong: \(error.message(.en)) in \(text)")
    }
}
