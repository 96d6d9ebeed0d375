import Bank
import Jobs
import Kernel
import Ledger

/// Payments, invoices and the books.
extension ExceptionChecks {
    var paidBeforeInvoice: [Suspicion] {
        payments { trail, payment in
            trail.job.invoices?.map(\.at.day).min().map { payment.day < $0 } ?? false
        }
    }

    var settledWithoutInvoice: [Suspicion] {
        trails.compactMap { trail in
            guard let settlement = trail.job.settlement, trail.job.invoicesInForce.isEmpty else { return nil }
            return Suspicion([trail.job.number], on: settlement.at.day, settlement.approved)
        }
    }

    var overduePayables: [Suspicion] {
        OpenPayable.booked(snapshot).filter(\.due.isOverdue).map {
            Suspicion([$0.job.number], on: $0.due.day, $0.amount, isOpen: true)
        }
    }

    var overdueRetention: [Suspicion] {
        trails.compactMap { trail in
            guard let due = trail.job.settlement?.retentionDue, due < snapshot.asOf.day, trail.retention.isPositive
            else { return nil }
            return Suspicion([trail.job.number], on: due, trail.retention, isOpen: true)
        }
    }

    var paidOnHolidays: [Suspicion] {
        let calendar = snapshot.policy.calendar.calendar
        return payments { _, payment in !calendar.isWorkday(payment.day) }
    }

    var paidInLaterYear: [Suspicion] {
        payments { trail, payment in
            trail.job.settlement.map { $0.at.day.year < payment.day.year && payment.kind == .payment } ?? false
        }
    }

    func payments(_ isSuspect: (JobTrail, JobTrail.Transfer) -> Bool) -> [Suspicion] {
        trails.flatMap { trail in
            trail.transfers.filter { isSuspect(trail, $0) }.map {
                Suspicion([trail.job.number], $0.number.text, on: $0.day, $0.amount)
            }
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

    /// An invoice that counts for two jobs, a payment's number that stands for two transfers: to different
    /// firms or of different days.
    var numbersTwice: [Suspicion] {
        (invoicesTwice + transfersTwice).sorted { ($0.day, $0.what ?? "") < ($1.day, $1.what ?? "") }
    }

    private var invoicesTwice: [Suspicion] {
        let all = trails.flatMap { trail in
            (trail.job.invoices ?? []).filter { $0.voided == nil }.map { (job: trail.job.number, item: $0) }
        }
        let groups = Dictionary(grouping: all) { _, item in
            let seller = item.invoice.seller
            return (seller.creditCode?.text ?? seller.name.text) + "/" + item.invoice.number.text.folded
        }
        return groups.values.filter { Set($0.map(\.job)).count > 1 }.compactMap { group in
            group.max { $0.item.at < $1.item.at }.map { last in
                let invoice = last.item.invoice
                return Suspicion(group.map(\.job), invoice.number.text, on: last.item.at.day, invoice.total)
            }
        }
    }

    private var transfersTwice: [Suspicion] {
        let all = trails.flatMap { trail in trail.transfers.map { (job: trail.job, item: $0) } }
        return Dictionary(grouping: all) { $0.item.number.text.folded }.values.filter { group in
            Set(group.map(\.item.day)).count > 1 || Set(group.map(\.job.contractor)).count > 1
        }.compactMap { group in
            group.max { $0.item.day < $1.item.day }.map { last in
                Suspicion(
                    group.map(\.job.number), last.item.number.text, on: last.item.day, group.map(\.item.amount).sum)
            }
        }
    }
}
