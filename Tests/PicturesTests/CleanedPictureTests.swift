import Testing
@testable import Pictures

struct CleanedPictureTests {
    private static let picture = CleanedPicture(type: "image/jpeg", width: 30, height: 20, sizes: [.full: [1, 2, 3, 10], .medium: [4, 5], .small: [6]])

    @Test("a picture and each fault go through the pipe as they are")
    func frames() throws {
        #expect(try CleanedPicture.read(Self.picture.frame).get() == Self.picture)
        for fault in [CleanedPicture.Fault.library, .size, .broken] {
            #expect(throws: fault) { try CleanedPicture.read(CleanedPicture.frame(fault)).get() }
        }
    }

    @Test("whatever is not exactly a frame is a broken picture")
    func foreign() {
        let frame = Self.picture.frame
        for count in 0..<frame.count { #expect(throws: CleanedPicture.Fault.broken) { try CleanedPicture.read(Array(frame.prefix(count))).get() } }
        let others = [
            "yjb-photo 1 image/svg+xml 30 20 4 2 1\n", "yjb-photo 1 image/jpeg 30 20 9223372036854775807 2 1\n", "yjb-photo 1 image/jpeg 30 20 4 2 0\n",
            "yjb-photo 1 image/jpeg -1 20 4 2 1\n", "yjb-photo 2 size\n", "yjb-photo 1 other\n", "",
        ]
        for head in others { #expect(throws: CleanedPicture.Fault.broken) { try CleanedPicture.read(Array(head.utf8) + [1, 2, 3, 10, 4, 5, 6]).get() } }
        #expect(throws: CleanedPicture.Fault.broken) { try CleanedPicture.read(frame + [7]).get() }
    }

    @Test("what is too large is not decoded", arguments: [
        (12_000, 4_166, true), (12_001, 10, false), (10, 12_001, false), (10_000, 5_000, true), (10_000, 5_001, false), (0, 10, false), (1, 1, true),
    ])
    func takes(width: Int, height: Int, isTaken: Bool) {
        #expect(CleanedPicture.takes(width: width, height: height) == isTaken)
    }

    @Test("pictures are made smaller in proportion, never larger", arguments: [
        (4000, 3000, 2560, 2560, 1920), (3000, 4000, 320, 240, 320), (100, 50, 320, 100, 50), (12_000, 1, 320, 320, 1), (2560, 2560, 2560, 2560, 2560),
    ])
    func fit(width: Int, height: Int, longest: Int, wide: Int, high: Int) {
        #expect(CleanedPicture.fit(width, height, longest: longest) == (wide, high))
    }

    @Test("a picture that is cut off anywhere has no end")
    func ends() {
        for kind in Samples.kinds {
            let bytes = kind(Samples.tiff(little: false))
            #expect(PictureEnd.isThere(in: bytes))
            for count in 12..<bytes.count { #expect(!PictureEnd.isThere(in: Array(bytes.prefix(count))), "\(count)") }
        }
        // What a camera appends after the end does not matter.
        #expect(PictureEnd.isThere(in: Samples.jpeg(Samples.tiff(little: true)) + Array("SEFT".utf8)))
    }
}
