package import Kernel

/// What comes out of a picture that was decoded in a process of its own, and how it goes through the pipe
/// between the two: one line that says what follows, then the bytes.
package struct CleanedPicture: Sendable, Equatable {
    /// The sizes that are kept: the longest side in pixels.
    package enum Size: String, Sendable, CaseIterable {
        case full, medium = "1280", small = "320"

        package var longest: Int {
            switch self {
            case .full: 2560
            case .medium: 1280
            case .small: 320
            }
        }
    }

    /// Why there is none.
    package enum Fault: String, Sendable, Error {
        /// The decoding library is not there.
        case library
        /// It claims more pixels than are taken.
        case size
        /// It is broken, or of another kind than its first bytes say.
        case broken
    }

    /// A media type.
    package let type: String
    package let width: Int
    package let height: Int
    package let sizes: [Size: [UInt8]]

    package init(type: String, width: Int, height: Int, sizes: [Size: [UInt8]]) {
        (self.type, self.width, self.height, self.sizes) = (type, width, height, sizes)
    }

    /// The most pixels on a side, and in all, of what is decoded.
    package static let mostSide = 12_000, mostPixels = 50_000_000

    /// Whether a picture that claims these measures is decoded at all.
    package static func takes(width: Int, height: Int) -> Bool {
        width > 0 && height > 0 && width <= mostSide && height <= mostSide && width * height <= mostPixels
    }

    /// The measures of a picture made no larger than `longest` on its longer side; never enlarged, never
    /// without a pixel.
    package static func fit(_ width: Int, _ height: Int, longest: Int) -> (width: Int, height: Int) {
        let side = max(width, height)
        guard side > longest else { return (width, height) }
        return (max(1, (width * longest + side / 2) / side), max(1, (height * longest + side / 2) / side))
    }
}

/// Through the pipe.
extension CleanedPicture {
    private static let head = "yjb-photo 1"
    private static let longestHead = 200

    package var frame: [UInt8] {
        let lengths = Size.allCases.map { String(sizes[$0]?.count ?? 0) }
        let line = ([Self.head, type, String(width), String(height)] + lengths).joined(separator: " ") + "\n"
        return Size.allCases.reduce(into: Array(line.utf8)) { $0 += sizes[$1] ?? [] }
    }

    package static func frame(_ fault: Fault) -> [UInt8] { Array((head + " " + fault.rawValue + "\n").utf8) }

    /// Anything that is not exactly a frame is a broken picture: the other side may have been taken over.
    package static func read(_ bytes: [UInt8]) -> Result<CleanedPicture, Fault> {
        guard let end = bytes.prefix(longestHead).firstIndex(of: 0x0A),
              let line = String(validating: bytes[..<end], as: UTF8.self),
              line.hasPrefix(head + " ") else { return .failure(.broken) }
        let words = line.dropFirst(head.utf8.count + 1).split(separator: " ").map(String.init)
        if words.count == 1 { return .failure(Fault(rawValue: words[0]) ?? .broken) }
        let numbers = words.dropFirst().compactMap { Int($0) }
        guard words.count == 6, numbers.count == 5, ["image/jpeg", "image/png"].contains(words[0]),
              numbers.allSatisfy({ $0 > 0 && $0 <= bytes.count + mostSide }) else { return .failure(.broken) }
        var rest = bytes[(end + 1)...], sizes: [Size: [UInt8]] = [:]
        guard numbers[2...].reduce(0, +) == rest.count else { return .failure(.broken) }
        for (size, length) in zip(Size.allCases, numbers[2...]) {
            sizes[size] = Array(rest.prefix(length))
            rest = rest.dropFirst(length)
        }
        return .success(CleanedPicture(type: words[0], width: numbers[0], height: numbers[1], sizes: sizes))
    }
}
