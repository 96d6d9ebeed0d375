package import Kernel

/// The close of a year over a ledger: what becomes of each appropriation on 31 December, and the lines that
/// say so. It looks at what stands at the end of that day, and at no later day but to see that nothing is
/// taken back twice.
package struct YearEnd: Sendable {
    /// One appropriation at the year's end.
    package struct Fund: Sendable {
        package let appropriation: Appropriation
        /// What stood at the end of 31 December, before anything of the close.
        package let standing: Standing
        package let lapses: Bool
        /// 年末收回: of what is available.
        package let recalled: Fen
        /// Of what is recalled what stands as accrued quota.
        package let quota: Fen
        /// 确认的财政应返还额度.
        package let accrued: Fen
        /// Of a lapsed appropriation the money in the bank that no obligation needs: blocked, and to be given
        /// back.
        package let toReturn: Fen
    }

    /// The lines of one step, by book, and within a book by appropriation.
    package struct Voucher: Sendable {
        package let step: ClosingStep
        package let lines: [Line]
    }

    package let year: Int
    /// In the order in which they were opened.
    package let funds: [Fund]
    package let vouchers: [Voucher]
    /// What stands when the year ends: with the adjusting entries, before and after the closing ones.
    package let before: [Code: Standing]
    package let after: [Code: Standing]

    /// `accrual`: whether the street confirms unused quota of that year. `lapses` says of which
    /// appropriations the year was the last.
    package init(of year: Int, on ledger: Ledger, accrual: Bool, lapses: (Appropriation) -> Bool) {
        self.year = year
        funds = ledger.appropriations.map {
            Fund($0, ends: ledger.ends(of: $0.code, from: Day.last(of: year)), accrual: accrual, lapses: lapses($0))
        }
        var standings = Dictionary(uniqueKeysWithValues: funds.map { ($0.appropriation.code, $0.standing) })
        var vouchers: [Voucher] = []
        var adjusted = standings
        for step in ClosingStep.allCases {
            var lines: [Line] = []
            for fund in funds {
                let code = fund.appropriation.code
                let own = fund.lines(of: step, on: standings[code] ?? Standing())
                if step != .opening { standings[code]?.add(own) }
                lines += own
            }
            if step == .accrual { adjusted = standings }
            let byBook = Book.allCases.flatMap { book in lines.filter { $0.book == book } }
            if !byBook.isEmpty { vouchers.append(Voucher(step: step, lines: byBook)) }
        }
        self.vouchers = vouchers
        before = adjusted
        after = standings
    }
}

extension YearEnd.Fund {
    /// `ends`: what stood at the end of 31 December, and at the end of each later day that was booked on.
    fileprivate init(
        _ appropriation: Appropriation, ends: [(day: Day, standing: Standing)], accrual: Bool, lapses: Bool
    ) {
        let standings = ends.map(\.standing)
        let least = { (amount: (Standing) -> Fen) in max(.zero, standings.map(amount).min() ?? .zero) }
        self.appropriation = appropriation
        self.lapses = lapses
        standing = standings.first ?? Standing()
        switch appropriation.channel {
        case .bank:
            // What has arrived is carried, blocked, until it is given back.
            recalled = lapses ? least { $0[.available] - $0.cashLeft } : .zero
            toReturn = lapses ? least(\.cashLeft) : .zero
            (quota, accrued) = (.zero, .zero)
        case .direct, .authorized:
            let recalled = lapses ? least { $0[.available] } : .zero
            let quota = min(recalled, least { $0[.returnableQuota] - $0.obligations })
            (self.recalled, self.quota, toReturn) = (recalled, quota, .zero)
            accrued = accrual && appropriation.kind == .fiscal
                ? least { $0.open - recalled - ($0[.returnableQuota] - quota) } : .zero
        }
    }

    /// What goes over into the next year, by status.
    package var carried: [(Account, Fen)] {
        Account.limited.map { ($0, standing[$0] - ($0 == .available ? recalled : .zero)) }
    }
}

extension Standing {
    /// What jobs hold: it outlives the quota that it was promised from.
    package var obligations: Fen { Account.heldByJob.reduce(.zero) { $0 + self[$1] } }

    /// Everything that still stands open.
    package var open: Fen { Account.openStatuses.reduce(.zero) { $0 + self[$1] } }

    /// Of what is available the part that lies in the bank and that no obligation needs.
    package var cashLeft: Fen { min(self[.available], max(.zero, self[.bankDeposit] - obligations)) }

    /// Adds lines whose sums were found to fit before.
    fileprivate mutating func add(_ lines: [Line]) {
        for line in lines { self[line.account] += line.effect }
    }
}
