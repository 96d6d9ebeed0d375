package import Kernel
package import Ledger

/// When, by whom and under which rules an event was recorded, and the voucher that it booked.
package struct EventStamp: Sendable {
    package let at: Instant
    package let by: Code
    /// Version of the rules that the record names.
    package let rules: Int
    package let voucher: Voucher?

    package init(at: Instant, by: Code, rules: Int, voucher: Voucher?) {
        self.at = at
        self.by = by
        self.rules = rules
        self.voucher = voucher
    }

    /// What the voucher booked besides the control book.
    var booked: [Line] { (voucher?.lines ?? []).filter { $0.book != .control } }
}

extension Job {
    /// Takes an event in. Never refuses: events are facts that were decided before. The event's ledger
    /// lines are booked after it, by ``book(_:)``.
    package mutating func apply(_ event: JobEvent, _ stamp: EventStamp) {
        let at = stamp.at
        let ends = event.ends(on: self, rules: stamp.rules)
        remember(event, stamp)
        take(event, stamp)
        works = ends.works ?? works
        papers = ends.papers ?? papers
        if works != .closed { closedAt = nil }
        switch event.verb.track {
        case .works: lastWorks = at
        case .papers: lastPapers = at
        case .both: (lastWorks, lastPapers) = (at, at)
        case .neither: break
        }
    }

    private mutating func take(_ event: JobEvent, _ stamp: EventStamp) {
        let (at, by) = (stamp.at, stamp.by)
        switch event {
        case .called(_, let warranty, let reopened): (warrantyOf, reopens) = (warranty, reopened)
        case .rejected, .transferred, .noted: break
        case .accepted(let form, let category, let due, let community):
            accept(form, category, due, community)
            acceptedAt = at
        case .regraded(_, let scope, let due): regrade(scope, due)
        case .merged(let into, _, _): mergedInto = into
        // A visit may be written down later than what followed it.
        case .visited: arrivedAt = arrivedAt.map { min($0, at) } ?? at
        case .dispatched(let form): dispatch = Dispatch(form: form, at: at)
        case .started: start(at: at, by: by)
        case .finished: finish(at: at, by: by)
        case .inspected(let form): if form.pass { passedAt = at } else { reworks += 1 }
        case .reworked: rework()
        case .calledBack(let form): callBack(form)
        case .rated(let form): rate(form, at: at)
        case .published(let form): published = form
        case .surveyed(let form, let total, let mark, let people, _, let above):
            survey = Survey(form: form, total: total, mark: mark, at: at, by: by, above: above)
            surveyors += people.filter { !surveyors.contains($0) }
            if returned?.what == .survey { returned = nil }
        case .authorized(let form, let due, _):
            authorization = Authorization(ceiling: form.ceiling, due: due, at: at, by: by)
        case .signed(let total, _, _, let held):
            (signedTotal, signedAt) = (total, at)
            order(by: held)
        case .slipSigned(let slip, _, let total, _): sign(slip: slip, total: total, by: by)
        case .changed(let number, let form, let change, let above):
            slips.append(Slip(
                number: number, reason: form.reason, lines: form.lines, change: change, by: by, above: above))
            if returned?.what == .slip { returned = nil }
        case .returned(let form): sendBack(form)
        case .claimed(let revision, let form, let amounts, let tax, let total, let above):
            self.revision = revision
            review = nil
            if returned?.what == .claim { returned = nil }
            claim = Claim(
                lines: form.lines, amounts: amounts, taxRate: form.taxRate, tax: tax, total: total,
                invoice: form.invoice, by: by, above: above)
        case .reviewed(let form, let tax, let approved):
            review = Review(lines: form.lines, tax: tax, approved: approved, by: by)
        case .disputed: disputed = true
        case .resolved: resolve()
        case .settled(let approved, let retention, let rate, let due, let shares, let document, let warranty):
            settledAt = at
            settlement = Settlement(
                approved: approved, retention: retention, retentionRate: rate, retentionDue: due, shares: shares, at: at,
                by: by, voucher: stamp.voucher?.number, document: document, warranty: warranty, booked: stamp.booked)
        case .invoiced(let invoice, let source, let revision):
            invoices = (invoices ?? []) + [
                RegisteredInvoice(
                    invoice: invoice, source: source, revision: revision, at: at, by: by, approved: review?.approved),
            ]
        case .invoiceVoided(let number, let reason, let red): void(number, reason, red, stamp)
        case .paid(let number, let day, let amount, let shares):
            pay(.payment, number, day, amount, shares, nil, stamp)
        case .released(let number, let day, let amount, let shares, let early):
            pay(.retention, number, day, amount, shares, early, stamp)
        case .refunded(_, let number, _, _, _, let voucher, let cause): refund(number, voucher, cause, on: at.day)
        case .recovered(let amount, let day, let reference, let reason, let shares):
            let recovery = Recovery(
                amount: amount, day: day, reference: reference, reason: reason, shares: shares, booked: stamp.booked)
            recoveries = (recoveries ?? []) + [recovery]
        case .withheld(let amount, _, _): withheld = (withheld ?? .zero) + amount
        case .reversed(let revision, _, _, _): reverse(revision, on: at.day)
        case .closed: closedAt = at
        case .cancelled: suspension = nil
        case .suspended(let form): suspension = Suspension(since: at, until: form.until, reason: form.reason)
        case .resumed(let due):
            if let since = suspension?.since { pauses.append(Pause(from: since, to: at)) }
            suspension = nil
            self.due = due ?? self.due
        }
    }
}

extension Job {
    private mutating func accept(_ form: AcceptForm, _ category: Code, _ due: Due, _ community: Label?) {
        self.category = category
        tenure = form.tenure
        estate = form.estate ?? estate
        urgency = form.urgency
        hazard = form.hazard ?? hazard
        self.community = community ?? self.community
        self.due = due
    }

    private mutating func regrade(_ scope: JobScope, _ due: Due?) {
        (category, tenure, estate, urgency) = (scope.category, scope.tenure, scope.estate, scope.urgency)
        (hazard, address, community) = (scope.hazard, scope.address, scope.community)
        self.due = due
    }

    private mutating func start(at: Instant, by: Code) {
        startedAt = at
        arrivedAt = arrivedAt ?? at
        join(by)
    }

    private mutating func finish(at: Instant, by: Code) {
        finishedAt = at
        join(by)
    }

    /// The crew, for the inspection, is whoever reported start or finish (design §12).
    private mutating func join(_ user: Code) {
        if !crew.contains(user) { crew.append(user) }
    }

    /// Back to the crew: what was said of the work before counts no longer.
    private mutating func rework() {
        reworks += 1
        (passedAt, finishedAt) = (nil, nil)
        (contacted, callbackAttempts, solved, satisfied) = (false, 0, nil, nil)
        rating = nil
    }

    /// Another job was merged into this one.
    package mutating func absorb(_ other: Code) { absorbed = (absorbed ?? []) + [other] }

    /// A later call came within this job's warranty.
    package mutating func answer(_ other: Code) { warrantyCalls = (warrantyCalls ?? []) + [other] }

    /// This job had ended, and its outside number came again.
    package mutating func hand(to other: Code) { reopenedBy = other }

    private mutating func callBack(_ form: CallbackForm) {
        callbackAttempts += 1
        guard form.contacted else { return }
        contacted = true
        solved = form.solved
        satisfied = form.satisfied
    }

    /// The resident's own word: it is a contact, and the latest one.
    private mutating func rate(_ form: RateForm, at: Instant) {
        rating = Rating(form: form, at: at)
        (contacted, solved, satisfied) = (true, form.solved, form.satisfied)
    }
}

extension Job {
    /// Ties of a division go to the share that was signed earlier, whatever an authorisation held before
    /// (design §7).
    private mutating func order(by held: [Share]) {
        let first = held.map { share in
            holdings.first { $0.appropriation == share.appropriation } ?? Holding(share.appropriation)
        }
        holdings = first + holdings.filter { old in !first.contains { $0.appropriation == old.appropriation } }
    }

    private mutating func sign(slip number: Int, total: Fen, by: Code) {
        signedTotal = total
        for index in slips.indices where slips[index].number == number { slips[index].signedBy = by }
    }

    private mutating func sendBack(_ form: ReturnForm) {
        returned = form
        guard form.what == .slip else { return }
        for index in slips.indices where slips[index].number == form.slip { slips[index].returned = form.reason }
    }

    /// Claimed and reviewed go back to claimed, so the review is made anew; a settlement stays (design §6).
    private mutating func resolve() {
        disputed = false
        if papers == .reviewed { review = nil }
    }

    private mutating func void(_ number: Label, _ reason: Prose, _ red: RedInvoice?, _ stamp: EventStamp) {
        for index in (invoices ?? []).indices where invoices?[index].isOf(number) == true {
            invoices?[index].voided = VoidedInvoice(reason: reason, red: red, at: stamp.at, by: stamp.by)
        }
    }

    private mutating func pay(
        _ kind: Payment.Kind, _ number: Label, _ day: Day, _ amount: Fen, _ shares: [Share], _ early: Prose?,
        _ stamp: EventStamp
    ) {
        payments.append(Payment(
            paymentNo: number, kind: kind, day: day, amount: amount, shares: shares, voucher: stamp.voucher?.number,
            refunded: false, booked: stamp.booked, early: early))
    }

    /// The voucher tells a payment from another of the same number; the oldest records have none.
    private mutating func refund(_ number: Label, _ voucher: Code?, _ cause: RefundForm.Cause?, on day: Day) {
        for index in payments.indices where payments[index].paymentNo == number && !payments[index].refunded {
            if let voucher, payments[index].voucher != voucher { continue }
            payments[index].refunded = true
            payments[index].refundedOn = day
            payments[index].cause = cause
        }
    }

    private mutating func reverse(_ revision: Int, on day: Day) {
        self.revision = revision
        reversedSettlement = settlement?.document?.number ?? reversedSettlement
        if let settled = settlement?.at.day.year, settled < day.year { replacesEarlierYear = true }
        (claim, review, settlement, settledAt, recoveries, withheld) = (nil, nil, nil, nil, nil, nil)
    }
}
