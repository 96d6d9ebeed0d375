import Jobs
import Kernel
import Store
import Testing

/// Numbers of jobs are sorted as numbers, not as text.
struct JobOrderTests {
    @Test("a year's jobs in the order of their count, also past 9999")
    func order() throws {
        let numbers = ["2027-0001", "2026-10000", "2026-0010", "2026-9999", "2026-0009"]
        let sorted = try numbers.map { try Code($0) }.sorted { $0.inOrder < $1.inOrder }
        #expect(sorted.map(\.text) == ["2026-0009", "2026-0010", "2026-9999", "2026-10000", "2027-0001"])
    }
}
