package import Jobs
package import Kernel

/// Who may read what: role × class of data, one table (web.md 3.5), asked by pages, reports, search and
/// exports alike. It is asked where data is loaded, never where it is shown.
package struct Rights: Sendable, Equatable {
    private let extents: [DataClass: Extent]
    /// The firm whose jobs a crew sees.
    package let firm: Code?

    /// Whoever holds the database file in hand reads all of it.
    package static let owner = Rights(extents: Dictionary(uniqueKeysWithValues: DataClass.allCases.map { ($0, .all) }), firm: nil)

    private init(extents: [DataClass: Extent], firm: Code?) {
        self.extents = extents
        self.firm = firm
    }

    /// Those of all roles of a user together.
    package init(_ user: User) {
        let rows = user.roles.map(Self.row)
        extents = rows.reduce(into: [:]) { all, row in all.merge(row) { max($0, $1) } }
        firm = user.contractor
    }

    package subscript(data: DataClass) -> Extent { extents[data] ?? .nothing }

    /// Throws `right.required` for the first class of which too little may be read.
    package func demand(_ needs: [DataClass: Extent], does: String) throws(Refusal) {
        for data in DataClass.allCases {
            guard let need = needs[data], !covers(data, need) else { continue }
            let roles = Self.roles(reading: data, need)
            throw Refusal(.rightRequired, ["do": does]).adding("what", data.rawValue, data.title)
                .adding("roles", roles.map(\.rawValue).joined(separator: ", "), roles.titles)
        }
    }

    /// Whether ``demand(_:does:)`` lets it pass.
    package func cover(_ needs: [DataClass: Extent]) -> Bool { needs.allSatisfy(covers) }

    private func covers(_ data: DataClass, _ need: Extent) -> Bool { self[data] >= need }

    /// Whether a job may be seen at all: a crew sees its own firm's, from dispatch until 30 days after the
    /// end.
    package func sees(_ job: Job, on day: Day) -> Bool {
        switch self[.jobs] {
        case .nothing, .sums: return false
        case .own:
            guard let firm, job.contractor == firm else { return false }
            return job.closedAt.map { day <= $0.day + Self.afterEnd } ?? true
        case .masked, .part, .all: return true
        }
    }

    /// Whether the amounts of a job may be seen: all of them, or those of one's own firm.
    package func seesAmounts(of job: Job) -> Bool {
        self[.amounts] == .all || self[.amounts] == .own && firm != nil && job.contractor == firm
    }

    private static let afterEnd = 30

    /// Those who may read so much of a class, in the order of the roles.
    package static func roles(reading data: DataClass, _ need: Extent) -> [Role] {
        Role.allCases.filter { (row($0)[data] ?? .nothing) >= need }
    }

    private static func row(_ role: Role) -> [DataClass: Extent] {
        switch role {
        case .dispatcher: [.jobs: .all, .callers: .all, .amounts: .all, .exports: .part]
        case .grid: [.jobs: .all, .callers: .all]
        case .officer:
            [.jobs: .all, .callers: .all, .amounts: .all, .funds: .part, .books: .part, .exports: .part]
        case .crew: [.jobs: .own, .callers: .own, .amounts: .own, .accounts: .own]
        case .inspector: [.jobs: .all]
        case .head:
            [
                .jobs: .all, .callers: .all, .amounts: .all, .funds: .all, .finance: .all, .books: .all, .records: .all,
                .exports: .part,
            ]
        case .leader, .committee:
            [
                .jobs: .all, .callers: .all, .amounts: .all, .funds: .all, .finance: .all, .books: .all, .records: .all,
                .access: .all, .people: .all, .exports: .part,
            ]
        case .finance:
            [
                .jobs: .all, .amounts: .all, .accounts: .all, .funds: .all, .finance: .all, .books: .all, .records: .all,
                .exports: .part,
            ]
        case .cashier:
            [.jobs: .all, .amounts: .all, .accounts: .all, .funds: .all, .finance: .all, .books: .part, .exports: .part]
        case .auditor:
            [
                .jobs: .all, .callers: .masked, .amounts: .all, .accounts: .masked, .funds: .all, .finance: .all,
                .books: .all, .records: .all, .access: .all, .people: .all, .exports: .all,
            ]
        case .admin: [.records: .part, .people: .all]
        case .district:
            [.jobs: .sums, .amounts: .sums, .funds: .sums, .books: .sums, .records: .sums, .exports: .sums]
        case .resident, .machine: [:]
        }
    }
}
