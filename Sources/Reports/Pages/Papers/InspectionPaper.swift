import Documents
import Jobs
import Journal
import Kernel

extension PaperSource {
    /// 验收单: the latest inspection, and those before it.
    func inspection() throws(Refusal) -> Made {
        let inspections = steps.filter { if case .inspected = $0.event { true } else { false } }
        guard let latest = inspections.last, case .inspected(let result) = latest.event else { throw missing(.inspection) }
        let verdict = result.pass ? Phrase("合格", "passed") : Phrase("不合格，返工", "failed, to be done again")
        let pictures = JobPhotos(of: job.number, dossier.records)
        let facts = place + [
            Pair("施工单位", "contractor", .phrase(job.contractor.map(names.firm))).taking(.line),
            Pair("派工时间", "dispatched at", job.dispatch.map { .instant($0.at) } ?? .blank),
            Pair("开工时间", "started", job.startedAt.map { .instant($0) } ?? .blank),
            Pair("完工时间", "finished", job.finishedAt.map { .instant($0) } ?? .blank),
            Pair("验收时间", "inspected at", .instant(latest.record.at)),
            Pair("施工内容", "what was done", told(job.survey?.form.plan ?? job.call.description)).taking(.line),
            photos("施工前照片", "photos before", pictures.before), photos("施工后照片", "photos after", pictures.after),
            Pair("验收结论", "result", .phrase(verdict)).taking(.line),
            Pair("验收意见", "remarks", told(result.note)).taking(.line),
        ]
        let document = form(
            .inspection, facts, inspections.count > 1 ? [history(inspections)] : [],
            signatures: [
                signature("验收人", "inspector", latest), signature("施工单位", "contractor"),
                signature("社区代表", "community"), signature("居民代表", "residents"),
            ])
        return (document, latest.record)
    }

    private func history(_ inspections: [Step]) -> Section {
        var table = Table([
            .init("at", Phrase("时间", "time"), .label), .init("result", Phrase("结论", "result"), .label),
            .init("remarks", Phrase("意见", "remarks"), .text), .init("by", Phrase("验收人", "inspector"), .label),
        ])
        for step in inspections {
            guard case .inspected(let form) = step.event else { continue }
            table.add([
                .instant(step.record.at), .phrase(form.pass ? Phrase("合格", "passed") : Phrase("不合格", "failed")),
                told(form.note), .text(names.user(step.record.by)),
            ])
        }
        return Section(Phrase("历次验收", "All inspections"), [.table(table)])
    }
}
