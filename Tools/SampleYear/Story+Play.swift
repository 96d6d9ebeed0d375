import Kernel

/// The order of the steps: paper first for ordinary jobs, work first in an emergency.
extension Story {
    func play() {
        setUrgency()
        call()
        if endsEarly() { return }
        accept()
        visit()
        if features.contains(.regrade) { regrade() }
        if features.contains(.suspend) { suspend() }
        if features.contains(.cancelEarly) { return cancel("现场核实产权单位已自行处理，居民同意撤单", by: dispatcher) }
        isEmergency ? workFirst() : paperFirst()
    }

    /// What makes each kind of trouble a danger.
    static let hazards = [
        "drain": "flooding", "septic": "sewage-overflow", "water": "flooding", "wall": "collapse",
        "roof": "falling-object", "tree": "falling-object", "light": "electric",
        "manhole": "falling-object",
        "road": "fire-access", "other": "electric",
    ]

    private func setUrgency() {
        let throwOf = dice.int(1...100)
        urgency = isManaged ? "critical" : isEmergency
            ? (throwOf <= 25 ? "critical" : "urgent")
            : features.contains(.ordinary) || throwOf <= 75 ? "ordinary" : "urgent"
        hazard = urgency == "critical" ? Self.hazards[trouble.category] : nil
    }

    /// Rejected, handed on, merged into the call before: no work of ours.
    private func endsEarly() -> Bool {
        wait(30...120)
        if features.contains(.reject) {
            add("reject", dispatcher, ["reason": .string(key % 2 == 0
                ? "户内设施由产权人自行维修，已电话说明并提供便民维修电话" : "该处已列入本月市政大修计划，不再重复派单，已向来电人说明")])
            return true
        }
        if features.contains(.transfer) {
            let (unit, reason) = Words.elsewhere(trouble.category)
            add("transfer", dispatcher, ["unit": .string(unit), "reason": .string(reason)])
            return true
        }
        guard features.contains(.merge), let into = mergeTarget else { return false }
        add("merge", dispatcher, ["into": .int(into), "reason": .string("同一小区同一处问题，另一位居民已来电，合并办理")])
        return true
    }

    private func paperFirst() {
        office(2...9)
        survey()
        sign()
        if features.contains(.cancelSigned) {
            office(3...12)
            return cancel("老旧小区改造项目提前进场，本处已纳入改造，撤销并释放资金", by: "zhao.ming")
        }
        doWork()
        change()
        office(8...30)
        settleAccounts()
    }

    private func workFirst() {
        authorize()
        if features.contains(.earlyForm) { survey(); sign() }
        dispatch()
        start()
        if features.contains(.cancelStarted) {
            wait(60...200)
            return cancel("开工后发现是相邻工地施工所致，责任方已接管抢修，撤场", by: "zhao.ming")
        }
        finishWork()
        if !features.contains(.earlyForm) {
            office(features.contains(.overdueForm) ? 40...70 : 2...12)
            survey()
            sign()
        }
        office(8...40)
        settleAccounts()
    }

    private func doWork() {
        dispatch()
        start()
        finishWork()
    }

    private func finishWork() {
        finish()
        inspect()
        guard !features.contains(.lateCallback) else { return }
        office(2...12)
        callBack()
    }

    private func settleAccounts() {
        claim()
        office(5...22)
        let cutting = dice.chance(45) || features.contains(.dispute)
        review(cutting: cutting && !features.contains(.replacedClaim))
        if features.contains(.dispute) {
            dispute()
            office(4...16)
            review(cutting: false)
        }
        office(4...16)
        settle()
        pay()
        if features.contains(.refund) {
            refund("收款账号一位数字有误，银行退回")
            pay()
        }
        close()
    }

    private func cancel(_ reason: String, by: String) {
        wait(10...60)
        add("cancel", by, ["reason": .string(reason)])
    }

    /// 挂账: waiting for something that nobody here decides.
    private func suspend() {
        wait(30...90)
        let days = dice.int(9...16)
        let until = stop?.stage == .suspended ? Script.nextYear.day : now.day + days
        add("suspend", "zhao.ming", [
            "until": .string(until.text),
            "reason": .string(dice.pick(["产权界线待区房管部门书面确认", "须等连续晴天方可施工", "等待停水许可"])),
        ])
        reached(.suspended)
        office(10...20)
        add("note", place.grid, ["text": .string("已向居民说明挂账原因，现场围挡完好"), "photos": photos(1...1)])
        now = max(now, Instant(until, hour: 9))
        office(0...2)
        add("resume", "zhao.ming")
    }
}
