@testable import Desk
import Disk
import Foundation
import Jobs
import Kernel
import Pictures
import TestKit
import Testing

/// `yjb-photo` as the desk runs it: the built program beside the tests.
struct PictureTests {
    static let program = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent().appending(path: "yjb-photo").path
    private static let process = PictureProcess(program: program)

    /// A JPEG to begin with is what the program makes of a colourful PNG.
    private static func jpeg(_ width: Int, _ height: Int) throws -> [UInt8] {
        let made = try process.clean(TestPicture.colourful(width, height))
        return try #require(made.sizes[.full])
    }

    @Test("a photograph becomes a JPEG in three sizes; a drawing of few colours stays a PNG")
    func sizes() throws {
        let photograph = try Self.process.clean(TestPicture.colourful(1400, 700))
        #expect(photograph.type == "image/jpeg" && photograph.width == 1400 && photograph.height == 700)
        for size in CleanedPicture.Size.allCases {
            let again = try Self.process.clean(try #require(photograph.sizes[size]))
            #expect(max(again.width, again.height) == min(1400, size.longest) && again.width == 2 * again.height, "\(size)")
        }
        let drawing = try Self.process.clean(TestPicture.png(600, 400) { _, y in y < 200 ? [255, 0, 0] : [0, 0, 255] })
        #expect(drawing.type == "image/png" && drawing.sizes.values.allSatisfy { PhotoType($0) == .png })
    }

    @Test("it is turned as its camera was held, and what it said of itself is gone from every size")
    func turned() throws {
        let plain = try Self.jpeg(300, 200)
        let held = TestPicture.withExif(plain, orientation: 6)
        #expect(PictureFacts(of: held).takenAt == (try Instant("2026-06-12T09:08:31+08:00")))
        let cleaned = try Self.process.clean(held)
        #expect(cleaned.width == 200 && cleaned.height == 300)
        for bytes in cleaned.sizes.values {
            #expect(PictureFacts(of: bytes) == PictureFacts())
            #expect(bytes.firstRange(of: "Exif".utf8) == nil && bytes.firstRange(of: "2026:06:12".utf8) == nil)
        }
        #expect(try Self.process.clean(TestPicture.withExif(plain, orientation: 1)).width == 300)
    }

    @Test("a picture that claims too many pixels is not decoded", arguments: [(20_000, 20_000), (12_001, 10), (9_000, 9_000)])
    func huge(width: Int, height: Int) {
        let bytes = TestPicture.png(10, 10, claiming: (width, height)) { _, _ in [1, 2, 3] }
        #expect(throws: Refusal(.photoSize, ["side": "12000", "pixels": "50"])) { try Self.process.clean(bytes) }
    }

    @Test("half a picture, another kind of file behind the first bytes, and no picture at all are broken")
    func broken() throws {
        let jpeg = try Self.jpeg(200, 100), png = TestPicture.colourful(50, 50)
        let wrong = [
            Array(jpeg.prefix(jpeg.count / 2)), Array(png.prefix(png.count / 2)), [0xFF, 0xD8, 0xFF, 0xD9],
            // A page, a script, a drawing of another kind behind the mark of a picture.
            Array(jpeg.prefix(3)) + Array("<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>".utf8) + [0xFF, 0xD9],
            Array("<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>".utf8), Array("GIF89a".utf8) + png, [],
        ]
        for bytes in wrong { #expect(throws: Refusal(.photoBroken)) { try Self.process.clean(bytes) } }
        // What comes after the end of a picture goes no further than this.
        let both = try Self.process.clean(jpeg + Array("<script>alert(1)</script>".utf8))
        for bytes in both.sizes.values { #expect(bytes.firstRange(of: "script".utf8) == nil) }
    }

    @Test("without the program the upload is refused by name; one that says nothing is a broken picture")
    func program() {
        let missing = #expect(throws: Refusal.self) { try PictureProcess(program: "/nonexistent/yjb-photo").clean([1]) }
        #expect(missing?.code == .toolMissing)
        let silent = #expect(throws: Refusal.self) { try PictureProcess(program: "/bin/true").clean([1]) }
        #expect(silent?.code == .photoBroken)
    }

    @Test("a photo that is sent is kept under the hash of its cleaned bytes, with what it said of itself beside", arguments: Engine.allCases)
    func kept(engine: Engine) async throws {
        try await DeskStreet.with(engine) { street in
            try await TemporaryFolder.with { folder in
                let work = PictureWork(PhotoFolder(path: folder.file("photos")), program: Self.program)
                let org = try DeskStreet.org(), who = try Code("grid1"), other = try Code("grid2")
                let sent = TestPicture.withExif(try Self.jpeg(300, 200), orientation: 1)
                let kept = try await street.desk.keep(sent, of: org, by: who, work)
                #expect(kept.photo.takenAt == (try Instant("2026-06-12T09:08:31+08:00")) && kept.width == 300)
                #expect(work.folder.fault(of: kept.photo) == nil && kept.came != kept.photo.hash)
                #expect(try await street.desk.photos([kept.photo.hash], of: org, sentBy: who) == [kept])
                #expect(try await street.desk.photos([kept.photo.hash], of: org, sentBy: other) == [])
                // Sent twice it is one photo; a size that was lost is made again.
                #expect(try await street.desk.keep(sent, of: org, by: who, work).photo == kept.photo)
                Files.remove(work.folder.file(kept.photo.hash, .small))
                #expect(PhotoType(try await street.desk.bytes(of: kept.photo, .small, work).bytes) == .jpeg)
                #expect(try await street.desk.bytes(of: kept.photo, .full, work).bytes.count == kept.photo.size)
                await #expect(throws: Refusal(.photoType)) { try await street.desk.keep(Array("GIF89a".utf8), of: org, by: who, work) }
                await #expect(throws: Refusal(.photoBytes, ["limit": "20"])) {
                    try await street.desk.keep([UInt8](repeating: 0xFF, count: 20_000_001), of: org, by: who, work)
                }
            }
        }
    }
}
