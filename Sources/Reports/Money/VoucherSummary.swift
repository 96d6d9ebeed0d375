import Documents
import Jobs
import Journal
package import Kernel
import Ledger

extension VoucherBook.Entry {
    /// 摘要: what was booked, of what, by which document, for whom: `下达 MS-2026-01 宁财预〔2026〕3号`,
    /// `支付 2026-0041 ZF0001 清澜管道疏通服务部`.
    package func summary(_ names: ReportNames) -> Phrase {
        if let step = voucher.step { return step.title }
        let firm = voucher.lines.lazy.compactMap(\.contractor).first.flatMap { names.contractor($0).words }
        let parts = [Phrase?(event.title)] + (event.booked + [event.document, voucher.reverses?.text]).map { text in
            text.map { Phrase($0, $0) }
        } + [firm]
        let there = parts.compactMap(\.self)
        return Phrase(there.map(\.zh).joined(separator: " "), there.map(\.en).joined(separator: " "))
    }
}

extension Cell {
    /// The name in a cell that has one.
    fileprivate var words: Phrase? {
        switch self {
        case .named(_, let name), .phrase(let name): name
        case .blank, .text, .link, .money, .ratio, .count, .day, .instant, .duration, .flag, .list: nil
        }
    }
}

extension Event {
    /// What was booked: the appropriations or the job.
    fileprivate var booked: [String?] {
        switch self {
        case .appropriated(_, let appropriation, _, _, _): [appropriation.code.text]
        case .fundsTransferred(let form): [form.from.text + "→" + form.to.text]
        case .fundsRecalled(let form): [form.appropriation.text]
        case .fundsReceived(let form): [form.appropriation.text]
        case .fundsReturned(let form): [form.appropriation.text]
        case .bankEntered(let form): [form.appropriation.text]
        case .fundsCorrected(let form, let right): ["#\(form.record)"] + (right?.booked ?? [])
        case .job(let job, _): [job.text]
        case .streetOpened, .streetJoined, .userAdded, .userDisabled, .policyAdopted, .contractorAdded,
             .contractorUpdated, .agreed, .estateAdded, .statementImported, .statementVoided, .matched, .unmatched,
             .yearClosed, .yearAssessed, .accessSealed: []
        }
    }

    /// The number of the document it rests on: of a grant, a receipt, a sheet, a payment; nil where it has
    /// none.
    package var document: String? {
        switch self {
        case .appropriated(_, _, _, let document, _): document.text
        case .fundsTransferred(let form): form.documentNo.text
        case .fundsRecalled(let form): form.documentNo.text
        case .fundsReceived(let form): form.receiptNo.text
        case .fundsReturned(let form): form.documentNo.text
        case .bankEntered(let form): form.reference.text
        case .fundsCorrected(_, let right): right?.document
        case .job(_, let event): event.document
        case .streetOpened, .streetJoined, .userAdded, .userDisabled, .policyAdopted, .contractorAdded,
             .contractorUpdated, .agreed, .estateAdded, .statementImported, .statementVoided, .matched, .unmatched,
             .yearClosed, .yearAssessed, .accessSealed: nil
        }
    }
}

extension JobEvent {
    fileprivate var document: String? {
        switch self {
        case .settled(_, _, _, _, _, let document, _): document?.number.text
        case .paid(let number, _, _, _), .released(let number, _, _, _, _), .refunded(_, let number, _, _, _, _, _):
            number.text
        case .recovered(_, _, let reference, _, _): reference.text
        case .invoiced(let invoice, _, _): invoice.number.text
        case .invoiceVoided(let number, _, _): number.text
        case .slipSigned(let slip, _, _, _): "#\(slip)"
        case .called, .accepted, .regraded, .rejected, .transferred, .merged, .visited, .surveyed, .authorized,
             .signed, .dispatched, .started, .finished, .inspected, .reworked, .changed, .returned, .claimed,
             .reviewed, .disputed, .resolved, .withheld, .reversed, .calledBack, .rated, .published, .closed,
             .cancelled, .suspended, .resumed, .noted: nil
        }
    }
}
