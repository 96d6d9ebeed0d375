package import Kernel

/// A line of a bank's or the treasury's statement, as it was read.
package struct StatementLine: Hashable, Sendable, Codable {
    /// `in`: the balance grows; `out`: it falls. A red line (a negative amount in the bank's own column) is
    /// the opposite direction with a positive amount.
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

    /// What tells the line from every other of its account (docs/SPEC-bank.md): the bank's own number, or
    /// else all that is printed and cannot change; and its place among those that are equal in it.
    package func key(of bank: Bank) -> String {
        let place = nth ?? 1
        return serial != nil && place == 1 ? equality(of: bank) : equality(of: bank) + "|" + String(place)
    }

    /// The value that the line's identity takes in a street, however the account is written.
    package func unique(in account: Label, _ bank: Bank) -> String { account.text.folded + "|" + key(of: bank) }

    /// The key of a line, up to its place among the equal ones. A number of ISO 20022 (`AcctSvcrRef`) is
    /// shared by a payment and its fee, a voucher of the treasury by its parts: of a day they are told
    /// apart by their order.
    package func equality(of bank: Bank) -> String {
        switch (bank, serial) {
        case (.camt, let serial?), (.treasury, let serial?): return "#" + serial.text + "|" + day.text
        case (.icbc, let serial?), (.ccb, let serial?), (.boc, let serial?): return "#" + serial.text
        case (.camt, nil): return ([printed] + [reference?.text ?? "", name?.text ?? ""]).joined(separator: "|")
        case (.icbc, nil), (.ccb, nil), (.boc, nil), (.treasury, nil): return printed
        }
    }

    private var printed: String {
        [day.text, direction.rawValue, amount.yuan, account?.text ?? "", summary?.text ?? "", balance?.fen.yuan ?? ""]
            .joined(separator: "|")
    }

    /// The same line as if it had stood elsewhere in a file.
    package func at(row: Int?, nth: Int?) -> StatementLine {
        var copy = self
        (copy.row, copy.nth) = (row, nth)
        return copy
    }

    /// The first field in which two lines of one key differ, or nil when they say the same. Their rows do
    /// not count, nor what only one of them states: one bank has exports of more and of fewer columns.
    package func difference(from other: StatementLine) -> String? {
        let (mine, theirs) = (JSON(at(row: nil, nth: nil)), JSON(other.at(row: nil, nth: nil)))
        guard case .object(let members) = mine else { return nil }
        return members.lazy.map(\.name).first { name in
            guard let value = mine[name], let another = theirs[name] else { return false }
            return value != another
        }
    }
}

extension [StatementLine] {
    /// The lines in order, each counted among those that are equal but for their place: of equal numbers
    /// the largest amount first, whatever the order of the file; of equal lines without a number in the
    /// order of the file.
    package func numbered(of bank: Bank) -> [StatementLine] {
        var groups: [String: [Int]] = [:]
        for index in indices { groups[self[index].equality(of: bank), default: []].append(index) }
        var lines = self
        for group in groups.values {
            let sorted = group.sorted { a, b in
                let (mine, theirs) = (self[a], self[b])
                if mine.serial == nil { return a < b }
                return (-mine.amount.value, mine.direction.rawValue, a) < (-theirs.amount.value, theirs.direction.rawValue, b)
            }
            for (place, index) in sorted.enumerated() {
                lines[index] = self[index].at(row: self[index].row, nth: place == 0 ? nil : place + 1)
            }
        }
        return lines
    }
}
