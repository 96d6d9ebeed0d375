import Jobs
package import Kernel
import Ledger

extension State {
    /// Takes a record in: its events, then the lines of its vouchers. The same function runs when a command is executed and
    /// when a journal is replayed. Throws only `money.range`, for a journal that no version of the rules can have written.
    ///
    /// With `stepsUntil` the steps of jobs that happened later are left out, for a report on the past; the money they
    /// booked stays, since a line has a day of its own.
    package mutating func apply(_ record: Record, stepsUntil: Instant? = nil, hash: String) throws(Refusal) {
        let later = stepsUntil.map { record.at > $0 } ?? false
        for (index, event) in record.events.enumerated() {
            if later, case .job(let number, let event) = event {
                note(event, of: number, record.at)
                continue
            }
            let voucher = index < record.vouchers.count ? record.vouchers[index].number : nil
            try apply(event, record, voucher: voucher)
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

    private mutating func apply(_ event: Event, _ record: Record, voucher: Code?) throws(Refusal) {
        switch event {
        case .streetOpened(let form): try open(form, record)
        case .streetJoined(let form): street?.parent = form.parent
        case .userAdded(let user): put(user)
        case .userDisabled(let code):
            register.users[code]?.active = false
            touched.insert(.user(code))
        case .policyAdopted(let effective, let policy):
            policies.append(PolicyVersion(seq: record.seq, effective: effective, policy: policy))
            touched.insert(.policy(record.seq))
        case .contractorAdded(let contractor):
            register.contractors[contractor.code] = contractor
            touched.insert(.contractor(contractor.code))
            take(Unique(.creditCode, contractor.creditCode.text), for: contractor.code)
        case .contractorUpdated(let contractor):
            register.contractors[contractor.code] = contractor
            touched.insert(.contractor(contractor.code))
        case .agreed(let agreement):
            register.agreements.insert(agreement)
            touched.insert(.agreement(agreement))
            take(.agreement(agreement.agreement, contractor: agreement.contractor), for: agreement.contractor)
        case .estateAdded(let estate):
            register.estates[estate.code] = estate
            touched.insert(.estate(estate.code))
        case .appropriated(_, let appropriation, _, _):
            guard ledger.appropriation(appropriation.code) == nil else { return }
            ledger.add(appropriation)
            touched.insert(.appropriation(appropriation.code))
        case .fundsTransferred, .fundsRecalled: break
        case .fundsReceived(let form):
            take(Unique(.receipt, form.receiptNo.text), for: form.appropriation)
            put(BookItem(
                custody: .bank, name: ItemName(.receipt, form.receiptNo), day: form.day, effect: form.amount))
        case .statementImported(let form): try take(form, record)
        case .matched(let form, let custody): match(form, custody, record)
        case .unmatched(let form): unmatch(form)
        case .job(let number, let event): apply(event, to: number, record, voucher)
        }
    }

    private mutating func open(_ form: OpenStreetForm, _ record: Record) throws(Refusal) {
        street = Street(
            code: form.code, name: form.name, year: form.year, sandbox: form.sandbox ?? false,
            hash: form.hash ?? .sha256, openedAt: record.at, openedBy: record.by, parent: form.parent)
        put(User(user: record.by, name: try Label(record.by.text), roles: [.admin]))
    }

    private mutating func put(_ user: User) {
        register.users[user.user] = user
        touched.insert(.user(user.user))
    }

    private mutating func apply(_ event: JobEvent, to number: Code, _ record: Record, _ voucher: Code?) {
        if case .called(let form) = event {
            jobs[number] = Job(number: number, call: form, at: record.at, by: record.by)
            count(Counter(.job, record.at.day.year))
        }
        if case .settled(_, _, _, _, _, _?) = event { count(Counter(.settlement, record.at.day.year)) }
        jobs[number]?.apply(event, at: record.at, by: record.by, voucher: voucher)
        touched.insert(.job(number))
        note(event, of: number, record.at)
        for unique in uniques(of: event, jobs[number]) { take(unique, for: number) }
    }

    private func uniques(of event: JobEvent, _ job: Job?) -> [Unique] {
        switch event {
        case .called(let form): return form.ref.map { [Unique(.ref, $0.text)] } ?? []
        case .claimed(_, let form, _, _, _, _):
            guard let invoice = form.invoice, let seller = job?.contractor else { return [] }
            return [.invoice(invoice.number, seller: seller)]
        case .invoiced(let invoice, _, _):
            return job?.contractor.map { [.invoice(invoice.number, seller: $0)] } ?? []
        case .paid(let number, _, _, _), .released(let number, _, _, _): return [Unique(.payment, number.text)]
        case .accepted, .rejected, .transferred, .merged, .visited, .surveyed, .authorized, .signed, .slipSigned,
             .dispatched, .started, .finished, .inspected, .changed, .reviewed, .disputed, .resolved, .settled, .refunded,
             .reversed, .calledBack, .closed, .cancelled, .suspended, .resumed, .noted: return []
        }
    }

    mutating func take(_ unique: Unique, for owner: Code) {
        register.taken[unique] = owner
        touched.insert(.taken(unique))
    }

    private mutating func count(_ counter: Counter) {
        counters[counter, default: 0] += 1
        touched.insert(.counter(counter))
    }

    private mutating func book(_ voucher: Voucher, jobs followed: Bool) throws(Refusal) {
        try ledger.book(voucher.lines, on: voucher.day)
        for line in voucher.lines {
            touched.insert(.standing(line.appropriation, line.account))
            if followed, let job = line.job { try jobs[job]?.book(line) }
        }
    }
}
