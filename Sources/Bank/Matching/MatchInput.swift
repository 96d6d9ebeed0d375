package import Kernel
package import Ledger

extension BankBook {
    /// What is to be matched of one custody: its unmatched lines, and its unmatched items with the payee's
    /// name and account out of the register; and all other items, whose numbers a line may name.
    package func open(
        _ custody: Custody, payees: [Code: MatchPayee]
    ) -> (lines: [MatchLine], items: [MatchItem], others: [MatchItem]) {
        let entries = lines.values.filter { $0.match == nil && self.custody(of: $0) == custody }
        let isOpen = { (item: BookItem) in item.match == nil && item.custody == custody }
        let matchItem = { (item: BookItem) in
            let payee = item.contractor.flatMap { payees[$0] }
            return MatchItem(
                name: item.name, day: item.day, effect: item.effect.fen, payee: payee?.name, account: payee?.account)
        }
        return (
            entries.map { entry in
                let line = entry.line
                return MatchLine(
                    id: entry.id, day: line.day, effect: line.effect, name: line.name?.text, account: line.account?.text,
                    texts: [line.reference?.text, line.summary?.text, line.purpose?.text].compactMap(\.self))
            },
            items.values.filter(isOpen).map(matchItem), items.values.filter { !isOpen($0) }.map(matchItem)
        )
    }
}

/// Whom a payment goes to, as statements may name it.
package struct MatchPayee: Sendable {
    package let name: String
    package let account: String?

    package init(name: String, account: String?) {
        self.name = name
        self.account = account
    }
}
