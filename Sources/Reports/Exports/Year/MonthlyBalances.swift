package import Kernel
package import Ledger

/// What stood on every account at the beginning of a year and what each month turned over, in all and by
/// appropriation, source, job and contractor. Month 13 is the closing phase.
///
/// The control book opens at nothing each year; while the year before is open, what stood in its statuses
/// opens them, and their sum opens 上年结转 (books.md B1 §6).
package struct MonthlyBalances: Sendable {
    /// What a balance is told for.
    package enum Kind: UInt8, Sendable, CaseIterable {
        case total, appropriation, source, job, contractor

        package var title: String {
            switch self {
            case .total: ""
            case .appropriation: "指标"
            case .source: "资金来源"
            case .job: "工单"
            case .contractor: "施工单位"
            }
        }
    }

    package struct Key: Hashable, Sendable {
        package let account: Account
        package let kind: Kind
        fileprivate let place: Int32
    }

    private struct Slot: Hashable {
        let key: Key
        let month: UInt8
    }

    package struct Sums: Sendable {
        package fileprivate(set) var debit = Fen.zero
        package fileprivate(set) var credit = Fen.zero
        package fileprivate(set) var count = 0
    }

    /// Debits less credits: at the beginning of the year and of the month; turnover of the month and of the
    /// year so far.
    package struct Balance: Sendable {
        package fileprivate(set) var yearOpening = Fen.zero
        package fileprivate(set) var opening = Fen.zero
        package fileprivate(set) var month = Sums()
        package fileprivate(set) var year = Sums()
        package var closing: Fen { opening + month.debit - month.credit }
    }

    private let year: Int
    private var places: [Code: Int32] = [:]
    private var codes: [Code?] = [nil]
    private var openings: [Key: Fen] = [:]
    private var turnover: [Slot: Sums] = [:]

    init(year: Int) { self.year = year }

    package func code(of key: Key) -> Code? { codes[Int(key.place)] }

    /// 1 to 12, or 13 for what closes a year.
    package static func month(_ day: Day, _ phase: Phase) -> Int { phase == .closing ? 13 : day.month }

    mutating func take(_ line: Line, _ source: Code?, on day: Day, in phase: Phase) {
        if day.year > year { return }
        let of: [(Kind, Code?)] = [
            (.total, nil), (.appropriation, line.appropriation), (.source, source), (.job, line.job),
            (.contractor, line.contractor),
        ]
        for (kind, code) in of { take(line, kind, place(code), on: day, in: phase) }
    }

    private mutating func take(_ line: Line, _ kind: Kind, _ place: Int32, on day: Day, in phase: Phase) {
        let key = Key(account: line.account, kind: kind, place: place)
        let change = line.side == .debit ? line.amount.fen : -line.amount.fen
        if day.year < year {
            guard line.book == .control else { return openings[key, default: .zero] += change }
            guard Account.openStatuses.contains(line.account) else { return }
            openings[key, default: .zero] += change
            openings[Key(account: .broughtForward, kind: kind, place: place), default: .zero] -= change
            return
        }
        let slot = Slot(key: key, month: UInt8(Self.month(day, phase)))
        switch line.side {
        case .debit: turnover[slot, default: Sums()].debit += line.amount.fen
        case .credit: turnover[slot, default: Sums()].credit += line.amount.fen
        }
        turnover[slot, default: Sums()].count += 1
    }

    private mutating func place(_ code: Code?) -> Int32 {
        guard let code else { return 0 }
        if let known = places[code] { return known }
        let place = Int32(codes.count)
        codes.append(code)
        places[code] = place
        return place
    }

    /// The balances of every month in which an account had any, in the order of months, numbers, kinds and
    /// codes. A total is told in each month from its first one on.
    package func each(
        _ kinds: Set<Kind>, _ take: (Int, Key, Balance) throws(Refusal) -> Void
    ) throws(Refusal) {
        var found = Set(openings.keys.lazy.filter { kinds.contains($0.kind) })
        for slot in turnover.keys where kinds.contains(slot.key.kind) { found.insert(slot.key) }
        let order = sorted(Array(found))
        found = []
        var balances = order.map { key in
            let opening = openings[key] ?? .zero
            return Balance(yearOpening: opening, opening: opening)
        }
        let isClosed = turnover.keys.contains { $0.month == 13 }
        for month in 1...(isClosed ? 13 : 12) {
            for (index, key) in order.enumerated() {
                var balance = balances[index]
                balance.month = turnover[Slot(key: key, month: UInt8(month))] ?? Sums()
                balance.year.debit += balance.month.debit
                balance.year.credit += balance.month.credit
                balance.year.count += balance.month.count
                let isTold = balance.opening != .zero || balance.month.count > 0
                    || (key.kind == .total && (balance.year.count > 0 || balance.yearOpening != .zero))
                if isTold { try take(month, key, balance) }
                balance.opening = balance.closing
                balances[index] = balance
            }
        }
    }

    private func sorted(_ keys: [Key]) -> [Key] {
        let numbers = Dictionary(uniqueKeysWithValues: Account.allCases.map { ($0, ExportAccount($0).number) })
        let systems: [Book: Int] = [.financial: 0, .budget: 1, .control: 2]
        return keys.sorted { one, other in
            let (a, b) = (numbers[one.account] ?? "", numbers[other.account] ?? "")
            if one.account != other.account {
                let (x, y) = (systems[one.account.book] ?? 0, systems[other.account.book] ?? 0)
                return x == y ? a < b : x < y
            }
            if one.kind != other.kind { return one.kind.rawValue < other.kind.rawValue }
            let (c, d) = (code(of: one)?.text ?? "", code(of: other)?.text ?? "")
            return c.utf8.lexicographicallyPrecedes(d.utf8)
        }
    }
}
