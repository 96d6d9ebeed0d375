package import Kernel

extension Job {
    /// The marks of a job at a moment, in the order in which they are shown. `split` are the jobs that ``SplitAlarm`` names.
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
        case .reworked: reworks > 0 ? JobMark(kind, Phrase(" \(reworks) 次", "×\(reworks)")) : nil
        case .lateForm, .overdueForm: when(kind, survey?.mark.kind == kind)
        case .missingForm: when(kind, clocks.form?.standing == .overdue)
        case .revised: revision > 1 ? JobMark(kind, Phrase(" 第 \(revision) 稿", "(revision \(revision))")) : nil
        case .aboveAgreed: when(kind, claim?.above != nil)
        case .split: when(kind, split.contains(number))
        }
    }

    private func when(_ kind: JobMark.Kind, _ isThere: Bool) -> JobMark? { isThere ? JobMark(kind) : nil }
}
