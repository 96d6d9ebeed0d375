import Jobs
import Journal
import Kernel
import Ledger

/// A random way through a street's year: mostly steps that may well be legal where a job stands, so that jobs
/// get as far as refunds and reversals, with junk between them. Each step is a line of a script, so a failing
/// walk can be read and shortened.
package struct StreetWalk {
    private var dice: SplitMix64
    private var payments = 0
    private var newest = "2026-0001"
    private var street: MemoryStreet?

    package init(seed: UInt64) { dice = SplitMix64(seed: seed) }

    /// The next line, after a look at where the street stands.
    package mutating func next(_ street: MemoryStreet) -> String {
        self.street = street
        let jobs = street.state.jobs.values.sorted { $0.number.text < $1.number.text }
        let live = jobs.filter { !$0.works.isEnd }.prefix(4)
        newest = jobs.last?.number.text ?? newest
        let closed = jobs.filter { $0.works == .closed }
        let what = switch roll(100) {
        case 0..<5: call()
        case 5..<9: funds()
        case 9..<11: bank(street)
        case 11..<15: junk(jobs.last)
        case 15..<20: closed.isEmpty ? call() : step(closed[roll(closed.count)])
        case _: live.count < 4 ? call() : step(live[roll(4)])
        }
        // A long pause now and then: a walk goes over two or three years.
        return (roll(30) == 0 ? "+60d" : pick(["+1m", "+7m", "+40m", "+3h", "+11h", "+2d"])) + " " + what
    }

    private mutating func roll(_ count: Int) -> Int { Int.random(in: 0..<max(1, count), using: &dice) }

    private mutating func pick(_ list: [String]) -> String { list[roll(list.count)] }

    private mutating func who(_ role: String) -> String { role + pick(["1", "2", "3"]) }

    /// Up to a limit, often with odd fen.
    private mutating func amount(_ limit: Fen) -> String {
        let top = max(1, limit.value)
        return Fen(roll(4) == 0 ? top : Int64.random(in: 1...top, using: &dice)).yuan
    }

    private mutating func call() -> String {
        pick([who("grid"), who("resident"), who("officer")]) + " call category=" + pick(["drain", "wall"])
    }

    private mutating func funds() -> String {
        let (a, b) = (pick(["M26", "M25", "N26"]), pick(["M26", "M25", "N26", "S26", "B26"]))
        let sum = amount(Fen(2_000_000))
        payments += 1
        if roll(5) == 0 { return who("cashier") + " fund.receive appropriation=B26 receiptNo=Y\(payments) amount=\(sum)" }
        return who("finance") + pick([
            " fund.transfer from=\(a) to=\(b) amount=\(sum)", " fund.recall appropriation=\(b) amount=\(sum)",
            " fund.appropriate appropriation=\(a) source=minsheng kind=supplement amount=\(sum)",
            " fund.appropriate appropriation=S26 source=sangong kind=supplement amount=\(sum)",
        ])
    }

    /// What the bank knows, money that goes back, and what was entered wrong.
    private mutating func bank(_ street: MemoryStreet) -> String {
        payments += 1
        let sum = amount(Fen(300_000))
        let entries = street.state.fundEntries.values.filter { $0.correctedBy == nil && $0.event != nil }
            .map(\.seq).sorted()
        let kind = pick(["interest", "surrender", "fee", "advance", "recovered", "unidentified", "sentBack"])
        switch roll(4) {
        case 0: return who("cashier") + " fund.return appropriation=B26 paymentNo=H\(payments) amount=\(sum)"
        case 1 where !entries.isEmpty:
            let right = roll(3) == 0 ? "" : " amount=" + amount(Fen(6_000_000))
            return who("leader") + " fund.correct record:=\(entries[roll(entries.count)])" + right
        case _: return who("finance") + " bank.entry kind=\(kind) appropriation=B26 amount=" + amount(Fen(20_000))
        }
    }

    /// Now and then a day some time ago: what is entered late reaches back over what was booked since.
    private mutating func late(_ street: MemoryStreet?) -> String {
        guard let today = street?.state.head.latest?.day, roll(3) == 0 else { return "" }
        return " day=" + (today + -roll(40)).text
    }

    private mutating func junk(_ job: Job?) -> String {
        let name = job.map { "#" + $0.number.text } ?? "#2026-9999"
        return pick([
            "nobody note \(name)", "crew1 sign \(name)", "cashier1 pay \(name) amount=0.00",
            "officer1 survey \(name) total=1e3",
            "cashier1 refund \(name) paymentNo=P0", "leader1 reverse \(name)", "head1 sign \(name) slip:=9",
            "grid1 call category=moon", "dispatcher1 close \(name)", "officer1 claim \(name) total=99999999.99",
            "finance1 fund.transfer from=M26 to=S26 amount=1.00", "dispatcher1 cancel #2026-9999",
            "head1 resume \(name)",
        ])
    }

    private mutating func step(_ job: Job) -> String {
        let name = "#" + job.number.text
        if job.suspension != nil { return who("head") + pick([" resume ", " resume ", " cancel "]) + name }
        if job.disputed { return pick([who("head") + " resolve ", who("finance") + " review "]) + name }
        if roll(40) == 0 { return who("head") + " suspend \(name) until=2030-01-01" }
        if roll(60) == 0 { return who("head") + " cancel \(name)" }
        if roll(20) == 0 { return who("grid") + pick([" note ", " visit "]) + name }
        if roll(40) == 0 {
            return who("grid") + " regrade \(name) " + pick(["urgency=critical", "category=wall", "urgency=ordinary"])
        }
        if job.works == .registered { return register(name) }
        return roll(2) == 0 ? work(job, name) : paper(job, name)
    }

    private mutating func register(_ name: String) -> String {
        if roll(7) == 0 { return who("dispatcher") + pick([" reject ", " transfer "]) + name }
        if roll(12) == 0 { return who("dispatcher") + " merge \(name) into=\(newest)" }
        return who("grid") + " accept \(name) " + pick([
            "urgency=urgent", "urgency=critical", "", "tenure=transferred estate=e1 urgency=urgent",
            "tenure=managed urgency=critical hazard=collapse",
        ])
    }

    private mutating func work(_ job: Job, _ name: String) -> String {
        switch job.works {
        case .accepted: return who("dispatcher") + " dispatch \(name) contractor=" + pick(["c1", "c2"])
        case .dispatched:
            return who(pick(["crew", "dispatcher"])) + pick([" start ", " start ", " start ", " dispatch "]) + name
        case .started: return who("crew") + " finish \(name)"
        case .finished:
            return who("inspector") + " inspect \(name) pass:=" + pick(["true", "true", "true", "false"])
        case .passed:
            let silent = roll(3) == 0 ? " contacted:=false -solved -satisfied" : ""
            if job.papers != .settled && job.papers != .paid { return paper(job, name) }
            if roll(25) == 0 { return pick([who("resident") + " rate ", who("officer") + " publish "]) + name }
            if roll(12) == 0 { return who("inspector") + " rework \(name)" }
            if job.contacted { return pick([who("dispatcher") + " close \(name)", who("leader") + " close \(name) reason=x"]) }
            return who("grid") + " callback \(name)" + (silent.isEmpty ? pick(["", "", " solved=no"]) : silent)
        case .registered, .rejected, .transferred, .merged, .cancelled, .closed: return paper(job, name)
        }
    }

    private mutating func paper(_ job: Job, _ name: String) -> String {
        switch job.papers {
        case .none, .surveyed: return hold(job, name)
        case .signed: return signed(job, name)
        case .claimed:
            let claimed = job.claim?.amounts ?? []
            let cut = claimed.map { roll(2) == 0 ? $0.yuan : amount($0) }.joined(separator: ",")
            let review = who("finance") + " review \(name) approved=\(cut)"
            let claim = who("officer") + " claim \(name) total=" + amount(job.currentTotal)
            let back = who("finance") + " return \(name) what=claim"
            return pick([review, review, review, who("crew") + " dispute \(name)", claim, back])
        case .reviewed:
            if roll(5) == 0 { return who("finance") + " dispute \(name)" }
            if roll(4) == 0 { return invoice(job, name) }
            return signer() + " settle \(name) retentionRate=" + pick(["3", "1.5", "0"])
                + pick(["", " warrantyMonths:=6", " warrantyMonths:=24"])
        case .settled, .paid, .closed: return money(job, name)
        }
    }

    /// For what was approved; sometimes of the other firm.
    private mutating func invoice(_ job: Job, _ name: String) -> String {
        let own = job.contractor?.text == "c2" ? 2 : 1
        let code = MemoryStreet.creditCode(roll(8) == 0 ? 3 - own : own)
        let total = job.review?.approved.yuan ?? "1.00"
        return who(pick(["officer", "finance"]))
            + " invoice \(name) total=\(total) seller:={'name':'x','creditCode':'\(code)'}"
    }

    private mutating func signer() -> String { who(pick(["committee", "leader", "head"])) }

    private mutating func hold(_ job: Job, _ name: String) -> String {
        if job.papers == .surveyed, roll(2) == 0 { return signer() + " sign \(name)" }
        if job.papers == .surveyed, roll(8) == 0 { return signer() + " return \(name) what=survey" }
        if job.urgency != .ordinary, roll(3) == 0 {
            return who("head") + " authorize \(name) ceiling=" + amount(Fen(2_000_000))
        }
        let fund = pick([
            "", "", " fund=M26:60%,M25:40%", " fund=N26:33.3333%,M26:66.6667%", " fund=S26:50%,M26:50%",
            " fund=B26:70%,M26:30%",
        ])
        let total = amount(Fen(3_000_000)) + "," + amount(Fen(100_000))
        return who("officer") + " survey \(name) total=\(total)\(fund)"
    }

    private mutating func signed(_ job: Job, _ name: String) -> String {
        if let slip = job.slips.first(where: { $0.signedBy == nil }), roll(2) == 0 {
            let verb = pick([" sign \(name)", " sign \(name)", " return \(name) what=slip"])
            return who(pick(["committee", "leader"])) + verb + " slip:=\(slip.number)"
        }
        if job.works == .passed, roll(4) > 0 {
            let half = Fen(job.currentTotal.value / 2)
            return who("officer") + " claim \(name) total=" + amount(half) + "," + amount(half)
        }
        return who("officer") + " change \(name) delta=" + pick(["", "-"]) + amount(Fen(300_000))
    }

    private mutating func money(_ job: Job, _ name: String) -> String {
        payments += 1
        let cashier = who("cashier")
        if let paid = job.payments.last(where: { !$0.refunded }), roll(4) == 0 {
            return cashier + " refund \(name) paymentNo=\(paid.paymentNo.text)" + pick(["", "", " cause=mistaken"])
        }
        if let invoice = job.invoices?.last(where: { $0.voided == nil }), roll(6) == 0 {
            return who("finance") + " invoice.void \(name) number=\(invoice.invoice.number.text)"
        }
        if roll(12) == 0 { return cashier + " recover \(name) amount=" + amount(max(.zero, job.held(.paid))) + late(street) }
        if roll(10) == 0 { return who("leader") + " withhold \(name) amount=" + amount(job.held(.retention)) }
        if roll(5) == 0 { return who("leader") + " reverse \(name)" }
        if roll(8) == 0 { return who("officer") + " dispute \(name)" }
        let kind = job.papers == .settled && roll(4) > 0 ? "pay" : "release"
        let part = roll(2) == 0 ? " amount=" + amount(job.held(kind == "pay" ? .payable : .retention)) : ""
        let custody = roll(3) == 0 ? " custody=" + pick(["treasury", "bank"]) : ""
        // A number of before is one transfer with it, if contractor, day and custody are the same.
        let number = roll(4) == 0 ? payments - 1 : payments
        return "\(cashier) \(kind) \(name) paymentNo=Z\(number)\(custody)\(part)" + late(street)
            + (kind == "release" ? pick(["", " reason=x"]) : "")
    }
}

/// Drops one line after another, the last first, as long as what is left still fails.
package func shortened(_ lines: [String], failing: ([String]) -> Bool) -> [String] {
    var kept = lines
    for index in lines.indices.reversed() {
        var fewer = kept
        fewer.remove(at: index)
        if failing(fewer) { kept = fewer }
    }
    return kept
}
