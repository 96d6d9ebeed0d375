import Kernel

/// What a line of a script leaves out: every form with plausible values, and short words for the long parts
/// of forms.
enum StreetForms {
    /// The `with` of a command. `given` replaces the defaults; nil takes one away.
    static func with(_ does: String, _ given: [(String, JSON?)], day: Day, number: Int) -> JSON {
        var members = defaults(does, day: day, number: number)
        for (name, value) in given {
            guard let value else {
                members[name] = nil
                continue
            }
            // Without tax, the sum of an invoice is its total.
            if does == "invoice.register", name == "total" { members["amount"] = members["amount"] ?? value }
            if let text = value.string, let (long, json) = expand(does, name, text) {
                members[long] = json
            } else {
                members[name] = value
            }
        }
        return .object(members.sorted { $0.key < $1.key }.map { JSON.Member($0.key, $0.value) })
    }

    private static func defaults(_ does: String, day: Day, number: Int) -> [String: JSON] {
        guard case .object(let list) = quoted(texts[does] ?? "{}") else { return [:] }
        var members = Dictionary(uniqueKeysWithValues: list.map { ($0.name, $0.value) })
        switch does {
        case "policy.adopt": members["policy"] = StreetPolicy.json
        case "fund.appropriate": members["documentNo"] = .string("财预〔2026〕\(number)号")
        case "fund.receive":
            members["day"] = JSON(day)
            members["receiptNo"] = .string("R\(number)")
        case "fund.return":
            members["day"] = JSON(day)
            members["paymentNo"] = .string("J\(number)")
        case "job.recover", "bank.entry":
            members["day"] = JSON(day)
            members["reference"] = .string("L\(number)")
        case "job.pay", "job.release":
            members["day"] = JSON(day)
            members["paymentNo"] = .string("P\(number)")
        case "invoice.register":
            members["date"] = JSON(day)
            let digits = String(number)
            members["number"] = .string("2632" + String(repeating: "0", count: 16 - digits.count) + digits)
        case "bank.import": members["file"] = .string(String(repeating: "0a", count: 32))
        case _: break
        }
        return members
    }

    private static let texts = [
        "fund.appropriate": "{'kind':'original'}",
        "fund.return": "{'documentNo':'财预〔2026〕4号'}",
        "fund.correct": "{'reason':'录入有误'}",
        "fund.transfer": "{'documentNo':'财预〔2026〕2号'}",
        "fund.recall": "{'documentNo':'财预〔2026〕3号'}",
        "bank.import": "{'account':'1001','bank':'icbc','newAccount':true}",
        "bank.void": "{'reason':'账号有误'}",
        "match.undo": "{'reason':'勾错'}",
        "job.call": """
            {'channel':'电话','site':{'address':'幸福里 1 号楼与 2 号楼之间'},'category':'drain','description':'下水道堵塞'}
            """,
        "job.accept": "{'tenure':'unowned','urgency':'ordinary'}",
        "job.regrade": "{'reason':'现场核实'}",
        "job.rework": "{'reason':'居民反映未解决'}",
        "job.return": "{'reason':'工程量不清'}",
        "job.recover": "{'reason':'审计核减'}",
        "job.withhold": "{'reason':'保修期内未修复'}",
        "invoice.void": "{'reason':'开票有误'}",
        "job.reject": "{'reason':'不属于街道'}",
        "job.transfer": "{'unit':'水务公司','reason':'市政管网'}",
        "job.merge": "{'reason':'同一处'}",
        "job.visit": "{'visitors':['网格员老陈'],'findings':'满溢'}",
        "job.survey": "{'visitors':['老王','老李'],'cause':'年久失修','plan':'清掏'}",
        "job.authorize": "{'reason':'污水外溢','means':'phone'}",
        "job.dispatch": "{'contractor':'c1'}",
        "job.inspect": "{'pass':true,'note':'合格'}",
        "job.change": "{'reason':'管道破损'}",
        "job.dispute": "{'reason':'工程量不符'}",
        "job.resolve": "{'note':'复核'}",
        "contractor.agree": "{'contractor':'c1','from':'2026-01-01','to':'2026-12-31'}",
        "invoice.register": """
            {'seller':{'name':'疏通一队','creditCode':'\(MemoryStreet.creditCode(1))'},
             'buyer':{'name':'南湖里'},'tax':'0.00'}
            """,
        "job.refund": "{'reason':'账号有误'}",
        "job.reverse": "{'reason':'重复结算'}",
        "job.callback": "{'contacted':true,'solved':'yes','satisfied':5}",
        "job.rate": "{'solved':'yes','satisfied':5}",
        "job.publish": "{'text':'已疏通，路面已恢复'}",
        "job.cancel": "{'reason':'居民自行处理'}",
        "job.suspend": "{'reason':'等待物料'}",
        "job.note": "{'text':'已通知居民'}",
    ]

    /// `total=100.00,20.00` lines of an estimate or a claim, `delta=-5.00` the line of a slip,
    /// `rows=01-02:-970.00:P1,01-03:5.00::S1` the lines of a statement (day, effect, reference, serial), `on=57.1,57.2` and
    /// `pay=P1,refund:P1` the sides of a match,
    /// `approved=90.00,20.00` the lines of a review, `rates=疏通/项/90.00` those of an agreement, `fund=A:60%,B:40%` or
    /// `fund=A:6.00,B:4.00` a wish.
    private static func expand(_ does: String, _ name: String, _ text: String) -> (String, JSON)? {
        let parts = text.split(separator: ",").map(String.init)
        return switch (does, name) {
        case ("job.survey", "total"), ("job.claim", "total"): ("lines", .array(parts.map { line("1", $0) }))
        case ("job.change", "delta"):
            ("lines", .array([text.hasPrefix("-") ? line("-1", String(text.dropFirst())) : line("1", text)]))
        case ("contractor.agree", "rates"): ("lines", .array(parts.map(rate)))
        case ("job.review", "approved"): ("lines", .array(parts.enumerated().map(reviewed)))
        case ("job.survey", "fund"): ("funding", .array(parts.map(wish)))
        case ("bank.import", "rows"): ("lines", .array(parts.map(statementLine)))
        case ("match.make", "on"): ("lines", .array(parts.map(JSON.string)))
        case ("match.make", "pay"): ("payments", .array(parts.map(item)))
        case _: nil
        }
    }

    private static func statementLine(_ text: String) -> JSON {
        let words = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        let word = { (index: Int) in index < words.count && !words[index].isEmpty ? JSON.string(words[index]) : nil }
        let isOut = words[1].hasPrefix("-")
        return .members([
            "day": .string("2026-" + words[0]), "direction": .string(isOut ? "out" : "in"),
            "amount": .string(isOut ? String(words[1].dropFirst()) : words[1]), "reference": word(2), "serial": word(3),
        ])
    }

    private static func item(_ text: String) -> JSON {
        let words = text.split(separator: ":").map(String.init)
        return .members([
            "kind": words.count > 1 ? .string(words[0]) : nil, "no": .string(words.last ?? ""),
        ])
    }

    private static func line(_ quantity: String, _ price: String) -> JSON {
        .members([
            "kind": .string("labour"), "item": .string("疏通"), "quantity": .string(quantity),
            "unit": .string("项"), "unitPrice": .string(price),
        ])
    }

    private static func reviewed(_ index: Int, _ approved: String) -> JSON {
        .members(["line": .int(index + 1), "approved": .string(approved), "reason": .string("按实核减")])
    }

    private static func rate(_ text: String) -> JSON {
        let sides = text.split(separator: "/").map { JSON.string(String($0)) }
        return .members(["item": sides[0], "unit": sides[1], "unitPrice": sides[2]])
    }

    private static func wish(_ text: String) -> JSON {
        let sides = text.split(separator: ":").map(String.init)
        let isPercent = sides[1].hasSuffix("%")
        let size = JSON.string(sides[1].filter { $0 != "%" })
        return .members(["appropriation": .string(sides[0]), isPercent ? "percent" : "amount": size])
    }
}
