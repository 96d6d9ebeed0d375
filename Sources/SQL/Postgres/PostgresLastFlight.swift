import Kernel

/// What a transaction does last, sent together with its commit: one trip.
struct PostgresLastFlight {
    /// Whether the server hears of the transaction only now.
    let begins: Bool
    private let steps: [PostgresStep]
    private let condition: SQLGuard?

    /// Only the commit.
    init() { (begins, steps, condition) = (false, [], nil) }

    /// With a guard, its step is the first of `steps`.
    init(_ opening: [PostgresStep], _ steps: [PostgresStep], _ condition: SQLGuard?) {
        begins = !opening.isEmpty
        self.steps = opening + steps
        self.condition = condition
    }

    /// Sends it and gives what the server answers to the commit. Throws `store.unknown` when the server was
    /// lost and has not said that it never came to the commit.
    func land(on link: PostgresLink) throws(PostgresFault) -> String {
        var landed = 0
        var tag = ""
        do throws(PostgresFault) {
            try link.fly(steps + [.command("COMMIT")]) { place, answer in
                landed = place + 1
                if place == steps.count { tag = answer.tag }
                if place == (begins ? 1 : 0), let condition, let row = try? answer.row(0) { condition.seen(row) }
            }
        } catch {
            let state = error.refusal["sqlstate"]
            // Answers come in their order: a last word in the place of another one is said before the commit.
            guard !link.isAlive, landed == steps.count || state == nil else { throw error }
            let detail = error.refusal["detail"] ?? "?"
            throw PostgresFault(PostgresFaults.refusal(.storeUnknown, state, detail, path: link.path))
        }
        return tag
    }
}
