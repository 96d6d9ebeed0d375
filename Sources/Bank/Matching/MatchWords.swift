package import Kernel

extension MatchRule {
    package var title: Phrase {
        switch self {
        case .reversal: Phrase("冲正", "reversal")
        case .number: Phrase("支付单号", "number")
        case .account: Phrase("金额＋账号＋日期", "amount, account, days")
        case .name: Phrase("金额＋户名", "amount, name")
        case .severalLines: Phrase("一笔支付多条明细", "several lines")
        case .severalPayments: Phrase("多笔支付一条明细", "several payments")
        case .hand: Phrase("人工", "by hand")
        }
    }
}

extension Confidence {
    package var title: Phrase {
        switch self {
        case .sure: Phrase("确定", "sure")
        case .likely: Phrase("很可能", "likely")
        case .possible: Phrase("可能", "possible")
        }
    }
}
