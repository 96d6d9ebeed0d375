/// What is out of the ordinary in a job's story.
enum Feature: Sendable {
    case rework, twoReworks, slipUp, slipDown, dispute, disputeSettled, suspend, refund, reversal, partial
    case threeCalls, lateCallback, splitPercent, splitAmount, release, replacedClaim, replacedSurvey
    case earlyForm, overdueForm, reject, transfer, merge, cancelEarly, cancelSigned, cancelStarted
    case redispatch, reauthorize, byRef, taxed, large, urgent, ordinary, emergency, unsolved
}

/// Which call of the year is which: features by the call's number, from 1.
enum Plot {
    static let features: [Int: Set<Feature>] = [
        2: [.emergency], 4: [.slipUp, .ordinary], 5: [.reject, .ordinary], 6: [.release, .ordinary],
        7: [.transfer],
        8: [.emergency, .byRef], 9: [.rework, .ordinary], 10: [.partial], 11: [.merge], 13: [.emergency,
        .overdueForm],
        14: [.threeCalls, .lateCallback], 15: [.splitPercent], 16: [.taxed, .ordinary], 17: [.release,
        .slipDown],
        18: [.cancelEarly], 19: [.dispute, .ordinary], 20: [.lateCallback], 21: [.suspend, .ordinary],
        22: [.refund], 23: [.emergency, .reauthorize], 24: [.transfer], 25: [.slipUp, .byRef],
        27: [.twoReworks],
        28: [.cancelSigned, .ordinary], 29: [.replacedSurvey], 30: [.emergency, .lateCallback], 31: [.large,
        .ordinary, .partial],
        32: [.splitAmount], 33: [.redispatch], 34: [.merge], 35: [.reversal], 36: [.emergency, .overdueForm],
        37: [.replacedClaim, .taxed], 39: [.slipDown, .ordinary], 40: [.reject], 41: [.emergency, .earlyForm],
        42: [.threeCalls, .lateCallback], 43: [.emergency], 44: [.disputeSettled], 45: [.emergency, .rework],
        46: [.transfer], 47: [.emergency], 48: [.slipUp], 49: [.emergency, .overdueForm], 50: [.partial,
        .refund],
        51: [.cancelStarted, .emergency], 53: [.emergency, .redispatch], 54: [.merge], 55: [.rework, .slipUp],
        56: [.emergency, .unsolved], 57: [.lateCallback], 58: [.suspend], 59: [.emergency, .taxed],
        60: [.dispute],
        61: [.splitPercent, .ordinary], 62: [.emergency, .reauthorize], 64: [.transfer], 65: [.large,
        .partial],
        66: [.emergency, .overdueForm], 67: [.slipDown], 68: [.byRef], 69: [.emergency], 70: [.merge],
        71: [.cancelEarly], 72: [.threeCalls, .lateCallback], 73: [.reversal], 74: [.emergency],
        75: [.rework],
        76: [.taxed], 77: [.lateCallback], 78: [.slipUp], 79: [.reject], 80: [.emergency, .earlyForm],
        81: [.replacedSurvey], 82: [.splitAmount], 83: [.partial], 84: [.transfer], 85: [.emergency],
        86: [.dispute], 88: [.suspend, .ordinary], 89: [.cancelSigned], 90: [.emergency, .overdueForm],
        91: [.unsolved],
        92: [.slipUp], 93: [.refund], 94: [.rework], 96: [.emergency], 95: [.ordinary], 97: [.suspend,
        .ordinary],
    ]
}

/// Where a story has come to: mistakes happen between its steps.
enum Stage {
    case called, accepted, authorized, surveyed, signed, dispatched, started, finished, passed
    case slipWritten, slipSigned, suspended, claimed, reviewed, disputed, settled, paid, refunded,
        unanswered, closed
}
