import Jobs
import Press
import Kernel
import Reports

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

    var columns: [Report.Column] {
        (agreed.isEmpty ? [] : [Grid.money("协议价", "agreed")])
            + (guiding.isEmpty ? [] : [Grid.money("指导价", "policy's rate")])
    }

    /// The cells of a line, whose index counts from 0.
    func cells(of index: Int) -> [Report.Cell] {
        [agreed, guiding].filter { !$0.isEmpty }.map { prices in prices[index + 1].map { .money($0) } ?? .blank }
    }
}
