import Documents
import Jobs
import Journal
import Kernel

extension PaperSource {
    /// 结算单: the settlement sheet as a form, with the records of those who claimed, reviewed and settled.
    func settlement(_ revision: Int?) throws(Refusal) -> Made {
        let sheet = try SettlementSheet.find(revision: revision, in: dossier)
        let settled = steps.last { step in
            if case .settled = step.event { step.record.at == sheet.settlement.at } else { false }
        }
        guard let settled else { throw missing(.settlement) }
        let earlier = steps.filter { $0.record.seq < settled.record.seq }
        let claimed = earlier.last { if case .claimed = $0.event { true } else { false } }
        let reviewed = earlier.last { if case .reviewed = $0.event { true } else { false } }
        var document = SettlementSheetDocument.make(sheet, dossier, asForm: true)
        document.title = JobPaper.settlement.title
        document.form = Form(office: office, number: sheet.name)
        document.signatures = [
            signature("送审", "claimed by", claimed), signature("审核", "reviewed by", reviewed),
            signature("审定", "settled by", settled), signature("施工单位（盖章）", "contractor (seal)"),
        ]
        return (document, settled.record)
    }
}
