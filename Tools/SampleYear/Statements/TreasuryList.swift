import Kernel

/// A line of the treasury's list of paid vouchers: one payee, one appropriation.
struct TreasuryLine {
    let day: Day
    /// 凭证号.
    var voucher: String
    /// 指标文号.
    let document: String
    let payee: Party
    /// Negative for what came back.
    var amount: Fen
    let purpose: String
}

/// The treasury's list of 2026: what was paid directly or by authorisation, but for ``TreasuryMismatch``.
struct TreasuryList {
    private(set) var lines: [TreasuryLine] = []

    init(_ books: YearBooks, _ calendar: WorkCalendar) throws {
        for movement in books.movements {
            for part in movement.parts where !books.atBank.contains(part.appropriation) {
                lines.append(try Self.line(movement, part, books, calendar))
            }
        }
        for mismatch in TreasuryMismatch.all { try apply(mismatch) }
        // What was ordered on the last afternoon is next year's.
        lines.removeAll { $0.day > Day.last(of: 2026) }
        lines.sort { ($0.day, $0.voucher, $0.document) < ($1.day, $1.voucher, $1.document) }
    }

    /// A refund has a number of its own (退款通知书) and says which payment came back: under the payment's own
    /// number it would be taken for the payment's line once more.
    private static func line(
        _ movement: Movement, _ part: Movement.Part, _ books: YearBooks, _ calendar: WorkCalendar
    ) throws -> TreasuryLine {
        guard let document = books.documents[part.appropriation] else {
            throw StatementFault("no document of \(part.appropriation)")
        }
        let purpose = movement.words.purpose
        let returned = movement.isIn
        return TreasuryLine(
            day: movement.booked(calendar).day, voucher: returned ? "TK" + movement.no.dropFirst(2) : movement.no,
            document: document, payee: try .contractor(movement.contractor),
            amount: returned ? -part.amount : part.amount,
            purpose: returned ? "\(purpose) \(movement.no)" : "\(purpose) 工单\(movement.job)")
    }

    private mutating func apply(_ mismatch: TreasuryMismatch) throws {
        if case .unknown(let line) = mismatch { return lines.append(line) }
        guard let index = lines.firstIndex(where: { $0.voucher == mismatch.payment }) else {
            throw StatementFault("not in the year: \(mismatch)")
        }
        switch mismatch {
        case .unknown: break
        case .missing: lines.remove(at: index)
        case .otherAmount(_, let yuan): lines[index].amount = try Fen(yuan: yuan)
        case .otherNumber(_, let theirs): lines[index].voucher = theirs
        }
    }

    /// `treasury.csv`, UTF-8: a title block, the table, and its total.
    func bytes() -> [UInt8] {
        let total = lines.reduce(Fen.zero) { $0 + $1.amount }
        var rows = [
            ["国库集中支付已付凭证清单（样例）"],
            ["预算单位", Party.street.name, "", "期间", "2026-01-01 至 2026-12-31"],
            ["支付机构", "宁安区国库支付中心（样例）", "", "金额单位", "元"],
            [],
            ["凭证号", "指标文号", "收款人", "收款人账号", "收款人开户行", "金额", "日期", "用途"],
        ]
        rows += lines.map { line in
            [line.voucher, line.document, line.payee.name, line.payee.account, line.payee.bank,
             line.amount.grouped, line.day.text, line.purpose]
        }
        rows.append(["合计", "", "", "", "", total.grouped, "", "共\(lines.count)笔"])
        return Array(Delimited.text(rows).utf8)
    }
}
