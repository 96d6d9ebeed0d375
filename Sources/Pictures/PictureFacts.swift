package import Kernel

/// What a picture says of itself: when it was taken, and where. Read before that is taken out of it, offered
/// to whoever sends it, and recorded only when taken up (web.md 2.8).
package struct PictureFacts: Hashable, Sendable {
    package var takenAt: Instant?
    /// WGS-84, both or none.
    package var lat: Coordinate?
    package var lon: Coordinate?

    package init(takenAt: Instant? = nil, lat: Coordinate? = nil, lon: Coordinate? = nil) {
        (self.takenAt, self.lat, self.lon) = (takenAt, lat, lon)
    }

    /// Never fails: what cannot be read says nothing. Bytes come from strangers: no place and no count in
    /// them is believed before it was compared with what is there.
    package init(of bytes: [UInt8]) {
        self.init()
        guard let block = ExifBlock.find(in: bytes) else { return }
        self = ExifReader(block).facts
    }
}
