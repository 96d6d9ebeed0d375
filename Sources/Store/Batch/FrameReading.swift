import Jobs
import Journal
import Kernel
import SQL

/// The waves of reading: everything that commands name, asked for at once; then what that turns out to
/// name.
extension Frame {
    /// Reads what commands need that is not here yet. What only few commands need (all people, open jobs,
    /// the bank's book) waits until the command's turn.
    mutating func read(for commands: [Command], _ connection: any SQLConnection) throws(Refusal) {
        state.widen()
        var days = daysBack(for: commands)
        while true {
            var wanted: [Wanted] = []
            var listed: Set<Wanted> = []
            for command in commands {
                for one in wants(of: command) where !has(one) && listed.insert(one).inserted { wanted.append(one) }
            }
            if wanted.isEmpty, days == nil { return }
            let back = days.map { StreetLoad.days(after: $0, of: org) }
            let answers = try connection.gather(wanted.map { $0.question(org) } + (back.map { [$0] } ?? []))
            for (one, rows) in zip(wanted, answers) { try take(rows, for: one) }
            if let day = days, let rows = answers.last { try StreetLoad.days(after: day, rows, into: &state) }
            days = nil
        }
    }

    /// Whether a command names nothing that must be read, but for its id.
    mutating func knowsAll(of command: Command) -> Bool {
        state.widen()
        return daysBack(for: [command]) == nil && wants(of: command).allSatisfy { $0 == .id(command.id) || has($0) }
    }

    /// What a command names, as far as it is known what that is.
    private func wants(of command: Command) -> [Wanted] {
        var wants: [Wanted] = [.id(command.id)]
        guard state.street != nil else { return wants }
        let named = command.action.needs().jobs
        for name in named { wants += self.wants(of: name) }
        let needs = command.action.needs(named.first.flatMap { state.find($0) })
        wants.append(.user(command.by))
        if case .call = command.action { wants.append(.key) }
        for name in needs.jobs { wants += self.wants(of: name) }
        wants += needs.register.users?.map { .user($0) } ?? []
        wants += needs.register.contractors.map { .contractor($0) }
        wants += needs.register.agreements.map { .agreements($0) }
        wants += needs.register.estates.map { .estate($0) }
        wants += needs.register.uniques.map { .taken($0) }
        for unique in needs.ownersOf {
            wants.append(.taken(unique))
            if let owner = state.register.owner(of: unique) { wants.append(.job(owner)) }
        }
        return wants
    }

    private func wants(of name: JobName) -> [Wanted] {
        switch name {
        case .number(let number): return [.job(number)]
        case .ref(let ref):
            let owner = state.register.owner(of: .ref(ref)).map { [Wanted.job($0)] } ?? []
            return [.taken(.ref(ref))] + owner
        }
    }
}
