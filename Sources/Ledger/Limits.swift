package import Kernel

/// The limits of design §7: no limited status of an appropriation is ever negative, and money in the bank
/// is one appropriation's. The limit counts what is held, so the hold is refused, never the later payment.
extension Ledger {
    /// Lines that are to be booked on a day.
    package struct Booking: Sendable {
        package let day: Day
        package let lines: [Line]

        package init(day: Day, lines: [Line]) {
            self.day = day
            self.lines = lines
        }

        /// Those that the limits look at: what closes a year and opens the next empties the statuses and
        /// fills them again, and takes nothing from anybody.
        package static func limited(_ day: Day, _ lines: [Line], in phase: Phase) -> Booking? {
            switch phase {
            case .ordinary, .adjusting: Booking(day: day, lines: lines)
            case .opening, .closing: nil
            }
        }
    }

    /// Version 3 of the rules: the limits hold at the end of every day, not only in the order of records.
    /// Refuses what would leave any day short, naming the first: `funds.insufficient`, `pay.bank`,
    /// `receive.exceeds`.
    package func check(_ bookings: [Booking]) throws(Refusal) {
        guard let first = bookings.map(\.day).min() else { return }
        for code in Set(bookings.flatMap(\.lines).map(\.appropriation)).sorted(by: { $0.text < $1.text }) {
            let own = bookings.map { booking in
                (booking.day, booking.lines.filter { $0.appropriation == code })
            }
            let later = ends(of: code, from: first)
            let days = Set(later.map(\.day) + own.map(\.0)).sorted()
            for day in days {
                let before = later.last { $0.day <= day }?.standing ?? Standing()
                var after = before
                for line in own.filter({ $0.0 <= day }).flatMap(\.1) { try after.book(line) }
                try Self.check(code, before, after, on: day)
            }
        }
    }

    /// Versions 1 and 2: only what stands in the order of records.
    package func checkInOrder(_ lines: [Line]) throws(Refusal) {
        for code in Set(lines.map(\.appropriation)).sorted(by: { $0.text < $1.text }) {
            let before = standing(of: code)
            var after = before
            for line in lines where line.appropriation == code { try after.book(line) }
            try Self.check(code, before, after, on: nil)
        }
    }

    private static func check(
        _ code: Code, _ before: Standing, _ after: Standing, on day: Day?
    ) throws(Refusal) {
        // What was short already and becomes no shorter is not this command's doing.
        for account in Account.neverNegative where after[account].isNegative && after[account] < before[account] {
            throw dated(Refusal.insufficient(
                available: before[account], asked: before[account] - after[account], appropriation: code), day)
        }
        let (held, left) = (before[.bankDeposit], after[.bankDeposit])
        if left.isNegative && left < held {
            throw dated(Refusal(.payBank, [
                "appropriation": code.text, "available": held.yuan, "asked": (held - left).yuan,
            ]), day)
        }
        let over = { (standing: Standing) in standing.bankInUse - standing.unpaid }
        if over(after).isPositive && over(after) > over(before) {
            throw dated(Refusal(.receiveExceeds, [
                "appropriation": code.text, "bank": after.bankInUse.yuan, "unpaid": after.unpaid.yuan,
            ]), day)
        }
    }

    private static func dated(_ refusal: Refusal, _ day: Day?) -> Refusal {
        day.map { refusal.adding("day", $0.text) } ?? refusal
    }
}

extension Refusal {
    /// `funds.insufficient`: what is there, what was asked, and where it was looked for.
    package static func insufficient(available: Fen, asked: Fen, appropriation: Code) -> Refusal {
        insufficient(available: available, asked: asked, looked: [Funding.Look(appropriation, available: available)])
            .adding("appropriation", appropriation.text)
    }

    /// The same where several appropriations were looked at, each with what it has or why it was passed over.
    package static func insufficient(available: Fen, asked: Fen, looked: [Funding.Look]) -> Refusal {
        let none = Phrase("没有可用的指标", "there is no appropriation")
        let words = looked.isEmpty ? none : Phrase(
            looked.map(\.words.zh).joined(separator: "；"), looked.map(\.words.en).joined(separator: "; "))
        return Refusal(.fundsInsufficient, ["available": available.yuan, "asked": asked.yuan])
            .adding("looked", words.en, words)
    }
}
