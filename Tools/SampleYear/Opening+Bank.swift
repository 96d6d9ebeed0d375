import Kernel

/// What only the bank knows, put in when its statement of the month is there: interest, a fee, and a
/// payment of which the bank paid too much. What December's statement says comes in January.
extension Opening {
    func enterBank() {
        enter("interest", "9.08", on: 3, 21, "LX20260321", at: Script.on(4, 2, 10, 20), "一季度结息")
        enter("fee", "15.00", on: 6, 10, "SF20260610", at: Script.on(7, 1, 10, 20), "账户管理费")
        enter("interest", "12.36", on: 6, 21, "LX20260621", at: Script.on(7, 1, 10, 24), "二季度结息")
        enter("advance", "9.00", on: 6, 23, Self.overPaid, at: Script.on(7, 1, 10, 30), "银行按 4698.30 元付出，多付 9.00 元，已通知收款单位退回",
            tag: "overPaid")
        enter("recovered", "9.00", on: 7, 8, "SK20260708-01", at: Script.on(7, 8, 15), "多付款退回", clears: "overPaid")
        enter("surrender", "21.44", on: 7, 10, "JK20260710-01", at: Script.on(7, 10, 11), "上半年利息上缴国库")
        enter("interest", "3.05", on: 9, 21, "LX20260921", at: Script.on(10, 9, 9, 40), "三季度结息")
    }

    /// The payment of which the bank paid 9.00 too much; the bank's line has its number.
    static let overPaid = "ZF20260622-01"

    private func enter(
        _ kind: String, _ amount: String, on month: Int, _ day: Int, _ reference: String, at: Instant, _ note: String,
        clears: String? = nil, tag: String? = nil
    ) {
        script.add(at, "wu.fang", "bank.entry", [
            "kind": .string(kind), "appropriation": .string("MS-2026-03"), "amount": .string(amount),
            "day": .string(Script.on(month, day, 9).day.text), "reference": .string(reference),
            "clears": clears.map { .string($0) }, "note": .string(note),
        ], tag: tag)
    }
}
