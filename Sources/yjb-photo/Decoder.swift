import Disk
import Glibc
import Kernel
import Pictures

/// One picture: decoded, turned upright, made smaller, and written again without anything that it said beside
/// its pixels. Nothing is given back to the library: the process ends with its picture.
struct Decoder {
    private let library: PixelLibrary
    private let loader: Handle
    private let type: PhotoType

    /// More colours than a drawing or a screen has: it is a photograph, and JPEG keeps it in a tenth.
    private static let fewColours = 256
    private static let quality = "85"
    private static let bilinear: Int32 = 2

    /// Set by the library's callback, which can carry nothing along.
    nonisolated(unsafe) private static var claimed: (width: Int, height: Int)?
    nonisolated(unsafe) private static var setSize: (@convention(c) (Handle?, Int32, Int32) -> Void)?
    nonisolated(unsafe) private static var shrinks = false

    /// Opens what the type needs; afterwards no file is opened any more.
    init(_ type: PhotoType) throws(CleanedPicture.Fault) {
        guard let library = try? PixelLibrary(), let loader = library.loader(type.rawValue, nil) else { throw .library }
        (self.library, self.loader, self.type) = (library, loader, type)
        Self.setSize = library.setSize
        // A PNG is made smaller after its colours were counted.
        Self.shrinks = type != .png
        _ = library.connect(loader, "size-prepared", Self.prepared, nil, nil, 0)
    }

    /// The measures are known before the first pixel: too many, and the decoder is told to make none.
    private static let prepared: PixelLibrary.SizePrepared = { loader, width, height, _ in
        let (width, height) = (Int(width), Int(height))
        claimed = (width, height)
        if !CleanedPicture.takes(width: width, height: height) {
            setSize?(loader, 0, 0)
        } else if shrinks {
            let fit = CleanedPicture.fit(width, height, longest: CleanedPicture.Size.full.longest)
            setSize?(loader, Int32(fit.width), Int32(fit.height))
        }
    }

    func picture(_ bytes: [UInt8]) throws(CleanedPicture.Fault) -> CleanedPicture {
        guard isSupported(bytes) else { throw .size }
        guard library.close(loader, nil) != 0, let raw = library.pixels(loader), let upright = library.turned(raw) else {
            throw .broken
        }
        let keepsPNG = type == .png && hasFewColours(upright)
        let flat = keepsPNG || library.channels(upright) == 3 ? upright : opaque(upright)
        guard let flat else { throw .broken }
        var sizes: [CleanedPicture.Size: [UInt8]] = [:], full = (width: 0, height: 0)
        for size in CleanedPicture.Size.allCases {
            guard let made = fitted(flat, size.longest), let written = written(made, png: keepsPNG) else { throw .broken }
            sizes[size] = written
            if size == .full { full = measures(made) }
        }
        return CleanedPicture(
            type: keepsPNG ? PhotoType.png.rawValue : PhotoType.jpeg.rawValue, width: full.width, height: full.height,
            sizes: sizes)
    }

    /// Feeds the decoder in pieces, and stops it as soon as the picture is known to be too large.
    private func isSupported(_ bytes: [UInt8]) -> Bool {
        for start in stride(from: 0, to: bytes.count, by: 1 << 16) {
            let piece = bytes[start..<min(start + (1 << 16), bytes.count)]
            let went = piece.withUnsafeBufferPointer { library.write(loader, $0.baseAddress, $0.count, nil) }
            if let claimed = Self.claimed, !CleanedPicture.takes(width: claimed.width, height: claimed.height) { return false }
            if went == 0 { return true }
        }
        return true
    }

    private func measures(_ picture: Handle) -> (width: Int, height: Int) {
        (Int(library.width(picture)), Int(library.height(picture)))
    }

    private func fitted(_ picture: Handle, _ longest: Int) -> Handle? {
        let (width, height) = measures(picture)
        let fit = CleanedPicture.fit(width, height, longest: longest)
        if fit == (width, height) { return picture }
        return library.scaled(picture, Int32(fit.width), Int32(fit.height), Self.bilinear)
    }

    /// JPEG knows no transparency: what is seen through is white, as on paper.
    private func opaque(_ picture: Handle) -> Handle? {
        library.flattened(
            picture, library.width(picture), library.height(picture), Self.bilinear, 255, 16, 0xFFFFFF, 0xFFFFFF)
    }

    private func hasFewColours(_ picture: Handle) -> Bool {
        let (width, height) = measures(picture), channels = Int(library.channels(picture))
        let stride = Int(library.stride(picture))
        guard channels >= 3, let bytes = library.bytes(picture) else { return false }
        var colours: Set<UInt32> = [], last: UInt32 = 0, place = 0
        for row in 0..<height {
            place = row * stride
            for _ in 0..<width {
                var colour = UInt32(bytes[place]) << 16 | UInt32(bytes[place + 1]) << 8 | UInt32(bytes[place + 2])
                if channels == 4 { colour |= UInt32(bytes[place + 3]) << 24 }
                place += channels
                if colour == last { continue }
                last = colour
                colours.insert(colour)
                if colours.count > Self.fewColours { return false }
            }
        }
        return true
    }

    /// The writers put in nothing that they are not given, and they are given nothing.
    private func written(_ picture: Handle, png: Bool) -> [UInt8]? {
        var buffer: UnsafeMutablePointer<UInt8>?, count = 0
        var keys = png ? [nil] : [strdup("quality"), nil], values = png ? [nil] : [strdup(Self.quality), nil]
        guard library.save(picture, &buffer, &count, png ? "png" : "jpeg", &keys, &values, nil) != 0,
              let buffer else { return nil }
        return Array(UnsafeBufferPointer(start: buffer, count: count))
    }
}
