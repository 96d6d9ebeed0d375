package import Seal

/// Where passwords are derived: on threads of their own, because each takes its time and its memory on
/// purpose.
package final class PasswordWork: Sendable {
    private let lanes: WorkLanes
    let cost: PasswordHash.Cost
    /// What an unknown name is compared with, so that it takes as long as a known one.
    let dummy: PasswordHash

    package init(cost: PasswordHash.Cost = .standard, waiting most: Int = 32) {
        self.cost = cost
        lanes = WorkLanes("password", waiting: most)
        dummy = PasswordHash(of: RandomToken.id(), cost: cost)
    }

    /// nil when too many are waiting.
    func run<T: Sendable>(_ work: @escaping @Sendable (PasswordWork) -> T) async -> T? {
        await lanes.run { work(self) }
    }
}
