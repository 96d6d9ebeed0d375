package import Kernel

/// How the money of an appropriation is paid: by the treasury directly, by the street on the treasury's
/// authority, or from the street's own bank account.
package enum Channel: String, Sendable, Codable, CaseIterable {
    case direct, authorized, bank
}

/// Whose money a source is: 同级财政拨款, or 非同级财政拨款 from another government, which has income and carry-over
/// accounts of its own and is never accrued at the year's end.
package enum Nature: String, Sendable, Codable, CaseIterable {
    case fiscal, nonFiscal
}

/// An appropriation (指标): money of one source, granted under one document, of one origin year. Its source,
/// origin year and channel never change (design §12).
package struct Appropriation: Hashable, Sendable, Codable {
    package let code: Code
    package let source: Code
    package let originYear: Int
    package let channel: Channel
    /// The number of the document that opened it (指标文号).
    package let documentNo: Label
    /// Its place in the street's list, from 1: the order of equal origin years in the funding rule.
    package let position: Int
    /// Its source's, when it was opened; absent in records of before sources had one.
    private let nature: Nature?
    /// How the budget classifies it, as it was opened.
    package let classification: Classification?

    package var kind: Nature { nature ?? .fiscal }

    package init(
        code: Code, source: Code, originYear: Int, channel: Channel, documentNo: Label, position: Int,
        nature: Nature? = nil, classification: Classification? = nil
    ) {
        self.classification = classification
        self.nature = nature
        self.code = code
        self.source = source
        self.originYear = originYear
        self.channel = channel
        self.documentNo = documentNo
        self.position = position
    }
}
