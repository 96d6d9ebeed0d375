import Kernel
import SQL

/// A sum over rows in whatever order: equal sums mean equal rows, as sure as two digests of 64 bits that
/// nobody can know beforehand are. `Hasher` has a key of its own in every run of the program.
struct RowSum: Equatable {
    private(set) var count = 0
    private var sums: (UInt64, UInt64) = (0, 0)

    mutating func add(_ values: [SQLValue]) {
        count += 1
        let hasher = Self.hasher(of: values)
        sums.0 &+= Self.digest(hasher, 0)
        sums.1 &+= Self.digest(hasher, 1)
    }

    /// The row is read once; its two digests differ in what is added at the end.
    private static func digest(_ hasher: Hasher, _ salt: UInt8) -> UInt64 {
        var hasher = hasher
        hasher.combine(salt)
        return UInt64(bitPattern: Int64(hasher.finalize()))
    }

    private static func hasher(of values: [SQLValue]) -> Hasher {
        var hasher = Hasher()
        for value in values {
            switch value {
            case .null: hasher.combine(UInt8(0))
            case .integer(let number):
                hasher.combine(UInt8(1))
                hasher.combine(number)
            case .text(let text):
                hasher.combine(UInt8(2))
                hasher.combine(text.utf8.count)
                text.hashBytes(into: &hasher)
            case .blob(let bytes):
                hasher.combine(UInt8(3))
                hasher.combine(bytes)
            }
        }
        return hasher
    }

    static func == (a: Self, b: Self) -> Bool { a.count == b.count && a.sums == b.sums }
}
