package import Kernel
import Ledger

extension Job {
    /// The marks of a job at a moment, in the order in which they are shown. `split` are the jobs that
    /// ``SplitAlarm`` names.
    package func marks(at moment: Instant, split: Set<Code> = []) -> [JobMark] {
        let clocks = JobClocks(self, asOf: moment)
        return JobMark.Kind.allCases.compactMap { mark($0, clocks, split) }
    }

    /// The mark, where it is there.
    private func mark(_ kind: JobMark.Kind, _ clocks: JobClocks, _ split: Set<Code>) -> JobMark? {
        switch kind {
        case .overdue: when(kind, clocks.isOverdue)
        case .finishedLate: when(kind, clocks.finish?.standing == .missed)
        case .disputed: when(kind, disputed)
        case .suspended: suspension.map { JobMark(kind, Phrase("至 \($0.until.text)", "until \($0.until.text)")) }
        case .unsolved: when(kind, solved == .no)
        case .reworked: reworks > 0 ? JobMark(kind, Phrase(" \(reworks) 次", "×\(reworks)")) : nil
        case .lateForm, .overdueForm: when(kind, survey?.mark.kind == kind)
        case .missingForm: when(kind, clocks.form?.standing == .overdue)
        case .revised: revision > 1 ? JobMark(kind, Phrase(" 第 \(revision) 稿", "(revision \(revision))")) : nil
        case .returned: waitingForNew.map { JobMark(kind, Phrase("（\($0.title.zh)）", "(\($0.title.en))")) }
        case .aboveAgreed: when(kind, flags.contains { $0.agreement != nil })
        case .aboveRate: when(kind, flags.contains { $0.agreement == nil })
        case .uninvoiced: uninvoiced.isPositive ? JobMark(kind, uninvoiced.markWords) : nil
        case .releasedEarly: when(kind, payments.contains { $0.early != nil && !$0.refunded })
        case .withinWarranty: warrantyOf.map { JobMark(kind, Phrase("（\($0.text)）", "(\($0.text))")) }
        case .reopened: reopens.map { JobMark(kind, Phrase("（\($0.text)）", "(\($0.text))")) }
        case .split: when(kind, split.contains(number))
        }
    }

    private func when(_ kind: JobMark.Kind, _ isThere: Bool) -> JobMark? { isThere ? JobMark(kind) : nil }
}

extension Job {
    /// The paper that was sent back and that the job waits for.
    package var waitingForNew: ReturnForm.What? {
        guard let what = returned?.what else { return nil }
        let stage: Papers = switch what {
        case .survey: .surveyed
        case .slip: .signed
        case .claim: .claimed
        }
        return papers == stage ? what : nil
    }

    /// The prices above an agreed one or the policy's, in the papers in force.
    package var flags: [PriceFlag] {
        let papers = [survey?.above, claim?.above] + slips.filter { $0.returned == nil }.map(\.above)
        return papers.flatMap { $0 ?? [] }
    }

    /// What was paid, retention and all, and no invoice in force covers; what the firm paid back needs none.
    package var uninvoiced: Fen {
        let paid = payments.filter { !$0.refunded }.reduce(Fen.zero) { $0 + $1.amount } - recovered
        return max(.zero, paid - invoiced)
    }
}

extension Fen {
    fileprivate var markWords: Phrase { Phrase(" \(grouped) 元", grouped) }
}
