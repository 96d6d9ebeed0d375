import Dispatch
import Kernel
package import Seal
import Synchronization

/// Where passwords are derived: two at once on threads of their own, because each takes its time and its
/// memory on purpose, and at most so many waiting.
package final class PasswordWork: Sendable {
    private let queues = [DispatchQueue(label: "yjb.password.0"), DispatchQueue(label: "yjb.password.1")]
    private let waiting = Mutex((count: 0, next: 0))
    private let most: Int
    let cost: PasswordHash.Cost
    /// What an unknown name is compared with, so that it takes as long as a known one.
    let dummy: PasswordHash

    package init(cost: PasswordHash.Cost = .standard, waiting most: Int = 32) {
        self.cost = cost
        self.most = most
        dummy = PasswordHash(of: RandomToken.id(), cost: cost)
    }

    /// nil when too many are waiting.
    func run<T: Sendable>(_ work: @escaping @Sendable (PasswordWork) -> T) async -> T? {
        let queue: Int? = waiting.withLock { state in
            guard state.count < most else { return nil }
            state.count += 1
            state.next ^= 1
            return state.next
        }
        guard let queue else { return nil }
        let found = await withCheckedContinuation { (done: CheckedContinuation<T, Never>) in
            queues[queue].async { done.resume(returning: work(self)) }
        }
        waiting.withLock { $0.count -= 1 }
        return found
    }
}
