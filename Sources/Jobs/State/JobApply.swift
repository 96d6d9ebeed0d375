package import Kernel
internal import Ledger

extension Job {
    /// Takes an event in. Never refuses: events are facts that were decided before. The event's ledger lines are booked
    /// after it, by ``book(_:)``.
    package mutating func apply(_ event: JobEvent, at: Instant, by: Code, voucher: Code?) {
        let row = row(for: event)
        take(event, at: at, by: by, voucher: voucher)
        works = row?.worksTo ?? works
        papers = row?.papersTo ?? papers
        if works != .closed { closedAt = nil }
        switch event.verb.track {
        case .works: lastWorks = at
        case .papers: lastPapers = at
        case .both: (lastWorks, lastPapers) = (at, at)
        case .neither: break
        }
    }

    private mutating func take(_ event: JobEvent, at: Instant, by: Code, voucher: Code?) {
        switch event {
        case .called, .rejected, .transferred, .noted: break
        case .accepted(let form, let category, let due): accept(form, category, due)
        case .merged(let into, _, _): mergedInto = into
        case .visited: arrivedAt = arrivedAt ?? at
        case .dispatched(let form): dispatch = Dispatch(form: form, at: at)
        case .started: start(at: at, by: by)
        case .finished: finish(at: at, by: by)
        case .inspected(let form): if form.pass { passedAt = at } else { reworks += 1 }
        case .calledBack(let form): callBack(form)
        case .surveyed(let form, let total, let mark, let people):
            survey = Survey(form: form, total: total, mark: mark, at: at, by: by)
            surveyors += people.filter { !surveyors.contains($0) }
        case .authorized(let form, let due, _):
            authorization = Authorization(ceiling: form.ceiling, due: due, at: at, by: by)
        case .signed(let total, _, _, _): signedTotal = total
        case .slipSigned(let slip, _, let total, _): sign(slip: slip, total: total, by: by)
        case .changed(let number, let form, let change):
            slips.append(Slip(number: number, reason: form.reason, lines: form.lines, change: change, by: by))
        case .claimed(let revision, let form, let amounts, let tax, let total, let above):
            self.revision = revision
            review = nil
            claim = Claim(
                lines: form.lines, amounts: amounts, taxRate: form.taxRate, tax: tax, total: total,
                invoice: form.invoice, by: by, above: above)
        case .reviewed(let form, let tax, let approved):
            review = Review(lines: form.lines, tax: tax, approved: approved, by: by)
        case .disputed: disputed = true
        case .resolved: resolve()
        case .settled(let approved, let retention, let rate, let due, let shares, let document):
            settledAt = at
            settlement = Settlement(
                approved: approved, retention: retention, retentionRate: rate, retentionDue: due, shares: shares, at: at,
                by: by, voucher: voucher, document: document)
        case .invoiced(let invoice, let source, let revision):
            invoices = (invoices ?? []) + [
                RegisteredInvoice(invoice: invoice, source: source, revision: revision, at: at, by: by),
            ]
        case .paid(let number, let day, let amount, let shares):
            pay(.payment, number, day, amount, shares, voucher)
        case .released(let number, let day, let amount, let shares):
            pay(.retention, number, day, amount, shares, voucher)
        case .refunded(_, let number, _, _, _, _):
            for index in payments.indices where payments[index].paymentNo == number { payments[index].refunded = true }
        case .reversed(let revision, _, _, _):
            self.revision = revision
            reversedSettlement = settlement?.document?.number ?? reversedSettlement
            (claim, review, settlement, settledAt) = (nil, nil, nil, nil)
        case .closed: closedAt = at
        case .cancelled: suspension = nil
        case .suspended(let form): suspension = Suspension(since: at, until: form.until, reason: form.reason)
        case .resumed(let due):
            if let since = suspension?.since { pauses.append(Pause(from: since, to: at)) }
            suspension = nil
            self.due = due ?? self.due
        }
    }

    /// The row of the transition table that an event follows.
    private func row(for event: JobEvent) -> Transition? {
        let outcome = outcome(of: event)
        return TransitionTable.rows.first {
            $0.verb == event.verb && $0.outcome == outcome && $0.starts(at: works, papers)
        }
    }

    /// Which of a verb's rows an event follows.
    private func outcome(of event: JobEvent) -> Transition.Outcome? {
        switch event {
        case .inspected(let form): form.pass ? .pass : .fail
        case .signed: .form
        case .slipSigned: .slip
        case .paid(_, _, let amount, _): amount == held(.payable) ? .full : .part
        case .refunded(let kind, _, _, _, _, _): kind == .payment ? .payment : .retention
        case .called, .accepted, .rejected, .transferred, .merged, .visited, .surveyed, .authorized, .dispatched, .started,
             .finished, .changed, .claimed, .reviewed, .disputed, .resolved, .settled, .invoiced, .released, .reversed,
             .calledBack, .closed, .cancelled, .suspended, .resumed, .noted: nil
        }
    }
}

extension Job {
    private mutating func accept(_ form: AcceptForm, _ category: Code, _ due: Due) {
        self.category = category
        tenure = form.tenure
        estate = form.estate ?? estate
        urgency = form.urgency
        hazard = form.hazard
        self.due = due
    }

    private mutating func start(at: Instant, by: Code) {
        startedAt = startedAt ?? at
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

    private mutating func callBack(_ form: CallbackForm) {
        callbackAttempts += 1
        guard form.contacted else { return }
        contacted = true
        solved = form.solved
        satisfied = form.satisfied
    }

    private mutating func sign(slip number: Int, total: Fen, by: Code) {
        signedTotal = total
        for index in slips.indices where slips[index].number == number { slips[index].signedBy = by }
    }

    /// Claimed and reviewed go back to claimed, so the review is made anew; a settlement stays (design §6).
    private mutating func resolve() {
        disputed = false
        if papers == .reviewed { review = nil }
    }

    private mutating func pay(
        _ kind: Payment.Kind, _ number: Label, _ day: Day, _ amount: Fen, _ shares: [Share], _ voucher: Code?
    ) {
        payments.append(Payment(
            paymentNo: number, kind: kind, day: day, amount: amount, shares: shares, voucher: voucher, refunded: false))
    }
}
