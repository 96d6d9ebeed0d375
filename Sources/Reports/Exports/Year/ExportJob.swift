import Jobs
import Journal
import Kernel
import Ledger

/// What the books say of a job beside its amounts, as its steps have made it.
struct ExportJob: Sendable {
    private(set) var estate: Code?
    private(set) var community: String?
    private(set) var category: Code?
    private(set) var contractor: Code?
    private(set) var reviewer: Code?
    private(set) var settler: Code?
    private(set) var sheet: Code?
    private(set) var account = ""
    private var photos = 0
    private var invoices = 0

    /// 附件数: photos, the sheet, invoices.
    var attachments: Int { photos + (sheet == nil ? 0 : 1) + invoices }

    mutating func apply(_ step: JobEvent, by user: Code) {
        photos += step.photoCount
        if case .called(let form, _, _) = step {
            (estate, community, category) = (form.site.estate, form.site.community?.text, form.category)
        }
        if case .accepted(let form, let category, _, let community) = step {
            (estate, self.category) = (form.estate ?? estate, category)
            self.community = community?.text ?? self.community
        }
        if case .regraded(_, let scope, _) = step {
            (estate, community, category) = (scope.estate, scope.community?.text ?? community, scope.category)
        }
        if case .dispatched(let form) = step { contractor = form.contractor }
        if case .reviewed = step { reviewer = user }
        if case .settled(_, _, _, _, _, let document, _) = step {
            (settler, sheet, account) = (user, document?.number, document?.payee.bank?.text ?? "")
        }
        if case .reversed = step { (settler, sheet) = (nil, nil) }
        if case .invoiced = step { invoices += 1 }
        if case .invoiceVoided = step { invoices = max(0, invoices - 1) }
    }

    /// What a step paid, by appropriation; negative where it came back.
    static func paid(
        _ step: JobEvent, _ job: Code, _ before: ExportJob?, _ entry: VoucherBook.Entry, _ record: Record
    ) -> [YearBooks.Paid] {
        guard let (number, shares, isRefund) = step.payment else { return [] }
        return shares.map { share in
            YearBooks.Paid(
                day: entry.voucher.day, name: number, isRefund: isRefund, job: job, sheet: before?.sheet,
                contractor: before?.contractor, account: before?.account ?? "",
                share: Share(share.appropriation, isRefund ? -share.amount : share.amount),
                voucher: entry.voucher.number, seq: record.seq)
        }
    }
}

extension JobEvent {
    var paymentNo: Label? { payment?.number }

    fileprivate var payment: (number: Label, shares: [Share], isRefund: Bool)? {
        if case .paid(let number, _, _, let shares) = self { return (number, shares, false) }
        if case .released(let number, _, _, let shares, _) = self { return (number, shares, false) }
        if case .refunded(_, let number, _, _, let shares, _, _) = self { return (number, shares, true) }
        return nil
    }

    fileprivate var photoCount: Int {
        if case .visited(let form) = self { return form.photos?.count ?? 0 }
        if case .surveyed(let form, _, _, _, _, _) = self { return form.photos?.count ?? 0 }
        if case .started(let form) = self { return form.photos?.count ?? 0 }
        if case .finished(let form) = self { return form.photos?.count ?? 0 }
        if case .inspected(let form) = self { return form.photos?.count ?? 0 }
        if case .noted(let form) = self { return form.photos?.count ?? 0 }
        return 0
    }
}
