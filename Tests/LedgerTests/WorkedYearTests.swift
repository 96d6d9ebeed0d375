import Jobs
import Journal
import Kernel
import Ledger
import TestKit
import Testing

/// The worked year of books.md B1 §10, all but its close: every line of every voucher.
struct WorkedYearTests {
    /// Three appropriations and five jobs. The second source may be recalled after a year.
    private static func street(accrual: Bool) -> MemoryStreet {
        var street = MemoryStreet.standard
        let answer = street.adopt(
            replacing: "'privacy':", with: "'yearEndAccrual':\(accrual),'privacy':", effective: "2026-01-01")
        #expect(answer.refusal == nil)
        street.play("""
            01-05T09:00 finance1 fund.appropriate appropriation=MS-26 source=minsheng amount=100000.00
            01-05T09:10 finance1 fund.appropriate appropriation=SG-25 source=sangong kind=carried originYear:=2025 amount=20000.00
            01-05T09:20 finance1 fund.appropriate appropriation=MS-26-BK source=minsheng channel=bank amount=30000.00
            01-12T10:00 cashier1 fund.receive appropriation=MS-26-BK amount=24000.00
            """)
        return street
    }

    /// A job from the call to the pass, signed on a day at a total.
    private static func job(_ number: Int, signed day: String, _ total: String, of fund: String) -> String {
        let scope = fund == "SG-25" ? "tenure=transferred estate=e1" : ""
        return """
            \(day)T08:00 grid1       call
            \(day)T08:10 grid1       accept   #\(number) \(scope)
            \(day)T09:00 officer1    survey   #\(number) total=\(total) fund=\(fund):\(total)
            \(day)T10:00 leader1     sign     #\(number)
            \(day)T11:00 dispatcher1 dispatch #\(number)
            \(day)T12:00 crew1       start    #\(number)
            \(day)T16:00 crew1       finish   #\(number)
            \(day)T17:00 inspector1  inspect  #\(number)
            """
    }

    private static func settle(_ number: Int, on day: String, claim: String, approved: String, _ form: String = "") -> String {
        """
        \(day)T08:00 officer1 claim  #\(number) total=\(claim)
        \(day)T09:00 finance1 review #\(number) approved=\(approved)
        \(day)T10:00 leader2  settle #\(number) \(form)
        """
    }

    private static let year = [
        job(1, signed: "03-10", "5000.00", of: "SG-25"),
        settle(1, on: "04-08", claim: "5000.00", approved: "5000.00"), "04-20 cashier1 pay #1 paymentNo=P3",
        job(2, signed: "05-11", "12000.00", of: "MS-26"),
        settle(2, on: "06-10", claim: "11850.00", approved: "11260.50", "retentionRate=3 warrantyMonths:=24"),
        job(3, signed: "07-06", "6000.00", of: "MS-26-BK"),
        settle(3, on: "08-03", claim: "6000.00", approved: "6000.00", "retentionRate=3 warrantyMonths:=12"),
        "08-14 cashier1 pay #3 paymentNo=P4", job(4, signed: "11-20", "8000.00", of: "MS-26"),
        job(5, signed: "12-18", "3000.00", of: "SG-25"),
    ].joined(separator: "\n")

    private static let nextYear = """
        2027-01-15T10:00 cashier1 pay     #2 paymentNo=P1
        2027-02-10T10:00 cashier1 refund  #1 paymentNo=P3
        2027-02-18T10:00 cashier1 pay     #1 paymentNo=P3A
        2027-03-05T08:00 officer1 claim   #5 total=2800.00
        2027-03-05T09:00 finance1 review  #5 approved=2800.00
        2027-03-05T10:00 leader2  settle  #5
        2027-03-20T10:00 cashier1 pay     #5 paymentNo=P5
        2027-08-20T10:00 cashier1 release #3 paymentNo=P6
        2027-09-01T10:00 cashier1 fund.return appropriation=MS-26-BK amount=10000.00
        """

    /// The vouchers, a line an appropriation and book, as the specification writes them.
    private func vouchers(_ street: MemoryStreet, of year: Int) -> String {
        street.records.flatMap(\.vouchers).filter { $0.day.year == year }.map { voucher in
            var groups: [(String, [String])] = []
            for line in voucher.lines {
                let head = line.appropriation.text + " " + line.book.rawValue
                let text = (line.side == .debit ? "Dr " : "Cr ") + line.account.rawValue + " " + line.amount.fen.yuan
                if let place = groups.firstIndex(where: { $0.0 == head }) { groups[place].1.append(text) }
                else { groups.append((head, [text])) }
            }
            let number = voucher.number.text + " " + voucher.day.text.suffix(5)
                + (voucher.reverses.map { " of " + $0.text } ?? "")
            return ([number] + groups.map { "  " + $0.0 + ": " + $0.1.joined(separator: " · ") }).joined(separator: "\n")
        }.joined(separator: "\n")
    }

    /// The first voucher, and those from the third on: what stands between them differs.
    private static let granted = part(upTo: "2026-000002")
    private static let rest = part(from: "2026-000003")

    private static func part(from first: String = "2026-000001", upTo next: String? = nil) -> String {
        let lines = WorkedVouchers.ordinary.split(separator: "\n").drop { !$0.hasPrefix(first) }
        return lines.prefix { line in next.map { !line.hasPrefix($0) } ?? true }.joined(separator: "\n")
    }

    private static let after = """
        2027-000001 01-15
          MS-26 I: Dr I2401 10922.68 · Cr I2501 10922.68
          MS-26 F: Dr F2302 10922.68 · Cr F1201 10922.68
          MS-26 B: Dr B7101 10922.68 · Cr B8001.03 10922.68
        2027-000002 02-10 of 2026-000007
          SG-25 I: Dr I1005 5000.00 · Cr I2401 5000.00
          SG-25 F: Dr F1201 5000.00 · Cr F2302 5000.00
          SG-25 B: Dr B8001.03 5000.00 · Cr B8101.01 5000.00
        2027-000003 02-18
          SG-25 I: Dr I2401 5000.00 · Cr I2501 5000.00
          SG-25 F: Dr F2302 5000.00 · Cr F1201 5000.00
          SG-25 B: Dr B7101 5000.00 · Cr B8001.03 5000.00
        2027-000004 03-05
          SG-25 I: Dr I2301 3000.00 · Cr I2401 2800.00 · Cr I2101 200.00
          SG-25 F: Dr F5001 2800.00 · Cr F2302 2800.00
        2027-000005 03-20
          SG-25 I: Dr I2401 2800.00 · Cr I2501 2800.00
          SG-25 F: Dr F2302 2800.00 · Cr F1201 2800.00
          SG-25 B: Dr B7101 2800.00 · Cr B8001.03 2800.00
        2027-000006 08-20
          MS-26-BK I: Dr I2402 180.00 · Cr I2501 180.00
          MS-26-BK F: Dr F2307 180.00 · Cr F1002 180.00
          MS-26-BK B: Dr B7101 180.00 · Cr B8001.02 180.00
        2027-000007 09-01
          MS-26-BK I: Dr I2101 10000.00 · Cr I1009 10000.00
          MS-26-BK F: Dr F3001 10000.00 · Cr F1002 10000.00
          MS-26-BK B: Dr B8101.04 10000.00 · Cr B8001.02 10000.00
        """

    @Test("with accrual: carried quota opens on 1201, and an older appropriation is paid from it")
    func accrual() {
        var street = Self.street(accrual: true)
        street.play(Self.year)
        #expect(vouchers(street, of: 2026) == Self.granted + "\n" + """
            2026-000002 01-05
              SG-25 I: Dr I1003 20000.00 · Cr I2101 20000.00
              SG-25 F: Dr F1201 20000.00 · Cr F3001 20000.00
              SG-25 B: Dr B8001.03 20000.00 · Cr B8101.07 20000.00
            """ + "\n" + Self.rest)
        street.play(Self.nextYear)
        #expect(vouchers(street, of: 2027) == Self.after)
    }

    @Test("accrued quota that is moved takes its 1201 and its carry-over along, but for what obligations need")
    func moves() {
        var street = Self.street(accrual: true)
        street.play([
            "01-06 finance1 fund.appropriate appropriation=SG-24 source=sangong kind=carried originYear:=2025 amount=5000.00",
            Self.job(1, signed: "03-10", "19000.00", of: "SG-25"),
            "03-11 finance1 fund.transfer from=SG-25 to=SG-24 amount=600.00",
        ].joined(separator: "\n"))
        #expect(street.balances(of: [.financial, .budget]) == """
                                  MS-26       SG-25    MS-26-BK       SG-24
            F1002                  0.00        0.00    24000.00        0.00
            F1201                  0.00    19400.00        0.00     5600.00
            F3001                  0.00    19400.00        0.00     5600.00
            F4001                  0.00        0.00    24000.00        0.00
            B6001                  0.00        0.00    24000.00        0.00
            B8001.02               0.00        0.00    24000.00        0.00
            B8001.03               0.00    19400.00        0.00     5600.00
            B8101.07               0.00    19400.00        0.00     5600.00
            """)
    }

    @Test("without accrual: older money is this year's income when it is paid, but for what came back")
    func none() {
        var street = Self.street(accrual: false)
        street.play(Self.year)
        #expect(vouchers(street, of: 2026) == Self.granted + "\n" + """
            2026-000002 01-05
              SG-25 I: Dr I1003 20000.00 · Cr I2101 20000.00
            """ + "\n" + Self.rest.replacing(
                "F2302 5000.00 · Cr F1201 5000.00", with: "F2302 5000.00 · Cr F4001 5000.00")
            .replacing("B7101 5000.00 · Cr B8001.03 5000.00", with: "B7101 5000.00 · Cr B6001 5000.00"))
        street.play(Self.nextYear)
        var expected = Self.after
        for amount in ["10922.68", "2800.00"] {
            expected = expected.replacing("F2302 \(amount) · Cr F1201 \(amount)", with: "F2302 \(amount) · Cr F4001 \(amount)")
                .replacing("B7101 \(amount) · Cr B8001.03 \(amount)", with: "B7101 \(amount) · Cr B6001 \(amount)")
        }
        #expect(vouchers(street, of: 2027) == expected)
    }
}
