import Documents
import Jobs
import Journal
import Kernel

extension PaperSource {
    /// 派工单: what a crew takes along. No amount stands on it, and nothing of who called.
    func dispatch() throws(Refusal) -> Made {
        let sent = last { if case .dispatched = $0 { true } else { false } }
        guard let sent, case .dispatched(let order) = sent.event else { throw missing(.dispatch) }
        let finished = last { if case .finished = $0 { true } else { false } }
            .flatMap { $0.record.seq > sent.record.seq ? $0 : nil }
        let vehicles = (order.vehicles ?? []).map { "\($0.kind.text)×\($0.count)" }.joined(separator: "、")
        let facts = place + [
            Pair("来电时间", "called at", .instant(job.calledAt)),
            Pair("派工时间", "dispatched at", .instant(sent.record.at)),
            Pair("施工单位", "contractor", .phrase(names.firm(order.contractor))).taking(.line),
            Pair("人员", "workers", order.workers.map { .phrase(Phrase("\($0) 人", "\($0)")) } ?? .blank),
            Pair("车辆机械", "vehicles", vehicles.isEmpty ? .blank : .text(vehicles)),
            Pair("到场时限", "to arrive by", job.due.map { .instant($0.arrive) } ?? .blank),
            Pair("完工时限", "to finish by", order.due.map { .day($0) } ?? job.due.map { .instant($0.finish) } ?? .blank),
            Pair("报修内容", "what was reported", told(job.call.description)).taking(.line),
            Pair("处置方案", "plan", told(job.survey?.form.plan)).taking(.line),
            Pair("派工依据", "on the strength of", .phrase(basis(at: sent.record.at))).taking(.line),
        ]
        let works = Section(Phrase("施工记录", "Work done"), [.pairs([
            Pair("开工时间", "started", job.startedAt.map { .instant($0) } ?? .text("")),
            Pair("完工时间", "finished", job.finishedAt.map { .instant($0) } ?? .text("")),
            Pair("施工情况", "remarks", .text(finished.flatMap { Self.note($0.event) }?.text.withoutPhones ?? "")).taking(.line),
        ])])
        let document = form(
            .dispatch, facts, [works],
            signatures: [
                signature("派工", "dispatched by", sent), signature("施工单位接单", "taken by the contractor"),
                signature("完工报告", "finish reported by", finished),
            ])
        return (document, finished?.record ?? sent.record)
    }

    /// What allowed the work then: the signature, or the authorisation in an emergency.
    private func basis(at moment: Instant) -> Phrase? {
        if let at = job.signedAt, at <= moment { return Phrase("踏勘情况表已于 \(at.short) 签认", "survey form signed \(at.short)") }
        return job.authorization.map { authorization in
            let who = names.user(authorization.by)
            return Phrase("应急先行，\(authorization.at.short) \(who)授权", "emergency, authorised by \(who) \(authorization.at.short)")
        }
    }

    private static func note(_ event: JobEvent) -> Prose? { if case .finished(let form) = event { form.note } else { nil } }
}
