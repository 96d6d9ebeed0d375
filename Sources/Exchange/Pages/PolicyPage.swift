package import Jobs
import Journal
package import Kernel
import Ledger
package import Press
import Reports

/// A policy for people to read.
package struct PolicyPage {
    private let policy: Policy
    private let language: Language

    package static func make(_ policy: Policy, title: Phrase, _ language: Language) -> Page {
        PolicyPage(policy: policy, language: language).page(title)
    }

    private func page(_ title: Phrase) -> Page {
        var page = Page(title(language))
        grid(&page, "资金来源", "Sources", sources)
        grid(&page, "审批分级", "Approval tiers", tiers)
        page.section(say("应急先行、质保、目标", "Emergency, retention, target"))
        page.pairs(limits)
        grid(&page, "类别与时限", "Categories and deadlines", categories)
        page.section(say("险情", "Hazards"))
        page.pairs(policy.hazards.map { ($0.code.text, $0.name(language)) })
        grid(&page, "指导价", "The policy's rates", rates)
        page.section(say("工作日历", "Working calendar"))
        page.pairs(calendar)
        return page
    }

    private func grid(_ page: inout Page, _ zh: String, _ en: String, _ grid: Grid) {
        page.section(say(zh, en))
        page.grid(grid, language)
    }

    private var sources: Grid {
        var grid = Grid([
            Grid.text("代码", "code"), Grid.text("名称", "name"), Grid.text("适用产权", "pays for"),
            Grid.text("支付方式", "channel"), Grid.text("资金性质", "nature"), Grid.text("年末", "year end"),
        ])
        for source in policy.sources {
            let tenures = source.tenures.map { $0.title(language) }.joined(separator: say("、", ", "))
            grid.add([
                .text(source.code.text), .phrase(source.name), .text(tenures), .text(source.channel.rawValue),
                .phrase((source.nature ?? .fiscal).title), .phrase(source.yearEnd.words),
            ])
        }
        return grid
    }

    private var tiers: Grid {
        var grid = Grid([Grid.money("金额不超过", "up to"), Grid.text("签认人", "signed by")])
        for tier in policy.tiers {
            grid.add([tier.upTo.map { .money($0) } ?? .phrase(Phrase("以上", "above")), .phrase(tier.role.title)])
        }
        return grid
    }

    private var limits: [(label: String, value: String?)] {
        let emergency = policy.emergency
        return [
            (say("应急先行上限", "emergency ceiling"), emergency.ceiling.words(language)),
            (say("补单期限", "form due after"), Allowance(count: emergency.paperworkDays, unit: .workingDays).words(language)),
            (say("质保金上限", "retention cap"), policy.retentionCap.text + " %"),
            (say("资金使用率目标", "utilisation target"), policy.utilisationTarget.text + " %"),
            (say("年末确认应返还额度", "accrues unused quota"),
             policy.accruesAtYearEnd(rules: Posting.version) ? say("是", "yes") : say("否", "no")),
            (say("付款期限", "pay within"), say(
                "验收后 \(policy.payWithin) 天", "\(policy.payWithin) days of acceptance")),
            (say("开票名称", "invoices to"), policy.buyer.map { "\($0.name.text) \($0.creditCode.text)" }),
            (say("拆分预警", "split alarm"), say("\(policy.splitAlarm.days) 天内", "within \(policy.splitAlarm.days) days")),
            (say("来电人信息保存", "callers are kept"), say(
                "\(policy.privacy.eraseAfterDays) 天", "\(policy.privacy.eraseAfterDays) days")),
        ]
    }

    private var categories: Grid {
        let urgencies = Urgency.allCases
        let titles = urgencies.map { Grid.text("到场·" + $0.title.zh, "arrive, " + $0.title.en) }
            + urgencies.map { Grid.text("完工·" + $0.title.zh, "finish, " + $0.title.en) }
        var grid = Grid([Grid.text("代码", "code"), Grid.text("名称", "name")] + titles)
        for category in policy.categories {
            grid.add([.text(category.code.text), .phrase(category.name)]
                + urgencies.map { .phrase(category.arrive[$0].words) }
                + urgencies.map { .phrase(category.finish[$0].words) })
        }
        return grid
    }

    private var rates: Grid {
        var grid = Grid([
            Grid.text("类别", "kind"), Grid.text("项目", "item"), Grid.text("单位", "unit"), Grid.money("单价", "price"),
        ])
        for rate in policy.rates {
            grid.add([.phrase(rate.kind.title), .text(rate.item.text), .text(rate.unit.text), .money(rate.price)])
        }
        return grid
    }

    private var calendar: [(label: String, value: String?)] {
        let holidays = policy.calendar.holidays.sorted()
        let span = holidays.first.flatMap { first in holidays.last.map { "\(first.text) – \($0.text)" } } ?? ""
        return [
            (say("工作时间", "hours"), policy.calendar.hours.map(\.words).joined(separator: say("、", ", "))),
            (say("节假日", "holidays"), say("\(holidays.count) 天（\(span)）", "\(holidays.count) days (\(span))")),
            (say("调休上班", "make-up days"), policy.calendar.makeUpDays.sorted().map(\.text).joined(separator: " ")),
        ]
    }

    private func say(_ zh: String, _ en: String) -> String { Phrase(zh, en)(language) }
}

extension Nature {
    fileprivate var title: Phrase {
        switch self {
        case .fiscal: Phrase("同级财政", "fiscal")
        case .nonFiscal: Phrase("非同级财政", "another government's")
        }
    }
}

extension Policy.YearEnd {
    fileprivate var words: Phrase {
        switch rule {
        case .carry: Phrase("结转", "carried forward")
        case .recall: Phrase("满 \(afterYears ?? 0) 年收回", "recalled after \(afterYears ?? 0) year(s)")
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
