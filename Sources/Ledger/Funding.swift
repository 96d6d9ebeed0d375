package import Kernel

/// Which appropriations carry an amount.
package enum Funding {
    /// What an appropriation can give: its available amount and whatever the asking job is about to give back.
    package struct Offer: Sendable {
        package let appropriation: Appropriation
        package let available: Fen

        package init(_ appropriation: Appropriation, available: Fen) {
            self.appropriation = appropriation
            self.available = available
        }
    }

    /// The automatic rule: oldest origin year first, then as listed, each emptied before the next (design §7, §12).
    /// `offers` are those whose source fits the tenure. Throws `funds.insufficient` when all of them together lack money.
    package static func automatic(_ total: Fen, from offers: [Offer]) throws(Refusal) -> [Share] {
        let ordered = offers.sorted {
            ($0.appropriation.originYear, $0.appropriation.position)
                < ($1.appropriation.originYear, $1.appropriation.position)
        }
        var left = total
        var shares: [Share] = []
        for offer in ordered where left.isPositive && offer.available.isPositive {
            let part = min(left, offer.available)
            shares.append(Share(offer.appropriation.code, part))
            left -= part
        }
        if left.isPositive { throw Refusal.insufficient(available: total - left, asked: total) }
        return shares
    }

    /// Given shares: each appropriation must be among the offers and hold its part. Throws `funds.insufficient`.
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
