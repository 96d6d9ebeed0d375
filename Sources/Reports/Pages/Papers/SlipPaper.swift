import Documents
import Jobs
import Journal
import Kernel

extension PaperSource {
    /// 签证单: what is added or left out, why, and what the signed total becomes. The last one unless a number
    /// is given.
    func slip(_ number: Int?) throws(Refusal) -> Made {
        guard let last = job.slips.last else { throw missing(.slip) }
        guard let slip = number == nil ? last : job.slips.first(where: { $0.number == number }) else {
            throw Refusal(.slipUnknown, ["slip": String(number ?? 0)])
        }
        let filed = self.last { if case .changed(slip.number, _, _, _) = $0 { true } else { false } }
        guard let filed else { throw missing(.slip) }
        let signed = self.last { if case .slipSigned(slip.number, _, _, _) = $0 { true } else { false } }
        let after: Fen? = if case .slipSigned(_, _, let total, _) = signed?.event { total } else { nil }
        let isLate = job.finishedAt.map { $0 < filed.record.at } ?? false
        let facts = place + [
            Pair("签证号", "slip", .count(slip.number)),
            Pair("申报时间", "filed at", .instant(filed.record.at)),
            Pair("施工单位", "contractor", .phrase(job.contractor.map(names.firm))).taking(.line),
            Pair("签证事由", "reason", told(slip.reason)).taking(.line),
            Pair("说明", "remark", isLate ? .phrase(Phrase("完工后申报", "filed after the work was finished")) : .blank),
            Pair("退回", "sent back", told(slip.returned)).taking(.line),
        ]
        let lines = JobMoneyParts(job, names).priced(slip.lines, total: slip.change.fen, slip.above)
        let sums = [
            Pair("签认前合计", "signed before", .money(after.map { $0 - slip.change.fen })),
            Pair("签认后合计", "signed after", .money(after)),
        ]
        let document = form(
            .slip, number: "\(job.number.text)-\(slip.number)", facts,
            [Section(Phrase("增减项目（单位：元）", "Lines (in yuan)"), [
                .table(lines), .pairs([Pair("增减金额", "change", .money(slip.change.fen)).taking(.amount)] + sums),
            ])],
            signatures: [
                signature("申报", "filed by", filed), signature("施工单位", "contractor"), signature("签认", "signed by", signed),
            ])
        return (document, signed?.record ?? filed.record)
    }
}
