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

    /// The line of the row, or nil with the reasons in `faults`.
    mutating func line(of bank: Bank) -> StatementLine? {
        let day = day()
        let time = time() ?? day?.time
        let effect = effect()
        let balance = balance()
        checkCurrency()
        let party = party(out: effect?.isNegative ?? true)
        let summary = text(.summary, Label.init)
        let purpose = text(.purpose, Prose.init)
        let reference = text(.reference, Label.init)
        let back = effect.map { !$0.isNegative } ?? false
        let serial = serial(of: bank, reference, summary, party.account, back: back)
        guard let day, let effect else { return nil }
        return StatementLine(
            day: day.day, time: time, direction: effect.isNegative ? .out : .in,
            amount: effect.isNegative ? -effect : effect, balance: balance, name: party.name, account: party.account,
            bank: party.bank, summary: summary, purpose: purpose, serial: serial, reference: reference, row: row.number)
    }

    /// The street's own account, where rows name it: for a format of payer and payee it is the side that the money left or
    /// came to.
    func ownAccount(of bank: Bank) -> Label? {
        if let own = words(.own) { return try? Label(own) }
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
            return (text(.name, Label.init), text(.account, Label.init), text(.bank, Label.init))
        }
        return out
            ? (text(.payeeName, Label.init), text(.payeeAccount, Label.init), text(.payeeBank, Label.init))
            : (text(.payerName, Label.init), text(.payerAccount, Label.init), text(.payerBank, Label.init))
    }

    /// The bank's own number. A voucher of the treasury may be paid in several lines, to several payees and from several
    /// appropriations: all three together are its number. What comes `back` may be listed under the same three.
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
