package import Kernel

/// What a command may look at in the registers: what a store must load for it, and no rule may ask for more.
package struct RegisterNeeds: Equatable, Sendable {
    /// nil means everyone: the rule about the last administrator looks at all of them.
    package var users: Set<Code>? = []
    package var contractors: Set<Code> = []
    /// The contractors whose rate agreements are asked for.
    package var agreements: Set<Code> = []
    package var estates: Set<Code> = []
    package var uniques: Set<Unique> = []

    package init() {}
}

/// Who and what a street knows besides its jobs and its money: all of it after a replay, or what a command
/// needs.
///
/// Asking for what was not loaded is a mistake of the program and stops a debug build: otherwise a new rule
/// would pass every test in memory and be refused in the store.
package struct Register: Sendable {
    private var users: [Code: User] = [:]
    private var contractors: [Code: Contractor] = [:]
    /// Who gave a contractor's bank account last.
    private var accountBy: [Code: Code] = [:]
    private var estates: [Code: Estate] = [:]
    private var agreements: Set<RateAgreement> = []
    /// What was used, and by which job or contractor.
    private var taken: [Unique: Code] = [:]
    /// What is here; nil when everything is.
    package var scope: RegisterNeeds?

    package init() {}

    private func demand(_ isLoaded: (RegisterNeeds) -> Bool, _ what: @autoclosure () -> String) {
        assert(scope.map(isLoaded) ?? true, "a rule looks at what no command needs: " + what())
    }
}

extension Register: Equatable {
    package static func == (a: Register, b: Register) -> Bool {
        a.users == b.users && a.contractors == b.contractors && a.accountBy == b.accountBy && a.estates == b.estates
            && a.agreements == b.agreements && a.taken == b.taken
    }
}

/// What rules ask.
extension Register {
    package func user(_ code: Code) -> User? {
        demand({ $0.users?.contains(code) ?? true }, "user \(code.text)")
        return users[code]
    }

    /// Everyone, in the order of their names.
    package var everyone: [User] {
        demand({ $0.users == nil }, "everyone")
        return users.values.sorted { $0.user.text < $1.user.text }
    }

    /// Every firm that is here, by code: all of them after a replay.
    package var firms: [Contractor] { contractors.values.sorted { $0.code.text < $1.code.text } }

    package func knownContractor(_ code: Code) -> Contractor? {
        demand({ $0.contractors.contains(code) }, "contractor \(code.text)")
        return contractors[code]
    }

    /// Throws `contractor.unknown`.
    package func contractor(_ code: Code) throws(Refusal) -> Contractor {
        guard let found = knownContractor(code) else {
            throw Refusal(.contractorUnknown, ["contractor": code.text])
        }
        return found
    }

    /// Who gave or changed the firm's bank account last; nil where it has none.
    package func accountChangedBy(_ contractor: Code) -> Code? {
        demand({ $0.contractors.contains(contractor) }, "account of \(contractor.text)")
        return accountBy[contractor]
    }

    package func knownEstate(_ code: Code) -> Estate? {
        demand({ $0.estates.contains(code) }, "estate \(code.text)")
        return estates[code]
    }

    /// Throws `estate.unknown`.
    package func estate(_ code: Code) throws(Refusal) -> Estate {
        guard let found = knownEstate(code) else { throw Refusal(.estateUnknown, ["estate": code.text]) }
        return found
    }

    /// In the order of their numbers.
    package func agreements(with contractor: Code) -> [RateAgreement] {
        demand({ $0.agreements.contains(contractor) }, "agreements of \(contractor.text)")
        return agreements.filter { $0.contractor == contractor }.sorted { $0.agreement.text < $1.agreement.text }
    }

    /// Who used a value; nil while it is free.
    package func owner(of unique: Unique) -> Code? {
        demand({ $0.uniques.contains(unique) }, "\(unique.kind.rawValue) \(unique.value)")
        return taken[unique]
    }
}

/// What applying a record and loading put in place. What was put is there to be asked for.
extension Register {
    package mutating func put(_ user: User) {
        users[user.user] = user
        scope?.users?.insert(user.user)
    }

    package mutating func put(_ contractor: Contractor, accountBy: Code?) {
        contractors[contractor.code] = contractor
        self.accountBy[contractor.code] = accountBy
        scope?.contractors.insert(contractor.code)
    }

    package mutating func put(_ estate: Estate) {
        estates[estate.code] = estate
        scope?.estates.insert(estate.code)
    }

    package mutating func put(_ agreement: RateAgreement) { agreements.insert(agreement) }

    package mutating func take(_ unique: Unique, for owner: Code) {
        taken[unique] = owner
        scope?.uniques.insert(unique)
    }

    /// Sets a value free that the owner named has taken; another owner's stays. Whoever frees has loaded
    /// it. Tells whether it is free now.
    package mutating func free(_ unique: Unique, of owner: Code) -> Bool {
        guard taken[unique] == owner else { return false }
        free(unique)
        return true
    }

    package mutating func free(_ unique: Unique) {
        taken[unique] = nil
        scope?.uniques.insert(unique)
    }

    /// Every value that is taken here.
    package var takings: some Collection<Unique> { taken.keys }

    /// Forgets who used what: it is asked again when it is needed again.
    package mutating func forgetTaken() { taken = [:] }
}
