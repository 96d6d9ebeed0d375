import Bank
import Formats
import Journal
import Kernel

/// The cells of one row by what they say, and the faults found in them.
struct StatementCells {
    typealias Field = StatementLayout.Field

    let row: SheetRow
    let places: [Field: Int]
    private let titles: [String]
    private let file: String?
    private(set) var faults: [RowFault] = []

    init(_ row: SheetRow, _ places: [Field: Int], _ titles: [String], file: String?) {
        self.row = row
        self.places = places
        self.titles = titles
        self.file = file
    }

    /// The words of a field's cell, or nil where it has none.
    func words(_ field: Field) -> String? { places[field].flatMap { StatementText.words(row[$0].text) } }

    /// Notes a fault at a field's column.
    mutating func refuse(_ refusal: Refusal, _ field: Field) {
        let place = places[field]
        var placed = refusal.placed(file: file, line: row.number, column: place.map { $0 + 1 })
        if let place, place < titles.count { placed = placed.adding("field", titles[place]) }
        let name = place.flatMap { $0 < titles.count ? titles[$0] : nil }
        faults.append(RowFault(line: row.number, column: place.map { $0 + 1 }, name: name, refusal: placed))
    }

    /// What a row is.
    enum Reading {
        case line(StatementLine)
        /// An amount of 0.00, which is no line; with the balance that it states.
        case zero(balance: Fen?)
        /// The reasons are in `faults`.
        case bad
    }

    /// The line of the row.
    mutating func line(of bank: Bank) -> Reading {
        let day = day()
        let time = time() ?? day?.time
        if isZero { return .zero(balance: money(.balance)) }
        let effect = effect()
        let balance = balance()
        checkCurrency()
        checkAccount(of: bank)
        let party = party(out: effect?.isNegative ?? true)
        let (summary, purpose) = prose()
        let reference = text(.reference, Label.init)
        let back = effect.map { !$0.isNegative } ?? false
        let serial = serial(of: bank, reference, summary, party.account, back: back)
        guard let day, let effect else { return .bad }
        return .line(StatementLine(
            day: day.day, time: time, direction: effect.isNegative ? .out : .in,
            amount: effect.isNegative ? -effect : effect, balance: balance, name: party.name, account: party.account,
            bank: party.bank, summary: summary, purpose: purpose, serial: serial, reference: reference, row: row.number))
    }

    /// A summary that is longer than a summary can be is kept as prose.
    private mutating func prose() -> (Label?, Prose?) {
        let (summary, purpose) = (words(.summary), words(.purpose))
        guard let summary, summary.count > 200 else { return (text(.summary, Label.init), text(.purpose, Prose.init)) }
        let whole = [summary, purpose].compactMap(\.self).joined(separator: " ").cut(to: 4000)
        return (nil, read(.summary, whole) { () throws(Refusal) in try Prose(whole) })
    }

    /// The own account is never taken without its digits; the other side's is not where it is part of what
    /// tells lines apart, and else ties nothing when lines are matched.
    private mutating func checkAccount(of bank: Bank) {
        switch bank {
        case .icbc, .treasury: if isSpoilt(.account) { refuseSpoilt(.account) }
        case .ccb, .boc, .camt: break
        }
    }

    /// Whether a spreadsheet took digits of a field's number: by its looks, or because it is a number and
    /// longer than a spreadsheet counts.
    private func isSpoilt(_ field: Field) -> Bool {
        guard let place = places[field], let text = words(field) else { return false }
        if row[place].isNumber, text.utf8.count > String.kept { return true }
        return text.isSpoiltNumber && text.uppercased().contains("E")
    }

    private mutating func refuseSpoilt(_ field: Field) { refuse(.spoiltNumber(words(field) ?? ""), field) }

    /// The street's own account, where rows name it: for a format of payer and payee it is the side that
    /// the money left or came to.
    mutating func ownAccount(of bank: Bank) -> Label? {
        if let own = words(.own) {
            if own.isSpoiltNumber || isSpoilt(.own) {
                refuseSpoilt(.own)
                return nil
            }
            return try? Label(own)
        }
        guard bank == .boc, let amount = try? StatementText.money(words(.amount) ?? "") else { return nil }
        return words(amount.isNegative ? .payerAccount : .payeeAccount).flatMap { try? Label($0) }
    }

    private mutating func day() -> StatementDay? {
        guard let place = places[.day], words(.day) != nil else {
            refuse(Refusal(.inputEmpty), .day)
            return nil
        }
        let (cell, is1904) = (row[place], row.is1904)
        return read(.day, cell.text) { () throws(Refusal) in try StatementDay(cell, is1904: is1904) }
    }

    private mutating func time() -> Code? {
        guard let cell = places[.time].map({ row[$0] }) else { return nil }
        return read(.time, cell.text) { () throws(Refusal) in try StatementDay.time(cell) }
    }

    private mutating func checkCurrency() {
        guard let word = words(.currency) else { return }
        let name = word.halfWidth.uppercased()
        if ["人民币", "人民币元", "CNY", "RMB", "156"].contains(name) { return }
        refuse(Refusal(.inputValue, ["value": word.excerpt, "expected": "CNY · 人民币"]), .currency)
    }

    private typealias Party = (name: Label?, account: Label?, bank: Label?)

    /// The counterparty; of payer and payee the one that is not the street.
    private mutating func party(out: Bool) -> Party {
        if places[.payerAccount] == nil {
            return (name(.name), text(.account, Label.init), name(.bank))
        }
        return out
            ? (name(.payeeName), text(.payeeAccount, Label.init), name(.payeeBank))
            : (name(.payerName), text(.payerAccount, Label.init), name(.payerBank))
    }

    /// A name, cut to what a label holds.
    private mutating func name(_ field: Field) -> Label? {
        guard let words = words(field) else { return nil }
        return read(field, words) { () throws(Refusal) in try Label(words.cut(to: 200)) }
    }

    /// The bank's own number. A voucher of the treasury may be paid in several lines, to several payees and
    /// from several appropriations: all three together are its number. What comes `back` may be listed
    /// under the same three.
    private mutating func serial(
        of bank: Bank, _ reference: Label?, _ summary: Label?, _ account: Label?, back: Bool
    ) -> Label? {
        switch bank {
        case .treasury:
            guard let reference else {
                refuse(Refusal(.inputEmpty), .reference)
                return nil
            }
            let parts = [reference, summary, account].compactMap { $0?.text } + (back ? ["退"] : [])
            let text = parts.joined(separator: "/")
            return read(.reference, text) { () throws(Refusal) in try Label(text) }
        case .ccb, .boc:
            if words(.serial) == nil { refuse(Refusal(.inputEmpty), .serial) }
            return text(.serial, Label.init)
        case .icbc, .camt: return nil
        }
    }

    mutating func money(_ field: Field) -> Fen? {
        guard let place = places[field] else { return nil }
        let cell = row[place].text
        return read(field, cell) { () throws(Refusal) in try StatementText.money(cell) }
    }

    private mutating func text<Value>(_ field: Field, _ make: (String) throws(Refusal) -> Value) -> Value? {
        guard let words = words(field) else { return nil }
        return read(field, words) { () throws(Refusal) in try make(words) }
    }

    mutating func read<Value>(_ field: Field, _ text: String, _ make: () throws(Refusal) -> Value?) -> Value? {
        do {
            return try make()
        } catch {
            refuse(error.adding("value", text.oneLine.excerpt), field)
            return nil
        }
    }
}
