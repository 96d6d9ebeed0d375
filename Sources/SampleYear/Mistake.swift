import Kernel

/// A plausible mistake between two steps of a job, and the refusal that answers it. Each is made once, by the
/// first job whose story it fits.
struct Mistake: Sendable {
    let code: RefusalCode
    let stage: Stage
    let fits: @Sendable (Story) -> Bool
    let act: @Sendable (Story) -> Void

    /// One command, sent by somebody.
    init(
        _ code: RefusalCode, _ stage: Stage, if fits: @escaping @Sendable (Story) -> Bool = { _ in true },
        _ verb: String,
        by: @escaping @Sendable (Story) -> String,
        with: @escaping @Sendable (Story) -> KeyValuePairs<String, JSON?> = { _ in [:] }
    ) {
        (self.code, self.stage, self.fits) = (code, stage, fits)
        act = { $0.add(verb, by($0), with($0), refused: code) }
    }

    /// Whatever the closure does.
    init(
        _ code: RefusalCode, _ stage: Stage, if fits: @escaping @Sendable (Story) -> Bool = { _ in true },
        doing act: @escaping @Sendable (Story) -> Void
    ) {
        (self.code, self.stage, self.fits, self.act) = (code, stage, fits, act)
    }

    static let all = intake + works + survey + papers + money
}

extension Mistake {
    static let intake = [
        Mistake(.userUnknown, .called, "accept", by: { _ in "chen.lv" }, with: { $0.acceptance() }),
        Mistake(.userDisabled, .called, if: { $0.now.day.month >= 5 }, "accept", by: { _ in "tang.lei" },
                with: { $0.acceptance() }),
        Mistake(.roleRequired, .called, "accept", by: { _ in "feng.jie" }, with: { $0.acceptance() }),
        Mistake(.scopeEstate, .called, if: { $0.place.estate == nil }, "accept", by: { $0.dispatcher },
                with: { $0.acceptance(tenure: "transferred") }),
        Mistake(.estateNotTransferred, .called, if: { $0.isManaged }, "accept", by: { $0.dispatcher },
                with: { $0.acceptance(tenure: "transferred") }),
        Mistake(.scopeManaged, .called, if: { $0.isManaged }, "accept", by: { $0.place.grid },
                with: { $0.acceptance(urgency: "urgent") }),
        Mistake(.hazardUnknown, .called, if: { $0.hazard != nil }, "accept", by: { $0.dispatcher },
                with: { $0.acceptance(hazard: "earthquake") }),
        Mistake(.mergeInto, .called, "merge", by: { $0.dispatcher },
                with: { ["into": .int($0.key), "reason": .string("重复来电")] }),
        Mistake(.jobState, .called, "dispatch", by: { $0.dispatcher },
            with: { ["contractor": .string($0.contractor)] }),
        Mistake(.refTaken, .called, if: { $0.ref != nil }, doing: { story in
            story.script.add(story.now, story.dispatcher, "job.call", [
                "ref": story.ref.map { .string($0) }, "channel": .string("12345热线"), "site": story.site,
                "category": .string(story.trouble.category), "description": story.say(story.trouble.calls),
            ], refused: .refTaken)
        }),
        Mistake(.categoryUnknown, .called, doing: { $0.wrongCall(category: "elevator",
            refused: .categoryUnknown) }),
        Mistake(.estateUnknown, .called, doing: { $0.wrongCall(estate: "HY", refused: .estateUnknown) }),
        Mistake(.jobUnknown, .accepted, doing: { story in
            story.script.add(story.now, story.dispatcher, "job.note", [
                "job": .string("2026-1004"), "text": .string("居民补充：可从西侧小门进入"),
            ], refused: .jobUnknown)
        }),
        Mistake(.suspendUntil, .accepted, "suspend", by: { _ in "zhao.ming" }, with: {
            ["until": .string($0.now.day.text), "reason": .string("等待停水许可")]
        }),
        Mistake(.jobNotSuspended, .signed, "resume", by: { _ in "zhao.ming" }),
        Mistake(.jobSuspended, .suspended, "survey", by: { $0.filer },
            with: { $0.surveyForm(visitors: $0.two) }),
    ]

    static let works = [
        Mistake(.authorizeOrdinary, .accepted, if: { $0.urgency == "ordinary" }, doing: {
            $0.authorize(upTo: Fen(500_000), "居民催得急", refused: .authorizeOrdinary)
        }),
        Mistake(.authorizeCeiling, .accepted, if: { $0.isEmergency }, doing: {
            $0.authorize(upTo: Fen(2_500_000), "估计工程量较大，先行施工", refused: .authorizeCeiling)
        }),
        Mistake(.authorizeSame, .authorized, doing: { story in
            let thousand: Int64 = 100_000
            let ceiling = min(Fen((story.total.value / thousand + 1) * thousand), Fen(20 * thousand))
            story.authorize(upTo: ceiling, "重复请示", refused: .authorizeSame)
        }),
        Mistake(.dispatchUnsigned, .surveyed, if: { !$0.isEmergency }, doing: {
            $0.send(to: $0.contractor, refused: .dispatchUnsigned)
        }),
        Mistake(.contractorUnknown, .signed, if: { !$0.isEmergency }, doing: {
            $0.send(to: "QS", refused: .contractorUnknown)
        }),
        Mistake(.dispatchSameCrew, .dispatched, doing: { $0.send(to: $0.contractor,
            refused: .dispatchSameCrew) }),
        Mistake(.timeOrder, .dispatched, doing: { story in
            let at = story.now + -2 * Instant.dayLength
            story.add("start", People.crew(of: story.contractor), refused: .timeOrder, at: at)
        }),
        Mistake(.dutyCrew, .finished, if: { $0.reporter == "gu.lin" }, "inspect", by: { _ in "gu.lin" },
            with: { _ in
            ["pass": .bool(true), "note": .string("现场看过，合格")]
        }),
        Mistake(.roleRequired, .finished, "inspect", by: { People.crew(of: $0.contractor) }, with: { _ in
            ["pass": .bool(true), "note": .string("自检合格")]
        }),
        Mistake(.callbackForm, .passed, "callback", by: { $0.place.grid }, with: { _ in
            ["contacted": .bool(false), "solved": .string("yes"), "satisfied": .int(5)]
        }),
        Mistake(.closeCallback, .unanswered, "close", by: { $0.dispatcher }),
        Mistake(.jobEnded, .closed, "visit", by: { $0.place.grid }, with: { story in
            ["visitors": .array([.string(story.place.grid)]), "findings": .string("居民反映旁边又有一处渗水")]
        }),
    ]
}

extension Story {
    /// A call that is put down wrongly; the right one is already there.
    func wrongCall(category: String? = nil, estate: String? = nil, refused: RefusalCode) {
        script.add(now, dispatcher, "job.call", [
            "channel": .string("街道值班电话"), "site": estate == nil ? site : .members([
                "address": .string(place.road + place.yard), "estate": estate.map { .string($0) },
            ]),
            "category": .string(category ?? trouble.category),
            "description": .string(category == nil ? "同一院内又有居民来电反映类似问题" : "电梯停运，老人被困在六楼"),
        ], refused: refused)
    }
}
