import Kernel
import TestKit

/// The refusal that `body` throws, or nil when it throws none.
func refusal<Value>(_ body: () throws -> Value) -> Refusal? {
    do {
        _ = try body()
        return nil
    } catch {
        return error as? Refusal
    }
}

/// Rows of seeded random cases, so that a failing one can be run again.
func cases<Value>(
    _ count: Int, seed: UInt64, _ make: (inout SplitMix64) throws -> Value
) rethrows -> [Value] {
    var random = SplitMix64(seed: seed)
    return try (0..<count).map { _ in try make(&random) }
}
