/// So many rows one behind the other, as bytes: what a row has in common with the one before it is told by
/// one byte, and a text that was met among them by its number.
struct PackedRows: Sendable, Equatable {
    static let size = 64

    private let bytes: [UInt8]

    init(_ rows: [Table.Row]) {
        var packer = RowPacker()
        for row in rows { packer.put(row) }
        bytes = packer.bytes
    }

    var rows: [Table.Row] {
        var reader = RowUnpacker(bytes)
        var rows: [Table.Row] = []
        rows.reserveCapacity(Self.size)
        while let row = reader.row() { rows.append(row) }
        return rows
    }
}

/// What comes next among the bytes.
enum RowMark: UInt8 {
    case same, blank, text, phrase, named, list, money, ratio, count, day, instant, duration, yes, no
    case job, voucher, record, document
}
