import Kernel

extension Policy {
    /// What is measured where the policy is silent (audit.md B2 §1).
    package static let proposedIndicators: [Indicator] = [
        indicator(.output, quantity, "works", Phrase("应急处置工单数", "emergency works"), jobs, .up, 100, 10, .worksPassed),
        indicator(.output, quality, "first-pass", Phrase("一次验收合格率", "passed at the first inspection"), percent, .up, 98, 10,
                  .passedFirst),
        indicator(.output, quality, "papers", Phrase("结算资料完整率", "settled with all papers"), percent, .up, 100, 5,
                  .papersComplete),
        indicator(.output, time, "arrival", Phrase("到场及时率", "arrived on time"), percent, .up, 95, 8, .arrivedOnTime),
        indicator(.output, time, "finish", Phrase("完工及时率", "finished on time"), percent, .up, 90, 7, .finishedOnTime),
        indicator(.output, cost, "average", Phrase("单件平均审定金额", "approved for a job"), yuan, .down, 10_000, 5, .averageApproved),
        indicator(.output, cost, "above", Phrase("超签认率", "settled above the signed total"), percent, .down, 5, 5, .aboveSigned),
        indicator(.benefit, social, "hazards", Phrase("急难险重隐患消除数", "hazards removed"), jobs, .up, 10, 10, .hazardsRemoved),
        indicator(.benefit, social, "solved", Phrase("居民解决率", "solved, as residents say"), percent, .up, 90, 10, .solved),
        indicator(.benefit, lasting, "repeats", Phrase("同址 90 日重复报修率", "called again within 90 days"), percent, .down, 5, 10,
                  .repeats),
        indicator(.satisfaction, Phrase("服务对象满意度", "satisfaction"), "satisfied", Phrase("回访满意率", "satisfied residents"),
                  percent, .up, 90, 10, .satisfied),
    ].compactMap(\.self)

    private static let (jobs, percent, yuan) = (Phrase("件", "jobs"), Phrase("%", "%"), Phrase("元", "yuan"))
    private static let (quantity, quality) = (Phrase("数量指标", "quantity"), Phrase("质量指标", "quality"))
    private static let (time, cost) = (Phrase("时效指标", "time"), Phrase("成本指标", "cost"))
    private static let (social, lasting) = (Phrase("社会效益", "social"), Phrase("可持续影响", "lasting"))

    /// A code of this table is always one; a test counts them.
    private static func indicator(
        _ level1: Indicator.Level, _ level2: Phrase, _ code: String, _ name: Phrase, _ unit: Phrase,
        _ direction: Indicator.Direction, _ target: Int64, _ weight: Int, _ metric: Indicator.Metric
    ) -> Indicator? {
        guard let code = try? Code(code) else { return nil }
        return Indicator(
            level1: level1, level2: level2, code: code, name: name, unit: unit, direction: direction,
            target: Quantity(thousandths: target * 1000), weight: weight, metric: metric)
    }
}
