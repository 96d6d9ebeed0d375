import Kernel

/// One job from its call to its end, step by step in the order of time. Every step leaves a line in the
/// script.
final class Story {
    let script: Script
    let key: Int
    /// Its own, so that a change in one story leaves the others as they are.
    let dice: Dice
    let place: Place
    let trouble: Trouble
    let features: Set<Feature>
    let stop: Stop?
    let turn: Int
    let spot: String
    let calledAt: Instant
    var now: Instant
    let dispatcher: String
    let filer: String
    var visitors: [String] = []
    var urgency = "ordinary"
    var hazard: String?
    var lines: [WorkLine]
    var contractor: String
    var reporter = ""
    var mistakesLeft = 2
    // Of the papers.
    var claimant = "", reviewer = "", settler = "", slipAuthor = ""
    var claimed: [WorkLine] = []
    var taxed = false
    var tax = Fen.zero
    var approved = Fen.zero
    var retention = Fen.zero
    var lastPayment = ""
    var refundedPayment: String?
    /// Of the invoice that the claim announces or the settlement brings.
    var invoiceNo = ""
    /// What was invoiced of the settlement in force.
    var invoices: [(no: String, total: Fen)] = []
    var ref: String?
    /// The job that this one is merged into.
    var mergeTarget: Int?

    var total: Fen { lines.total }
    var isEmergency: Bool { features.contains(.emergency) }
    var isManaged: Bool { place.tenure == "managed" }

    init(
        _ script: Script, key: Int, at: Instant, _ place: Place, _ trouble: Trouble,
        _ features: Set<Feature>, turn: Int
    ) {
        dice = Dice(seed: SampleYear.seed &+ UInt64(key) &* 1_000_003)
        (self.script, self.key, self.place, self.trouble, self.turn) = (script, key, place, trouble, turn)
        self.features = features
        stop = Plot.stops[key]
        (calledAt, now) = (at, at)
        spot = place.spot(dice)
        dispatcher = dice.chance(65) ? "chen.lu" : "gu.lin"
        let officer = dice.pick(["li.wei", "qian.yu", "li.wei", "qian.yu", "zhou.hai"])
        filer = stop == nil ? officer : "li.wei"
        contractor = People.contractor(for: trouble.category)
        lines = WorkLine.lines(trouble.items, script.policy, dice)
        if features.contains(.large) {
            for index in lines.indices { lines[index].quantity = lines[index].quantity.scaled(by: 4) }
        }
        slipAuthor = dice.chance(50) ? "zhou.hai" : filer
    }

    /// A line of this job, at the moment the story has come to.
    func add(
        _ verb: String, _ by: String, _ with: KeyValuePairs<String, JSON?> = [:], refused: RefusalCode? = nil,
        at: Instant? = nil, repeats: Bool = false
    ) {
        script.add(
            at ?? now, by, "job." + verb, job: key, with, refused: refused, sent: at == nil ? nil : now,
            repeats: repeats)
    }

    /// Some minutes later.
    func wait(_ minutes: ClosedRange<Int>) {
        now = now + Int64(dice.int(minutes)) * Instant.minute + Int64(dice.int(0...59)) * Instant.second
    }

    /// In the office, after so many working hours.
    func office(_ hours: ClosedRange<Int>) {
        let minutes = Int64(dice.int(hours)) * 60 + Int64(dice.int(3...55))
        now = script.policy.calendar.adding(working: minutes * Instant.minute, to: now)
            + Int64(dice.int(0...59)) * Instant.second
    }

    /// Outdoors: any day of the week, between morning and dusk.
    func field(_ hours: ClosedRange<Int>) {
        wait(hours.lowerBound * 60...hours.upperBound * 60 + 20)
        let hour = now.timeOfDay / Instant.hour
        if hour >= 7, hour < 19 { return }
        let day = hour < 7 ? now.day : now.day + 1
        now = Instant(day, hour: dice.int(7...8), minute: dice.int(20...59))
        now = now + Int64(dice.int(0...59)) * Instant.second
    }

    /// A mistake may happen here; then somebody corrects it and the story goes on, unless it stops here.
    func reached(_ stage: Stage) {
        if let stop, stop.stage == stage { return standStill(stop) }
        guard mistakesLeft > 0, script.mistakesMade < key + 3,
              let index = script.mistakes.firstIndex(where: { $0.stage == stage && $0.fits(self) })
        else { return }
        let mistake = script.mistakes.remove(at: index)
        (mistakesLeft, script.mistakesMade) = (mistakesLeft - 1, script.mistakesMade + 1)
        wait(2...9)
        mistake.act(self)
        wait(2...12)
    }

    /// The rest of the year, in which nothing happens to the job but mistakes; the story goes on in the next.
    private func standStill(_ stop: Stop) {
        wait(5...20)
        add("note", dispatcher, ["text": .string(stop.reason)])
        let mistakes = Mistake.lasting.filter { $0.stage == stop.stage }
        let calendar = script.policy.calendar
        let room = calendar.working(from: now, to: Script.lastMoment) / Int64(mistakes.count + 1)
        for mistake in mistakes {
            let pause = min(room, Int64(dice.int(100...900)) * Instant.minute)
            let second = Int64(dice.int(0...59)) * Instant.second
            now = calendar.adding(working: pause, to: now) + second
            mistake.act(self)
        }
        now = Script.nextYear
    }

    /// One of several wordings, another one each time the same trouble comes up.
    func say(_ texts: [String]) -> JSON {
        .string(texts[turn % texts.count].replacingAll("{spot}", with: spot))
    }

    func photos(_ count: ClosedRange<Int>) -> JSON? {
        let all = (0..<dice.int(count)).map { _ in
            JSON.members([
                "hash": .string(dice.hash()), "type": .string(dice.chance(90) ? "image/jpeg" : "image/png"),
                "size": .int(dice.int(180_000...2_400_000)),
            ])
        }
        return all.isEmpty ? nil : .array(all)
    }
}

extension Quantity {
    func scaled(by factor: Int64) -> Quantity { Quantity(thousandths: thousandths * factor) }
}

extension String {
    func replacingAll(_ mark: String, with text: String) -> String {
        var rest = self[...]
        var out = ""
        while let found = rest.firstRange(of: mark) {
            out += rest[..<found.lowerBound] + text
            rest = rest[found.upperBound...]
        }
        return out + rest
    }
}
