import Testing

@testable import Reports

/// Nearest rank: the p-th percentile of n values is the one at place ⌈n·p/100⌉ of the sorted list.
struct PercentileTests {
    @Test("places computed by hand", arguments: [
        // count, 50 %, 90 %, 100 %
        (1, 1, 1, 1),    // ⌈0.5⌉  ⌈0.9⌉
        (2, 1, 2, 2),    // ⌈1.0⌉  ⌈1.8⌉
        (3, 2, 3, 3),    // ⌈1.5⌉  ⌈2.7⌉
        (9, 5, 9, 9),    // ⌈4.5⌉  ⌈8.1⌉
        (10, 5, 9, 10),  // ⌈5.0⌉  ⌈9.0⌉
        (11, 6, 10, 11), // ⌈5.5⌉  ⌈9.9⌉
        (100, 50, 90, 100), (101, 51, 91, 101),
    ])
    func places(count: Int64, half: Int64, most: Int64, all: Int64) {
        let values = Array((1...count).reversed())
        #expect([50, 90, 100].map { Percentiles.value($0, of: values) } == [half, most, all])
    }

    @Test("of nothing there is none, and the order given says nothing")
    func edges() {
        #expect(Percentiles.value(50, of: []) == nil)
        #expect(Percentiles.value(50, of: [30, 10, 20]) == 20)
        #expect(Percentiles.value(90, of: [5, 5, 5, 1]) == 5)
        #expect(Percentiles.value(1, of: [7, 3]) == 3)
    }
}
