import Documents
import Jobs
import Journal
import Kernel

extension PaperSource {
    /// 踏勘情况表: who went, what they found, why it broke, what is to be done and what it will cost; who signed.
    func survey() throws(Refusal) -> Made {
        let filed = last { if case .surveyed = $0 { true } else { false } }
        guard let filed, let survey = job.survey else { throw missing(.survey) }
        let signed = last { if case .signed = $0 { true } else { false } }
            .flatMap { $0.record.seq > filed.record.seq ? $0 : nil }
        let visit = last { if case .visited = $0 { true } else { false } }
        let findings: Prose? = if case .visited(let form) = visit?.event { form.findings } else { nil }
        let facts = place + [
            Pair("来电时间", "called at", .instant(job.calledAt)),
            Pair("踏勘时间", "surveyed at", .instant(survey.at)),
            Pair("踏勘人员", "visitors", .phrase(names.visitors(survey.form.visitors))).taking(.line),
            Pair("现场情况", "findings", told(findings)).taking(.line),
            Pair("原因分析", "cause", told(survey.form.cause)).taking(.line),
            Pair("处置方案", "plan", told(survey.form.plan)).taking(.line),
            Pair("应急先行", "authorised", .phrase(authorised)).taking(.line),
            Pair("补单", "filed late", .phrase(survey.mark.words)).taking(.line),
            photos("现场照片", "photos", visit.map { $0.event.photos + (survey.form.photos ?? []) } ?? survey.form.photos ?? []),
        ]
        let money = JobMoneyParts(job, names)
        let sections = [
            Section(Phrase("费用估算（\(survey.form.taxTerms.zh)，单位：元）", "Estimate (\(survey.form.taxTerms.en), in yuan)"), [
                .table(money.priced(survey.form.lines, total: survey.total, survey.above)),
                .pairs([Pair("估算合计", "estimate", .money(survey.total)).taking(.amount)]),
            ]),
        ]
        let visitors = survey.form.visitors.prefix(2).map { visitor in
            Signature(Phrase("踏勘人", "surveyor"), name: names.visitors([visitor]).zh, day: survey.at.day)
        }
        let document = form(
            .survey, facts, sections,
            signatures: visitors + [signature("填表", "filed by", filed), signature("签认", "signed by", signed)])
        return (document, signed?.record ?? filed.record)
    }

    /// 应急先行: who let the work begin before the paper, when, and up to what.
    private var authorised: Phrase? {
        job.authorization.map { authorization in
            let (who, when) = (names.user(authorization.by), authorization.at.short)
            let ceiling = authorization.ceiling.grouped
            return Phrase("\(when) \(who)授权，上限 \(ceiling) 元", "\(who), \(when), up to \(ceiling) yuan")
        }
    }
}

extension Survey.Mark {
    fileprivate var words: Phrase? {
        switch self {
        case .inTime: nil
        case .late: Phrase("先施工后补单", "filed after the work began")
        case .overdue: Phrase("逾期补办", "filed after its due day")
        }
    }
}
