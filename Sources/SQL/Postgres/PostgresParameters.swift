import CPostgres
import Kernel

/// A statement's parameters as libpq takes them: one run of bytes, and for each parameter where it lies, how
/// long it is and in what format. The types are left to the server.
struct PostgresParameters {
    private var bytes: [UInt8] = []
    private var starts: [Int?] = []
    private var lengths: [Int32] = []
    private var formats: [Int32] = []

    /// Throws `store.io` for a text with NUL, which PostgreSQL cannot keep, and for more than 2 GB.
    init(_ values: [SQLValue], path: String) throws(Refusal) {
        starts.reserveCapacity(values.count)
        for value in values {
            let start = bytes.count
            switch value {
            case .null: break
            case .integer(let number): bytes += String(number).utf8
            case .text(let text): bytes += text.utf8
            case .blob(let blob): bytes += blob
            }
            try note(value, start, path)
        }
    }

    var count: Int { starts.count }

    /// Lends the parameters to a call of libpq, as count, values, lengths and formats.
    func lend<T>(
        _ call: (Int32, UnsafePointer<UnsafePointer<CChar>?>?, UnsafePointer<Int32>?, UnsafePointer<Int32>?) -> T
    ) -> T {
        bytes.withUnsafeBytes { bytes in
            let base = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
            let values = starts.map { start in start.flatMap { offset in base.map { $0 + offset } } }
            return call(Int32(count), values, lengths, formats)
        }
    }

    /// Notes a value whose bytes lie at the end.
    private mutating func note(_ value: SQLValue, _ start: Int, _ path: String) throws(Refusal) {
        let (count, isBinary) = (bytes.count - start, value.isBlob)
        guard count < Int(Int32.max), isBinary || !bytes[start...].contains(0) else {
            throw Refusal(.storeIO, ["path": path, "detail": "a text with NUL, or a value of 2 GB, cannot be kept"])
        }
        starts.append(value.isNull ? nil : start)
        lengths.append(Int32(count))
        formats.append(isBinary ? 1 : 0)
        // The end of a text to libpq, and what gives an empty value a place of its own.
        bytes.append(0)
    }
}

extension SQLValue {
    fileprivate var isBlob: Bool { if case .blob = self { true } else { false } }
    fileprivate var isNull: Bool { if case .null = self { true } else { false } }
}
