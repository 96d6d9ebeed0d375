package import Kernel
import Ledger

extension PlainBooks {
    package typealias Take = ([UInt8]) throws(Refusal) -> Void

    /// For hledger and ledger: declarations, transactions, and at the end of the year what must stand on
    /// every account. Handed over piece by piece, as the records are read again.
    package func writeJournal(_ record: Reader, to take: Take) throws(Refusal) {
        var text = "commodity CNY\n    format 1000.00 CNY\n\n"
        for (account, _) in balances { text += "account \(account.name)\n    ; type:\(account.root.letter)\n" }
        text += "\n" + (payees + [Self.closing]).map { "payee \($0)\n" }.joined()
        text += "\n" + Self.tags.map { "tag \($0)\n" }.joined()
        try each(record) { (transaction) throws(Refusal) in
            let code = "\(transaction.voucher.text)/\(transaction.book.rawValue)"
            text += "\n\(transaction.day.text) * (\(code)) \(transaction.payee)\n"
            text += transaction.tags.map { "    ; \($0.key): \(Self.clean($0.value))\n" }.joined()
            for posting in transaction.postings {
                let own = posting.tags.map { "\($0.key): \(Self.clean($0.value))" }.joined(separator: ", ")
                text += "    \(posting.account.name)  \(posting.amount.yuan) CNY\(own.isEmpty ? "" : "  ; " + own)\n"
            }
            try Self.pass(&text, to: take)
        }
        text += "\n\(Day.last(of: year).text) * \(Self.closing)\n"
        text += balances.map { "    \($0.account.name)  0.00 CNY = \($0.balance.yuan) CNY\n" }.joined()
        try take(Array(text.utf8))
    }

    /// For Beancount.
    package func writeBeancount(_ record: Reader, to take: Take) throws(Refusal) {
        var text = "option \"operating_currency\" \"CNY\"\n\n"
        text += balances.map { "\(first.text) open \($0.account.name) CNY\n" }.joined()
        try each(record) { (transaction) throws(Refusal) in
            text += "\n\(transaction.day.text) * \"\(transaction.payee)\" \"\" ^V\(transaction.voucher.text)\n"
            text += transaction.tags.map { "  \($0.key): \"\(Self.clean($0.value))\"\n" }.joined()
            text += "  book: \"\(transaction.book.rawValue)\"\n"
            for posting in transaction.postings {
                text += "  \(posting.account.name)  \(posting.amount.yuan) CNY\n"
                text += posting.tags.map { "    \($0.key): \"\(Self.clean($0.value))\"\n" }.joined()
            }
            try Self.pass(&text, to: take)
        }
        let next = Day.last(of: year) + 1
        text += "\n" + balances.map { "\(next.text) balance \($0.account.name)  \($0.balance.yuan) CNY\n" }.joined()
        try take(Array(text.utf8))
    }

    /// Hands a long text over and begins another.
    private static func pass(_ text: inout String, to take: Take) throws(Refusal) {
        guard text.utf8.count > 1 << 16 else { return }
        try take(Array(text.utf8))
        text = ""
    }

    private static let closing = "closing balances"
    private static let tags = ["voucher", "event", "record", "phase", "job", "reverses", "contractor", "red", "type"]

    /// Signs that mean something to one of the tools, control characters and runs of blanks become one blank.
    private static func clean(_ text: String) -> String {
        text.split { $0.isWhitespace || ";|\"\\".contains($0) || $0.unicodeScalars.contains(where: \.isControl) }
            .joined(separator: " ")
    }
}

extension PlainBooks.Posting {
    /// So that turnover can be told: a red line lies on the other side of its sign.
    fileprivate var tags: [(key: String, value: String)] {
        let side: String? = red.map { side in
            switch side {
            case .debit: "debit"
            case .credit: "credit"
            }
        }
        return [("contractor", contractor?.text), ("red", side)].compactMap { tag in tag.1.map { (tag.0, $0) } }
    }
}
