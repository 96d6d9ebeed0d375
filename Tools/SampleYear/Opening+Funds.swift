import Kernel

/// The money of the year: taken over and granted in January, moved and supplemented in autumn, a little
/// given back.
extension Opening {
    func appropriate() {
        let at = { (minute: Int) in Script.on(1, 5, 9, minute) }
        takeOver()
        grant(at(20), "SG-2026-01", "sangong", "original", Self.sangong, "宁财预〔2026〕5号")
        grant(at(22), "MS-2026-01", "minsheng", "original", Self.mistyped, "宁财预〔2026〕3号", tag: "minsheng")
        grant(at(24), "MS-2026-03", "minsheng", "original", Self.atBank, "宁财预〔2026〕4号", channel: "bank")
        grant(at(30), "MS-2026-01", "minsheng", "original", Self.minsheng, "宁财预〔2026〕3号",
            refused: .appropriationTaken)
        grant(at(33), "TX-2026-01", "tixiang", "original", "50000.00", "宁财预〔2026〕9号", refused: .sourceUnknown)
        grant(at(36), "MS-2027-01", "minsheng", "original", "50000.00", "宁财预〔2026〕9号", origin: 2027,
              refused: .appropriationYear)
        // The day of the document in place of the day of the entry; then rightly.
        grant(Script.on(1, 2, 9), "MS-2026-02", "minsheng", "original", Self.floods, "宁财预〔2026〕1号",
              refused: .timeBeforeOpening, sent: at(40))
        grant(at(42), "MS-2026-02", "minsheng", "original", Self.floods, "宁财预〔2026〕1号")
        grant(at(46), "MS-2026-04", "minsheng", "original", "12000.00", "宁财预〔2026〕3号", refused: .documentTaken)
        script.add(Script.on(1, 6, 9, 30), "sun.yan", "fund.correct", [
            "record": .string("minsheng"), "amount": .string(Self.minsheng),
            "reason": .string("录入时数字颠倒，文件为 \(Self.minsheng) 元"),
        ])
        recall(Script.on(1, 15, 10), "SG-2025-01", "1200.00", "宁财预〔2026〕11号")
        receive(Script.on(1, 12, 10), "MS-2026-03", "40000.00", "SK20260112-01")
        giveBack()
        receive(Script.on(3, 2, 10), "MS-2026-03", "20000.00", "SK20260302-01")
    }

    /// What earlier years left: quota of the treasury, and money in the street's own account.
    private func takeOver() {
        let at = { (minute: Int) in Script.on(1, 5, 9, minute) }
        grant(at(10), "SG-2025-01", "sangong", "carried", "48600.00", "宁财预〔2025〕118号", origin: 2025)
        grant(at(14), "MS-2025-01", "minsheng", "carried", "63250.00", "宁财预〔2025〕97号", origin: 2025)
        grant(at(16), "MS-2025-02", "minsheng", "carried", Self.left, "宁财预〔2025〕103号", origin: 2025,
            channel: "bank", cash: Self.left)
        grant(at(18), "MS-2025-03", "minsheng", "carried", "8000.00", "宁财预〔2026〕6号", refused: .carriedYear)
    }

    func changeFunds() {
        move(9, 8, 10, "SG-2026-01", "MS-2026-01", "3000.00", refused: .transferSource)
        move(9, 8, 11, "MS-2026-01", "MS-2026-01", "3000.00", refused: .transferSame)
        move(9, 8, 14, "MS-2026-02", "MS-2025-01", "3000.00", refused: .transferKind)
        // The floods are over.
        move(9, 9, 10, "MS-2026-02", "MS-2026-01", "3000.00")
        let september = Script.on(9, 15, 10)
        grant(september, "MS-2026-01", "sangong", "supplement", Self.supplement, "宁财预〔2026〕66号",
            refused: .appropriationFixed)
        grant(september + Instant.hour, "MS-2026-01", "minsheng", "supplement", Self.supplement,
            "宁财预〔2026〕66号")
        move(10, 20, 15, "MS-2026-01", "MS-2024-01", "3000.00", refused: .appropriationUnknown)
        let december = Script.on(12, 17, 10)
        receive(december, "MS-2026-01", "1000.00", "SK20261217-01", refused: .receiveChannel)
        receive(december + Instant.hour, "MS-2026-03", "1000.00", "SK20260302-01", refused: .receiveTaken)
        receive(december + 2 * Instant.hour, "MS-2026-03", "60000.00", "SK20261217-02", refused: .receiveExceeds)
        recall(Script.on(12, 18, 10), "SG-2026-01", "0.00", "宁财预〔2026〕88号", refused: .amountZero)
        recall(Script.on(12, 18, 11), "SG-2026-01", "4500.00", "宁财预〔2026〕88号")
    }

    func closeYear() {
        let at = Script.on(12, 31, 16, 40)
        script.add(at, "feng.jie", "fund.recall", [
            "appropriation": .string("MS-2026-01"), "amount": .string("10000.00"),
            "documentNo": .string("宁财预〔2026〕91号"),
        ], refused: .roleRequired)
        script.add(at + Instant.hour / 2, "chen.lu", "job.note", job: 88, [
            "text": .string("年末盘点：未结工单已逐件电话告知居民进度，元旦期间值班电话照常"),
        ])
    }

    // Chosen so that the year of this seed ends a little above the target, with some jobs still open.
    private static let sangong = "183500.00"
    private static let minsheng = "341000.00"
    /// Two digits the wrong way round.
    private static let mistyped = "314000.00"
    /// 防汛应急专项
    private static let floods = "26000.00"
    /// Paid out of the street's own bank account (实拨), this year's and what was left of last year's.
    private static let atBank = "60000.00"
    private static let left = "2500.00"
    private static let supplement = "22000.00"

    private func receive(
        _ at: Instant, _ code: String, _ amount: String, _ receipt: String, refused: RefusalCode? = nil
    ) {
        script.add(at, "feng.jie", "fund.receive", [
            "appropriation": .string(code), "amount": .string(amount), "day": .string(at.day.text),
            "receiptNo": .string(receipt),
        ], refused: refused)
    }

    /// 缴回: what was left at the bank after the job that it was for.
    private func giveBack() {
        let at = Script.on(1, 30, 10)
        script.add(at, "feng.jie", "fund.return", [
            "appropriation": .string("MS-2025-02"), "amount": .string("605.65"), "day": .string(at.day.text),
            "paymentNo": .string("JH20260130-01"), "documentNo": .string("宁财预〔2026〕14号"),
        ])
    }

    private func move(
        _ month: Int, _ date: Int, _ hour: Int, _ from: String, _ to: String, _ amount: String,
        refused: RefusalCode? = nil
    ) {
        script.add(Script.on(month, date, hour), "zheng.li", "fund.transfer", [
            "from": .string(from), "to": .string(to), "amount": .string(amount),
            "documentNo": .string("宁街财〔2026〕17号"),
        ], refused: refused)
    }

    private func recall(
        _ at: Instant, _ code: String, _ amount: String, _ document: String, refused: RefusalCode? = nil
    ) {
        script.add(at, "wu.fang", "fund.recall", [
            "appropriation": .string(code), "amount": .string(amount), "documentNo": .string(document),
        ], refused: refused)
    }
}
