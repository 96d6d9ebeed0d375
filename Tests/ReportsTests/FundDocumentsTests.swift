import Documents
import Journal
import Kernel
import Reports
import TestKit
import Testing

/// The list of the documents against tables computed by hand: its sum is the net amount, whatever was corrected.
struct FundDocumentsTests {
    private func report(_ street: MemoryStreet) throws -> Document {
        var book = VoucherBook(until: try Day("2026-12-31"))
        for record in street.records { book.take(record) }
        return FundDocumentsReport.make(street.snapshot("2026-12-31T10:00"), vouchers: book, appropriation: nil)
    }

    /// Granted 1,000.00, right is 900.00 under another number, and once more 950.00; a recall that never was; a transfer of
    /// 30.00 that should have been 20.00.
    @Test("a correction is a row that takes back, and one that is right")
    func corrections() throws {
        var street = MemoryStreet.standard
        street.play("finance1 fund.appropriate appropriation=M26 source=minsheng amount=1000.00 documentNo=甲")
        let grant = street.records.count
        street.play("""
            finance1 fund.appropriate appropriation=N26 source=minsheng amount=500.00 documentNo=乙
            leader1 fund.correct record:=\(grant) amount=900.00 documentNo=丙
            leader1 fund.correct record:=\(grant + 2) amount=950.00 documentNo=丙
            finance1 fund.recall appropriation=M26 amount=50.00 documentNo=丁
            leader1 fund.correct record:=\(grant + 4)
            finance1 fund.transfer from=N26 to=M26 amount=30.00 documentNo=戊
            leader1 fund.correct record:=\(grant + 6) amount=20.00
            """)
        let report = try report(street)
        expectTable(report, """
            appropriation | documentNo | kind         | amount
            M26           | 甲         | original     | 1000.00
            N26           | 乙         | original     | 500.00
            M26           | 甲         | taken back   | -1000.00
            M26           | 丙         | original     | 900.00
            M26           | 丙         | taken back   | -900.00
            M26           | 丙         | original     | 950.00
            M26           | 丁         | recall       | -50.00
            M26           | 丁         | taken back   | 50.00
            N26           | 戊         | transfer out | -30.00
            M26           | 戊         | transfer in  | 30.00
            N26           | 戊         | taken back   | 30.00
            M26           | 戊         | taken back   | -30.00
            N26           | 戊         | transfer out | -20.00
            M26           | 戊         | transfer in  | 20.00
            total         | ·          | ·            | 1450.00
            """)
        let figures = UtilisationReport.make(street.snapshot("2026-12-31T10:00"), year: 2026)
        expectTable(figures, """
            appropriation | net
            M26           | 970.00
            N26           | 480.00
            subtotal      | 1450.00
            ·             | 1450.00
            """)
    }
}
