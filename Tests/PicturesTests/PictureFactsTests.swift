import Kernel
import Testing
@testable import Pictures

struct PictureFactsTests {
    private static func expected() throws -> PictureFacts {
        PictureFacts(takenAt: try Instant("2026-06-12T09:08:31+08:00"), lat: try Coordinate("32.041500"), lon: try Coordinate("118.770167"))
    }

    @Test("when and where, in each kind of file and either order of bytes", arguments: [true, false])
    func read(little: Bool) throws {
        for kind in Samples.kinds { #expect(PictureFacts(of: kind(Samples.tiff(little: little))) == (try Self.expected())) }
    }

    @Test("an offset is obeyed, its absence means China, west is negative, and a fraction without a lower half is none")
    func details() throws {
        let of = { (tiff: [UInt8]) in PictureFacts(of: Samples.jpeg(tiff)) }
        #expect(of(Samples.tiff(little: true, offset: "-05:00")).takenAt == (try Instant("2026-06-12T22:08:31+08:00")))
        #expect(of(Samples.tiff(little: true, offset: nil)).takenAt == (try Self.expected()).takenAt)
        #expect(of(Samples.tiff(little: true, west: true)).lon?.text == "-118.770167")
        #expect(of(Samples.tiff(little: true, under: 0)) == PictureFacts(takenAt: (try Self.expected()).takenAt))
        #expect(of(Samples.tiff(little: true, time: "0000:00:00 00:00:00")).takenAt == nil)
        #expect(of(Samples.tiff(little: true, time: "2026-06-12T09:08:31")).takenAt == nil)
    }

    @Test("cut off at every byte it says what was there or nothing, and never stops the program")
    func truncated() throws {
        let whole = try Self.expected()
        for kind in Samples.kinds {
            let bytes = kind(Samples.tiff(little: false))
            for count in 0..<bytes.count {
                let facts = PictureFacts(of: Array(bytes.prefix(count)))
                #expect(facts.takenAt == nil || facts.takenAt == whole.takenAt)
                #expect(facts.lat == nil || facts.lat == whole.lat)
                #expect((facts.lat == nil) == (facts.lon == nil))
            }
        }
    }

    @Test("with any byte changed, and with random bytes, it comes to an end with measures that exist")
    func changed() {
        var random = Sequence64(seed: 7)
        for kind in Samples.kinds {
            let bytes = kind(Samples.tiff(little: true))
            for place in bytes.indices {
                for value in [0x00, 0xFF, 0x7F, 0x80, UInt8(truncatingIfNeeded: random.next())] as [UInt8] {
                    var other = bytes
                    other[place] = value
                    check(PictureFacts(of: other))
                    _ = PictureEnd.isThere(in: other)
                }
            }
            for _ in 0..<2000 {
                var other = bytes
                for _ in 0..<8 { other[Int(random.next() % UInt64(other.count))] = UInt8(truncatingIfNeeded: random.next()) }
                check(PictureFacts(of: other))
            }
        }
    }

    private func check(_ facts: PictureFacts) {
        if let lat = facts.lat { #expect((Double(lat.text) ?? 999).magnitude <= 90) }
        if let lon = facts.lon { #expect((Double(lon.text) ?? 999).magnitude <= 180) }
    }
}

/// The same sequence in every run.
private struct Sequence64: RandomNumberGenerator {
    private var state: UInt64
    init(seed: UInt64) { state = seed }
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
