import Desk
import Journal
import Kernel

/// The way about: what stands in the left column and in the phone's bar, for those who may read it.
enum Navigation {
    enum Place: String, Sendable, CaseIterable {
        case desk, jobs, funds, finance, reports, audit, registers, admin, me

        var title: Phrase {
            switch self {
            case .desk: Phrase("工作台", "Desk")
            case .jobs: Phrase("工单", "Jobs")
            case .funds: Phrase("资金", "Funds")
            case .finance: Phrase("财务", "Finance")
            case .reports: Phrase("报表", "Reports")
            case .audit: Phrase("审计", "Audit")
            case .registers: Phrase("名录", "Registers")
            case .admin: Phrase("管理", "Admin")
            case .me: Phrase("我的", "Me")
            }
        }

        var path: String {
            switch self {
            case .desk, .jobs, .funds, .finance, .reports, .audit, .me: "/" + rawValue
            case .registers: "/contractors"
            case .admin: "/admin/users"
            }
        }

        func isFor(_ rights: Rights) -> Bool {
            switch self {
            case .desk, .registers, .me: true
            case .jobs: rights[.jobs] >= .own
            case .funds: rights[.funds] >= .part
            case .finance: rights[.finance] >= .all
            case .reports: ReportsPage.entries(for: rights).isEmpty == false
            case .audit: rights[.records] >= .part
            case .admin: rights[.people] >= .all
            }
        }
    }

    /// The left column of a desktop: at most nine.
    static func places(_ rights: Rights) -> [Place] { Place.allCases.filter { $0 != .me && $0.isFor(rights) } }

    /// The bar of a phone: four of equal width.
    static func bar(_ rights: Rights) -> [Place] {
        let first = [Place.desk, .jobs, .funds, .finance, .reports, .audit, .admin, .registers].filter { $0.isFor(rights) }
        return Array(first.prefix(3)) + [.me]
    }
}
