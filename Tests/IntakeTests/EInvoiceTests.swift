import Intake
import Jobs
import Kernel
import Testing

@Suite struct EInvoiceTests {
    private static let invoice = """
        <?xml version="1.0" encoding="UTF-8"?>
        <EInvoice><Header><EIid>26322000000000000001</EIid><EInvoiceTag>SWEI3200</EInvoiceTag></Header><EInvoiceData>
        <SellerInformation><SellerIdNum>91110105555555551A</SellerIdNum><SellerName>云岭疏通工程有限公司</SellerName></SellerInformation>
        <BuyerInformation><BuyerIdNum>11110105555555552B</BuyerIdNum><BuyerName>云岭街道办事处</BuyerName></BuyerInformation>
        <BasicInformation><TotalAmWithoutTax>11650.49</TotalAmWithoutTax><TotalTaxAm>349.51</TotalTaxAm>
        <TotalTax-includedAmount>12000.00</TotalTax-includedAmount><RequestTime>2026-03-04</RequestTime></BasicInformation>
        <IssuItemInformation><ItemName>*建筑服务*管道疏通</ItemName><MeaUnits>项</MeaUnits><Quantity>1</Quantity>
        <UnPrice>11650.4854368932</UnPrice><Amount>11650.49</Amount><TaxRate>0.03</TaxRate><ComTaxAm>349.51</ComTaxAm>
        </IssuItemInformation></EInvoiceData><TaxSupervisionInfo><InvoiceNumber>26322000000000000001</InvoiceNumber>
        <IssueTime>2026-03-04 09:30:00</IssueTime></TaxSupervisionInfo></EInvoice>
        """

    @Test func readsAnInvoice() throws {
        guard case .blue(let invoice) = try EInvoiceReader.read(Array(Self.invoice.utf8)) else {
            Issue.record("read as a red one")
            return
        }
        #expect(invoice.number.text == "26322000000000000001" && invoice.date.text == "2026-03-04")
        #expect(invoice.seller.name.text == "云岭疏通工程有限公司" && invoice.seller.creditCode?.text == "91110105555555551A")
        #expect(invoice.buyer.name.text == "云岭街道办事处")
        #expect([invoice.amount, invoice.tax, invoice.total].map(\.yuan) == ["11650.49", "349.51", "12000.00"])
        #expect(invoice.lines?.map(\.item.text) == ["*建筑服务*管道疏通"] && invoice.lines?.first?.tax?.fen.yuan == "349.51")
    }

    /// The same invoice taken back in red.
    private static let red = invoice
        .replacing("<EInvoiceTag>", with: "<InherentLabel><InIssuType><LabelCode>N</LabelCode></InIssuType></InherentLabel><EInvoiceTag>")
        .replacing("26322000000000000001</InvoiceNumber>", with: "26322000000000000002</InvoiceNumber>")
        .replacing(">12000.00", with: ">-12000.00")
        .replacing("</EInvoiceData>", with: "<SpecificInformation><RedEInvoice>"
            + "<OriginalInvoiceCode>26322000000000000001</OriginalInvoiceCode></RedEInvoice></SpecificInformation></EInvoiceData>")

    @Test func readsARedInvoice() throws {
        let expected = RedInvoice(
            number: try Label("26322000000000000002"), date: try Day("2026-03-04"),
            original: try Label("26322000000000000001"), total: SignedFen(try Fen(yuan: "-12000.00", signed: true)))
        #expect(try EInvoiceReader.read(Array(Self.red.utf8)) == .red(expected))
        // What names another invoice is red, also where the label is missing; what is labelled so must name one.
        let unlabelled = Self.red.replacing("<LabelCode>N</LabelCode>", with: "")
        #expect(try EInvoiceReader.read(Array(unlabelled.utf8)) == .red(expected))
    }

    @Test("what a red invoice lacks is named", arguments: [
        ("OriginalInvoiceCode", "Other", RefusalCode.inputMissingField, "EInvoiceData/SpecificInformation/RedEInvoice/OriginalInvoiceCode"),
        (">-12000.00", ">12000.00", .inputValue, "EInvoiceData/BasicInformation/TotalTax-includedAmount"),
        (">-12000.00", ">-12000.001", .moneyFormat, "EInvoiceData/BasicInformation/TotalTax-includedAmount"),
    ])
    func redFaults(part: String, other: String, code: RefusalCode, field: String) {
        let found = refusal { () throws(Refusal) in
            try EInvoiceReader.read(Array(Self.red.replacing(part, with: other).utf8))
        }
        #expect(found?.code == code && found?["field"] == field)
    }

    @Test("what an invoice lacks is named", arguments: [
        ("<SellerName>云岭疏通工程有限公司</SellerName>", "", RefusalCode.inputMissingField, "EInvoiceData/SellerInformation/SellerName"),
        ("<InvoiceNumber>2632", "<InvoiceNumber>632", .inputValue, "TaxSupervisionInfo/InvoiceNumber"),
        ("<InvoiceNumber>2632", "<InvoiceNumber>02632", .inputValue, "TaxSupervisionInfo/InvoiceNumber"),
        ("<TotalTaxAm>349.51", "<TotalTaxAm>349.511", .moneyFormat, "EInvoiceData/BasicInformation/TotalTaxAm"),
        ("<TotalTaxAm>349.51", "<TotalTaxAm>-349.51", .moneyFormat, "EInvoiceData/BasicInformation/TotalTaxAm"),
        ("2026-03-04 09:30:00", "2026-03-34", .inputValue, "TaxSupervisionInfo/IssueTime"),
    ])
    func faults(part: String, other: String, code: RefusalCode, field: String) {
        let found = refusal { () throws(Refusal) in
            try EInvoiceReader.read(Array(Self.invoice.replacing(part, with: other).utf8))
        }
        #expect(found?.code == code && found?["field"] == field)
    }

    @Test("entities, deep and large documents are refused", arguments: [
        ("<!DOCTYPE EInvoice [<!ENTITY a \"b\">]><EInvoice>&a;</EInvoice>", RefusalCode.inputDoctype),
        (String(repeating: "<EInvoice>", count: 40), .inputLimit), ("<x><EInvoice></EInvoice></x>", .inputMissingField),
        ("<EInvoice>" + String(repeating: "<a/>", count: 20_001) + "</EInvoice>", .inputLimit),
        ("<EInvoice><a>" + String(repeating: "长", count: 30_000) + "</a></EInvoice>", .inputLimit),
    ])
    func attacks(text: String, code: RefusalCode) {
        #expect(refusal { () throws(Refusal) in try EInvoiceReader.read(Array(text.utf8)) }?.code == code)
    }
}
