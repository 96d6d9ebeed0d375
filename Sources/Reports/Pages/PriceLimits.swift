import Documents
import Jobs
import Kernel

/// The columns beside priced lines that say which price a line exceeds: an agreed one (协议价) or the policy's
/// (指导价), each only where there is one.
struct PriceLimits {
    private let agreed: [Int: Fen]
    private let guiding: [Int: Fen]

    init(_ flags: [PriceFlag]?) {
        let split = { (isAgreed: Bool) -> [Int: Fen] in
            let own = (flags ?? []).filter { ($0.agreement != nil) == isAgreed }
            return Dictionary(own.map { ($0.line, $0.agreed) }) { first, _ in first }
        }
        agreed = split(true)
        guiding = split(false)
    }

    var columns: [Table.Column] {
        (agreed.isEmpty ? [] : [Table.Column.money("协议价", "agreed")])
            + (guiding.isEmpty ? [] : [Table.Column.money("指导价", "policy's rate")])
    }

    /// The cells of a line, whose index counts from 0.
    func cells(of index: Int) -> [Cell] {
        [agreed, guiding].filter { !$0.isEmpty }.map { prices in .money(prices[index + 1]) }
    }
}
