package import Kernel
import Synchronization

/// Keeps the frames of a database's streets between transactions. Who takes one has it alone: a
/// transaction that fails leaves none behind.
package final class FrameKeeper: Sendable {
    /// The most streets; a city has as many.
    private static let most = 64

    private let frames = Mutex<[Code: Frame]>([:])

    package init() {}

    /// Where the frame of a street was left; nil when there is none.
    package func mark(of street: Code) -> HeadMark? { frames.withLock { $0[street]?.mark } }

    /// The frame of a street, or all of them.
    package func take(_ street: Code?) -> [Code: Frame] {
        frames.withLock { frames in
            guard let street else {
                defer { frames = [:] }
                return frames
            }
            return frames.removeValue(forKey: street).map { [street: $0] } ?? [:]
        }
    }

    /// Keeps frames whose transaction is durable.
    package func keep(_ kept: [Code: Frame]) {
        frames.withLock { frames in
            frames.merge(kept) { $1 }
            while frames.count > Self.most, let other = frames.keys.first(where: { kept[$0] == nil }) {
                frames[other] = nil
            }
        }
    }
}
