import Kernel
import Testing

struct FoldedNumberTests {
    @Test("numbers that look alike on paper are the same", arguments: [
        ("财预〔2026〕1号", "财预（2026）1 号"), ("财预【2026】1号", "财预[2026]1号"), ("zf-2026-01", "ＺＦ２０２６０１"),
        ("3300 1111 2222", "3300-1111—2222"), ("P1", "p 1"),
    ])
    func same(pair: (String, String)) { #expect(pair.0.folded == pair.1.folded) }

    @Test("signs that carry meaning stay", arguments: [
        ("P1", "P11"), ("1/2", "12"), ("1_2", "12"), ("财预〔2026〕1号", "财预〔2026〕2号"), ("1.2", "12"),
    ])
    func different(pair: (String, String)) { #expect(pair.0.folded != pair.1.folded) }
}
