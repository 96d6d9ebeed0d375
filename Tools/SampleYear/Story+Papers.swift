import Kernel

/// The steps of the papers up to the claim's review.
extension Story {
    func surveyForm(
        visitors: [String]? = nil, lines: [WorkLine]? = nil, funding: [JSON]? = nil
    ) -> KeyValuePairs<String, JSON?> {
        [
            "visitors": .array((visitors ?? self.visitors).map { .string($0) }), "cause": say(trouble.causes),
            "plan": say(trouble.plans), "lines": (lines ?? self.lines).json, "photos": photos(0...2),
            "funding": funding.map { .array($0) },
        ]
    }

    func choosePeople() {
        visitors = [filer, place.grid]
        if dice.chance(30) || stop?.stage == .surveyed { visitors.append("zhao.ming") }
        if dice.chance(30) { visitors.append("社区 周书记") }
    }

    func survey() {
        choosePeople()
        if features.contains(.replacedSurvey) {
            let doubled = lines.map { $0.with(price: $0.price + $0.price) }
            add("survey", filer, surveyForm(lines: doubled))
            office(2...6)
            if features.contains(.returned) {
                add("return", signer(doubled.total, except: visitors + [filer]), [
                    "what": .string("survey"), "reason": .string("单价高于制度指导价一倍，退回重报"),
                ])
                office(1...3)
            } else {
                add("note", filer, ["text": .string("单价误按两倍填列，重报踏勘情况表")])
            }
        }
        add("survey", filer, surveyForm(funding: funding))
        reached(.surveyed)
    }

    /// Two shares by percentage or by amount, where the story wants it. What a change slip or a reversal will
    /// need more for is not put on last year's money, which has none left to add.
    private var funding: [JSON]? {
        let codes = ["SG-2026-01", "MS-2026-01"]
        if stop?.stage == .surveyed { return [share("MS-2025-01", percent: "100")] }
        if let fund = Plot.funds[key] { return [share(fund, percent: "100")] }
        if !features.isDisjoint(with: [.slipUp, .reversal]) {
            return [share("MS-2026-01", percent: "100")]
        }
        if features.contains(.splitPercent) {
            return zip(codes, ["60", "40"]).map { share($0, percent: $1) }
        }
        guard features.contains(.splitAmount) else { return nil }
        let first = Fen(total.value / 300 * 100)
        return zip(codes, [first, total - first]).map { share($0, amount: $1) }
    }

    func share(_ appropriation: String, percent: String? = nil, amount: Fen? = nil) -> JSON {
        .members([
            "appropriation": .string(appropriation), "amount": amount.map { .string($0.yuan) },
            "percent": percent.map { .string($0) },
        ])
    }

    func authorize() {
        wait(20...75)
        if features.contains(.reauthorize) {
            authorize(upTo: Fen(ceiling.value / 2), "电话请示，先按半数控制")
            wait(60...180)
        }
        authorize(upTo: ceiling, dice.pick(Words.emergencies))
    }

    /// The estimate, rounded up to thousands.
    var ceiling: Fen {
        let thousand: Int64 = 100_000
        return min(Fen((total.value / thousand + 1) * thousand), Fen(20 * thousand))
    }

    func authorize(upTo ceiling: Fen, _ reason: String, refused: RefusalCode? = nil) {
        add("authorize", People.heads[key % 2], [
            "ceiling": .string(ceiling.yuan), "reason": .string(reason),
            "means": .string(isOffice && dice.chance(40) ? "written" : "phone"),
        ], refused: refused)
    }

    /// Whether somebody is at a desk: only then is an authorisation written.
    private var isOffice: Bool {
        script.policy.calendar.working(from: now, to: now + Instant.minute) > 0 && key != Article.key
    }

    /// The lowest of those who may act on an amount and are not kept out.
    func signer(_ amount: Fen, except: [String] = []) -> String {
        let heads = amount <= Fen(1_000_000) ? People.heads.filter { !except.contains($0) } : []
        if amount > Fen(5_000_000) { return People.committee }
        return heads.isEmpty ? People.leader : heads[key % heads.count]
    }

    func sign() {
        office(1...9)
        add("sign", signer(total, except: visitors + [filer]), [
            "note": dice.chance(30) ? .string(dice.pick(["同意", "同意，注意安全文明施工", "情况属实，抓紧办理"])) : nil,
        ])
        reached(.signed)
    }

    /// A change slip, written and signed; from then on the lines are as changed.
    func change() {
        let up = features.contains(.slipUp)
        guard up || features.contains(.slipDown) else { return }
        wait(30...180)
        let index = lines.indices.max { lines[$0].amount < lines[$1].amount } ?? 0
        let unit = Int64(1000) * max(1, lines[index].quantity.thousandths / 5000)
        var slip = lines[index]
        slip.quantity = Quantity(thousandths: up ? unit : -unit)
        add("change", slipAuthor, [
            "reason": .string(Words.slip(slip.kind, up: up)), "lines": [slip].json,
        ])
        lines[index].quantity = Quantity(thousandths: lines[index].quantity.thousandths + (up ? unit : -unit))
        office(1...8)
        add("sign", signer(total, except: [slipAuthor]), ["slip": .int(1)])
        reached(.slipSigned)
    }

    func claim() {
        let officer = dice.chance(25) ? "zhou.hai" : filer
        claimant = stop?.claimant ?? officer
        taxed = features.contains(.taxed)
        // With tax on top the sum still has to fit into what was signed.
        claimed = taxed ? lines.map { $0.with(price: Fen($0.price.value * 98 / 100)) } : lines
        tax = taxed ? ((try? Percent(tenThousandths: 10_000).of(claimed.total)) ?? .zero) : .zero
        let sum = claimed.total + tax
        invoiceNo = "2632" + String(2000_0000 + key * 7919 % 999_983) + dice.digits(8)
        let announced = features.contains(.replacedClaim) ? invoiceNo : nil
        sendClaim(claimed, invoice: announced, sum)
        reached(.claimed)
        guard features.contains(.replacedClaim) else { return }
        if features.contains(.returned) {
            office(2...4)
            add("return", "wu.fang", ["what": .string("claim"), "reason": .string("高压疏通车台班签单缺一页，补齐后重报")])
        }
        office(2...9)
        sendClaim(claimed, invoice: announced, sum)
    }

    /// Most firms write their invoice when it is known what was approved; some announce one with the claim.
    func sendClaim(_ lines: [WorkLine], invoice: String? = nil, _ amount: Fen, refused: RefusalCode? = nil) {
        add("claim", claimant, [
            "lines": lines.json, "taxRate": taxed ? .string("1") : nil,
            "invoice": invoice.map { .members([
                "number": .string($0), "date": .string(now.day.text), "amount": .string(amount.yuan),
            ]) },
        ], refused: refused)
    }

    func review(cutting: Bool) {
        let accountant = dice.chance(55) ? "wu.fang" : "zheng.li"
        reviewer = stop?.reviewer ?? accountant
        let cut = cutting ? dice.int(0...claimed.count - 1) : -1
        let amounts = claimed.indices.map { index in
            let amount = claimed[index].amount
            return index == cut ? Fen(amount.value - amount.value * Int64(dice.int(4...15)) / 100) : amount
        }
        sendReview(amounts, reason: cut < 0 ? nil : dice.pick(Words.cuts(claimed[cut].kind)))
        let net = amounts.reduce(Fen.zero, +)
        approved = net + (taxed ? ((try? Percent(tenThousandths: 10_000).of(net)) ?? .zero) : .zero)
        reached(.reviewed)
    }

    func sendReview(_ amounts: [Fen], reason: String?, refused: RefusalCode? = nil) {
        add("review", reviewer, ["lines": .array(amounts.indices.map { index in
            let isCut = amounts[index] != claimed[index].amount
            return .members([
                "line": .int(index + 1), "approved": .string(amounts[index].yuan),
                "reason": isCut ? reason.map { .string($0) } : nil,
            ])
        })], refused: refused)
    }

    func dispute() {
        wait(60...200)
        add("dispute", People.crew(of: contractor), ["reason": .string(Words.disputes[key % 3])])
        reached(.disputed)
        office(8...24)
        add("resolve", key % 2 == 0 ? "sun.yan" : "zhao.ming", ["note": .string(Words.resolutions[key % 3])])
    }
}

extension WorkLine {
    func with(price: Fen) -> WorkLine {
        var line = self
        line.price = price
        return line
    }
}
