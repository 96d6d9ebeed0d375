package import Kernel

/// The track of the work itself (design §6).
package enum Works: String, Sendable, Codable, CaseIterable {
    case registered, accepted, dispatched, started, finished, passed
    case rejected, transferred, merged, cancelled, closed

    package var title: Phrase {
        switch self {
        case .registered: Phrase("已登记", "registered")
        case .accepted: Phrase("已受理", "accepted")
        case .dispatched: Phrase("已派工", "dispatched")
        case .started: Phrase("施工中", "started")
        case .finished: Phrase("已完工", "finished")
        case .passed: Phrase("验收合格", "passed")
        case .rejected: Phrase("不予受理", "rejected")
        case .transferred: Phrase("已转办", "transferred")
        case .merged: Phrase("已并单", "merged")
        case .cancelled: Phrase("已撤销", "cancelled")
        case .closed: Phrase("已结案", "closed")
        }
    }

    /// Nobody acts on the job any more, but for a note, a refund, a release or a reversal.
    package var isEnd: Bool {
        switch self {
        case .rejected, .transferred, .merged, .cancelled, .closed: true
        case .registered, .accepted, .dispatched, .started, .finished, .passed: false
        }
    }
}

/// The track of the paper, which in an emergency runs behind the work (design §6).
package enum Papers: String, Sendable, Codable, CaseIterable {
    case none, surveyed, signed, claimed, reviewed, settled, paid, closed

    package var title: Phrase {
        switch self {
        case .none: Phrase("无单据", "none")
        case .surveyed: Phrase("已踏勘", "surveyed")
        case .signed: Phrase("已签认", "signed")
        case .claimed: Phrase("已送审", "claimed")
        case .reviewed: Phrase("已审核", "reviewed")
        case .settled: Phrase("已结算", "settled")
        case .paid: Phrase("已支付", "paid")
        case .closed: Phrase("已归档", "closed")
        }
    }
}

/// What a person may do with a job; ``does`` is the command.
package enum Verb: String, Sendable, Codable, CaseIterable {
    case call, accept, regrade, reject, transfer, merge, visit
    case survey, authorize, sign, dispatch, start, finish, inspect, rework
    case change, sendBack = "return", claim, review, dispute, resolve, settle
    case invoice, voidInvoice, pay, release, refund, recover, withhold, reverse
    case callback, rate, publish, close, cancel, suspend, resume, note

    /// Which of the two clocks a step belongs to: the steps of a track are in time order among themselves
    /// (design §12).
    package enum Track: Sendable { case works, papers, both, neither }

    package var track: Track {
        switch self {
        case .call, .accept, .reject, .transfer, .merge, .dispatch, .start, .finish, .inspect, .callback, .rate: .works
        case .survey, .authorize, .sign, .change, .sendBack, .claim, .review, .dispute, .resolve, .settle, .invoice,
             .voidInvoice, .pay, .release, .refund, .recover, .withhold, .reverse: .papers
        case .regrade, .rework, .cancel, .close: .both
        case .visit, .suspend, .resume, .publish, .note: .neither
        }
    }

    /// The command's name: `job.` and the verb, but for the invoice, which people register and void.
    package var does: String {
        switch self {
        case .invoice: "invoice.register"
        case .voidInvoice: "invoice.void"
        case .call, .accept, .regrade, .reject, .transfer, .merge, .visit, .survey, .authorize, .sign, .dispatch,
             .start, .finish, .inspect, .rework, .change, .sendBack, .claim, .review, .dispute, .resolve, .settle,
             .pay, .release, .refund, .recover, .withhold, .reverse, .callback, .rate, .publish, .close, .cancel,
             .suspend, .resume, .note:
            "job." + rawValue
        }
    }

    /// The verb of a command's name.
    package init?(does: String) {
        guard let verb = Self.byName[does] else { return nil }
        self = verb
    }

    private static let byName = Dictionary(uniqueKeysWithValues: allCases.map { ($0.does, $0) })

    package var title: Phrase {
        switch self {
        case .call: Phrase("来电", "call")
        case .accept: Phrase("受理", "accept")
        case .regrade: Phrase("调整分级", "regrade")
        case .reject: Phrase("不予受理", "reject")
        case .transfer: Phrase("转办", "transfer")
        case .merge: Phrase("并单", "merge")
        case .visit: Phrase("到场", "visit")
        case .survey: Phrase("踏勘", "survey")
        case .authorize: Phrase("应急先行", "authorize")
        case .sign: Phrase("签认", "sign")
        case .dispatch: Phrase("派工", "dispatch")
        case .start: Phrase("开工", "start")
        case .finish: Phrase("完工", "finish")
        case .inspect: Phrase("验收", "inspect")
        case .rework: Phrase("返工", "rework")
        case .change: Phrase("签证", "change slip")
        case .sendBack: Phrase("退回修改", "return")
        case .claim: Phrase("送审", "claim")
        case .review: Phrase("审核", "review")
        case .dispute: Phrase("争议", "dispute")
        case .resolve: Phrase("争议解决", "resolve")
        case .settle: Phrase("审定入账", "settle")
        case .invoice: Phrase("登记发票", "register an invoice")
        case .voidInvoice: Phrase("发票作废", "void an invoice")
        case .pay: Phrase("支付", "pay")
        case .release: Phrase("质保金返还", "release")
        case .refund: Phrase("退款", "refund")
        case .recover: Phrase("审计追回", "recover")
        case .withhold: Phrase("扣留质保金", "withhold")
        case .reverse: Phrase("冲销", "reverse")
        case .callback: Phrase("回访", "call-back")
        case .rate: Phrase("评价", "rate")
        case .publish: Phrase("公开", "publish")
        case .close: Phrase("结案", "close")
        case .cancel: Phrase("撤销", "cancel")
        case .suspend: Phrase("挂账", "suspend")
        case .resume: Phrase("恢复", "resume")
        case .note: Phrase("备注", "note")
        }
    }
}
