import Kernel

/// The steps of the work.
extension Story {
    func call(channel: String? = nil) {
        let channels = ["12345热线", "12345热线", "街道值班电话", "网格巡查", "微信小程序", "来访"]
        let channel = channel ?? (features.contains(.byRef) ? "12345热线" : dice.pick(channels))
        if channel == "12345热线" { ref = "12345-" + now.day.text.filter { $0 != "-" } + "-" + dice.digits(4) }
        let by = switch channel {
        case "网格巡查": place.grid
        case "微信小程序": "jumin"
        case _: dispatcher
        }
        let words = (say(trouble.calls).string ?? "") + (channel == "网格巡查" ? "" : dice.pick(Words.tails))
        let caller: JSON? = channel == "网格巡查" ? nil : .members([
            "name": .string(People.caller(dice)), "phone": .string(People.phone(dice)),
            "confidential": .bool(dice.chance(15)),
        ])
        add("call", by, [
            "ref": ref.map { .string($0) }, "channel": .string(channel), "caller": caller, "site": site,
            "category": .string(trouble.category), "description": .string(words),
        ])
        reached(.called)
    }

    var site: JSON {
        let point = dice.chance(40)
        return .members([
            "address": .string(place.road + place.yard + spot), "community": .string(place.community),
            "estate": place.estate.map { .string($0) },
            "lat": point ? .string("32.0" + dice.digits(4)) : nil,
            "lon": point ? .string("118.7" + dice.digits(4)) : nil,
        ])
    }

    func accept() {
        wait(8...70)
        add("accept", dice.chance(70) ? dispatcher : place.grid, acceptance())
        reached(.accepted)
    }

    func acceptance(
        tenure: String? = nil, estate: String? = nil, hazard other: String? = nil,
        urgency changed: String? = nil
    ) -> KeyValuePairs<String, JSON?> {
        [
            "tenure": .string(tenure ?? place.tenure), "estate": estate.map { .string($0) },
            "urgency": .string(changed ?? urgency),
            "hazard": (other ?? hazard).map { .string($0) },
        ]
    }

    func visit() {
        if urgency == "ordinary" { office(0...4) } else { wait(urgency == "critical" ? 15...45 : 25...100) }
        let guests = dice.chance(35) ? [dice.pick(["居民代表 张桂兰", "楼栋长 刘长贵", "社区 周书记", "老党员 陈德胜"])] : []
        add("visit", dice.chance(50) ? place.grid : filer, [
            "visitors": .array(([place.grid, filer] + guests).map { .string($0) }),
            "findings": say(trouble.findings),
            "photos": photos(1...3),
        ])
        reached(.visited)
    }

    /// It looks worse than it was told: from now on it is a danger.
    func regrade() {
        wait(5...15)
        urgency = "critical"
        hazard = Self.hazards[trouble.category]
        add("regrade", place.grid, [
            "urgency": .string(urgency), "hazard": hazard.map { .string($0) },
            "reason": .string("现场查看险情扩大，随时可能伤及行人，升为急难险重"),
        ])
    }

    func dispatch() {
        wait(15...80)
        send(to: contractor)
        reached(.dispatched)
        guard features.contains(.redispatch) else { return }
        field(2...5)
        add("note", dispatcher, ["text": .string("原队伍抢险车抛锚，无法按时到场，改派另一支队伍")])
        wait(5...20)
        contractor = contractor == "SZ" ? "LJ" : "SZ"
        send(to: contractor)
    }

    func send(to contractor: String, refused: RefusalCode? = nil) {
        let plant = lines.filter { $0.kind == "plant" }.map { line in
            JSON.members(["kind": .string(line.item), "count": .int(1)])
        }
        add("dispatch", dispatcher, [
            "contractor": .string(contractor), "workers": .int(workers),
            "vehicles": plant.isEmpty ? nil : .array(plant),
            "due": .string((now.day + (urgency == "ordinary" ? 7 : 2)).text),
        ], refused: refused)
    }

    /// About two days of work for each.
    private var workers: Int {
        let days = lines.filter { $0.kind == "labour" }.reduce(0) { $0 + $1.quantity.thousandths } / 1000
        return min(8, max(2, Int(days) / 2))
    }

    func start() {
        if urgency == "critical" { wait(30...110) } else { field(urgency == "ordinary" ? 3...18 : 1...3) }
        let other = dice.chance(30) ? dispatcher : People.crew(of: contractor)
        reporter = stop?.reporter ?? other
        add("start", reporter, ["note": dice.chance(40) ? .string(dice.pick(Words.starts)) : nil,
            "photos": photos(0...1)])
    }

    func finish() {
        if urgency == "critical" { wait(150...420) } else { field(urgency == "ordinary" ? 4...36 : 3...9) }
        add("finish", reporter, ["note": .string(dice.pick(Words.finishes(trouble.category))),
            "photos": photos(1...2)])
        reached(.finished)
    }

    func inspect() {
        let failures = features.contains(.twoReworks) ? 2 : features.contains(.rework) ? 1 : 0
        for round in 0..<failures {
            field(1...20)
            add("inspect", "yan.hua", [
                "pass": .bool(false), "note": .string(Words.failures(trouble.category)[round]),
                "photos": photos(1...2),
            ])
            field(3...26)
            add("finish", reporter, ["note": .string("已按验收意见返工，请复验")])
        }
        field(1...22)
        let inspector = reporter == "gu.lin" || dice.chance(70) ? "yan.hua" : "gu.lin"
        add("inspect", inspector, [
            "pass": .bool(true), "note": .string(dice.pick(Words.passes(trouble.category))),
            "photos": photos(0...2),
        ])
    }

    func callBack() {
        let by = dice.chance(50) ? place.grid : dispatcher
        guard !features.contains(.threeCalls) else { return failToCall(by) }
        if features.contains(.unsolved) { comeAgain(by) }
        let solved = dice.chance(92) ? "yes" : "partly"
        let stars = solved == "yes" ? dice.int(4...5) : dice.int(2...3)
        add("callback", by, [
            "contacted": .bool(true), "solved": .string(solved), "satisfied": .int(stars),
            "note": .string(dice.pick(solved == "yes" ? Words.thanks : Words.complaints)),
        ])
    }

    /// The resident says that nothing is solved: the crew comes once more, and the call-back after that
    /// counts.
    private func comeAgain(_ by: String) {
        add("callback", by, [
            "contacted": .bool(true), "solved": .string("no"), "satisfied": .int(1),
            "note": .string("居民说当晚又不行了，问题根本没有解决，要求重做"),
        ])
        wait(20...60)
        add("rework", dispatcher, ["reason": .string("回访反映未解决，通知原施工队当天返工")])
        start()
        finish()
        inspect()
        office(2...6)
    }

    private func failToCall(_ by: String) {
        for note in ["电话无人接听", "手机关机", "拨打三次均无人接听，已发短信告知办理结果"] {
            add("callback", by, ["contacted": .bool(false), "note": .string(note)])
            reached(.unanswered)
            office(5...9)
        }
    }
}
