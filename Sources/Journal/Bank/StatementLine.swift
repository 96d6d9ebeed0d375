package import Kernel

/// A line of a bank's or the treasury's statement, as it was read.
package struct StatementLine: Hashable, Sendable, Codable {
    /// `in`: the balance grows; `out`: it falls. A red line (a negative amount in the bank's own column) is the
    /// opposite direction with a positive amount.
    package enum Direction: String, Sendable, Codable, CaseIterable { case `in`, out }

    package let day: Day
    /// `09:12:30`, where the statement says so.
    package let time: Code?
    package let direction: Direction
    /// In fen, positive.
    package let amount: Fen
    /// The balance after the line; may be overdrawn.
    package private(set) var balance: SignedFen?
    /// The counterparty.
    package let name: Label?
    package let account: Label?
    package let bank: Label?
    package let summary: Label?
    package let purpose: Prose?
    /// The bank's own number of the line, unique within the account; nil where the format has none.
    package let serial: Label?
    /// What the payer told the bank: a voucher's or an order's number.
    package let reference: Label?
    /// Which one of several equal lines of a day it is, where the bank numbers none; 1 when left out.
    package private(set) var nth: Int?
    /// Where it stood in the file, from 1. No part of what the line says.
    package private(set) var row: Int?

    package init(
        day: Day, time: Code? = nil, direction: Direction, amount: Fen, balance: SignedFen? = nil, name: Label? = nil,
        account: Label? = nil, bank: Label? = nil, summary: Label? = nil, purpose: Prose? = nil, serial: Label? = nil,
        reference: Label? = nil, nth: Int? = nil, row: Int? = nil
    ) {
        self.day = day
        self.time = time
        self.direction = direction
        self.amount = amount
        self.balance = balance
        self.name = name
        self.account = account
        self.bank = bank
        self.summary = summary
        self.purpose = purpose
        self.serial = serial
        self.reference = reference
        self.nth = nth
        self.row = row
    }
}

extension StatementLine {
    /// What the line adds to the account's balance, in fen.
    package var effect: Fen { direction == .in ? amount : -amount }

    /// What tells the line from every other of its account (docs/SPEC-bank.md): the bank's own number, or else all
    /// that is printed and cannot change, and its place among the equal ones of the day.
    package var key: String {
        if let serial { return "#" + serial.text }
        return equality + "|" + String(nth ?? 1)
    }

    /// The key of a line without a number, up to its place among the equal ones.
    package var equality: String {
        [day.text, direction.rawValue, amount.yuan, account?.text ?? "", summary?.text ?? "", balance?.fen.yuan ?? ""]
            .joined(separator: "|")
    }

    /// The same line as if it had stood elsewhere in a file.
    package func at(row: Int?, nth: Int?) -> StatementLine {
        var copy = self
        (copy.row, copy.nth) = (row, nth)
        return copy
    }

    /// The same line with the balance after it: camt.053 states one for the statement, not for every line.
    package func ending(with balance: Fen?) -> StatementLine {
        var copy = self
        copy.balance = balance.map(SignedFen.init)
        return copy
    }

    /// The first field in which two lines of one key differ, or nil when they say the same. Their rows do not count, nor a
    /// balance that only one of them states.
    package func difference(from other: StatementLine) -> String? {
        let stated = balance != nil && other.balance != nil
        let sides = [self, other].map { line in
            JSON((stated ? line : line.ending(with: nil)).at(row: nil, nth: nil))
        }
        return Command.difference(sides[0], sides[1])
    }
}

extension [StatementLine] {
    /// The lines in order, each equal line of a day without the bank's own number counted.
    package var numbered: [StatementLine] {
        var counts: [String: Int] = [:]
        return map { line in
            guard line.serial == nil else { return line.at(row: line.row, nth: nil) }
            counts[line.equality, default: 0] += 1
            let nth = counts[line.equality] ?? 1
            return line.at(row: line.row, nth: nth == 1 ? nil : nth)
        }
    }
}
