import Kernel

extension Mistake {
    static let survey = [
        Mistake(.surveyVisitors, .accepted, "survey", by: { $0.filer },
            with: { $0.surveyForm(visitors: [$0.filer]) }),
        Mistake(.quantityPositive, .accepted, "survey", by: { $0.filer }, with: { story in
            let negative = story.lines.map { $0.with(quantity: $0.quantity.scaled(by: -1)) }
            return story.surveyForm(visitors: story.two, lines: negative)
        }),
        Mistake(.fundingSum, .accepted, "survey", by: { $0.filer }, with: { story in
            story.surveyForm(visitors: story.two, funding: [
                share("MS-2025-01", percent: "60"), share("MS-2026-01", percent: "30"),
            ])
        }),
        Mistake(.fundingForm, .accepted, "survey", by: { $0.filer }, with: { story in
            story.surveyForm(visitors: story.two, funding: [
                share("MS-2025-01", percent: "50"), share("MS-2026-01", amount: story.total),
            ])
        }),
        Mistake(.fundingTenure, .accepted, if: { $0.place.tenure != "transferred" }, "survey",
            by: { $0.filer }, with: {
            $0.surveyForm(visitors: $0.two, funding: [share("SG-2026-01", amount: $0.total)])
        }),
        // Last year's money is long spent; the form is made anew and funded by the rule.
        Mistake(.fundsInsufficient, .accepted, if: {
            [4, 5, 6, 7, 8].contains($0.now.day.month) && !$0.isEmergency && $0.place.tenure == "unowned"
                && (Fen(500_000)...Fen(5_000_000)).contains($0.total)
        }, doing: { story in
            story.add("survey", "li.wei", story.surveyForm(
                visitors: ["li.wei", story.place.grid], funding: [share("MS-2025-01", amount: story.total)]))
            story.office(1...3)
            story.add("sign", "sun.yan", refused: .fundsInsufficient)
        }),
        Mistake(.dutySurveyor, .surveyed, if: { $0.visitors.contains("zhao.ming") }, "sign",
            by: { _ in "zhao.ming" }),
        Mistake(.tierRole, .surveyed,
            if: { $0.total > Fen(1_000_000) && !$0.visitors.contains("zhao.ming") }, "sign",
                by: { _ in "zhao.ming" }),
    ]

    static let papers = [
        Mistake(.linesTotal, .signed, "change", by: { $0.filer }, with: { story in
            let back = story.lines[0].with(quantity: story.lines[0].quantity.scaled(by: -1))
            return ["reason": .string("调整施工部位，数量不变"), "lines": [story.lines[0], back].json]
        }),
        Mistake(.slipTotal, .signed, "change", by: { $0.filer }, with: { story in
            let none = story.lines.map { $0.with(quantity: $0.quantity.scaled(by: -1)) }
            return ["reason": .string("全部取消"), "lines": none.json]
        }),
        Mistake(.slipUnknown, .signed, "sign", by: { _ in "sun.yan" }, with: { _ in ["slip": .int(3)] }),
        Mistake(.dutySlipAuthor, .slipWritten, if: { $0.slipAuthor == "zhou.hai" }, "sign",
            by: { _ in "zhou.hai" }, with: { _ in ["slip": .int(1)] }),
        Mistake(.slipSigned, .slipSigned, "sign", by: { _ in "ma.jun" }, with: { _ in ["slip": .int(1)] }),
        Mistake(.claimExceeds, .claimed, if: { !$0.taxed }, doing: { story in
            let more = story.lines.map { $0.with(price: $0.price + Fen(2_000)) }
            story.sendClaim(more, invoice: "2632" + story.dice.digits(16), more.total, refused: .claimExceeds)
        }),
        Mistake(.invoiceTaken, .claimed, if: { $0.usedInvoice != nil }, doing: { story in
            story.sendClaim(
                story.claimed, invoice: story.usedInvoice ?? "", story.claimed.total, refused: .invoiceTaken)
        }),
        Mistake(.reviewLine, .claimed, if: { $0.claimed.count > 1 }, doing: { story in
            story.reviewer = "zheng.li"
            story.sendReview(story.claimed.dropLast().map(\.amount), reason: nil, refused: .reviewLine)
        }),
        Mistake(.reviewExceeds, .claimed, doing: { story in
            story.reviewer = "wu.fang"
            let more = story.claimed.map { $0.amount + Fen(10_000) }
            story.sendReview(more, reason: "笔误", refused: .reviewExceeds)
        }),
        Mistake(.reviewReason, .claimed, doing: { story in
            story.reviewer = "zheng.li"
            let less = story.claimed.map { Fen($0.amount.value - 5_000) }
            story.sendReview(less, reason: nil, refused: .reviewReason)
        }),
        Mistake(.jobNotDisputed, .claimed, "resolve", by: { _ in "sun.yan" },
            with: { _ in ["note": .string("已协调")] }),
        Mistake(.jobDisputed, .disputed, "dispute", by: { _ in "zheng.li" }, with: { _ in
            ["reason": .string("补充一条异议：考勤表缺签字")]
        }),
        Mistake(.dutyClaimant, .reviewed, if: { $0.claimant == "zhou.hai" }, "settle",
            by: { _ in "zhou.hai" }),
        Mistake(.settleRetention, .reviewed, "settle", by: { _ in "ma.jun" }, with: { _ in
            ["retentionRate": .string("5"), "warrantyMonths": .int(12)]
        }),
    ]

    static let money = [
        Mistake(.payExceeds, .settled, "pay", by: { _ in "feng.jie" }, with: { story in
            story.payment(amount: story.approved - story.retention + Fen(100))
        }),
        Mistake(.payDay, .settled, "pay", by: { _ in "feng.jie" },
            with: { $0.payment(day: $0.now.day + -1) }),
        Mistake(.payNothing, .settled, if: { $0.retention == .zero }, "release", by: { _ in "feng.jie" },
                with: { $0.payment() }),
        Mistake(.closePayable, .settled, "close", by: { $0.dispatcher }),
        Mistake(.dutyReviewer, .settled, if: { $0.reviewer == "wu.fang" && [6,
            7].contains($0.now.day.month) }, "pay", by: { _ in "wu.fang" }, with: { $0.payment() }),
        Mistake(.dutySettler, .settled, if: { $0.settler == "zhou.hai" && [8,
            9].contains($0.now.day.month) }, "pay", by: { _ in "zhou.hai" }, with: { $0.payment() }),
        Mistake(.paymentTaken, .settled, if: { $0.usedPayment != nil }, "pay", by: { _ in "feng.jie" },
            with: {
            ["paymentNo": $0.usedPayment.map { .string($0) }, "day": .string($0.now.day.text)]
        }),
        Mistake(.paymentUnknown, .paid, "refund", by: { _ in "feng.jie" }, with: { _ in
            ["paymentNo": .string("ZF20250612-01"), "reason": .string("银行退回")]
        }),
        Mistake(.reversePaid, .paid, "reverse", by: { _ in "sun.yan" }, with: { _ in
            ["reason": .string("审定数量有误，拟冲销")]
        }),
        Mistake(.paymentRefunded, .refunded, "refund", by: { _ in "feng.jie" }, with: {
            ["paymentNo": .string($0.lastPayment), "reason": .string("银行退回")]
        }),
    ]

    private static func share(_ appropriation: String, percent: String? = nil, amount: Fen? = nil) -> JSON {
        .members([
            "appropriation": .string(appropriation), "amount": amount.map { .string($0.yuan) },
            "percent": percent.map { .string($0) },
        ])
    }
}

extension Story {
    var two: [String] { [filer, place.grid] }

    /// A number that another job has used by now; a day's distance keeps it before this line in the file.
    var usedPayment: String? {
        script.payments.last { $0.at < now + -Instant.dayLength && $0.no != lastPayment }?.no
    }

    var usedInvoice: String? {
        script.invoices.dropLast().last { $0.at < now + -Instant.dayLength && $0.seller == contractor }?.no
    }

    func payment(amount: Fen? = nil, day: Day? = nil) -> KeyValuePairs<String, JSON?> {
        [
            "amount": amount.map { .string($0.yuan) },
            "paymentNo": .string("ZF" + now.day.text.filter { $0 != "-" } + "-90"),
            "day": .string((day ?? now.day).text),
        ]
    }
}

extension WorkLine {
    func with(quantity: Quantity) -> WorkLine {
        var line = self
        line.quantity = quantity
        return line
    }
}
