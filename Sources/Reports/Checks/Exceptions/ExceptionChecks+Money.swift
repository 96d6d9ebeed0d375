import Bank
import Jobs
import Kernel
import Ledger

/// Payments, invoices and the books.
extension ExceptionChecks {
    func paidBeforeInvoice(_ trail: JobTrail) -> [Suspicion] {
        let first = trail.job.invoices?.map(\.at.day).min()
        return payments(trail) { payment in first.map { payment.day < $0 } ?? false }
    }

    func settledWithoutInvoice(_ trail: JobTrail) -> Suspicion? {
        guard let settlement = trail.job.settlement, trail.job.invoicesInForce.isEmpty else { return nil }
        return Suspicion([trail.job.number], on: settlement.at.day, settlement.approved)
    }

    func overduePayable(_ trail: JobTrail) -> Suspicion? {
        guard let open = OpenPayable(trail, snapshot), open.due.isOverdue else { return nil }
        return Suspicion([trail.job.number], on: open.due.day, open.amount, isOpen: true)
    }

    func overdueRetention(_ trail: JobTrail) -> Suspicion? {
        guard let due = trail.job.settlement?.retentionDue, due < snapshot.asOf.day, trail.retention.isPositive
        else { return nil }
        return Suspicion([trail.job.number], on: due, trail.retention, isOpen: true)
    }

    func paidOnHolidays(_ trail: JobTrail) -> [Suspicion] {
        let calendar = snapshot.policy.calendar.calendar
        return payments(trail) { !calendar.isWorkday($0.day) }
    }

    func paidInLaterYear(_ trail: JobTrail) -> [Suspicion] {
        guard let settled = trail.job.settlement?.at.day.year else { return [] }
        return payments(trail) { settled < $0.day.year && $0.kind == .payment }
    }

    func payments(_ trail: JobTrail, _ isSuspect: (JobTrail.Transfer) -> Bool) -> [Suspicion] {
        trail.transfers.filter(isSuspect).map {
            Suspicion([trail.job.number], $0.number.text, on: $0.day, $0.amount)
        }
    }

    /// Every day at whose end an appropriation had less than nothing available.
    var availableBelowNothing: [Suspicion] {
        snapshot.ledger.appropriations.flatMap { appropriation in
            let own = snapshot.ledger.turnover.filter {
                $0.key.appropriation == appropriation.code && $0.key.account == .available && $0.key.day <= snapshot.asOf.day
            }
            let days = Dictionary(grouping: own) { $0.key.day }.sorted { $0.key < $1.key }
            var left = Fen.zero
            return days.compactMap { day, turnover -> Suspicion? in
                left += turnover.map { $0.value.effect(on: .available) }.sum
                return left.isNegative ? Suspicion([], appropriation.code.text, on: day, left) : nil
            }
        }
    }

    /// What stands on one side of the reconciliation for more than sixty days.
    var longUnmatched: [Suspicion] {
        let day = snapshot.asOf.day
        return Custody.allCases.map { Reconciliation(snapshot.bank, $0, on: day) }.flatMap { side in
            side.items.filter { day - $0.day > 60 }.map {
                Suspicion($0.jobs, $0.name.text, on: $0.day, max($0.effect.fen, -$0.effect.fen), isOpen: true)
            } + side.lines.filter { day - $0.line.day > 60 }.map {
                Suspicion([], $0.id.text, on: $0.line.day, $0.line.amount, isOpen: true)
            }
        }
    }

    mutating func takeNumbers(_ trail: JobTrail) {
        let job = trail.job
        for item in job.invoices ?? [] where item.voided == nil {
            let (invoice, seller) = (item.invoice, item.invoice.seller)
            let key = (seller.creditCode?.text ?? seller.name.text) + "/" + invoice.number.text.folded
            numbers.invoices.append(NumberFindings.Invoice(
                key: key, job: job.number, number: invoice.number.text, at: item.at, total: invoice.total))
        }
        for transfer in trail.transfers {
            numbers.transfers.append(NumberFindings.Transfer(
                job: job.number, contractor: job.contractor, number: transfer.number.text, day: transfer.day,
                amount: transfer.amount))
        }
    }

    /// An invoice that counts for two jobs, a payment's number that stands for two transfers: to different
    /// firms or of different days.
    var numbersTwice: [Suspicion] {
        (invoicesTwice + transfersTwice).sorted { ($0.day, $0.what ?? "") < ($1.day, $1.what ?? "") }
    }

    private var invoicesTwice: [Suspicion] {
        Dictionary(grouping: numbers.invoices, by: \.key).values.filter { Set($0.map(\.job)).count > 1 }.compactMap { group in
            group.max { $0.at < $1.at }.map { last in
                Suspicion(group.map(\.job), last.number, on: last.at.day, last.total)
            }
        }
    }

    private var transfersTwice: [Suspicion] {
        Dictionary(grouping: numbers.transfers) { $0.number.folded }.values.filter { group in
            Set(group.map(\.day)).count > 1 || Set(group.map(\.contractor)).count > 1
        }.compactMap { group in
            group.max { $0.day < $1.day }.map { last in
                Suspicion(group.map(\.job), last.number, on: last.day, group.map(\.amount).sum)
            }
        }
    }
}

/// The numbers of invoices and payments, which two jobs must not share.
struct NumberFindings: Sendable {
    struct Invoice: Sendable {
        let key: String
        let job: Code
        let number: String
        let at: Instant
        let total: Fen
    }

    struct Transfer: Sendable {
        let job: Code
        let contractor: Code?
        let number: String
        let day: Day
        let amount: Fen
    }

    var invoices: [Invoice] = []
    var transfers: [Transfer] = []
}
