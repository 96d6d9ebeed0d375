import TestKit
import Testing

/// The first numbers of the published reference for seed 1234567: a changed generator would quietly change
/// every property.
@Test func splitMix64GivesItsPublishedNumbers() {
    var random = SplitMix64(seed: 1_234_567)
    #expect((0..<3).map { _ in random.next() } == [
        6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
    ])
}
