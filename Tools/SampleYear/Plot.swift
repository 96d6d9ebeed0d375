/// What is out of the ordinary in a job's story.
enum Feature: Sendable {
    case rework, twoReworks, slipUp, slipDown, dispute, disputeSettled, suspend, refund, reversal, partial
    case threeCalls, lateCallback, splitPercent, splitAmount, release, replacedClaim, replacedSurvey
    case earlyForm, overdueForm, reject, transfer, merge, cancelEarly, cancelSigned, cancelStarted
    case redispatch, reauthorize, byRef, taxed, large, ordinary, emergency, unsolved
    case regrade, returned, halfYear, earlyRelease, withheld, recovered, noInvoice
}

/// Where a story has come to: mistakes happen between its steps, and some jobs get no further that year.
enum Stage {
    case called, accepted, visited, suspended, surveyed, signed, dispatched, finished, slipSigned, claimed
    case reviewed, disputed, partlyPaid, unanswered, closed
}

/// Where a job stands still until the year is over, why, and who must have had a part in it by then.
struct Stop {
    let stage: Stage
    let reason: String
    var reporter: String?
    var claimant: String?
    var reviewer: String?
    var settler: String?
}

/// Which call of the year is which: features by the call's number, from 1.
enum Plot {
    static let features: [Int: Set<Feature>] = [
        2: [.emergency], 4: [.slipUp, .ordinary], 5: [.reject, .ordinary], 6: [.release, .ordinary],
        7: [.transfer], 8: [.emergency, .byRef], 9: [.rework, .ordinary], 10: [.partial, .earlyRelease], 11: [.merge],
        13: [.emergency, .overdueForm], 14: [.threeCalls, .lateCallback], 15: [.splitPercent],
        16: [.taxed, .ordinary, .withheld], 17: [.release, .slipDown], 18: [.cancelEarly], 19: [.dispute, .ordinary],
        20: [.lateCallback, .halfYear], 21: [.suspend, .ordinary], 22: [.refund], 23: [.emergency, .reauthorize],
        24: [.transfer], 25: [.slipUp, .byRef], 26: [.recovered], 27: [.twoReworks], 28: [.cancelSigned, .ordinary],
        29: [.replacedSurvey], 30: [.emergency, .lateCallback], 31: [.large, .ordinary, .partial],
        32: [.splitAmount], 33: [.redispatch], 34: [.merge], 35: [.reversal], 36: [.emergency, .overdueForm],
        37: [.replacedClaim, .returned, .taxed], 39: [.slipDown, .ordinary], 40: [.reject], 41: [.emergency, .earlyForm],
        42: [.threeCalls, .lateCallback], 43: [.emergency], 44: [.disputeSettled], 45: [.emergency, .rework],
        46: [.transfer], 47: [.emergency], 48: [.slipUp], 49: [.emergency, .overdueForm],
        50: [.partial, .refund], 51: [.cancelStarted, .emergency], 53: [.emergency, .redispatch],
        54: [.merge], 55: [.rework, .slipUp], 56: [.emergency, .unsolved], 57: [.lateCallback],
        58: [.suspend],
        59: [.emergency, .taxed, .regrade], 60: [.dispute], 61: [.splitPercent, .ordinary],
        62: [.emergency, .reauthorize], 64: [.transfer], 65: [.large, .partial],
        66: [.emergency, .overdueForm], 67: [.slipDown], 68: [.byRef], 69: [.emergency], 70: [.merge],
        71: [.cancelEarly], 72: [.threeCalls, .lateCallback], 73: [.reversal], 74: [.emergency],
        75: [.rework], 76: [.taxed, .noInvoice], 77: [.lateCallback], 78: [.slipUp], 79: [.reject],
        80: [.emergency, .earlyForm], 81: [.replacedSurvey, .returned], 82: [.splitAmount], 83: [.partial],
        84: [.transfer], 85: [.emergency], 86: [.disputeSettled], 87: [.partial, .ordinary],
        88: [.suspend, .ordinary], 89: [.cancelSigned], 90: [.emergency, .overdueForm],
        91: [.threeCalls, .lateCallback], 92: [.slipUp], 93: [.ordinary], 94: [.ordinary], 95: [.ordinary],
        96: [.large, .ordinary], 97: [.ordinary], 98: [.ordinary], 99: [.emergency], 100: [.ordinary],
    ]

    /// The jobs that an appropriation of its own was meant for; the others are paid by the rule. Money at
    /// the bank is given out by name only, so that no payment comes half from the treasury and half from
    /// the bank.
    static let funds: [Int: String] = [
        1: "MS-2025-02", 9: "MS-2026-03", 10: "MS-2026-03", 13: "MS-2026-03", 22: "MS-2026-03", 23: "MS-2026-03",
        26: "MS-2026-03", 29: "MS-2026-03", 36: "MS-2026-03", 38: "MS-2026-02", 42: "MS-2026-02",
    ]

    /// The jobs that are open at the year's end, each at another step.
    static let stops: [Int: Stop] = [
        86: Stop(stage: .disputed, reason: "施工单位负责人外出，复核约在元旦后进行"),
        87: Stop(
            stage: .partlyPaid, reason: "首笔已付，余款待施工单位补齐收款账户变更证明，节后支付", claimant: "qian.yu",
            reviewer: "wu.fang", settler: "zhou.hai"),
        88: Stop(stage: .suspended, reason: "等待产权界线书面确认，房管部门答复须到明年一月"),
        91: Stop(stage: .unanswered, reason: "居民回老家探亲，元旦后再回访"),
        92: Stop(stage: .slipSigned, reason: "第二份签证待签，签后一并送审"),
        93: Stop(stage: .reviewed, reason: "审定会排在元旦后第一周", claimant: "zhou.hai"),
        94: Stop(stage: .claimed, reason: "财务年终决算，本单节后审核"),
        95: Stop(stage: .finished, reason: "验收员集中培训，节后验收", reporter: "gu.lin"),
        96: Stop(stage: .surveyed, reason: "上年指标已用完，等待资金安排后签认"),
        97: Stop(stage: .signed, reason: "气温过低且材料未到货，暂不派工"),
        98: Stop(stage: .visited, reason: "现场已围挡，踏勘情况表待补第二名踏勘人"),
        99: Stop(stage: .dispatched, reason: "抢险队正在邻近工地，完成后即来"),
        100: Stop(stage: .called, reason: "权属待核实，元旦值班期间先张贴警示"),
    ]
}
