/// The part of a year's books that a voucher belongs to. Every figure of a year leaves `closing` out,
/// unless the closed books are asked for (design §7, the year's close). Within a day the phases follow in
/// this order.
package enum Phase: String, Sendable, Codable, CaseIterable {
    case opening, ordinary, adjusting, closing
}
