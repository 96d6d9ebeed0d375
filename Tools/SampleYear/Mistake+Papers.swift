import Kernel

/// On jobs whose papers stand still: in the order in which they are made on one job.
extension Mistake {
    static let papers = [
        Mistake(.surveyed, doing: { $0.send(to: $0.contractor, refused: .dispatchUnsigned) }),
        Mistake(.dutySurveyor, .surveyed, "sign", by: { _ in "zhao.ming" }),
        Mistake(.tierRole, .surveyed, "sign", by: { _ in "zhou.hai" }),
        // Last year's money is long spent.
        Mistake(.fundsInsufficient, .surveyed, "sign", by: { _ in "ma.jun" }),
        Mistake(.fundingSum, .surveyed, "survey", by: { $0.filer }, with: { story in
            story.surveyForm(funding: [
                story.share("MS-2025-01", percent: "60"), story.share("MS-2026-01", percent: "30"),
            ])
        }),
        Mistake(.fundingForm, .surveyed, "survey", by: { $0.filer }, with: { story in
            story.surveyForm(funding: [
                story.share("MS-2025-01", percent: "50"), story.share("MS-2026-01", amount: story.total),
            ])
        }),
        Mistake(.fundingTenure, .surveyed, "survey", by: { $0.filer },
            with: { $0.surveyForm(funding: [$0.share("SG-2026-01", amount: $0.total)]) }),
        Mistake(.slipSigned, doing: { story in
            let more = story.lines[0].with(quantity: Quantity(thousandths: 1000))
            story.add("change", "zhou.hai", [
                "reason": .string(Words.slip(more.kind, up: true)), "lines": [more].json,
            ])
            story.wait(5...15)
            story.add("sign", "zhou.hai", ["slip": .int(2)], refused: .dutySlipAuthor)
        }),
        Mistake(.linesTotal, .slipSigned, "change", by: { $0.filer }, with: { story in
            let back = story.lines[0].with(quantity: story.lines[0].quantity.scaled(by: -1))
            return ["reason": .string("调整施工部位，数量不变"), "lines": [story.lines[0], back].json]
        }),
        Mistake(.slipTotal, .slipSigned, "change", by: { $0.filer }, with: { story in
            // Of every line all that is signed, and of the first what the waiting slip would add.
            let none = story.lines.enumerated().map { index, line in
                let more = index == 0 ? Int64(1000) : 0
                return line.with(quantity: Quantity(thousandths: -line.quantity.thousandths - more))
            }
            return ["reason": .string("全部取消"), "lines": none.json]
        }),
        Mistake(.slipUnknown, .slipSigned, "sign", by: { _ in "sun.yan" }, with: { _ in ["slip": .int(3)] }),
        Mistake(.slipSigned, .slipSigned, "sign", by: { _ in "ma.jun" }, with: { _ in ["slip": .int(1)] }),
        Mistake(.claimed, doing: { story in
            let more = story.lines.map { $0.with(price: $0.price + Fen(2_000)) }
            story.sendClaim(more, invoice: "2632" + story.dice.digits(16), more.total, refused: .claimExceeds)
        }),
        Mistake(.claimed, doing: { story in
            story.sendClaim(
                story.claimed, invoice: story.usedInvoice ?? "", story.claimed.total, refused: .invoiceTaken)
        }),
        Mistake(.claimed, doing: { story in
            story.reviewer = "zheng.li"
            story.sendReview(story.claimed.dropLast().map(\.amount), reason: nil, refused: .reviewLine)
        }),
        Mistake(.claimed, doing: { story in
            story.reviewer = "wu.fang"
            let more = story.claimed.map { $0.amount + Fen(10_000) }
            story.sendReview(more, reason: "笔误", refused: .reviewExceeds)
        }),
        Mistake(.claimed, doing: { story in
            story.reviewer = "zheng.li"
            let less = story.claimed.map { Fen($0.amount.value - 5_000) }
            story.sendReview(less, reason: nil, refused: .reviewReason)
        }),
        Mistake(.jobNotDisputed, .claimed, "resolve", by: { _ in "sun.yan" },
            with: { _ in ["note": .string("已协调")] }),
        Mistake(.dutyClaimant, .reviewed, "settle", by: { $0.claimant }),
        Mistake(.settleRetention, .reviewed, "settle", by: { _ in "ma.jun" }, with: { _ in
            ["retentionRate": .string("5"), "warrantyMonths": .int(12)]
        }),
        Mistake(.jobDisputed, .disputed, "dispute", by: { _ in "zheng.li" }, with: { _ in
            ["reason": .string("补充一条异议：考勤表缺签字")]
        }),
    ]

    static let money = [
        Mistake(.payExceeds, .partlyPaid, "pay", by: { _ in "feng.jie" }, with: { story in
            story.payment(amount: story.approved - story.retention)
        }),
        Mistake(.payDay, .partlyPaid, "pay", by: { _ in "feng.jie" },
            with: { $0.payment(day: $0.calledAt.day) }),
        Mistake(.paymentTaken, .partlyPaid, "pay", by: { _ in "feng.jie" }, with: {
            ["paymentNo": $0.usedPayment.map { .string($0) }, "day": .string($0.now.day.text)]
        }),
        Mistake(.closePayable, .partlyPaid, "close", by: { $0.dispatcher }),
        Mistake(.dutyReviewer, .partlyPaid, "pay", by: { $0.reviewer }, with: { $0.payment() }),
        Mistake(.dutySettler, .partlyPaid, "pay", by: { $0.settler }, with: { $0.payment() }),
    ]
}

extension Story {
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
