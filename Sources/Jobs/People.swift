package import Kernel

/// What a user may be in a street (design §5). One user may hold several roles.
package enum Role: String, Sendable, Codable, CaseIterable {
    case admin, leader, head, committee, officer, finance, cashier, dispatcher, grid, crew, inspector, resident
    /// Who reads everything and changes nothing; whose streets roll up; the server itself (web.md 2.1 C3).
    case auditor, district, machine

    package var title: Phrase {
        switch self {
        case .admin: Phrase("管理员", "administrator")
        case .leader: Phrase("分管领导", "leader")
        case .head: Phrase("科室负责人", "head of section")
        case .committee: Phrase("党工委", "committee")
        case .officer: Phrase("城管专员", "officer")
        case .finance: Phrase("财务审核", "finance")
        case .cashier: Phrase("出纳", "cashier")
        case .dispatcher: Phrase("调度员", "dispatcher")
        case .grid: Phrase("网格员", "grid officer")
        case .crew: Phrase("施工班组", "crew")
        case .inspector: Phrase("验收员", "inspector")
        case .resident: Phrase("居民", "resident")
        case .auditor: Phrase("审计员", "auditor")
        case .district: Phrase("区级主管", "district")
        case .machine: Phrase("系统", "machine")
        }
    }

    /// The ladder of approval: a tier may be signed by its role or a higher one (design §12). 0 stands
    /// outside it.
    package var rank: Int {
        switch self {
        case .head: 1
        case .leader: 2
        case .committee: 3
        case .admin, .officer, .finance, .cashier, .dispatcher, .grid, .crew, .inspector, .resident,
             .auditor, .district, .machine: 0
        }
    }
}

/// A user of the street. A disabled one keeps the name and may be enabled again by `user.add`.
package struct User: Hashable, Sendable, Codable {
    package let user: Code
    package var name: Label
    /// Without repetition, in the order of ``Role``.
    package var roles: [Role]
    package var active: Bool
    /// The firm of a crew, whose jobs it sees (web.md 2.1 C4).
    package var contractor: Code?

    package init(user: Code, name: Label, roles: [Role], active: Bool = true, contractor: Code? = nil) {
        self.user = user
        self.name = name
        self.roles = Role.allCases.filter(roles.contains)
        self.active = active
        self.contractor = contractor
    }

    package func has(_ role: Role) -> Bool { active && roles.contains(role) }
}

extension [Role] {
    /// `验收员、调度员`.
    package var titles: Phrase {
        Phrase(map(\.title.zh).joined(separator: "、"), map(\.title.en).joined(separator: ", "))
    }
}
