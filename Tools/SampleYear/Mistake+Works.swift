import Kernel

/// On jobs whose work stands still: in the order in which they are made on one job.
extension Mistake {
    static let works = [
        Mistake(.scopeEstate, .called, "accept", by: { $0.dispatcher },
                with: { $0.acceptance(tenure: "transferred") }),
        Mistake(.estateNotTransferred, .called, "accept", by: { $0.dispatcher },
                with: { $0.acceptance(tenure: "transferred", estate: "JH") }),
        Mistake(.scopeManaged, .called, "accept", by: { $0.place.grid },
                with: { $0.acceptance(tenure: "managed", estate: "JH", urgency: "urgent") }),
        Mistake(.hazardUnknown, .called, "accept", by: { $0.place.grid },
                with: {
            $0.acceptance(tenure: "managed", estate: "JH", hazard: "wind", urgency: "critical")
        }),
        Mistake(.visited, doing: {
            $0.authorize(upTo: Fen(500_000), "居民催得急", refused: .authorizeOrdinary)
        }),
        Mistake(.suspendUntil, .visited, "suspend", by: { _ in "zhao.ming" }, with: {
            ["until": .string($0.now.day.text), "reason": .string("等待停水许可")]
        }),
        Mistake(.surveyVisitors, .visited, "survey", by: { $0.filer },
            with: { $0.surveyForm(visitors: [$0.filer]) }),
        Mistake(.quantityPositive, .visited, "survey", by: { $0.filer }, with: { story in
            let negative = story.lines.map { $0.with(quantity: $0.quantity.scaled(by: -1)) }
            return story.surveyForm(visitors: [story.filer, story.place.grid], lines: negative)
        }),
        Mistake(.jobSuspended, .suspended, "survey", by: { $0.filer },
            with: { $0.surveyForm(visitors: [$0.filer, $0.place.grid]) }),
        Mistake(.signed, doing: { $0.send(to: "QS", refused: .contractorUnknown) }),
        Mistake(.jobState, .signed, "start", by: { People.crew(of: $0.contractor) }),
        Mistake(.jobNotSuspended, .signed, "resume", by: { _ in "zhao.ming" }),
        Mistake(.mergeInto, .signed, "merge", by: { $0.dispatcher },
                with: { ["into": .int($0.key), "reason": .string("重复来电")] }),
        Mistake(.dispatched, doing: { $0.send(to: $0.contractor, refused: .dispatchSameCrew) }),
        Mistake(.dispatched, doing: { story in
            let at = story.now + -2 * Instant.dayLength
            story.add("start", People.crew(of: story.contractor), refused: .timeOrder, at: at)
        }),
        Mistake(.dispatched, doing: {
            $0.authorize(upTo: Fen(2_500_000), "估计工程量较大，先行施工", refused: .authorizeCeiling)
        }),
        Mistake(.dispatched, doing: { $0.authorize(upTo: $0.ceiling, "重复请示", refused: .authorizeSame) }),
        Mistake(.dutyCrew, .finished, "inspect", by: { $0.reporter }, with: { _ in
            ["pass": .bool(true), "note": .string("现场看过，合格")]
        }),
        Mistake(.callbackForm, .claimed, "callback", by: { $0.place.grid }, with: { _ in
            ["contacted": .bool(false), "solved": .string("yes"), "satisfied": .int(5)]
        }),
        Mistake(.closeCallback, .unanswered, "close", by: { $0.dispatcher }),
    ]
}
