import Kernel
import SQL

/// A sum over rows in whatever order: equal sums mean equal rows, as sure as two digests of 64 bits that
/// nobody can know beforehand are. `Hasher` has a key of its own in every run of the program.
struct RowSum: Equatable {
    private(set) var count = 0
    private var sums: (UInt64, UInt64) = (0, 0)

    mutating func add(_ values: [SQLValue]) {
        var hasher = Hasher()
        // Combining refuses nothing.
        for value in values { try? value.asCell { Self.combine($0, into: &hasher) } }
        add(hasher)
    }

    /// The row as it lies in the database.
    mutating func add(_ row: SQLCells) throws(Refusal) {
        var hasher = Hasher()
        for column in 0..<row.count { try row.look(column) { Self.combine($0, into: &hasher) } }
        add(hasher)
    }

    /// The row is read once; its two digests differ in what is added at the end.
    private mutating func add(_ hasher: Hasher) {
        count += 1
        sums.0 &+= Self.digest(hasher, 0)
        sums.1 &+= Self.digest(hasher, 1)
    }

    private static func digest(_ hasher: Hasher, _ salt: UInt8) -> UInt64 {
        var hasher = hasher
        hasher.combine(salt)
        return UInt64(bitPattern: Int64(hasher.finalize()))
    }

    private static func combine(_ cell: SQLCell, into hasher: inout Hasher) {
        switch cell {
        case .null: hasher.combine(UInt8(0))
        case .integer(let number):
            hasher.combine(UInt8(1))
            hasher.combine(number)
        case .text(let bytes): combine(2, bytes, into: &hasher)
        case .blob(let bytes): combine(3, bytes, into: &hasher)
        }
    }

    private static func combine(_ kind: UInt8, _ bytes: UnsafeBufferPointer<UInt8>, into hasher: inout Hasher) {
        hasher.combine(kind)
        hasher.combine(bytes.count)
        hasher.combine(bytes: UnsafeRawBufferPointer(bytes))
    }

    static func == (a: Self, b: Self) -> Bool { a.count == b.count && a.sums == b.sums }
}
