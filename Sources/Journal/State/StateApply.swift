import Jobs
package import Kernel
import Ledger

extension State {
    /// Takes a record in: its events, then the lines of its vouchers. The same function runs when a command
    /// is executed and when a journal is replayed. Throws only `money.range`, for a journal that no version
    /// of the rules can have written.
    ///
    /// With `stepsUntil` the steps of jobs that happened later are left out, for a report on the past; the
    /// money they booked stays, since a line has a day of its own.
    package mutating func apply(_ record: Record, stepsUntil: Instant? = nil, hash: String) throws(Refusal) {
        let later = stepsUntil.map { record.at > $0 } ?? false
        for event in record.events {
            if later, case .job(let number, let event) = event {
                note(event, of: number, record.at)
                continue
            }
            try apply(event, record)
        }
        for voucher in record.vouchers {
            try book(voucher, jobs: !later)
            count(Counter(.voucher, voucher.day.year))
        }
        head.seq = record.seq
        head.hash = hash
        head.recorded = record.recorded
        head.latest = max(record.at, head.latest ?? record.at)
    }

    private mutating func apply(_ event: Event, _ record: Record) throws(Refusal) {
        switch event {
        case .streetOpened(let form): try open(form, record)
        case .streetJoined(let form): street?.parent = form.parent
        case .userAdded(let user): put(user)
        case .userDisabled(let code): disable(code)
        case .policyAdopted(let effective, let policy):
            policies.append(PolicyVersion(seq: record.seq, effective: effective, policy: policy))
            touched.insert(.policy(record.seq))
        case .contractorAdded(let contractor):
            put(contractor, by: record.by)
            take(.creditCode(contractor.creditCode), for: contractor.code)
        case .contractorUpdated(let contractor): put(contractor, by: record.by)
        case .agreed(let agreement):
            register.put(agreement)
            touched.insert(.agreement(agreement))
            take(.agreement(agreement.agreement, contractor: agreement.contractor), for: agreement.contractor)
        case .estateAdded(let estate):
            register.put(estate)
            touched.insert(.estate(estate.code))
        case .appropriated(_, let appropriation, _, _, _):
            if ledger.appropriation(appropriation.code) == nil {
                ledger.add(appropriation)
                touched.insert(.appropriation(appropriation.code))
            }
            try enter(event, record)
        case .fundsTransferred, .fundsRecalled, .fundsReceived, .fundsReturned, .bankEntered: try enter(event, record)
        case .fundsCorrected(let form, let right): try correct(form, right, record)
        case .statementImported(let form): try take(form, record)
        case .statementVoided(let form, let account): try void(form, account, record)
        case .matched(let form, let custody): match(form, custody, record)
        case .unmatched(let form): unmatch(form)
        case .yearClosed(let close): shut(close.year, record)
        // Whoever asks for them reads the records.
        case .yearAssessed, .accessSealed: break
        case .job(let number, let event): apply(event, to: number, record)
        }
    }

    private mutating func shut(_ year: Int, _ record: Record) {
        closedYears[year] = ClosedYear(year: year, seq: record.seq, day: record.at.day)
        touched.insert(.closedYear(year))
    }

    private mutating func open(_ form: OpenStreetForm, _ record: Record) throws(Refusal) {
        street = Street(
            code: form.code, name: form.name, year: form.year, sandbox: form.sandbox ?? false,
            hash: form.hash ?? .sha256, openedAt: record.at, openedBy: record.by, parent: form.parent)
        put(User(user: record.by, name: try Label(record.by.text), roles: [.admin]))
    }

    private mutating func put(_ user: User) {
        register.put(user)
        touched.insert(.user(user.user))
    }

    private mutating func disable(_ code: Code) {
        guard var user = register.user(code) else { return }
        user.active = false
        put(user)
    }

    /// Whoever gave the account that is there now; a change of the name alone leaves that as it is.
    private mutating func put(_ contractor: Contractor, by user: Code) {
        let before = register.knownContractor(contractor.code)
        let same = before != nil && before?.bank == contractor.bank
        let giver = same ? register.accountChangedBy(contractor.code) : contractor.bank.map { _ in user }
        register.put(contractor, accountBy: giver)
        touched.insert(.contractor(contractor.code))
    }

    private mutating func apply(_ event: JobEvent, to number: Code, _ record: Record) {
        if case .called(let form, let warranty, let reopens) = event {
            jobs[number] = Job(number: number, call: form, at: record.at, by: record.by)
            count(Counter(.job, record.at.day.year))
            if let warranty { change(warranty) { $0.answer(number) } }
            if let reopens { change(reopens) { $0.hand(to: number) } }
        }
        if case .settled(_, _, _, _, _, _?, _) = event { count(Counter(.settlement, record.at.day.year)) }
        if case .merged(let into, _, _) = event { change(into) { $0.absorb(number) } }
        let stamp = EventStamp(at: record.at, by: record.by, rules: record.rules, voucher: record.vouchers.first)
        jobs[number]?.apply(event, stamp)
        if event.moves { jobs[number]?.moved = LatestMove(seq: record.seq, verb: event.verb, by: record.by) }
        touched.insert(.job(number))
        note(event, of: number, record.at)
        for unique in uniques(of: event, number) { take(unique, for: number) }
    }

    /// Another job than the event's own is told.
    private mutating func change(_ job: Code, _ told: (inout Job) -> Void) {
        touched.insert(.job(job))
        guard var other = jobs[job] else { return }
        told(&other)
        jobs[job] = other
    }

    /// What an event uses up.
    private func uniques(of event: JobEvent, _ job: Code) -> [Unique] {
        let invoice = { (number: Label?) -> [Unique] in
            guard let number, let seller = jobs[job]?.contractor else { return [] }
            return [.invoice(number, seller: seller)]
        }
        switch event {
        case .called(let form, _, _): return form.ref.map { [.ref($0)] } ?? []
        case .claimed(_, let form, _, _, _, _): return invoice(form.invoice?.number)
        case .invoiced(let form, _, _): return invoice(form.number)
        case .invoiceVoided(_, _, let red): return invoice(red?.number)
        case .settled(_, _, _, _, _, _, let warranty):
            return warranty == nil ? [] : jobs[job].map { [.place($0.scope)] } ?? []
        // A settled job that turns out to be elsewhere takes its warranty along.
        case .regraded(_, let scope, _): return jobs[job]?.settlement?.warranty == nil ? [] : [.place(scope)]
        case .paid(let number, _, _, _), .released(let number, _, _, _, _): return [.payment(number)]
        case .recovered(_, _, let reference, _, _): return [.receipt(reference)]
        case .accepted, .rejected, .transferred, .merged, .visited, .surveyed, .authorized, .signed, .slipSigned,
             .dispatched, .started, .finished, .inspected, .reworked, .changed, .returned, .reviewed, .disputed,
             .resolved, .refunded, .withheld, .reversed, .calledBack, .rated, .published, .closed, .cancelled,
             .suspended, .resumed, .noted: return []
        }
    }

    mutating func take(_ unique: Unique, for owner: Code) {
        register.take(unique, for: owner)
        touched.insert(.taken(unique))
    }

    mutating func free(_ unique: Unique) {
        register.free(unique)
        touched.insert(.taken(unique))
    }

    private mutating func count(_ counter: Counter) {
        counters[counter, default: 0] += 1
        touched.insert(.counter(counter))
    }

    private mutating func book(_ voucher: Voucher, jobs followed: Bool) throws(Refusal) {
        try ledger.book(voucher.lines, on: voucher.day, in: voucher.inPhase)
        for line in voucher.lines {
            touched.insert(.standing(line.appropriation, line.account))
            if followed, let job = line.job { try jobs[job]?.book(line) }
        }
    }
}
