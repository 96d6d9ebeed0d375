package import Kernel

/// What is remarkable about a job: a word beside it, the same in every list, page and work list.
package struct JobMark: Equatable, Sendable {
    /// In the order in which marks are shown. A new mark is a case here, its title, and when it is there
    /// (``Job/marks(at:split:)``).
    package enum Kind: String, Sendable, CaseIterable {
        case overdue, finishedLate
        case disputed, suspended
        case unsolved, reworked
        case lateForm, overdueForm, missingForm
        case returned
        case revised, aboveAgreed, aboveRate
        case uninvoiced, releasedEarly
        case withinWarranty, reopened
        case split
    }

    package let kind: Kind
    /// What is said behind the title: how often, until when.
    package let detail: Phrase?

    init(_ kind: Kind, _ detail: Phrase? = nil) {
        self.kind = kind
        self.detail = detail
    }

    /// The name for programs, which no detail changes.
    package var code: String { kind.rawValue }

    package var title: Phrase {
        guard let detail else { return kind.title }
        return Phrase(kind.title.zh + detail.zh, kind.title.en + " " + detail.en)
    }
}

extension JobMark.Kind {
    package var title: Phrase {
        switch self {
        case .overdue: Phrase("逾期", "overdue")
        case .finishedLate: Phrase("逾期完工", "finished late")
        case .disputed: Phrase("争议", "disputed")
        case .suspended: Phrase("挂账", "suspended")
        case .unsolved: Phrase("回访未解决", "not solved")
        case .reworked: Phrase("返工", "rework")
        case .lateForm: Phrase("补单", "late form")
        case .overdueForm: Phrase("逾期补办", "overdue form")
        case .missingForm: Phrase("逾期未补单", "form missing")
        case .returned: Phrase("退回修改", "sent back")
        case .revised: Phrase("重新送审", "claimed again")
        case .aboveAgreed: Phrase("高于协议价", "above agreed prices")
        case .aboveRate: Phrase("高于指导价", "above the policy's rates")
        case .uninvoiced: Phrase("缺发票", "without invoice")
        case .releasedEarly: Phrase("提前返还", "released early")
        case .withinWarranty: Phrase("质保期内再报", "within the warranty")
        case .reopened: Phrase("重新受理", "taken up again")
        case .split: Phrase("拆分预警", "split alarm")
        }
    }
}

extension Survey.Mark {
    /// The mark of a job whose form came so; nil for a form that came in time.
    package var kind: JobMark.Kind? {
        switch self {
        case .inTime: nil
        case .late: .lateForm
        case .overdue: .overdueForm
        }
    }
}

extension [JobMark] {
    /// The titles behind each other; empty where there are none.
    package var title: Phrase {
        Phrase(map(\.title.zh).joined(separator: "、"), map(\.title.en).joined(separator: ", "))
    }
}
