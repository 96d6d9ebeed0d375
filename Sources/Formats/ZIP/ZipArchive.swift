import CZip
package import Kernel

/// A zip archive in memory, read by its central directory: stored and deflated entries, no encryption, no
/// Zip64 (a spreadsheet that needs it is beyond every bound here).
package struct ZipArchive {
    private struct Entry {
        let method: UInt16
        let size: Int
        let packed: Int
        let crc: UInt32
        let header: Int
    }

    /// Unpacked bytes that one entry may have, and how often larger than packed it may be beyond the first
    /// megabyte: a bomb of zeros packs a thousandfold, a sheet tenfold.
    private static let largest = 256 << 20
    private static let ratio = 200

    private let bytes: [UInt8]
    private var entries: [String: Entry] = [:]

    package static func isZip(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) }

    /// Throws `input.workbook`, `input.limit`.
    package init(_ bytes: [UInt8]) throws(Refusal) {
        self.bytes = bytes
        let end = try Self.endRecord(bytes)
        let count = Int(try number(end + 10, 2))
        var at = Int(try number(end + 16, 4))
        for _ in 0..<count {
            guard try number(at, 4) == 0x0201_4B50 else { throw Self.damaged("directory") }
            let (nameLength, extra, comment) =
                (Int(try number(at + 28, 2)), Int(try number(at + 30, 2)), Int(try number(at + 32, 2)))
            if try number(at + 8, 2) & 1 != 0 { throw Self.damaged("encrypted") }
            let name = String(decoding: try slice(at + 46, nameLength), as: UTF8.self)
            entries[name] = Entry(
                method: UInt16(try number(at + 10, 2)), size: Int(try number(at + 24, 4)),
                packed: Int(try number(at + 20, 4)), crc: try number(at + 16, 4), header: Int(try number(at + 42, 4)))
            at += 46 + nameLength + extra + comment
        }
    }

    package func has(_ name: String) -> Bool { entries[name] != nil }

    /// Unpacks an entry piece by piece. Throws `input.workbook`, `input.limit`, and what `body` throws.
    package func each(_ name: String, _ body: ([UInt8]) throws(Refusal) -> Void) throws(Refusal) {
        guard let entry = entries[name] else { throw Self.damaged(name) }
        if entry.size > Self.largest || entry.size > (1 << 20) + entry.packed * Self.ratio {
            throw Refusal(.inputLimit, ["part": name, "limit": "\(Self.largest >> 20) MiB, \(Self.ratio):1"])
        }
        guard try number(entry.header, 4) == 0x0403_4B50 else { throw Self.damaged(name) }
        let start = entry.header + 30 + Int(try number(entry.header + 26, 2)) + Int(try number(entry.header + 28, 2))
        let packed = try slice(start, entry.packed)
        var check = crc32(0, nil, 0)
        var size = 0
        func take(_ piece: [UInt8]) throws(Refusal) {
            size += piece.count
            // The directory may lie about the size: what comes out is what counts.
            if size > entry.size { throw Self.damaged(name) }
            check = crc32(check, piece, UInt32(piece.count))
            try body(piece)
        }
        switch entry.method {
        case 0: try take(Array(packed))
        case 8: try Inflater.each(packed, name, take)
        case _: throw Self.damaged(name)
        }
        if size != entry.size || UInt32(truncatingIfNeeded: check) != entry.crc { throw Self.damaged(name) }
    }

    static func damaged(_ part: String) -> Refusal { Refusal(.inputWorkbook, ["part": part]) }

    /// The end record stands before a comment of at most 65,535 bytes.
    private static func endRecord(_ bytes: [UInt8]) throws(Refusal) -> Int {
        var at = bytes.count - 22
        while at >= max(0, bytes.count - 22 - 65_535) {
            if bytes[at] == 0x50, bytes[at + 1] == 0x4B, bytes[at + 2] == 5, bytes[at + 3] == 6 { return at }
            at -= 1
        }
        throw damaged("end")
    }

    private func slice(_ start: Int, _ count: Int) throws(Refusal) -> ArraySlice<UInt8> {
        guard start >= 0, count >= 0, start <= bytes.count, count <= bytes.count - start else {
            throw Self.damaged("offset")
        }
        return bytes[start..<start + count]
    }

    /// A little-endian number of 2 or 4 bytes.
    private func number(_ at: Int, _ width: Int) throws(Refusal) -> UInt32 {
        try slice(at, width).reversed().reduce(0) { $0 << 8 | UInt32($1) }
    }
}

/// Raw deflate by zlib; its state never leaves this file.
private enum Inflater {
    static func each(
        _ packed: ArraySlice<UInt8>, _ name: String, _ body: ([UInt8]) throws(Refusal) -> Void
    ) throws(Refusal) {
        var stream = z_stream()
        guard yjb_inflate_init(&stream) == Z_OK else { throw ZipArchive.damaged(name) }
        defer { inflateEnd(&stream) }
        var input = Array(packed)
        var status = Z_OK
        var at = 0
        while status != Z_STREAM_END {
            let room = 65_536
            var piece = [UInt8](repeating: 0, count: room)
            let left = input.count - at
            input.withUnsafeMutableBufferPointer { source in
                piece.withUnsafeMutableBufferPointer { target in
                    stream.next_in = source.baseAddress.map { $0 + at }
                    stream.avail_in = UInt32(left)
                    stream.next_out = target.baseAddress
                    stream.avail_out = UInt32(room)
                    status = inflate(&stream, Z_NO_FLUSH)
                }
            }
            at += left - Int(stream.avail_in)
            let made = room - Int(stream.avail_out)
            guard status == Z_OK || status == Z_STREAM_END, made > 0 || status == Z_STREAM_END else {
                throw ZipArchive.damaged(name)
            }
            if made > 0 { try body(Array(piece[..<made])) }
        }
    }
}
