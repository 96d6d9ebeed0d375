import Jobs
import Journal
package import Kernel
import Ledger

extension SettlementSheet {
    /// For programs: the sheet with every figure that its page shows.
    package var json: JSON {
        .members([
            "number": settlement.document.map { JSON($0.number) }, "job": JSON(job.number), "revision": .int(revision),
            "replaces": settlement.document?.replaces.map { JSON($0) }, "reversed": reversed.map { JSON($0) },
            "settledAt": JSON(settlement.at), "acceptedAt": job.passedAt.map { JSON($0) },
            "claimedBy": JSON(claim.by), "reviewedBy": JSON(review.by), "settledBy": JSON(settlement.by),
            "voucher": settlement.voucher.map { JSON($0) }, "payee": settlement.document.map { JSON($0.payee) },
            "lines": .array(claim.lines.indices.map(line)),
            "taxRate": claim.taxRate.map { JSON($0) }, "claimedTax": JSON(claim.tax), "tax": JSON(review.tax),
            "claimed": JSON(claim.total), "approved": JSON(settlement.approved), "cut": JSON(cut),
            "cutRate": cutRate.percent.map { .string($0) } ?? .null, "capitals": .string(settlement.approved.capitals),
            "retentionRate": settlement.retentionRate.map { JSON($0) }, "retention": JSON(settlement.retention),
            "retentionDue": settlement.retentionDue.map { JSON($0) }, "payable": JSON(payable),
            "shares": JSON(settlement.shares), "invoices": JSON(invoices),
        ])
    }

    private func line(_ index: Int) -> JSON {
        let line = claim.lines[index]
        let reviewed = review.lines.first { $0.line == index + 1 }
        let flag = claim.above?.first { $0.line == index + 1 }
        let agreed = flag.flatMap { $0.agreement == nil ? nil : $0 }
        return .members([
            "line": .int(index + 1), "kind": .string(line.kind.rawValue), "item": JSON(line.item),
            "quantity": JSON(line.quantity), "unit": JSON(line.unit), "unitPrice": JSON(line.unitPrice),
            "agreedPrice": agreed.map { JSON($0.agreed) }, "agreement": agreed?.agreement.map { JSON($0) },
            "policyPrice": flag.flatMap { $0.agreement == nil ? JSON($0.agreed) : nil },
            "claimed": JSON(claim.amounts[index]), "approved": reviewed.map { JSON($0.approved) },
            "cut": reviewed.map { JSON(claim.amounts[index] - $0.approved) },
            "reason": reviewed?.reason.map { JSON($0) },
        ])
    }
}
