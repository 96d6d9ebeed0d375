import Bank
import Jobs
import Kernel
import Ledger

/// Records of the fund: kept for lists and corrections, with the value that they use up and the bank's side
/// of them.
extension State {
    mutating func enter(_ event: Event, _ record: Record) throws(Refusal) {
        let voucher = record.vouchers.first
        keep(FundEntry(
            seq: record.seq, event: event, day: voucher?.day ?? record.at.day, voucher: voucher?.number,
            lines: voucher?.lines ?? []))
        if let unique = event.fundUnique { take(unique, for: try owner(of: event, record.seq)) }
        if let item = event.bankItem { put(item) }
    }

    /// Takes back what a record said and puts the right entry in its place. The right part of the vouchers
    /// is what is not the wrong one in red.
    mutating func correct(_ form: CorrectForm, _ right: Event?, _ record: Record) throws(Refusal) {
        guard let wrong = fundEntries[form.record] else { return }
        fundEntries[form.record]?.correctedBy = record.seq
        bank.carried[form.record] = nil
        touched.insert(.fundEntry(form.record))
        if let unique = wrong.event?.fundUnique { free(unique) }
        if let item = wrong.event?.bankItem { remove(item) }
        let booked = record.vouchers.flatMap { voucher in voucher.lines.map { (voucher, $0) } }
        let kept = booked.dropFirst(wrong.lines.count)
        keep(FundEntry(
            seq: record.seq, event: right, day: kept.first?.0.day ?? record.at.day,
            voucher: kept.first?.0.number ?? record.vouchers.first?.number, lines: kept.map(\.1)))
        guard let right else { return }
        if let unique = right.fundUnique { take(unique, for: try owner(of: right, record.seq)) }
        if let item = right.bankItem { put(item) }
    }

    private mutating func keep(_ entry: FundEntry) {
        fundEntries[entry.seq] = entry
        bank.carried[entry.seq] = entry.carriedCash
        touched.insert(.fundEntry(entry.seq))
    }

    /// Money of a grant names its appropriation, as it always did; the others the record.
    private func owner(of event: Event, _ seq: Int) throws(Refusal) -> Code {
        if case .fundsReceived(let form) = event { form.appropriation } else { try Code(String(seq)) }
    }
}
