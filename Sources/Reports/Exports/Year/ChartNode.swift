import Kernel
import Ledger

/// An account of the chart, or the one of the first level above some of them.
struct ChartNode: Sendable {
    let book: Book
    let number: String
    let name: String
    let fullName: String
    let level: Int
    let parent: String?
    let isLeaf: Bool
    /// 科目类型.
    let kind: String
    /// 余额方向.
    let side: String
    let isCash: Bool

    fileprivate init(_ account: ExportAccount) {
        book = account.account.book
        (number, name, fullName) = (account.number, account.name, account.fullName)
        (level, parent, isLeaf) = (account.level, account.parent, true)
        (kind, side, isCash) = (account.kind, account.side, account.isCash)
    }

    fileprivate init(above account: ExportAccount, number: String) {
        book = account.account.book
        (self.number, name, fullName) = (number, account.parentName, account.parentName)
        (level, parent, isLeaf) = (1, nil, false)
        (kind, side, isCash) = (account.kind, account.side, false)
    }
}

extension ExportAccount {
    /// The whole chart, by book (financial, budget, control) and number.
    static let tree: [ChartNode] = {
        var nodes: [String: ChartNode] = [:]
        for account in Account.allCases {
            let own = ExportAccount(account)
            nodes[own.key(own.number)] = ChartNode(own)
            if let parent = own.parent, nodes[own.key(parent)] == nil {
                nodes[own.key(parent)] = ChartNode(above: own, number: parent)
            }
        }
        return nodes.sorted { $0.key < $1.key }.map(\.value)
    }()

    private func key(_ number: String) -> String {
        let place = switch account.book {
        case .financial: "0"
        case .budget: "1"
        case .control: "2"
        }
        return place + number
    }
}

/// 结算方式, of a payment.
enum SettlementMethod: String, CaseIterable, Sendable {
    case treasury = "国库集中支付"
    case bank = "银行转账"

    var title: String { rawValue }

    var code: String {
        switch self {
        case .treasury: "1"
        case .bank: "2"
        }
    }
}
