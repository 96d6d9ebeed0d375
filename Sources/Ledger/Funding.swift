package import Kernel

/// Which appropriations carry an amount.
package enum Funding {
    /// What an appropriation can give: its available amount and whatever the asking job is about to give
    /// back.
    package struct Offer: Sendable {
        package let appropriation: Appropriation
        package let available: Fen
        /// Of its source, within an origin year: the smaller goes first.
        package let rank: Int

        package init(_ appropriation: Appropriation, available: Fen, rank: Int = 0) {
            self.appropriation = appropriation
            self.available = available
            self.rank = rank
        }

        fileprivate var order: (Int, Int, Int) { (appropriation.originYear, rank, appropriation.position) }
    }

    /// An appropriation that was looked at, with what it has or why it was passed over.
    package struct Look: Sendable {
        let words: Phrase

        package init(_ appropriation: Code, available: Fen) {
            words = Phrase(
                "\(appropriation.text) 有 \(available.grouped) 元", "\(appropriation.text) has \(available.grouped)")
        }

        package init(_ appropriation: Code, passedOver why: Phrase) {
            words = Phrase("\(appropriation.text) \(why.zh)", "\(appropriation.text) \(why.en)")
        }
    }

    /// The automatic rule: oldest origin year first, within a year by the source's rank, then as listed,
    /// each emptied before the next (design §7, §12). `offers` are those whose source fits the tenure;
    /// `passedOver` are the others, for the refusal. Throws `funds.insufficient` when all offers together
    /// lack money.
    package static func automatic(
        _ total: Fen, from offers: [Offer], passedOver: [Look] = []
    ) throws(Refusal) -> [Share] {
        let ordered = offers.sorted { $0.order < $1.order }
        var left = total
        var shares: [Share] = []
        for offer in ordered where left.isPositive && offer.available.isPositive {
            let part = min(left, offer.available)
            shares.append(Share(offer.appropriation.code, part))
            left -= part
        }
        if left.isPositive {
            let looked = ordered.map { Look($0.appropriation.code, available: $0.available) }
            throw Refusal.insufficient(available: total - left, asked: total, looked: looked + passedOver)
        }
        return shares
    }

    /// Given shares: each appropriation must be among the offers and hold its part. Throws
    /// `funds.insufficient`.
    package static func check(_ shares: [Share], against offers: [Offer]) throws(Refusal) {
        for share in shares {
            let available = offers.first { $0.appropriation.code == share.appropriation }?.available ?? .zero
            if share.amount > available {
                throw Refusal.insufficient(
                    available: available, asked: share.amount, appropriation: share.appropriation)
            }
        }
    }
}
