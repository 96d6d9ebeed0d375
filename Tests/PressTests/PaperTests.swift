import Documents
import Foundation
import Kernel
@testable import Press
import Reports
import TestKit
import Testing

/// Every sign as wide as half its height for a column of a terminal: pages can be counted by hand.
struct PlainTypesetter: Typesetter {
    func lines(_ text: String, _ face: Face, width: Int?) throws(Refusal) -> [TextLine] {
        text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).flatMap { line -> [TextLine] in
            var lines: [TextLine] = [], current = ""
            for sign in line {
                let longer = current + String(sign)
                if let width, !current.isEmpty, longer.displayWidth * face.size / 2 > width {
                    lines.append(TextLine(text: current, width: current.displayWidth * face.size / 2))
                    current = String(sign)
                } else {
                    current = longer
                }
            }
            return lines + [TextLine(text: current, width: current.displayWidth * face.size / 2)]
        }
    }
}

/// Where things stand on pages, without a font.
@Suite struct PaperTests {
    private func pages(_ document: Document, _ language: Language = .zh) throws -> [[Shape]] {
        try PaperWriter(document: document, language: language, typesetter: PlainTypesetter(), frame: .init(document)).pages()
    }

    private func texts(_ page: [Shape]) -> [String] {
        page.compactMap { if case .text(let text, _, _, _, _, _) = $0 { text } else { nil } }
    }

    private func table(_ count: Int) -> Document {
        var table = Table([.init("n", Phrase("序号", "no."), .count), .text("事项", "what"), .money("金额", "amount")])
        for index in 1...count { table.add([.count(index), .text("第 \(index) 项"), .money(Fen(Int64(index)))]) }
        table.total([.blank, .phrase(Phrase("合计", "total")), .money(Fen(Int64(count * (count + 1) / 2)))])
        return Document(name: "x", title: Phrase("长表", "Long"), facts: [], sections: [Section(nil, [.table(table)])], sandbox: true)
    }

    @Test("every row is there once, heads on every page, pages numbered", arguments: [10, 200])
    func rows(count: Int) throws {
        let pages = try pages(table(count))
        let all = pages.flatMap(texts)
        for index in 1...count { #expect(all.filter { $0 == "第 \(index) 项" }.count == 1) }
        #expect(all.filter { $0 == "序号" }.count == pages.count)
        for (index, page) in pages.enumerated() {
            #expect(texts(page).contains { $0.hasSuffix("第 \(index + 1) 页 共 \(pages.count) 页") })
            #expect(texts(page).contains("演练账套"))
        }
        #expect(pages.count == (count == 10 ? 1 : 6))
    }

    @Test("nothing stands outside of the page, and no row across its end", arguments: [30, 200])
    func inside(count: Int) throws {
        for page in try pages(table(count)) {
            for case .text(_, let at, let size, let anchor, _, _) in page {
                #expect(at.y > size && at.y < 8419 && at.x >= 0 && at.x <= 5953)
                if anchor == .end { #expect(at.x <= 5953 - 510) }
            }
        }
    }

    @Test("a table that is too wide is parted, each part beginning with what names a row")
    func bands() throws {
        let columns = (1...14).map { Table.Column.init("c\($0)", Phrase(both: "列\($0)"), .money) }
        let rows = [Table.Row(.detail, [.text("甲指标")] + (1...14).map { .money(Fen(Int64($0) * 100_000_000_000)) })]
        let table = Table([.init("a", Phrase("指标", "a"), .label)] + columns, rows)
        let document = Document(name: "x", title: Phrase(both: "宽"), facts: [], sections: [Section(nil, [.table(table)])], sandbox: false)
        let all = try pages(document).flatMap(texts)
        let parts = all.filter { $0 == "甲指标" }.count
        #expect(parts > 1 && all.filter { $0 == "指标" }.count == parts)
        for index in 1...14 { #expect(all.filter { $0 == Fen(Int64(index) * 100_000_000_000).grouped }.count == 1) }
    }

    @Test("a text longer than a page goes on on the next, all of it")
    func long() throws {
        let text = String((0..<4000).map { Character(String($0 % 10)) })
        let table = Table([.text("说明", "text")], [Table.Row(.detail, [.text(text)])])
        for form in [nil, Form(office: Phrase(both: "街道"), number: "1", size: .a6)] {
            var document = Document(name: "x", title: Phrase(both: "长"), facts: [], sections: [Section(nil, [.table(table)])], sandbox: false)
            document.form = form
            let pages = try pages(document)
            #expect(pages.count > 1 || form == nil)
            #expect(pages.flatMap(texts).filter { $0.allSatisfy(\.isNumber) && $0 != "1" }.joined() == text)
        }
    }

    @Test("five sign in rows of three and two, on one page")
    func signatures() throws {
        var document = table(31)
        document.signatures = (1...5).map { Signature(Phrase("签\($0)", "s\($0)")) }
        let pages = try pages(document)
        let last = try #require(pages.last)
        let boxes = last.compactMap { shape -> (Point, Int)? in
            if case .box(let at, let width, 680, _, _) = shape { (at, width) } else { nil }
        }
        #expect(boxes.map(\.1) == [1644, 1644, 1645, 2466, 2467])
        #expect(Set(boxes.map(\.0.y)).count == 2)
    }
}

/// Files of PDF, with the libraries and the font of the system.
@Suite struct PDFTests {
    private static let reader = ["/usr/bin/pdftotext", "/usr/local/bin/pdftotext"].first(where: FileManager.default.fileExists)

    @Test("the same document gives the same bytes, dated by what it is about")
    func same() throws {
        let bytes = try DocumentGoldenTests.document.withoutControls.pdf()
        #expect(try DocumentGoldenTests.document.withoutControls.pdf() == bytes)
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(text.hasPrefix("%PDF-1."))
        #expect(text.contains("/CreationDate (20260309000000+08'00)") || text.contains("/CreationDate (D:20260309000000+08'00"))
    }

    @Test("a sign that the font does not have is refused by name, and nothing is written", arguments: [
        ("化粪池\u{1F6BD}", "U+1F6BD"), ("甲\u{1B}[2J", "U+001B"), ("\u{E000}", "U+E000"),
    ])
    func missing(text: String, code: String) throws {
        let document = Document(
            name: "x", title: Phrase(both: "标题"), facts: [Pair("地点", "site", .text(text))], sections: [], sandbox: false)
        do throws(Refusal) {
            _ = try document.pdf()
            Issue.record("written")
        } catch {
            #expect(error.code == .glyphMissing && error["code"] == code)
            #expect(error.message(.zh).contains(code))
        }
    }

    @Test("rare characters of names, and the signs of our own pages, are there")
    func present() throws {
        let signs = "䶮㛃㙓𬭎堃犇〔〕✓✗※●○…—￥¥×÷≥≤→□①"
        let document = Document(name: "x", title: Phrase(both: signs), facts: [], sections: [], sandbox: true)
        #expect(try document.pdf().count > 1000)
    }

    @Test("the text can be taken out again", .enabled(if: reader != nil, "pdftotext (poppler-utils) is not installed"))
    func text() async throws {
        let bytes = try DocumentGoldenTests.document.withoutControls.pdf()
        try await TemporaryFolder.with { folder in
            try Data(bytes).write(to: URL(filePath: folder.file("a.pdf")))
            let process = Process()
            process.executableURL = URL(filePath: try #require(Self.reader))
            process.arguments = ["-layout", folder.file("a.pdf"), folder.file("a.txt")]
            try process.run()
            process.waitUntilExit()
            let text = try String(contentsOfFile: folder.file("a.txt"), encoding: .utf8)
            for words in ["工单 2026-0001", "下水道堵塞", "演练账套", "12,000.00", "11,999.95", "第1页共1页", "依据记录 12，哈希 9f2c", "2026年3月9日"] {
                #expect(text.contains(words) || text.replacing(" ", with: "").contains(words), "\(words)")
            }
        }
    }

    @Test("a square code is square, has its three corners, and is another for another number")
    func code() throws {
        let code = try SquareCode("JS2026-0033")
        #expect(code.side == 21)
        // The corner's ring is seven modules long; its first row is one box.
        let first = try #require(code.shapes(Point(0, 0), size: 210).first)
        #expect(first == .box(Point(0, 0), width: 70, height: 10, fill: .ink, edge: nil))
        #expect(try SquareCode("JS2026-0034").shapes(Point(0, 0), size: 210) != code.shapes(Point(0, 0), size: 210))
    }
}

extension Document {
    /// Paper takes no control characters.
    var withoutControls: Document {
        let sections = sections.map { section in
            Section(section.heading, section.parts.map { part in
                guard case .list(let items) = part else { return part }
                return .list(items.map { Phrase($0.zh.filter { $0 != "\u{1B}" }, $0.en.filter { $0 != "\u{1B}" }) })
            })
        }
        var copy = Document(name: name, title: title, facts: facts, sections: sections, sandbox: sandbox)
        (copy.checks, copy.notes, copy.signatures, copy.stamps) = (checks, notes, signatures, stamps)
        return copy
    }
}
