import Kernel

/// Money that the books say has moved: what a statement is expected to show.
struct Movement {
    enum Kind { case payment, release, refund, receipt, returned, recovery, entryIn, entryOut }
    typealias Part = (appropriation: String, amount: Fen)

    let kind: Kind
    /// The payment's number; for a refund that of the payment that came back; for a receipt its own.
    let no: String
    let job: String
    let at: Instant
    /// The bank's own day, where the line says it; else that of `at`.
    var day: Day?
    let contractor: String
    /// What a bank entry is, in the bank's words.
    var note = ""
    /// What moved of each appropriation, positive, in the order of the voucher.
    let parts: [Part]

    var isIn: Bool {
        switch kind {
        case .refund, .receipt, .recovery, .entryIn: true
        case .payment, .release, .returned, .entryOut: false
        }
    }

    /// Whether it is the bank's own doing: interest and fees are booked before the day's business.
    var isOfBank: Bool { ["interest", "fee"].contains(entry) }
    /// The kind of a bank entry.
    var entry = ""

    /// When the bank or the treasury books it. What is ordered by 16:00 is paid after half an hour, what is
    /// ordered later on the next working day; what comes in is there before the books have it.
    func booked(_ calendar: WorkCalendar) -> Instant {
        if let day { return Instant(day, hour: isOfBank ? 6 : 14, minute: 30) }
        if isIn { return at + -40 * Instant.minute }
        if at.timeOfDay < 16 * Instant.hour { return at + 35 * Instant.minute }
        return Instant(calendar.workday(after: at.day), hour: 9, minute: 20)
    }
}

extension WorkCalendar {
    func workday(after day: Day) -> Day {
        var next = day + 1
        while !isWorkday(next) { next = next + 1 }
        return next
    }
}

/// Who pays or is paid, and the account.
struct Party {
    let name: String
    let account: String
    let bank: String

    /// The street's own bank account, which holds the money paid over to it (实拨).
    static let street = Party(
        name: "宁安路街道办事处（样例）", account: "3200000000009009", bank: "样例银行宁安支行")
    /// Who pays it over.
    static let bureau = Party(
        name: "宁安区财政局（样例）", account: "3200000000008008", bank: "样例银行营业部")

    /// The firm that the bank paid too much (``Opening/overPaid``).
    static let overPaid = "QL"

    /// A contractor: the words before the first blank of its bank text are the bank, the digits the account.
    static func contractor(_ code: String) throws(StatementFault) -> Party {
        guard let firm = People.contractors.first(where: { $0.code == code }) else {
            throw StatementFault("no contractor \(code)")
        }
        return Party(
            name: firm.name, account: firm.bank.filter { $0.isASCII && $0.isNumber },
            bank: String(firm.bank.prefix { $0 != " " }))
    }
}

/// What does not fit together when the statements are made. Only the maker of the samples meets it.
struct StatementFault: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
}
