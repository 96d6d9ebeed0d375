import Journal
import Kernel
import Ledger
import Reports
import TestKit
import Testing

/// The reports of the two worked years of books.md B1 §10, in the specification's columns.
struct ClosedYearFiguresTests {
    private static let withAccrual = WorkedStreet.closedTwice(accrual: true)
    private static let without = WorkedStreet.closedTwice(accrual: false)

    @Test("the report of a closed year is what the specification says, also after the next one")
    func figures() {
        let expected = """
            MS-26 100000.00 0.00 0.00 0.00 100000.00 80739.50 8000.00 10922.68 337.82 0.00 100000.00 0.00 11.26 11.26 11.26
            SG-25 0.00 20000.00 0.00 12000.00 8000.00 0.00 3000.00 0.00 0.00 5000.00 3000.00 62.50 62.50 25.00 62.50
            MS-26-BK 30000.00 0.00 0.00 0.00 30000.00 24000.00 0.00 0.00 180.00 5820.00 24180.00 19.40 20.00 20.00 20.00
            合计 130000.00 20000.00 0.00 12000.00 138000.00 104739.50 11000.00 10922.68 517.82 10820.00 127180.00 7.84 16.13 14.84 16.13
            """
        #expect(Self.withAccrual.figures(2026) == expected)
        #expect(Self.without.figures(2026) == expected)
        #expect(WorkedStreet.closed(accrual: true).figures(2026) == expected)
        #expect(Self.withAccrual.figures(2027) == """
            MS-26 0.00 100000.00 0.00 0.00 100000.00 80739.50 8000.00 0.00 337.82 10922.68 89077.32 10.92 11.26 11.26 0.00
            SG-25 0.00 3000.00 5000.00 200.00 7800.00 0.00 0.00 0.00 0.00 7800.00 0.00 100.00 100.00 97.50 100.00
            MS-26-BK 0.00 24180.00 0.00 10000.00 14180.00 14000.00 0.00 0.00 0.00 180.00 14000.00 1.27 1.27 0.74 0.00
            合计 0.00 127180.00 5000.00 10200.00 121980.00 94739.50 8000.00 0.00 337.82 18902.68 103077.32 15.50 15.77 14.56 2.65
            """)
        #expect(Self.without.figures(2027) == Self.withAccrual.figures(2027))
    }
}

extension MemoryStreet {
    /// 年初下达, 上年结转, 以前年度退回, 收回, 净额, available, held, payable, retention, paid, carried; 执行率, 使用率, 不扣收回,
    /// 本年新增.
    fileprivate func figures(_ year: Int) -> String {
        let all = FundFigures.figures(of: state.ledger, year: year, until: Day.last(of: year))
        let rows = state.ledger.appropriations.map { ($0.code.text, all[$0.code] ?? FundFigures()) }
        let total = rows.reduce(FundFigures()) { $0 + $1.1 }
        return (rows + [("合计", total)]).map { name, own in
            let of = { (accounts: [Account]) in accounts.reduce(Fen.zero) { $0 + own.standing[$1] } }
            let amounts = [
                of([.granted]), of([.broughtForward]), of([.cameBack]), of([.recalled]), own.net, of([.available]),
                of([.preEncumbered, .encumbered]), of([.payable]), of([.retention]), of([.paid]), of([.carriedForward]),
            ]
            let rates = [own.executionRate, own.utilisationRate, own.utilisationRateGross, own.newUtilisationRate]
            return ([name] + amounts.map(\.yuan) + rates.map { $0.percent ?? "—" }).joined(separator: " ")
        }.joined(separator: "\n")
    }
}
