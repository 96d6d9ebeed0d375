import Documents
import Jobs
import Journal
import Kernel

extension PaperSource {
    /// 受理回执: what a resident takes home. The number and what was promised; no name, no phone.
    func receipt() throws(Refusal) -> Made {
        let accepted = last { if case .accepted = $0 { true } else { false } }
        guard let accepted, let due = job.due else { throw missing(.receipt) }
        let facts = [
            Pair("地点", "site", .text(job.scope.address.text)).taking(.line),
            Pair("类别", "category", .phrase(names.category(job.category))).taking(.line),
            Pair("来电时间", "called at", .instant(job.calledAt)).taking(.line),
            Pair("受理时间", "accepted at", .instant(accepted.record.at)).taking(.line),
            Pair("承诺到场", "we arrive by", .instant(due.arrive)).taking(.line),
            Pair("承诺完工", "we finish by", .instant(due.finish)).taking(.line),
        ]
        let document = form(
            .receipt, size: .a6, facts,
            notes: [Phrase("凭编号可向街道查询办理进度；办结后会请您评价。", "Ask the street by this number how it goes on.")])
        return (document, accepted.record)
    }
}
