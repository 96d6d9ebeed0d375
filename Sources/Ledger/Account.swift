package import Kernel

/// The three books: 指标账 steers everything; 财务会计 and 预算会计 are booked by rule from the same event.
package enum Book: String, Sendable, Codable, CaseIterable {
    case control = "I"
    case financial = "F"
    case budget = "B"
}

package enum Side: String, Sendable, Codable {
    case debit, credit

    package var opposite: Side { self == .debit ? .credit : .debit }
}

/// The chart of accounts of the control book (design §7). Resources are debits and every status is a credit, so that each
/// fen granted stands in exactly one status.
package enum Account: String, Sendable, Codable, CaseIterable {
    case granted = "I1001"
    case supplement = "I1002"
    case broughtForward = "I1003"
    case transfers = "I1004"
    case recalled = "I1009"
    case unallotted = "I2001"
    case available = "I2101"
    case preEncumbered = "I2201"
    case encumbered = "I2301"
    case payable = "I2401"
    case retention = "I2402"
    case paid = "I2501"
    case carriedForward = "I2601"

    package var book: Book {
        switch self {
        case .granted, .supplement, .broughtForward, .transfers, .recalled, .unallotted, .available, .preEncumbered,
             .encumbered, .payable, .retention, .paid, .carriedForward: .control
        }
    }

    /// The side on which the account's balance stands. 收回 is a contra account of the resources, hence a credit.
    package var normal: Side {
        switch self {
        case .granted, .supplement, .broughtForward, .transfers: .debit
        case .recalled, .unallotted, .available, .preEncumbered, .encumbered, .payable, .retention, .paid,
             .carriedForward: .credit
        }
    }

    /// What a fen that stands in this status may still become; nothing here may ever be negative (design §7, limits).
    package static let limited: [Account] = [.available, .preEncumbered, .encumbered, .payable, .retention]

    /// Statuses that a job holds money in; not negative for any job either.
    package static let heldByJob: [Account] = [.preEncumbered, .encumbered, .payable, .retention]

    package static let resources: [Account] = [.granted, .supplement, .broughtForward, .transfers]
    package static let statuses: [Account] = [
        .unallotted, .available, .preEncumbered, .encumbered, .payable, .retention, .paid, .carriedForward,
    ]

    package var title: Phrase {
        switch self {
        case .granted: Phrase("年初下达", "granted")
        case .supplement: Phrase("追加", "supplement")
        case .broughtForward: Phrase("上年结转转入", "brought forward")
        case .transfers: Phrase("调剂", "transfers")
        case .recalled: Phrase("收回", "recalled")
        case .unallotted: Phrase("待分配", "unallotted")
        case .available: Phrase("可用", "available")
        case .preEncumbered: Phrase("预占", "pre-encumbered")
        case .encumbered: Phrase("占用", "encumbered")
        case .payable: Phrase("已结算待支付", "payable")
        case .retention: Phrase("质保金待支付", "retention")
        case .paid: Phrase("已支付", "paid")
        case .carriedForward: Phrase("结转下年", "carried forward")
        }
    }
}
