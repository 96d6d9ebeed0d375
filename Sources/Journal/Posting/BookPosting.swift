import Jobs
import Kernel
import Ledger

/// The lines of the financial and the budget book (design §7; books.md B1 §1): booked from the same event
/// as those of the control book, in the same voucher. The financial book says what is owed and from what it
/// is paid, the budget book only what is paid. Version 3 of the rules.
struct BookPosting {
    let day: Day
    let context: Posting.Context

    func lines(for event: Event) -> [Line] {
        switch event {
        case .appropriated(.carried, let appropriation, let amount, _, let cash): carry(appropriation, amount, cash)
        case .fundsTransferred(let form): move(form)
        case .fundsRecalled(let form): recall(form)
        case .fundsReceived(let form): receive(form)
        case .fundsReturned(let form): giveBack(form)
        case .bankEntered(let form): BankEntryPosting.lines(form)
        case .job(let number, let event):
            JobBookPosting(
                posting: JobPosting(job: number, contractor: context.contractor), day: day, context: context
            ).lines(for: event)
        case .streetOpened, .streetJoined, .userAdded, .userDisabled, .policyAdopted, .contractorAdded,
             .contractorUpdated, .agreed, .estateAdded, .appropriated, .fundsCorrected, .statementImported,
             .statementVoided, .matched, .unmatched, .yearClosed, .yearAssessed, .accessSealed: []
        }
    }

    /// What an earlier year left: quota where it is accrued, money where it lies in the bank, else nothing
    /// yet.
    private func carry(_ appropriation: Appropriation, _ amount: Fen, _ cash: Fen?) -> [Line] {
        let titles = FundTitles.of(appropriation.kind)
        switch appropriation.channel {
        case .bank:
            return lines(cash ?? .zero, appropriation.code, [
                (.debit, .bankDeposit), (.credit, .accumulatedSurplus), (.debit, .monetaryFunds),
                (.credit, titles.carryOver),
            ])
        case .direct, .authorized:
            guard context.accrues(on: day), appropriation.kind == .fiscal else { return [] }
            return lines(amount, appropriation.code, [
                (.debit, .returnableQuota), (.credit, .accumulatedSurplus), (.debit, .returnableFunds),
                (.credit, titles.carryOver),
            ])
        }
    }

    /// Of accrued quota what no obligation needs goes back with the grant.
    private func recall(_ form: RecallForm) -> [Line] {
        guard let appropriation = context.appropriation(form.appropriation) else { return [] }
        return lines(free(form.amount, of: appropriation), form.appropriation, [
            (.debit, .accumulatedSurplus), (.credit, .returnableQuota),
            (.debit, FundTitles.of(appropriation.kind).returned), (.credit, .returnableFunds),
        ])
    }

    /// Accrued quota follows the grant to the other appropriation, with the carry-over that stands for it,
    /// so that each pays from its own (docs/DECISIONS.md).
    private func move(_ form: TransferFundsForm) -> [Line] {
        guard let from = context.appropriation(form.from) else { return [] }
        let quota = free(form.amount, of: from)
        let carryOver = FundTitles.of(from.kind).carryOver
        return lines(quota, form.to, [
            (.debit, .returnableQuota), (.credit, .accumulatedSurplus), (.debit, .returnableFunds), (.credit, carryOver),
        ]) + lines(quota, form.from, [
            (.debit, .accumulatedSurplus), (.credit, .returnableQuota), (.debit, carryOver), (.credit, .returnableFunds),
        ])
    }

    /// Of an amount the part that stands as accrued quota which no obligation needs.
    private func free(_ amount: Fen, of appropriation: Appropriation) -> Fen {
        guard appropriation.channel != .bank else { return .zero }
        let standing = context.state.ledger.standing(of: appropriation.code)
        let obliged = Account.heldByJob.reduce(Fen.zero) { $0 + standing[$1] }
        return min(amount, max(.zero, standing[.returnableQuota] - obliged))
    }

    /// Bank-held money is income when it arrives (实拨).
    private func receive(_ form: ReceiveForm) -> [Line] {
        let titles = FundTitles.of(context.appropriation(form.appropriation)?.kind ?? .fiscal)
        return lines(form.amount, form.appropriation, [
            (.debit, .bankDeposit), (.credit, titles.income), (.debit, .monetaryFunds), (.credit, titles.budgetIncome),
        ])
    }

    /// 缴回: of this year's income as far as it arrived this year, the rest of what earlier years left.
    private func giveBack(_ form: ReturnFundsForm) -> [Line] {
        let titles = FundTitles.of(context.appropriation(form.appropriation)?.kind ?? .fiscal)
        let ledger = context.state.ledger
        let year = ledger.effects.days(of: form.appropriation, after: Day.first(of: day.year) + -1)
            .filter { $0.year == day.year }
        let received = year.reduce(Fen.zero) {
            $0 + ledger.effects.effect(of: form.appropriation, on: $1)[titles.income]
        }
        let own = max(.zero, min(form.amount, received))
        let rest = form.amount - own
        let lapsed = min(rest, max(.zero, ledger.standing(of: form.appropriation)[.balance]))
        return booked(form.appropriation, [
            (.debit, titles.income, own), (.debit, .accumulatedSurplus, rest), (.credit, .bankDeposit, form.amount),
            (.debit, titles.budgetIncome, own), (.debit, .balanceReturned, lapsed),
            (.debit, titles.returned, rest - lapsed), (.credit, .monetaryFunds, form.amount),
        ])
    }

    private func lines(_ amount: Fen, _ code: Code, _ parts: [(Side, Account)]) -> [Line] {
        booked(code, parts.map { ($0, $1, amount) })
    }

    private func booked(_ code: Code, _ parts: [(Side, Account, Fen)]) -> [Line] {
        parts.filter { $0.2 != .zero }.map { Line($0, $1, $2, code) }
    }
}
