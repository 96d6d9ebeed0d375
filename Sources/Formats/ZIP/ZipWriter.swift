import CZip
package import Kernel

/// Writes a zip archive piece by piece: every entry deflated, all of 1980-01-01 00:00, without extra fields,
/// so that equal contents make equal bytes. The directory at the end lists the entries by their paths,
/// whatever the order in which they were written. An archive that would need Zip64 is refused.
package final class ZipWriter {
    private struct Entry {
        let path: [UInt8]
        let crc: UInt32
        let packed: Int
        let size: Int
        let offset: Int
    }

    private let sink: ([UInt8]) throws(Refusal) -> Void
    private var entries: [Entry] = []
    private var at = 0

    /// `sink` takes the archive's bytes as they come.
    package init(_ sink: @escaping ([UInt8]) throws(Refusal) -> Void) { self.sink = sink }

    /// An entry whose bytes `body` hands over piece by piece. Throws what `sink` and `body` throw.
    package func entry(
        _ path: String, _ body: (_ take: ([UInt8]) throws(Refusal) -> Void) throws(Refusal) -> Void
    ) throws(Refusal) {
        let name = Array(path.utf8)
        let offset = at
        // Sizes and check follow the data (bit 3), names are UTF-8 (bit 11).
        try put(Self.number(0x0403_4B50, 4) + Self.fixed + Self.number(0, 12) + Self.number(name.count, 2) + [0, 0] + name)
        let packer = Packer()
        var (check, size, packed) = (crc32(0, nil, 0), 0, 0)
        func take(_ bytes: [UInt8], _ isLast: Bool) throws(Refusal) {
            check = crc32(check, bytes, UInt32(bytes.count))
            size += bytes.count
            for piece in packer.pack(bytes, isLast: isLast) {
                packed += piece.count
                try put(piece)
            }
        }
        try body { (bytes) throws(Refusal) in if !bytes.isEmpty { try take(bytes, false) } }
        try take([], true)
        let crc = UInt32(truncatingIfNeeded: check)
        try put(Self.number(0x0807_4B50, 4) + Self.number(Int(crc), 4) + Self.number(packed, 4) + Self.number(size, 4))
        entries.append(Entry(path: name, crc: crc, packed: packed, size: size, offset: offset))
        guard at < 1 << 32, size < 1 << 32, entries.count < 65_535 else {
            throw Refusal(.inputLimit, ["part": path, "limit": "4 GiB, 65,534 files"])
        }
    }

    /// The directory.
    package func finish() throws(Refusal) {
        let start = at
        let sorted = entries.sorted { $0.path.lexicographicallyPrecedes($1.path) }
        for entry in sorted {
            let numbers = Self.number(Int(entry.crc), 4) + Self.number(entry.packed, 4) + Self.number(entry.size, 4)
            try put(
                Self.number(0x0201_4B50, 4) + Self.number(20, 2) + Self.fixed + numbers
                    + Self.number(entry.path.count, 2) + Self.number(0, 12) + Self.number(entry.offset, 4) + entry.path)
        }
        let counts = Self.number(sorted.count, 2) + Self.number(sorted.count, 2)
        try put(
            Self.number(0x0605_4B50, 4) + Self.number(0, 4) + counts + Self.number(at - start, 4) + Self.number(start, 4)
                + [0, 0])
    }

    /// Version 2.0, flags, deflate, midnight of 1980-01-01.
    private static let fixed = number(20, 2) + number(0x0808, 2) + number(8, 2) + number(0, 2) + number(0x21, 2)

    private static func number(_ value: Int, _ width: Int) -> [UInt8] {
        (0..<width).map { UInt8(truncatingIfNeeded: $0 < 8 ? value >> ($0 * 8) : 0) }
    }

    private func put(_ bytes: [UInt8]) throws(Refusal) {
        at += bytes.count
        try sink(bytes)
    }
}

/// Raw deflate by zlib; its state never leaves this file.
private final class Packer {
    private var stream = z_stream()

    init() { precondition(yjb_deflate_init(&stream) == Z_OK, "zlib has no memory") }

    deinit { deflateEnd(&stream) }

    /// What comes out for some bytes; with the last of them all that is left.
    func pack(_ bytes: [UInt8], isLast: Bool) -> [[UInt8]] {
        var (input, pieces, left) = (bytes, [[UInt8]](), bytes.count)
        var isFull = true
        while left > 0 || isFull {
            let room = 1 << 16
            var piece = [UInt8](repeating: 0, count: room)
            let start = input.count - left
            input.withUnsafeMutableBufferPointer { source in
                piece.withUnsafeMutableBufferPointer { target in
                    stream.next_in = source.baseAddress.map { $0 + start }
                    stream.avail_in = UInt32(left)
                    stream.next_out = target.baseAddress
                    stream.avail_out = UInt32(room)
                    _ = deflate(&stream, isLast ? Z_FINISH : Z_NO_FLUSH)
                }
            }
            left = Int(stream.avail_in)
            isFull = stream.avail_out == 0
            let made = room - Int(stream.avail_out)
            if made > 0 { pieces.append(Array(piece[..<made])) }
        }
        return pieces
    }
}
