import Jobs
package import Journal
package import Kernel
package import Ledger

/// The vouchers of a journal in the order of booking, each with the ones it is linked to.
package struct VoucherBook: Sendable {
    package struct Entry: Sendable {
        package let seq: Int
        package let by: Code
        /// The name of the command: `job.settle`.
        let does: String
        /// What was booked.
        let event: Event
        package let voucher: Voucher
        /// Whether the record has another voucher, on another day.
        let isPart: Bool
        /// The voucher that takes this one back.
        package fileprivate(set) var reversedBy: Code?
        /// Of a settlement: the one of the revision before, which was reversed.
        package fileprivate(set) var replaces: Code?
        package fileprivate(set) var replacedBy: Code?
    }

    package private(set) var entries: [Entry] = []
    private let until: Day
    private var places: [Code: Int] = [:]
    private var numbers: [String: Int] = [:]
    /// A job's settlement that was reversed and is not replaced yet.
    private var reversed: [Code: Code] = [:]

    /// A voucher by its number.
    package subscript(number: String) -> Entry? { numbers[number].map { entries[$0] } }

    /// What a record said, of a correction what it put in the place of the wrong entry; nil where nothing
    /// stands there.
    func said(_ seq: Int) -> Event? {
        guard let event = entries.first(where: { $0.seq == seq })?.event else { return nil }
        if case .fundsCorrected(_, let right) = event { return right }
        return event
    }

    /// Vouchers of later days are left out, and so is what they say about earlier ones.
    package init(until: Day) { self.until = until }

    /// Takes in the next record that has vouchers.
    package mutating func take(_ record: Record) {
        for entry in Self.entries(of: record, until: until) {
            let voucher = entry.voucher
            places[voucher.number] = entries.count
            numbers[voucher.number.text] = entries.count
            entries.append(entry)
            if let place = voucher.reverses.flatMap({ places[$0] }) { entries[place].reversedBy = voucher.number }
            link(entry.event, voucher.number)
        }
    }

    /// What a record booked until a day, not linked to anything.
    package static func entries(of record: Record, until day: Day) -> [Entry] {
        guard let event = record.events.first else { return [] }
        return record.vouchers.filter { $0.day <= day }.map { voucher in
            Entry(
                seq: record.seq, by: record.by, does: record.does, event: event, voucher: voucher,
                isPart: record.vouchers.count > 1)
        }
    }

    /// An entry with what this book knows it to be linked to.
    package func linked(_ entry: Entry) -> Entry {
        guard let own = self[entry.voucher.number.text] else { return entry }
        var entry = entry
        (entry.reversedBy, entry.replaces, entry.replacedBy) = (own.reversedBy, own.replaces, own.replacedBy)
        return entry
    }

    /// A reversed settlement and the one that follows it in the next revision name each other.
    private mutating func link(_ event: Event, _ number: Code) {
        guard case .job(let job, let step) = event else { return }
        if case .reversed(_, _, _, let settlement) = step { reversed[job] = settlement }
        guard case .settled = step, let earlier = reversed.removeValue(forKey: job), let place = places[earlier],
              let own = places[number] else { return }
        entries[own].replaces = earlier
        entries[place].replacedBy = number
    }
}

extension Event {
    /// What happened, in a word or two.
    package var title: Phrase {
        switch self {
        case .streetOpened: Phrase("开设街道", "open a street")
        case .streetJoined: Phrase("划归上级", "join a district")
        case .userAdded: Phrase("添加用户", "add a user")
        case .userDisabled: Phrase("停用用户", "disable a user")
        case .policyAdopted: Phrase("启用制度", "adopt a policy")
        case .contractorAdded: Phrase("登记施工单位", "add a contractor")
        case .contractorUpdated: Phrase("变更施工单位", "update a contractor")
        case .agreed: Phrase("签订单价协议", "agree rates")
        case .estateAdded: Phrase("登记小区", "add an estate")
        case .appropriated: Phrase("下达指标", "appropriate")
        case .fundsTransferred: Phrase("调剂", "transfer")
        case .fundsRecalled: Phrase("收回", "recall")
        case .fundsReceived: Phrase("到账", "receive")
        case .fundsReturned: Phrase("缴回", "give back")
        case .fundsCorrected: Phrase("更正", "correct")
        case .bankEntered(let form): form.kind.title
        case .statementImported: Phrase("导入对账单", "import a statement")
        case .statementVoided: Phrase("作废导入", "void an import")
        case .matched: Phrase("勾对", "match")
        case .unmatched: Phrase("撤销勾对", "undo a match")
        case .yearClosed: Phrase("年终结账", "close a year")
        case .yearAssessed: Phrase("绩效自评", "assess a year")
        case .accessSealed: Phrase("封存访问记录", "seal the access log")
        case .job(_, let event): event.verb.title
        }
    }
}
