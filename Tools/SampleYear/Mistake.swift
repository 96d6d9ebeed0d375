import Kernel

/// A plausible mistake between two steps of a job, and the refusal that answers it. Each is made once. What
/// refuses it must never change afterwards, so that the file applied again is answered the same: either no
/// later step can (`passing`), or the job stands still until the year is over (`lasting`).
struct Mistake: Sendable {
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
        self.init(stage, if: fits) { $0.add(verb, by($0), with($0), refused: code) }
    }

    /// Whatever the closure does.
    init(
        _ stage: Stage, if fits: @escaping @Sendable (Story) -> Bool = { _ in true },
        doing act: @escaping @Sendable (Story) -> Void
    ) {
        (self.stage, self.fits, self.act) = (stage, fits, act)
    }

    /// By the first job whose story it fits.
    static let passing = [
        Mistake(.userUnknown, .called, "accept", by: { _ in "chen.lv" }, with: { $0.acceptance() }),
        Mistake(.userDisabled, .called, if: { $0.now.day.month >= 5 }, "accept", by: { _ in "tang.lei" },
                with: { $0.acceptance() }),
        Mistake(.roleRequired, .called, "accept", by: { _ in "feng.jie" }, with: { $0.acceptance() }),
        Mistake(.called, if: { $0.ref != nil }, doing: { story in
            story.script.add(story.now, story.dispatcher, "job.call", [
                "ref": story.ref.map { .string($0) }, "channel": .string("12345热线"), "site": story.site,
                "category": .string(story.trouble.category), "description": story.say(story.trouble.calls),
            ], refused: .refTaken)
        }),
        Mistake(.called, doing: { $0.wrongCall(category: "elevator", refused: .categoryUnknown) }),
        Mistake(.called, doing: { $0.wrongCall(estate: "HY", refused: .estateUnknown) }),
        Mistake(.accepted, doing: { story in
            story.script.add(story.now, story.dispatcher, "job.note", [
                "job": .string("2026-1004"), "text": .string("居民补充：可从西侧小门进入"),
            ], refused: .jobUnknown)
        }),
        Mistake(.roleRequired, .finished, "inspect", by: { People.crew(of: $0.contractor) }, with: { _ in
            ["pass": .bool(true), "note": .string("自检合格")]
        }),
        Mistake(.jobEnded, .closed, if: \.isOver, "visit", by: { $0.place.grid }, with: { story in
            ["visitors": .array([.string(story.place.grid)]), "findings": .string("居民反映旁边又有一处渗水")]
        }),
        Mistake(.payNothing, .closed, if: { $0.isOver && $0.retention == .zero }, "release",
                by: { _ in "feng.jie" }, with: { $0.payment() }),
        Mistake(.paymentUnknown, .closed, if: \.isOver, "refund", by: { _ in "feng.jie" }, with: { _ in
            ["paymentNo": .string("ZF20250612-01"), "reason": .string("银行退回")]
        }),
        Mistake(.reversePaid, .closed, if: \.isOver, "reverse", by: { _ in "sun.yan" }, with: { _ in
            ["reason": .string("审定数量有误，拟冲销")]
        }),
        Mistake(.paymentRefunded, .closed, if: { $0.isOver && $0.refundedPayment != nil }, "refund",
            by: { _ in "feng.jie" }, with: {
            ["paymentNo": $0.refundedPayment.map { .string($0) }, "reason": .string("银行退回")]
        }),
    ]

    static let lasting = works + papers + money
}

extension Story {
    /// Whether closing was the last step.
    var isOver: Bool {
        let later: Set<Feature> = [.reversal, .release, .halfYear, .earlyRelease, .withheld, .recovered, .noInvoice]
        return features.isDisjoint(with: later)
    }

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
