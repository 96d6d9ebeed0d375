package import Documents
import Jobs
import Journal
package import Kernel

/// The papers of a job, as a street office prints, signs and files them.
package enum JobPaper: String, CaseIterable, Sendable {
    case survey, dispatch, slip, inspection, settlement, payment, receipt

    package var title: Phrase {
        switch self {
        case .survey: Phrase("应急维修踏勘情况表", "Survey form")
        case .dispatch: Phrase("应急维修派工单", "Work order")
        case .slip: Phrase("应急维修签证单", "Change slip")
        case .inspection: Phrase("应急维修验收单", "Inspection sheet")
        case .settlement: Phrase("应急维修结算单", "Settlement sheet")
        case .payment: Phrase("应急维修支付申请单", "Payment request")
        case .receipt: Phrase("受理回执", "Receipt of a call")
        }
    }

    /// Whether amounts stand on it, so that whoever prints it must be allowed to see them.
    package var showsAmounts: Bool {
        switch self {
        case .survey, .slip, .settlement, .payment: true
        case .dispatch, .inspection, .receipt: false
        }
    }

    /// The step that it is the paper of.
    var verb: Verb {
        switch self {
        case .survey: .survey
        case .dispatch: .dispatch
        case .slip: .change
        case .inspection: .inspect
        case .settlement: .settle
        case .payment: .settle
        case .receipt: .accept
        }
    }
}

/// Which paper of a job; what is left out is the one in force, the last, what is payable now.
package struct PaperWish: Sendable {
    package let paper: JobPaper
    /// The number of a change slip.
    package let slip: Int?
    /// The claim's revision that a settlement is of.
    package let revision: Int?
    /// The number of a payment that was made.
    package let payment: String?

    package init(_ paper: JobPaper, slip: Int? = nil, revision: Int? = nil, payment: String? = nil) {
        self.paper = paper
        self.slip = slip
        self.revision = revision
        self.payment = payment
    }

    /// The paper, with the number of the latest record that it tells of: by that record it can be asked for
    /// again and is the same. It never names the caller. Throws `paper.missing`, `slip.unknown`,
    /// `settlement.unknown`, `payment.unknown`, and `input.value` for a choice that belongs to another paper.
    package func make(_ dossier: JobDossier, office: String) throws(Refusal) -> (document: Document, record: Int) {
        try demandFitting()
        let source = PaperSource(dossier, office: office)
        let made = switch paper {
        case .survey: try source.survey()
        case .dispatch: try source.dispatch()
        case .slip: try source.slip(slip)
        case .inspection: try source.inspection()
        case .settlement: try source.settlement(revision)
        case .payment: try source.payment(payment)
        case .receipt: try source.receipt()
        }
        var document = made.document
        document.asOf = made.basis.at
        return (document, made.basis.seq)
    }

    /// What chooses among slips says nothing of a settlement: it is refused rather than passed over.
    private func demandFitting() throws(Refusal) {
        let choices: [(name: String, value: String?, of: JobPaper)] = [
            ("slip", slip.map { String($0) }, .slip), ("revision", revision.map { String($0) }, .settlement),
            ("payment", payment, .payment),
        ]
        for choice in choices where choice.of != paper {
            guard let value = choice.value else { continue }
            throw Refusal(.inputValue, ["field": choice.name, "value": value.excerpt, "expected": "paper \(choice.of.rawValue)"])
        }
    }
}
