import Kernel

/// The money of the year: granted in January, moved and supplemented in autumn, a little given back in
/// December.
extension Opening {
    func appropriate() {
        let at = { (minute: Int) in Instant(Self.january5, hour: 9, minute: minute) }
        grant(at(10), "SG-2025-01", "sangong", "original", "48600.00", "宁财预〔2025〕118号", origin: 2025)
        grant(at(14), "MS-2025-01", "minsheng", "original", "63250.00", "宁财预〔2025〕97号", origin: 2025)
        grant(at(20), "SG-2026-01", "sangong", "original", Self.sangong, "宁财预〔2026〕5号")
        grant(at(26), "MS-2026-01", "minsheng", "original", Self.minsheng, "宁财预〔2026〕3号")
        grant(at(30), "MS-2026-01", "minsheng", "original", Self.minsheng, "宁财预〔2026〕3号",
            refused: .appropriationTaken)
        grant(at(33), "TX-2026-01", "tixiang", "original", "50000.00", "宁财预〔2026〕9号", refused: .sourceUnknown)
        grant(at(36), "MS-2027-01", "minsheng", "original", "50000.00", "宁财预〔2026〕9号", origin: 2027,
              refused: .appropriationYear)
        grant(Instant(Self.january5 + -3, hour: 9), "MS-2026-02", "minsheng", "original", "30000.00",
            "宁财预〔2026〕1号",
              refused: .timeBeforeOpening, sent: at(40))
    }

    func changeFunds() {
        move(9, 8, 10, "SG-2026-01", "MS-2026-01", "20000.00", refused: .transferSource)
        move(9, 8, 11, "MS-2026-01", "MS-2026-01", "6000.00", refused: .transferSame)
        move(9, 9, 10, "MS-2026-01", "MS-2025-01", "6000.00")
        let september = Instant(day(9, 15), hour: 10)
        grant(september, "MS-2026-01", "sangong", "supplement", "80000.00", "宁财预〔2026〕66号",
            refused: .appropriationFixed)
        grant(september + Instant.hour, "MS-2026-01", "minsheng", "supplement", Self.supplement,
            "宁财预〔2026〕66号")
        move(10, 20, 15, "MS-2026-01", "MS-2024-01", "3000.00", refused: .appropriationUnknown)
        recall(12, 18, 10, "0.00", refused: .amountZero)
        recall(12, 18, 11, "4500.00")
    }

    func closeYear() {
        let at = Instant(day(12, 31), hour: 16, minute: 40)
        script.add(at, "feng.jie", "fund.recall", [
            "appropriation": .string("MS-2026-01"), "amount": .string("10000.00"),
            "documentNo": .string("宁财预〔2026〕91号"),
        ], refused: .roleRequired)
        script.add(at + Instant.hour / 2, "chen.lu", "job.note", job: 97, [
            "text": .string("年末盘点：未结工单已逐件电话告知居民进度，元旦期间值班电话照常"),
        ])
    }

    // Chosen so that the year of this seed ends a little above the target, with some jobs still open.
    private static let sangong = "128000.00"
    static let minsheng = "433000.00"
    private static let supplement = "80000.00"
    private static let january5 = Day(number: Day.first(of: 2026).number + 4)

    private func day(_ month: Int, _ day: Int) -> Day {
        Day.first(of: 2026).adding(months: month - 1) + (day - 1)
    }

    private func move(
        _ month: Int, _ date: Int, _ hour: Int, _ from: String, _ to: String, _ amount: String,
        refused: RefusalCode? = nil
    ) {
        script.add(Instant(day(month, date), hour: hour), "zheng.li", "fund.transfer", [
            "from": .string(from), "to": .string(to), "amount": .string(amount),
            "documentNo": .string("宁街财〔2026〕17号"),
        ], refused: refused)
    }

    private func recall(_ month: Int, _ date: Int, _ hour: Int, _ amount: String,
        refused: RefusalCode? = nil) {
        script.add(Instant(day(month, date), hour: hour), "wu.fang", "fund.recall", [
            "appropriation": .string("SG-2026-01"), "amount": .string(amount),
            "documentNo": .string("宁财预〔2026〕88号"),
        ], refused: refused)
    }
}
