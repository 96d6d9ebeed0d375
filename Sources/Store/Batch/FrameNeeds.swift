import Bank
import Jobs
import Journal
import Kernel
import Ledger
import SQL

/// What only few commands need, read when their turn has come: from the database, which by then holds
/// everything that the batch has decided.
extension Frame {
    /// Completes what ``Action/needs(_:)`` says, and narrows the state to it. `write` stores what was decided
    /// so far.
    mutating func complete(
        for command: Command, _ connection: any SQLConnection, write: (inout Frame) throws(Refusal) -> Void
    ) throws(Refusal) {
        guard state.street != nil else { return }
        let own = command.action.needs().jobs.first.flatMap { state.find($0) }
        var needs = command.action.needs(own)
        needs.register.users?.insert(command.by)
        for job in needs.jobs.compactMap({ state.find($0)?.number }) { looked(at: job) }
        let load = StreetLoad(org: SQLValue(org.text), connection: connection)
        if needs.isRare(in: state) {
            try write(&self)
            if needs.register.users == nil { try load.users(into: &state) }
            for seq in needs.fundEntries { try load.fundEntry(seq, into: &state) }
            if needs.openJobs { try load.openJobs(into: &state) }
            try bank(needs, load)
            if let year = needs.yearEnd {
                try YearEndLoader(connection: connection, org: org).load(year, into: &state)
            }
        }
        let days = [command.at?.day, needs.lookBack].compactMap(\.self) + state.fundEntries.values.map(\.day)
        if let first = days.min(), lacks(first) {
            try write(&self)
            try load.days(after: first, into: &state)
        }
        state.narrow(to: needs)
    }

    /// The day after which commands are known to look back, while nothing is decided that the database does
    /// not hold; nil when those days are here, or nobody does.
    func daysBack(for commands: [Command]) -> Day? {
        guard let latest = state.head.latest?.day, state.ledger.turnover.isEmpty else { return nil }
        let days = commands.flatMap { [$0.at?.day, $0.action.needs().lookBack].compactMap(\.self) }
        return days.min().flatMap { $0 < latest && lacks($0) ? $0 : nil }
    }

    /// Nothing is booked after the latest day that the street has seen.
    private func lacks(_ day: Day) -> Bool {
        state.ledger.effects.since.map { day < $0 } ?? false
    }

    private mutating func bank(_ needs: Needs, _ load: StreetLoad) throws(Refusal) {
        let known = needs.register.uniques.filter { $0.kind == .statementLine }
            .compactMap { state.register.owner(of: $0) }
        var named = needs.bank
        named.items += state.fundEntries.values.compactMap(\.bankItem).map(\.name)
        // By the number as the job that took it writes it.
        for number in needs.transfers.compactMap({ state.payment($0)?.number }) {
            named.items += [ItemName(.payment, number), ItemName(.refund, number)]
        }
        try BankReader(load.connection, org: org).load(named, known, into: &state.bank)
        guard let record = named.record, let (account, kept, lines) = state.bank.import(record) else { return }
        for entry in lines {
            try load.taken(.statementLine(entry.line.unique(in: account.account, kept.bank)), into: &state)
        }
    }
}

extension Needs {
    /// Whether something is needed that has no place in the waves of reading.
    fileprivate func isRare(in state: State) -> Bool {
        register.users == nil || openJobs || yearEnd != nil || !fundEntries.isEmpty || bank.isNamed
            || register.uniques.contains { $0.kind == .statementLine }
            || transfers.contains { state.payment($0) != nil }
    }
}

extension BankMentions {
    fileprivate var isNamed: Bool { accounts || !lines.isEmpty || record != nil || !items.isEmpty || match != nil }
}
