import Dispatch
import Synchronization

/// Threads of their own for work that blocks or takes long on purpose: two pieces at once, and at most so
/// many waiting.
final class WorkLanes: Sendable {
    private let queues: [DispatchQueue]
    private let state = Mutex((count: 0, next: 0))
    private let most: Int

    init(_ name: String, waiting most: Int) {
        queues = (0..<2).map { DispatchQueue(label: "yjb.\(name).\($0)") }
        self.most = most
    }

    /// nil when too many are waiting.
    func run<T: Sendable>(_ work: @escaping @Sendable () -> T) async -> T? {
        let queue: Int? = state.withLock { state in
            guard state.count < most else { return nil }
            state.count += 1
            state.next ^= 1
            return state.next
        }
        guard let queue else { return nil }
        let found = await withCheckedContinuation { (done: CheckedContinuation<T, Never>) in
            queues[queue].async { done.resume(returning: work()) }
        }
        state.withLock { $0.count -= 1 }
        return found
    }
}
