import Desk
import Jobs
import Journal
import Kernel
import Ledger

extension FormLists {
    /// The lists of a street.
    init(_ names: FormNames, _ language: Language) {
        let choices = { (list: [FormNames.Choice]) in
            list.map { choice in
                let name = choice.name(language)
                return Field.Choice(choice.code.text, Phrase(name, name))
            }
        }
        self.init()
        (categories, hazards, sources) = (choices(names.categories), choices(names.hazards), choices(names.sources))
        (contractors, estates, users) = (choices(names.contractors), choices(names.estates), choices(names.users))
        (visitors, appropriations) = (choices(names.visitors), choices(names.appropriations))
    }

    /// And what one job offers.
    mutating func take(_ job: Job) {
        let same = { (text: String) in Phrase(text, text) }
        slips = job.slips.filter(\.isWaiting).map { slip in
            .init(String(slip.number),
                Phrase("第 \(slip.number) 号，\(slip.change.fen.shown) 元", "no. \(slip.number), \(slip.change.fen.shown) yuan"))
        }
        payments = job.payments.filter { !$0.refunded }.map {
            .init($0.paymentNo.text, Phrase(
                "\($0.paymentNo.text)，\($0.amount.shown) 元", "\($0.paymentNo.text), \($0.amount.shown) yuan")) }
        invoices = (job.invoices ?? []).filter { $0.voided == nil }
            .map { .init($0.invoice.number.text, same($0.invoice.number.text)) }
        guard let claim = job.claim else { return }
        claimed = zip(claim.lines, claim.amounts).enumerated().map { index, pair in
            let (line, amount) = pair
            let limit = claim.above?.first { $0.line == index + 1 }?.agreed
            return ClaimedLine(item: line.item.text,
                terms: "\(line.quantity.text) \(line.unit.text) × \(line.unitPrice.shown)", amount: amount, limit: limit)
        }
    }
}

/// What a form proposes when it is opened: what is known already need not be typed again.
enum Prefill {
    static func fields(_ verb: Verb, _ job: Job, _ user: User, _ today: Day) -> Fields {
        var fields = Fields()
        switch verb {
        case .accept:
            fields.set("tenure", job.tenure?.rawValue)
            fields.set("estate", job.estate?.text)
            fields.set("category", job.category.text)
            fields.set("urgency", Urgency.ordinary.rawValue)
        case .visit, .survey: fields.set("visitors", user.user.text)
        case .claim: lines(job.claim?.lines ?? (job.survey?.form.lines ?? [])
            + job.slips.filter { $0.signedBy != nil }.flatMap(\.lines), into: &fields)
        case .review:
            for (index, amount) in (job.claim?.amounts ?? []).enumerated() { fields.set("lines.\(index).approved", amount.yuan) }
        case .pay:
            fields.set("day", today.text)
            fields.set("amount", job.held(.payable).yuan)
        case .release:
            fields.set("day", today.text)
            fields.set("amount", job.held(.retention).yuan)
        case .recover: fields.set("day", today.text)
        case .authorize: fields.set("means", "phone")
        case .sign: fields.set("slip", job.slips.first(where: \.isWaiting).map { String($0.number) })
        case .invoice:
            fields.set("date", today.text)
            fields.set("total", job.review?.approved.yuan)
        case .call, .regrade, .reject, .transfer, .merge, .dispatch, .start, .finish, .inspect, .rework, .change, .sendBack,
            .dispute, .resolve,
             .settle, .voidInvoice, .refund, .withhold, .reverse, .callback, .rate, .publish, .close, .cancel, .suspend,
                 .resume, .note: break
        }
        return fields
    }

    private static func lines(_ lines: [PricedLine], into fields: inout Fields) {
        for (index, line) in lines.enumerated() {
            fields.set("lines.\(index).kind", line.kind.rawValue)
            fields.set("lines.\(index).item", line.item.text)
            fields.set("lines.\(index).quantity", line.quantity.text)
            fields.set("lines.\(index).unit", line.unit.text)
            fields.set("lines.\(index).unitPrice", line.unitPrice.yuan)
        }
    }
}
