import Disk
import Testing

@Suite struct PhotoTypeTests {
    @Test(arguments: [
        ([0xFF, 0xD8, 0xFF, 0xE0], PhotoType.jpeg), ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0], .png),
        (Array("RIFF\u{1}\u{2}\u{3}\u{4}WEBPVP8 ".utf8), .webp), (Array("%PDF-1.7".utf8), .pdf),
    ] as [([UInt8], PhotoType)])
    func tellsByTheFirstBytes(bytes: [UInt8], type: PhotoType) { #expect(PhotoType(bytes) == type) }

    @Test(arguments: ["", "hello", "RIFF0000WAVE", "RIFF", "GIF89a", "PDF-1.7"])
    func refusesAnythingElse(text: String) { #expect(PhotoType(Array(text.utf8)) == nil) }
}
