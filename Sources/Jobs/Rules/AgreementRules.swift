package import Kernel

/// Rate agreements against claims (DECISIONS: the price of the day on which the crew in force was
/// dispatched).
package enum AgreementRules {
    /// What an agreement must be beyond well-formed. Throws `contractor.unknown`, `agreement.taken`,
    /// `agreement.days`, `agreement.lines`, `amount.zero`.
    package static func check(_ form: RateAgreement, in register: Register) throws(Refusal) {
        _ = try register.contractor(form.contractor)
        if register.owner(of: .agreement(form.agreement, contractor: form.contractor)) != nil {
            throw Refusal(.agreementTaken, ["agreement": form.agreement.text, "contractor": form.contractor.text])
        }
        if form.to < form.from {
            throw Refusal(.agreementDays, ["from": form.from.text, "to": form.to.text])
        }
        let named = Set(form.lines.map { [$0.item, $0.unit] })
        guard !form.lines.isEmpty, named.count == form.lines.count else {
            throw Refusal(.agreementLines, ["lines": String(form.lines.count), "different": String(named.count)])
        }
        for (index, line) in form.lines.enumerated() {
            try line.unitPrice.demandPositive("with.lines.\(index).unitPrice")
        }
    }

    /// The lines above the price agreed with the job's contractor on the day of dispatch, or above the
    /// policy's rate where none was agreed for the item; nil where there is none.
    static func flags(_ lines: [PricedLine], _ job: Job, _ context: JobContext) -> [PriceFlag]? {
        let valid = agreements(job, context.register)
        let flags = lines.enumerated().compactMap { index, line -> PriceFlag? in
            let found = inForce(for: line, among: valid) ?? guiding(line, context.policy)
            guard let found, line.unitPrice > found.price else { return nil }
            return PriceFlag(line: index + 1, agreement: found.agreement, agreed: found.price)
        }
        return flags.isEmpty ? nil : flags
    }

    private static func agreements(_ job: Job, _ register: Register) -> [RateAgreement] {
        guard let dispatch = job.dispatch else { return [] }
        return register.agreements(with: dispatch.form.contractor).filter {
            $0.from <= dispatch.at.day && dispatch.at.day <= $0.to
        }
    }

    /// Of several agreements on one item the one that began last holds; of two of one day, that of the
    /// greater number.
    private static func inForce(
        for line: PricedLine, among valid: [RateAgreement]
    ) -> (agreement: Code?, price: Fen)? {
        let latest = valid.filter { $0.price(of: line) != nil }
            .max { ($0.from, $0.agreement.text) < ($1.from, $1.agreement.text) }
        return latest.flatMap { found in found.price(of: line).map { (found.agreement, $0) } }
    }

    private static func guiding(_ line: PricedLine, _ policy: Policy) -> (agreement: Code?, price: Fen)? {
        policy.rates.first { $0.kind == line.kind && $0.item == line.item && $0.unit == line.unit }
            .map { (nil, $0.price) }
    }
}
