/// SplitMix64 (Steele, Lea, Flood 2014): the same numbers for the same seed, on every platform.
final class Dice {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    func int(_ range: ClosedRange<Int>) -> Int { range.lowerBound + Int(next() % UInt64(range.count)) }
    func chance(_ percent: Int) -> Bool { int(1...100) <= percent }
    func pick<T>(_ items: [T]) -> T { items[int(0...items.count - 1)] }

    func digits(_ count: Int) -> String { (0..<count).map { _ in String(int(0...9)) }.joined() }
    func hash() -> String { (0..<64).map { _ in String(int(0...15), radix: 16) }.joined() }
}
