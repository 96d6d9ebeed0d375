package import Kernel

/// One line of a voucher: an amount on one side of one account of one appropriation. A negative amount is a
/// red entry (红字): a correction on the same side, so that turnover is not inflated.
package struct Line: Hashable, Sendable, Codable {
    package let account: Account
    package let side: Side
    package let amount: SignedFen
    package let appropriation: Code
    package let job: Code?
    package let contractor: Code?

    package init(
        _ side: Side, _ account: Account, _ amount: Fen, _ appropriation: Code, job: Code? = nil, contractor: Code? = nil
    ) {
        self.account = account
        self.side = side
        self.amount = SignedFen(amount)
        self.appropriation = appropriation
        self.job = job
        self.contractor = contractor
    }

    package var book: Book { account.book }

    /// What the line adds to its account's balance, counted on the account's normal side.
    package var effect: Fen { side == account.normal ? amount.fen : -amount.fen }

    /// The same line in red.
    package var red: Line {
        Line(side, account, -amount.fen, appropriation, job: job, contractor: contractor)
    }
}

/// A voucher (记账凭证): the lines that one event books on one day, numbered without gaps per street and year.
package struct Voucher: Hashable, Sendable, Codable {
    /// `2026-000012`, in the year of its day.
    package let number: Code
    package let day: Day
    /// The voucher that this one takes back in red, if it does.
    package let reverses: Code?
    package let lines: [Line]
    /// nil for an ordinary one, as every voucher of before there were phases.
    private let phase: Phase?
    /// Of a year's close: which of its steps; nil for every other voucher.
    package let step: ClosingStep?

    package init(
        number: Code, day: Day, reverses: Code?, lines: [Line], phase: Phase = .ordinary, step: ClosingStep? = nil
    ) {
        self.step = step
        self.number = number
        self.day = day
        self.reverses = reverses
        self.lines = lines
        self.phase = phase == .ordinary ? nil : phase
    }

    package var inPhase: Phase { phase ?? .ordinary }
}

extension Voucher: Stored {
    package func write(to text: inout JSONText) {
        text.open()
        text.put("number", number)
        text.put("day", day)
        text.put("reverses", reverses)
        text.put("lines", lines)
        text.put("phase", phase)
        text.put("step", step)
        text.close()
    }

    package init(scan: inout JSONScan) throws(JSONScan.Foreign) {
        try scan.open()
        number = try scan.take("number")
        day = try scan.take("day")
        reverses = try scan.find("reverses")
        lines = try scan.take("lines")
        phase = try scan.find("phase")
        step = try scan.find("step")
        try scan.close()
    }
}

extension [Line] {
    /// Whether debits equal credits for each book and each appropriation (design §7).
    package var areBalanced: Bool {
        var difference: [Book: [Code: Int128]] = [:]
        for line in self {
            let amount = Int128(line.amount.fen.value)
            difference[line.book, default: [:]][line.appropriation, default: 0] += line.side == .debit ? amount : -amount
        }
        return difference.values.allSatisfy { $0.values.allSatisfy { $0 == 0 } }
    }
}
