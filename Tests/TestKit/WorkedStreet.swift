package import Journal
import Kernel
import Ledger
import Testing

/// The street of books.md B1 §10, until each of its closes. J3, J1, J4, J2 and J5 of the specification are the
/// jobs 1 to 5.
package enum WorkedStreet {
    /// Three appropriations and five jobs, until the end of 2026. The second source is recalled a year later.
    package static func opened(accrual: Bool, recall: String = "'afterYears':1") -> MemoryStreet {
        var street = MemoryStreet.standard
        let answer = street.adopt(
            replacing: "'yearEnd':{'rule':'recall','afterYears':2}}],",
            with: "'yearEnd':{'rule':'recall',\(recall)}}],'yearEndAccrual':\(accrual),", effective: "2026-01-01")
        precondition(answer.refusal == nil, "the worked street's policy is refused")
        return street
    }

    package static func played(accrual: Bool) -> MemoryStreet {
        var street = opened(accrual: accrual)
        street.play(year)
        return street
    }

    /// Everything matched and stated until the end of 2026.
    package static func ready(accrual: Bool) -> MemoryStreet {
        var street = played(accrual: accrual)
        street.play(statements)
        return street
    }

    /// The same, and closed.
    package static func closed(accrual: Bool) -> MemoryStreet {
        var street = ready(accrual: accrual)
        street.play("2027-01-11T10:00 leader1 year.close year:=2026 accept:=\(accepted)")
        return street
    }

    package static let accepted = "[{'check':'W6','reason':'一月支付'},{'check':'W11','reason':'发票待补'}]"

    /// Until the end of 2027, and closed.
    package static func closedTwice(accrual: Bool) -> MemoryStreet {
        var street = closed(accrual: accrual)
        street.play(nextYear)
        street.play("""
            2027-12-31T17:00 finance1 bank.import bank=camt newAccount:=false lines:=\(lines2027) stated:=[\(stated(2027, "18180.00", "8000.00"))]
            2028-01-10T10:00 leader1 year.close year:=2027 accept:=[{'check':'W1','reason':'甲'},{'check':'W2','reason':'甲'},{'check':'W11','reason':'甲'}]
            """)
        return street
    }

    private static let year = [
        """
        01-05T09:00 finance1 fund.appropriate appropriation=MS-26 source=minsheng amount=100000.00
        01-05T09:10 finance1 fund.appropriate appropriation=SG-25 source=sangong kind=carried originYear:=2025 amount=20000.00
        01-05T09:20 finance1 fund.appropriate appropriation=MS-26-BK source=minsheng channel=bank amount=30000.00
        01-12T10:00 cashier1 fund.receive appropriation=MS-26-BK amount=24000.00 receiptNo=R1
        """,
        signed(1, on: "03-10", "5000.00", of: "SG-25"), worked(1, on: "03-10"),
        settled(1, on: "04-08", claim: "5000.00", approved: "5000.00"), "04-20 cashier1 pay #1 paymentNo=P3",
        signed(2, on: "05-11", "12000.00", of: "MS-26"), worked(2, on: "05-11"),
        settled(2, on: "06-10", claim: "11850.00", approved: "11260.50", "retentionRate=3 warrantyMonths:=24"),
        signed(3, on: "07-06", "6000.00", of: "MS-26-BK"), worked(3, on: "07-06"),
        settled(3, on: "08-03", claim: "6000.00", approved: "6000.00", "retentionRate=3 warrantyMonths:=12"),
        "08-14 cashier1 pay #3 paymentNo=P4", signed(4, on: "11-20", "8000.00", of: "MS-26"),
        signed(5, on: "12-18", "3000.00", of: "SG-25"),
    ].joined(separator: "\n")

    /// From the call to the signature, at a total.
    package static func signed(_ number: Int, on day: String, _ total: String, of fund: String) -> String {
        let scope = fund.hasPrefix("SG") ? "tenure=transferred estate=e1" : ""
        return """
            \(day)T08:00 grid1    call
            \(day)T08:10 grid1    accept #\(number) \(scope)
            \(day)T09:00 officer1 survey #\(number) total=\(total) fund=\(fund):\(total)
            \(day)T10:00 leader1  sign   #\(number)
            """
    }

    /// From dispatch to the pass.
    package static func worked(_ number: Int, on day: String) -> String {
        """
        \(day)T11:00 dispatcher1 dispatch #\(number)
        \(day)T12:00 crew1       start    #\(number)
        \(day)T16:00 crew1       finish   #\(number)
        \(day)T17:00 inspector1  inspect  #\(number)
        """
    }

    package static func settled(_ number: Int, on day: String, claim: String, approved: String, _ form: String = "") -> String {
        """
        \(day)T08:00 officer1 claim  #\(number) total=\(claim)
        \(day)T09:00 finance1 review #\(number) approved=\(approved)
        \(day)T10:00 leader2  settle #\(number) \(form)
        """
    }

    /// The bank's statement of 2026 and the treasury's list, all of it matched.
    private static var statements: String {
        let first = played(accrual: false).records.count + 1
        return """
            2027-01-05T09:00 finance1 bank.import bank=camt rows=01-12:24000.00:R1:S1,08-14:-5820.00:P4:S2 stated:=[\(stated(2026, "0.00", "18180.00"))]
            2027-01-05T09:10 finance1 bank.import bank=treasury account=9001 rows=04-20:-5000.00:P3:T1
            2027-01-05T09:20 finance1 match.make on=\(first).1 pay=receipt:R1
            2027-01-05T09:30 finance1 match.make on=\(first).2 pay=P4
            2027-01-05T09:40 finance1 match.make on=\(first + 1).1 pay=P3
            """
    }

    private static func stated(_ year: Int, _ opening: String, _ closing: String) -> String {
        "{'from':'\(year)-01-01','to':'\(year)-12-31','opening':'\(opening)','closing':'\(closing)'}"
    }

    private static let lines2027 = """
        [{'day':'2027-08-20','direction':'out','amount':'180.00','serial':'S3'},{'day':'2027-09-01','direction':'out','amount':'10000.00','serial':'S4'}]
        """

    private static let nextYear = [
        """
        2027-01-15T10:00 cashier1 pay     #2 paymentNo=P1
        2027-02-10T10:00 cashier1 refund  #1 paymentNo=P3
        2027-02-18T10:00 cashier1 pay     #1 paymentNo=P3A
        """,
        worked(5, on: "2027-03-01"), settled(5, on: "2027-03-05", claim: "2800.00", approved: "2800.00"),
        """
        2027-03-20T10:00 cashier1 pay     #5 paymentNo=P5
        2027-08-20T10:00 cashier1 release #3 paymentNo=P6
        2027-09-01T10:00 cashier1 fund.return appropriation=MS-26-BK amount=10000.00
        """,
    ].joined(separator: "\n")
}

extension MemoryStreet {
    /// The vouchers of a year as the specification writes them.
    package func worked(_ year: Int) -> [String] {
        records.flatMap(\.vouchers).filter { $0.day.year == year }.map { voucher in
            var groups: [(String, [String])] = []
            for line in voucher.lines {
                let head = line.appropriation.text + " " + line.book.rawValue
                let text = (line.side == .debit ? "Dr " : "Cr ") + line.account.rawValue + " " + line.amount.fen.yuan
                if let place = groups.firstIndex(where: { $0.0 == head }) { groups[place].1.append(text) }
                else { groups.append((head, [text])) }
            }
            let number = voucher.number.text + " " + voucher.day.text.suffix(5)
                + (voucher.reverses.map { " of " + $0.text } ?? "")
                + (voucher.step.map { " \(voucher.inPhase.rawValue) \($0.title.zh)" } ?? "")
            return ([number] + groups.map { "  " + $0.0 + ": " + $0.1.joined(separator: " · ") }).joined(separator: "\n")
        }
    }
}
