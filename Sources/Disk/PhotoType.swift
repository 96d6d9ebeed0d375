/// What kind of file a photo is, told by its first bytes and not by its name.
package enum PhotoType: String, Sendable, CaseIterable {
    case jpeg = "image/jpeg"
    case png = "image/png"
    case webp = "image/webp"
    case pdf = "application/pdf"

    /// The most bytes that a photo may have: 20 MB.
    package static let limit = 20_000_000

    /// nil when the bytes are none of these.
    package init?(_ bytes: [UInt8]) {
        let found = Self.allCases.first { $0.matches(bytes) }
        guard let found else { return nil }
        self = found
    }

    private func matches(_ bytes: [UInt8]) -> Bool {
        switch self {
        case .jpeg: bytes.starts(with: [0xFF, 0xD8, 0xFF])
        case .png: bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
        case .webp: bytes.starts(with: "RIFF".utf8) && bytes.dropFirst(8).starts(with: "WEBP".utf8)
        case .pdf: bytes.starts(with: "%PDF-".utf8)
        }
    }
}
