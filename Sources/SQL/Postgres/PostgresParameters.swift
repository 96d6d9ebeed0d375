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
        for value in values {
            switch value {
            case .null: try append(nil, binary: false, path)
            case .integer(let number): try append(Array(String(number).utf8), binary: false, path)
            case .text(let text): try append(Array(text.utf8), binary: false, path)
            case .blob(let blob): try append(blob, binary: true, path)
            }
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

    private mutating func append(_ value: [UInt8]?, binary: Bool, _ path: String) throws(Refusal) {
        let count = value?.count ?? 0
        guard count < Int(Int32.max), binary || value?.contains(0) != true else {
            throw Refusal(.storeIO, ["path": path, "detail": "a text with NUL, or a value of 2 GB, cannot be kept"])
        }
        starts.append(value == nil ? nil : bytes.count)
        lengths.append(Int32(count))
        formats.append(binary ? 1 : 0)
        // The NUL is the end of a text to libpq, and gives an empty value a place of its own.
        if let value { bytes += value + [0] }
    }
}
