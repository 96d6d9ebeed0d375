import Desk
import Foundation
import Jobs
import Journal
import Kernel
import Reports
import TestKit
import Testing
@testable import Web

/// Photos with a form, without a script, as a browser sends them.
struct PhotoTests {
    private static let script = """
        03-05T09:00 dispatcher1 call
        03-05T09:10 grid1       accept    #1 urgency=urgent
        """

    private static func with(_ script: String = script, _ body: (WebStreet) async throws -> Void) async throws {
        try await TemporaryFolder.with { folder in
            let program = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent().appending(path: "yjb-photo").path
            let pictures = PictureWork(PhotoFolder(path: folder.file("photos")), program: program)
            try await WebStreet.with(script: script, users: ["grid1", "officer1", "crew1", "finance1"], pictures: pictures, body)
        }
    }

    private static let note = "/NHL/jobs/2026-0001/do/note"
    private static let picture = ("门口.png", TestPicture.colourful(400, 300))

    private static func hash(_ page: String) throws -> String {
        String(try #require(page.firstMatch(of: /name="photos" value="([0-9a-f]{64})"/)?.1))
    }

    @Test("a photo sent with the form is recorded with it, and shown on the job's page to those who may see the job")
    func recorded() async throws {
        try await Self.with { street in
            var browser = try await street.browser("grid1")
            await browser.get(Self.note)
            #expect(browser.page.contains("multipart/form-data") && browser.page.contains("capture=\"environment\""))
            let sent = await browser.upload(Self.note, [("text", "门口积水"), ("go", "send")], file: Self.picture, as: "photos.camera")
            #expect(sent.status == 303, "\(browser.page)")
            await browser.get("/NHL/jobs/2026-0001")
            let path = String(try #require(browser.page.firstMatch(of: /\/NHL\/photos\/[0-9a-f]{64}\/320\?job=2026-0001/)).0)
            let shown = await browser.get(path)
            #expect(shown.status == 200 && shown.header("Content-Type") == "image/jpeg")
            #expect(shown.header("Content-Security-Policy") == "sandbox; default-src 'none'")
            #expect(shown.header("Content-Disposition")?.hasPrefix("inline; filename*=UTF-8''2026-0001-") == true)
            #expect(shown.headers.filter { $0.name == "Content-Security-Policy" }.count == 1)
            var officer = try await street.browser("officer1"), crew = try await street.browser("crew1"), nobody = try await street.browser()
            #expect(await officer.get(path).status == 200)
            // Another firm's job is not there for a crew; without the job a photo is its sender's alone.
            #expect(await crew.get(path).status == 404)
            #expect(await officer.get(String(path.prefix { $0 != "?" })).status == 404)
            #expect(await nobody.get(path).status == 303)
            #expect(await browser.get(path.replacing("/320", with: "/640")).status == 404)
            #expect(await browser.get(path.replacing("2026-0001", with: "2026-0009")).status == 404)
        }
    }

    @Test("what is published is chosen among the job's own photos, looked over, and says nothing of when and where")
    func published() async throws {
        let passed = """

            03-05T09:20 head1       authorize #1 ceiling=8000.00
            03-05T10:00 dispatcher1 dispatch  #1
            03-05T11:00 crew1       start     #1
            03-06T16:00 crew1       finish    #1
            03-06T17:00 inspector1  inspect   #1
            """
        try await Self.with(Self.script + passed) { street in
            var grid = try await street.browser("grid1")
            await grid.get(Self.note)
            await grid.upload(Self.note, [("text", "门口积水"), ("go", "send")], file: Self.picture, as: "photos.camera")
            await grid.get("/NHL/jobs/2026-0001")
            let hash = try #require(grid.page.firstMatch(of: /\/NHL\/photos\/([0-9a-f]{64})\/320/)?.1)
            var officer = try await street.browser("officer1")
            let path = "/NHL/jobs/2026-0001/do/publish"
            #expect(await officer.get(path).status == 200 && officer.page.contains("/NHL/photos/\(hash)/320?job=2026-0001"), "\(officer.page)")
            let other = String(repeating: "a", count: 64)
            let looked = await officer.post(path, [("text", "门口积水已修好"), ("photos", String(hash)), ("photos", other), ("go", "look")])
            // One of the two is the job's.
            #expect(looked.status == 200 && officer.page.contains("门口积水已修好") && officer.page.contains("<dd>1</dd>"))
            #expect(await officer.post(path, [("go", "send")]).status == 303, "\(officer.page)")
            let record = try await street.record(try await street.records())
            #expect(record.contains("\"photos\":[{\"hash\":\"\(hash)\"") && !record.contains(other) && !record.contains("takenAt"))
        }
    }

    @Test("[上传照片] keeps what was typed, an unticked photo is left out, and nothing is recorded until it is sent")
    func ahead() async throws {
        try await Self.with { street in
            var browser = try await street.browser("grid1")
            let before = try await street.records()
            await browser.get(Self.note)
            let id = browser.hidden.first { $0.0 == "id" }?.1
            let taken = await browser.upload(Self.note, [("text", "门口积水"), ("go", "photos")], file: Self.picture, as: "photos.album")
            #expect(taken.status == 200 && browser.page.contains("门口积水") && browser.hidden.contains { $0.0 == "id" && $0.1 == id })
            let hash = try Self.hash(browser.page)
            #expect(await browser.get("/NHL/photos/\(hash)/320").status == 200)
            #expect(try await street.records() == before)
            await browser.get(Self.note)
            #expect(await browser.upload(Self.note, [("text", "门口积水"), ("photos", hash), ("go", "send")], file: nil).status == 303)
            await browser.get("/NHL/jobs/2026-0001")
            #expect(browser.page.contains(hash))
            // A hash that this user has not sent is nobody's photo.
            var officer = try await street.browser("officer1")
            await officer.get(Self.note)
            #expect(await officer.upload(Self.note, [("text", "另一件"), ("photos", hash), ("go", "send")], file: nil).status == 303)
            let dossier = try await street.desk.ask(.dossier(of: try JobName("2026-0001")), of: try Code("NHL"), as: .owner)
            #expect(dossier.records.filter { $0.command.text.contains(hash) }.count == 1)
        }
    }

    @Test("a file that is no photo stands beside the field, and what was typed is kept", arguments: [
        ("a.gif", Array("GIF89a".utf8), "不是能收的照片"), ("b.jpg", [0xFF, 0xD8, 0xFF, 0xE0, 0, 2], "解不开"),
        ("c.png", TestPicture.png(2, 2, claiming: (30_000, 30_000)) { _, _ in [1, 2, 3] }, "像素太多"),
    ] as [(String, [UInt8], String)])
    func refused(name: String, bytes: [UInt8], words: String) async throws {
        try await Self.with { street in
            var browser = try await street.browser("grid1")
            let before = try await street.records()
            await browser.get(Self.note)
            let answer = await browser.upload(Self.note, [("text", "门口积水"), ("go", "send")], file: (name, bytes), as: "photos.album")
            #expect(answer.status == 422 && browser.page.contains(words) && browser.page.contains("门口积水") && browser.page.contains(name))
            #expect(try await street.records() == before)
        }
    }

    @Test("POST /photos answers with what is kept; who takes no step with photos finds no such address")
    func script() async throws {
        try await Self.with { street in
            var browser = try await street.browser("grid1")
            await browser.get(Self.note)
            let answer = await browser.upload("/NHL/photos", [], file: Self.picture, as: "photo")
            let kept = try JSONParser.parse(answer.body)
            #expect(answer.status == 200 && kept.text.contains("image/jpeg"))
            // Over the limit, and no file at all.
            #expect(await browser.upload("/NHL/photos", [], file: nil, as: "photo").status >= 400)
        }
    }

    @Test("only somebody who is signed in may send more bytes than a form has")
    func limit() async throws {
        try await Self.with { street in
            let browser = try await street.browser("grid1")
            let call = { (cookie: String?) in Call(method: "POST", path: Self.note, headers: cookie.map { ["cookie": "yjb=" + $0] } ?? [:]) }
            #expect(await street.front.limit(call(nil)) == 256 * 1024)
            #expect(await street.front.limit(call(String(repeating: "a", count: 64))) == 256 * 1024)
            #expect(await street.front.limit(call(browser.cookies["yjb"])) == 60_000_000)
        }
    }
}
