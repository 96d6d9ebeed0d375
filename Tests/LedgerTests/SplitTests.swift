import Kernel
import Ledger
import Testing

struct SplitTests {
    struct Row: Sendable {
        let amount: Int64
        let weights: [Int64]
        let parts: [Int64]
    }

    @Test("an amount is divided by largest remainder, ties to the earlier", arguments: [
        Row(amount: 1_000_001, weights: [60, 40], parts: [600_001, 400_000]),
        Row(amount: 1, weights: [1, 1], parts: [1, 0]),
        Row(amount: 100, weights: [1, 1, 1], parts: [34, 33, 33]),
        Row(amount: 101, weights: [1, 1, 1], parts: [34, 34, 33]),
        Row(amount: 5, weights: [0, 3, 1], parts: [0, 4, 1]),
        Row(amount: 0, weights: [7, 3], parts: [0, 0]),
        Row(amount: -1_000_001, weights: [60, 40], parts: [-600_001, -400_000]),
        Row(amount: .max, weights: [.max, 1], parts: [.max - 1, 1]),
    ])
    func divides(row: Row) {
        #expect(Split.divide(Fen(row.amount), by: row.weights.map(Fen.init)) == row.parts.map(Fen.init))
    }

    @Test("no share ever gives more than it holds, and the parts sum up")
    func neverExceeds() {
        for seed in 1...400 as ClosedRange<Int64> {
            let weights = (1...5).map { Fen(seed * 7919 * $0 * $0 % 1013) }
            let whole = weights.reduce(Fen.zero, +)
            guard whole.isPositive else { continue }
            let amount = Fen(seed * 104_729 % (whole.value + 1))
            let parts = Split.divide(amount, by: weights)
            #expect(parts.reduce(Fen.zero, +) == amount, "seed \(seed)")
            #expect(zip(parts, weights).allSatisfy { $0 <= $1 }, "seed \(seed)")
        }
    }

    @Test("moves lead from one set of shares to another")
    func moves() throws {
        let (a, b, c) = (try Code("A"), try Code("B"), try Code("C"))
        let moves = Move.between([Share(a, Fen(5)), Share(b, Fen(3))], [Share(b, Fen(3)), Share(c, Fen(2))])
        #expect(moves == [Move(c, Fen(2)), Move(a, Fen(-5))])
    }
}
