import Kernel

/// Settlement, payment, and what takes them back.
extension Story {
    func settle() {
        settler = stop?.settler ?? signer(approved, except: [claimant, reviewer])
        let retains = (trouble.hasWarranty && approved > Fen(600_000)) || features.contains(.release)
        let rate = retains ? Percent(tenThousandths: 30_000) : .zero
        retention = (try? rate.of(approved)) ?? .zero
        add("settle", settler, [
            "retentionRate": retains ? .string("3") : nil,
            "warrantyMonths": retains ? .int(features.contains(.release) ? 3 : dice.pick([6, 12, 12])) : nil,
        ])
        if features.contains(.disputeSettled) { dispute() }
    }

    func pay() {
        let payable = approved - retention
        if features.contains(.partial) {
            office(4...20)
            pay(Fen(payable.value / 200 * 100))
            reached(.partlyPaid)
            office(24...60)
        } else {
            office(5...36)
        }
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
        office(3...10)
        let last = claimed.count - 1
        let half = claimed[last].quantity.thousandths / 2000 * 1000
        claimed[last].quantity = Quantity(thousandths: max(1000, half))
        tax = .zero
        taxed = false
        sendClaim(claimed, invoice: "2632" + dice.digits(16), claimed.total)
        office(4...12)
        review(cutting: false)
        office(3...9)
        settle()
        pay()
        office(2...6)
        add("close", dispatcher)
    }

    func release() {
        now = Instant(now.day.adding(months: 3) + 4, hour: 9)
        office(1...5)
        add("release", "feng.jie", ["paymentNo": .string(script.paymentNo(now)),
            "day": .string(now.day.text)])
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
        if features.contains(.release) { release() }
    }
}
