import Kernel

/// Settlement, payment, and what takes them back.
extension Story {
    func settle() {
        settler = stop?.settler ?? signer(approved, except: [claimant, reviewer])
        let retains = (trouble.hasWarranty && approved > Fen(600_000)) || warrantyMonths != nil
        let rate = retains ? Percent(tenThousandths: 30_000) : .zero
        retention = (try? rate.of(approved)) ?? .zero
        let usual = dice.pick([6, 12, 12])
        // A roof must stay dry for longer.
        let warranty = warrantyMonths ?? (trouble.category == "roof" ? 24 : usual)
        add("settle", settler, [
            "retentionRate": retains ? .string("3") : nil, "warrantyMonths": retains ? .int(warranty) : nil,
        ])
        if features.contains(.disputeSettled) { dispute() }
    }

    func pay() {
        let payable = approved - retention
        guard features.contains(.partial) else {
            office(3...30)
            invoice(approved)
            office(1...6)
            return pay(nil)
        }
        let first = Fen(payable.value / 200 * 100)
        office(3...16)
        invoice(first)
        office(1...4)
        pay(first)
        reached(.partlyPaid)
        office(20...50)
        invoice(approved - first)
        office(2...8)
        pay(nil)
    }

    private func pay(_ amount: Fen?) {
        lastPayment = script.paymentNo(now)
        add("pay", "feng.jie", [
            "amount": amount.map { .string($0.yuan) }, "paymentNo": .string(lastPayment),
            "day": .string(now.day.text),
        ])
    }

    /// 退票: the money came back, because the account number was wrong.
    func refund(_ reason: String) {
        office(6...24)
        add("refund", "feng.jie", ["paymentNo": .string(lastPayment), "reason": .string(reason)])
        refundedPayment = lastPayment
    }

    /// 冲销 and a new revision: the settlement counted a line twice.
    func reverse() {
        refund("审计抽查发现重复计量，施工单位退回款项")
        office(1...5)
        add("reverse", "sun.yan", ["reason": .string("审定数量重复计入一项，冲销后按实重新送审")])
        office(1...3)
        voidInvoices()
        office(3...10)
        let last = claimed.count - 1
        let half = claimed[last].quantity.thousandths / 2000 * 1000
        claimed[last].quantity = Quantity(thousandths: max(1000, half))
        tax = .zero
        taxed = false
        sendClaim(claimed, claimed.total)
        office(4...12)
        review(cutting: false)
        office(3...9)
        settle()
        pay()
        office(2...6)
        add("close", dispatcher)
    }

    /// Of the retention that is released within the year.
    private var warrantyMonths: Int? {
        features.contains(.release) ? 3 : features.contains(.halfYear) ? 6 : nil
    }

    /// When the warranty is over, or before it: then somebody says why.
    func release() {
        let early = features.contains(.earlyRelease)
        if early {
            now = Script.on(12, 31, 16, 20)
        } else {
            now = Instant(now.day.adding(months: warrantyMonths ?? 3) + 4, hour: 9)
            office(1...5)
        }
        add("release", "feng.jie", [
            "paymentNo": .string(script.paymentNo(now)), "day": .string(now.day.text),
            "reason": early ? .string("施工单位提交银行质量保函，替换质保金，提前返还") : nil,
        ])
    }

    /// A part of the retention stays with the street, because the firm did not mend what it should have.
    private func withhold() {
        now = Instant(now.day.adding(months: 5), hour: 9)
        office(2...6)
        add("withhold", "sun.yan", [
            "amount": .string("200.00"),
            "reason": .string("质保期内压顶砂浆脱落，两次通知未到场修复，街道另行安排，费用从质保金扣留"),
        ])
    }

    /// 审计追回: an audit of the year found one load too many.
    private func recover() {
        now = Script.on(11, 12, 10, 30)
        add("recover", "feng.jie", [
            "amount": .string("450.00"), "day": .string(now.day.text), "reference": .string("SH20261112-01"),
            "reason": .string("区审计局抽查：垃圾清运多计一车，施工单位退回"),
        ])
    }

    func close() {
        if features.contains(.lateCallback) {
            wait(30...240)
            callBack()
        }
        office(1...9)
        add("close", dispatcher)
        reached(.closed)
        if features.contains(.reversal) {
            office(60...120)
            reverse()
        }
        if !features.isDisjoint(with: [.release, .halfYear, .earlyRelease]) { release() }
        if features.contains(.withheld) { withhold() }
        if features.contains(.recovered) { recover() }
    }
}
