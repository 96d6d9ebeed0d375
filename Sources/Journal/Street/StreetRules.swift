import Jobs
import Kernel

extension Rules {
    /// Not a street's code: reports over all streets are asked for by it.
    package static let everyStreet = "ALL"

    /// Whoever opens a street is its first admin. Throws `org.exists`, `input.value`.
    static func open(_ form: OpenStreetForm, _ command: Command, _ state: State) throws(Refusal) -> Ruling {
        if state.street != nil { throw Refusal(.orgExists, ["org": form.code.text]) }
        guard form.code == command.org else {
            throw Refusal(.inputValue, ["field": "with.code", "value": form.code.text, "expected": command.org.text])
        }
        guard Day.years.contains(form.year) else {
            throw Refusal(.inputValue, ["field": "with.year", "value": String(form.year), "expected": "1900–2999"])
        }
        if form.code.text == everyStreet {
            throw Refusal(.inputValue, ["field": "with.code", "value": everyStreet, "expected": "another code · 其他代码"])
        }
        if form.parent == form.code { throw own(parent: form.code) }
        return Ruling(role: .admin, event: .streetOpened(form: form))
    }

    /// A street says which district it reports to; the last word counts. Throws `role.required`,
    /// `input.value`.
    static func join(_ form: JoinForm, _ user: User, _ street: Street) throws(Refusal) -> Ruling {
        let role = try demand(.join, of: user)
        if form.parent == street.code { throw own(parent: street.code) }
        return Ruling(role: role, event: .streetJoined(form: form))
    }

    private static func own(parent: Code) -> Refusal {
        Refusal(.inputValue, ["field": "with.parent", "value": parent.text, "expected": "another code · 其他代码"])
    }

    /// A known name gets the new roles and is enabled; the last active admin may not lose the role. Throws
    /// `role.required`, `input.empty`, `user.lastAdmin`, `user.contractor`, `contractor.unknown`.
    static func addUser(_ form: AddUserForm, _ user: User, _ state: State) throws(Refusal) -> Ruling {
        let role = try demand(.addUser, of: user)
        if form.roles.isEmpty { throw Refusal(.inputEmpty, ["field": "with.roles"]) }
        if !form.roles.contains(.admin) { try keepAdmin(besides: form.user, state) }
        if let firm = form.contractor {
            guard form.roles.contains(.crew) else {
                let roles = form.roles.map(\.rawValue).joined(separator: ", ")
                throw Refusal(.userContractor).adding("roles", roles, form.roles.titles)
            }
            _ = try state.register.contractor(firm)
        }
        let added = User(user: form.user, name: form.name, roles: form.roles, contractor: form.contractor)
        return Ruling(role: role, event: .userAdded(user: added))
    }

    /// Throws `role.required`, `user.unknown`, `user.disabled`, `user.lastAdmin`.
    static func disableUser(_ form: DisableUserForm, _ user: User, _ state: State) throws(Refusal) -> Ruling {
        let role = try demand(.disableUser, of: user)
        guard let target = state.register.user(form.user) else {
            throw Refusal(.userUnknown, ["user": form.user.text])
        }
        if !target.active { throw Refusal(.userDisabled, ["user": form.user.text]) }
        try keepAdmin(besides: form.user, state)
        return Ruling(role: role, event: .userDisabled(user: form.user))
    }

    private static func keepAdmin(besides code: Code, _ state: State) throws(Refusal) {
        guard state.register.user(code)?.has(.admin) == true else { return }
        let others = state.register.everyone.contains { $0.user != code && $0.has(.admin) }
        if !others { throw Refusal(.userLastAdmin, ["user": code.text]) }
    }

    /// The leader adopts a policy; the first one may come from the admin who opened the street. It is not
    /// in force in a year that is shut. Throws `role.required`, `time.sealed`, `policy.invalid`,
    /// `policy.inUse`.
    static func adopt(
        _ form: AdoptPolicyForm, _ user: User, _ state: State, _ street: Street, _ at: Instant
    ) throws(Refusal) -> Ruling {
        let first = state.policies.isEmpty && user.user == street.openedBy && user.has(.admin)
        let role = try first
            ? .admin : demand(.adoptPolicy, of: user)
        try state.demandOpen(form.effective)
        try form.policy.check()
        try PolicyUse.check(form.policy, state, at)
        return Ruling(role: role, event: .policyAdopted(effective: form.effective, policy: form.policy))
    }

    /// Throws `role.required`, `code.taken`, `creditCode.taken`.
    static func add(_ contractor: Contractor, _ user: User, _ state: State) throws(Refusal) -> Ruling {
        let role = try demand(.addContractor, of: user)
        if state.register.knownContractor(contractor.code) != nil {
            throw Refusal(.codeTaken, ["code": contractor.code.text])
        }
        if let owner = state.register.owner(of: .creditCode(contractor.creditCode)) {
            throw Refusal(.creditCodeTaken, ["creditCode": contractor.creditCode.text, "contractor": owner.text])
        }
        return Ruling(role: role, event: .contractorAdded(contractor: contractor))
    }

    /// Whoever may change an account is not who pays. Throws `role.required`, `contractor.unknown`,
    /// `contractor.same`.
    static func update(_ form: UpdateContractorForm, _ user: User, _ state: State) throws(Refusal) -> Ruling {
        let role = try demand(.updateContractor, of: user)
        let known = try state.register.contractor(form.code)
        let updated = Contractor(
            code: known.code, name: form.name ?? known.name, creditCode: known.creditCode, bank: form.bank ?? known.bank)
        if updated == known { throw Refusal(.contractorSame, ["contractor": known.code.text]) }
        return Ruling(role: role, event: .contractorUpdated(contractor: updated))
    }

    /// Throws `role.required`, and what ``AgreementRules`` refuses.
    static func agree(_ form: RateAgreement, _ user: User, _ state: State) throws(Refusal) -> Ruling {
        let role = try demand(.agree, of: user)
        try AgreementRules.check(form, in: state.register)
        return Ruling(role: role, event: .agreed(agreement: form))
    }

    /// Throws `role.required`, `code.taken`.
    static func add(_ estate: Estate, _ user: User, _ state: State) throws(Refusal) -> Ruling {
        let role = try demand(.addEstate, of: user)
        if state.register.knownEstate(estate.code) != nil { throw Refusal(.codeTaken, ["code": estate.code.text]) }
        return Ruling(role: role, event: .estateAdded(estate: estate))
    }

    /// The first of the command's roles that the user has. Throws `role.required`.
    static func demand(_ command: StreetCommand, of user: User) throws(Refusal) -> Role {
        guard let role = command.roles.first(where: user.has) else {
            throw Refusal.roleRequired(command.roles, does: command.rawValue, command.title)
        }
        return role
    }
}
