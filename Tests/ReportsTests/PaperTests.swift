import Documents
import Jobs
import Journal
import Kernel
import Press
import Reports
import TestKit
import Testing

/// The papers of a job that was reversed and settled again, and of one that is on its way; golden files.
@Suite struct JobPaperTests {
    private static let street: MemoryStreet = {
        var street = SettlementPageTests.street
        street.play("""
            03-20T08:00 grid1       call     channel=12345 caller:={'name':'秦小姐','phone':'13912345678'} description=电话13912345678，污水外溢，139-1234-5678再催
            03-20T08:10 grid1       accept   #7 urgency=urgent
            03-20T08:20 officer1    visit    #7 findings=井口外溢
            03-20T08:30 head1       authorize #7 ceiling=8000.00
            03-20T08:40 dispatcher1 dispatch #7 workers:=3
            03-20T09:00 crew1       start    #7
            03-20T10:00 officer1    survey   #7 total=3000.00
            03-20T10:10 head1       sign     #7
            03-20T11:00 officer1    change   #7 delta=-500.00
            03-20T11:30 head1       sign     #7 slip:=1
            03-20T12:00 crew1       finish   #7
            03-20T13:00 inspector1  inspect  #7 pass:=false note=井盖松动
            03-20T15:00 crew1       finish   #7
            03-20T16:00 inspector1  inspect  #7 pass:=true note=合格
            """)
        return street
    }()

    private static func dossier(_ number: Int, upTo seq: Int = .max) throws -> JobDossier {
        let code = try #require(street.job(number)).number
        let records = street.records.filter { $0.jobs.contains(code) && $0.seq <= seq }
        let job = try #require(try records.job(code, upTo: seq))
        var names = JobNames()
        for user in street.state.register.everyone { names.users[user.user] = user.name }
        return JobDossier(
            job: job, records: records, names: names, caller: .known(name: "秦小姐", phone: "13912345678"),
            asOf: try Instant("2026-04-05T12:00:00+08:00"), marks: [], sandbox: true)
    }

    static let wishes: [(String, Int, PaperWish)] = [
        ("survey", 7, PaperWish(.survey)), ("dispatch", 7, PaperWish(.dispatch)), ("slip", 7, PaperWish(.slip)),
        ("inspection", 7, PaperWish(.inspection)), ("receipt", 7, PaperWish(.receipt)), ("settlement", 1, PaperWish(.settlement)),
        ("settlement.1", 1, PaperWish(.settlement, revision: 1)), ("payment", 1, PaperWish(.payment)),
        ("payment.P1", 1, PaperWish(.payment, payment: "P1")),
    ]

    @Test("each paper, in both languages, as words and as a page")
    func golden() throws {
        for (name, number, wish) in Self.wishes {
            let document = try wish.make(try Self.dossier(number), office: "宁海路街道").document
            for language in Language.allCases {
                expectGolden(TerminalWriter.text(document, .init(language: language)), "paper.\(name).\(language).txt")
            }
            expectGolden(HTMLWriter.text(document), "paper.\(name).html")
            #expect(document.form != nil)
        }
    }

    @Test("no paper names a caller or a phone, in any form")
    func privacy() throws {
        for (name, number, wish) in Self.wishes {
            let document = try wish.make(try Self.dossier(number), office: "宁海路街道").document
            for format in [Format.text, .html, .json, .csv] {
                let text = String(decoding: try format.bytes(of: document, .init(heading: true)), as: UTF8.self)
                for secret in ["秦小姐", "13912345678", "139-1234-5678", "1234-5678"] { #expect(!text.contains(secret), "\(name) \(format): \(secret)") }
            }
        }
        let dispatch = try PaperWish(.dispatch).make(try Self.dossier(7), office: "").document
        #expect(TerminalWriter.text(dispatch).contains("电话□□□，污水外溢，□□□再催"))
    }

    @Test("a paper is dated by the last record that it tells of, and later ones change nothing of it")
    func stays() throws {
        for (name, number, wish) in Self.wishes {
            let (document, record) = try wish.make(try Self.dossier(number), office: "x")
            #expect(document.moment == Self.street.records.first { $0.seq == record }?.at, "\(name)")
            // What a job has become is not told by the papers of its earlier steps.
            guard ["survey", "slip", "receipt", "settlement.1"].contains(name) else { continue }
            let before = try wish.make(try Self.dossier(number, upTo: record), office: "x").document
            let told = { (document: Document) in TerminalWriter.text(document) }
            if name != "settlement.1" { #expect(told(before) == told(document), "\(name)") }
        }
    }

    @Test("amounts stand only on the papers that say so")
    func amounts() throws {
        for (name, number, wish) in Self.wishes where !wish.paper.showsAmounts {
            let document = try wish.make(try Self.dossier(number), office: "x").document
            #expect(!document.tables.flatMap(\.columns).contains { $0.kind == .money }, "\(name)")
            #expect(!TerminalWriter.text(document).contains("000.00"), "\(name)")
        }
    }

    @Test("what is not there yet is refused, with the step that makes it", arguments: [
        (2, PaperWish(.slip), RefusalCode.paperMissing), (2, PaperWish(.payment), .paperMissing),
        (2, PaperWish(.settlement), .settlementUnknown), (7, PaperWish(.slip, slip: 9), .slipUnknown),
        (1, PaperWish(.payment, payment: "P9"), .paymentUnknown), (7, PaperWish(.payment), .paperMissing),
    ])
    func missing(number: Int, wish: PaperWish, code: RefusalCode) throws {
        let dossier = try Self.dossier(number)
        do throws(Refusal) {
            _ = try wish.make(dossier, office: "x")
            Issue.record("made")
        } catch {
            #expect(error.code == code)
            for language in Language.allCases { #expect(!error.message(language).contains("—")) }
        }
    }
}
