package import Documents
package import Jobs
import Journal
package import Kernel
import Ledger

/// A policy for people to read.
package struct PolicyDocument {
    private let policy: Policy

    package static func make(_ policy: Policy, title: Phrase, sandbox: Bool) -> Document {
        let own = PolicyDocument(policy: policy)
        return Document(name: "policy", title: title, facts: [], sections: own.sections, sandbox: sandbox)
    }

    private var sections: [Section] {
        [
            Section(Phrase("资金来源", "Sources"), [.table(sources)]), Section(Phrase("审批分级", "Approval tiers"), [.table(tiers)]),
            Section(Phrase("应急先行、质保、目标", "Emergency, retention, target"), [.pairs(limits)]),
            Section(Phrase("类别与时限", "Categories and deadlines"), [.table(categories)]),
            Section(Phrase("险情", "Hazards"), [.pairs(policy.hazards.map {
                Pair($0.code.text, Phrase(both: $0.code.text), .phrase($0.name))
            })]),
            Section(Phrase("指导价", "The policy's rates"), [.table(rates)]),
            Section(Phrase("工作日历", "Working calendar"), [.pairs(calendar)]),
        ]
    }

    private var sources: Table {
        var table = Table([
            .text("代码", "code"), .text("名称", "name"), .text("适用产权", "pays for"),
            .text("支付方式", "channel"), .text("资金性质", "nature"), .text("年末", "year end"),
        ])
        for source in policy.sources {
            let tenures = source.tenures.map(\.title).joined(Phrase("、", ", "))
            table.add([
                .text(source.code.text), .phrase(source.name), .phrase(tenures), .phrase(source.channel.title),
                .phrase((source.nature ?? .fiscal).title), .phrase(source.yearEnd.words),
            ])
        }
        return table
    }

    private var tiers: Table {
        var table = Table([Table.Column.money("金额不超过", "up to"), Table.Column.text("签认人", "signed by")])
        for tier in policy.tiers {
            table.add([tier.upTo.map { .money($0) } ?? .phrase(Phrase("以上", "above")), .phrase(tier.role.title)])
        }
        return table
    }

    private var limits: [Pair] {
        let emergency = policy.emergency
        let (accrues, split) = (policy.accruesAtYearEnd(rules: Posting.version), policy.splitAlarm.days)
        let kept = policy.privacy.eraseAfterDays
        return [
            Pair("应急先行上限", "emergency ceiling", .phrase(emergency.ceiling.words)),
            Pair("补单期限", "form due after", .phrase(Allowance(count: emergency.paperworkDays, unit: .workingDays).words)),
            Pair("质保金上限", "retention cap", .text(policy.retentionCap.text + " %")),
            Pair("资金使用率目标", "utilisation target", .text(policy.utilisationTarget.text + " %")),
            Pair("年末确认应返还额度", "accrues unused quota", .phrase(accrues ? Phrase("是", "yes") : Phrase("否", "no"))),
            Pair("付款期限", "pay within", .phrase(Phrase(
                "验收后 \(policy.payWithin) 天", "\(policy.payWithin) days of acceptance"))),
            Pair("开票名称", "invoices to", .text(policy.buyer.map { "\($0.name.text) \($0.creditCode.text)" })),
            Pair("拆分预警", "split alarm", .phrase(Phrase("\(split) 天内", "within \(split) days"))),
            Pair("来电人信息保存", "callers are kept", .phrase(Phrase("\(kept) 天", "\(kept) days"))),
        ] + (policy.procurement.map { [Pair("采购限额（每家每年）", "tender limit per firm and year", .money($0.limit))] } ?? [])
            + (policy.idleDays.map { [Pair("久未推进", "idle after", .phrase(Phrase("\($0) 天", "\($0) days")))] } ?? [])
            + (policy.secondFactor.map { [Pair("登录须验证码", "second factor", .phrase($0.titles))] } ?? [])
    }

    private var categories: Table {
        let urgencies = Urgency.allCases
        let titles = urgencies.map { Table.Column.text("到场·" + $0.title.zh, "arrive, " + $0.title.en) }
            + urgencies.map { Table.Column.text("完工·" + $0.title.zh, "finish, " + $0.title.en) }
        var table = Table([Table.Column.text("代码", "code"), Table.Column.text("名称", "name")] + titles)
        for category in policy.categories {
            table.add([.text(category.code.text), .phrase(category.name)]
                + urgencies.map { .phrase(category.arrive[$0].words) }
                + urgencies.map { .phrase(category.finish[$0].words) })
        }
        return table
    }

    private var rates: Table {
        var table = Table([
            .text("类别", "kind"), .text("项目", "item"), .text("单位", "unit"), .money("单价", "price"),
        ])
        for rate in policy.rates {
            table.add([.phrase(rate.kind.title), .text(rate.item.text), .text(rate.unit.text), .money(rate.price)])
        }
        return table
    }

    private var calendar: [Pair] {
        let holidays = policy.calendar.holidays.sorted()
        let span = holidays.first.flatMap { first in holidays.last.map { "\(first.text) – \($0.text)" } } ?? ""
        let hours = policy.calendar.hours.map { Phrase(both: $0.words) }.joined(Phrase("、", ", "))
        let makeUpDays = policy.calendar.makeUpDays.sorted().map(\.text).joined(separator: " ")
        return [
            Pair("工作时间", "hours", .phrase(hours)),
            Pair("节假日", "holidays", .phrase(Phrase("\(holidays.count) 天（\(span)）", "\(holidays.count) days (\(span))"))),
            Pair("调休上班", "make-up days", .text(makeUpDays)),
        ]
    }
}

extension Nature {
    var title: Phrase {
        switch self {
        case .fiscal: Phrase("同级财政", "fiscal")
        case .nonFiscal: Phrase("非同级财政", "another government's")
        }
    }
}

extension Allowance {
    fileprivate var words: Phrase {
        switch unit {
        case .hours: Phrase("\(count) 小时", "\(count) h")
        case .workingHours: Phrase("\(count) 工作小时", "\(count) working h")
        case .workingDays: Phrase("\(count) 工作日", "\(count) working d")
        }
    }
}

extension WorkingHours {
    /// As it is written in a policy.
    fileprivate var words: String { JSON(self).string ?? "" }
}
