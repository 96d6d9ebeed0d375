package import Kernel

/// 绩效指标: what the year's self-assessment measures, as the policy lists it (audit.md B2 §1).
package struct Indicator: Sendable, Equatable, Codable {
    /// 一级指标, and what its weights add up to; 10 more are for the execution of the budget.
    package enum Level: String, Sendable, Codable, CaseIterable {
        case output, benefit, satisfaction

        package var weight: Int {
            switch self {
            case .output: 50
            case .benefit: 30
            case .satisfaction: 10
            }
        }

        package var title: Phrase {
            switch self {
            case .output: Phrase("产出指标", "output")
            case .benefit: Phrase("效益指标", "benefit")
            case .satisfaction: Phrase("满意度指标", "satisfaction")
            }
        }
    }

    package enum Direction: String, Sendable, Codable, CaseIterable {
        /// At least, at most, or by an assessor's words (定性).
        case up, down, grade
    }

    /// What the program computes from the jobs called in the year.
    package enum Metric: String, Sendable, Codable, CaseIterable {
        case worksPassed, passedFirst, papersComplete, arrivedOnTime, finishedOnTime, averageApproved, aboveSigned
        case hazardsRemoved, solved, repeats, satisfied
    }

    /// How far a qualitative indicator was reached.
    package enum Band: String, Sendable, Codable, CaseIterable {
        case reached, partly, missed

        /// The share of the weight that a score in it has: from and to, in percent; the upper end belongs to
        /// the band above, the top to the highest.
        package var share: (from: Int, to: Int) {
            switch self {
            case .reached: (80, 100)
            case .partly: (60, 80)
            case .missed: (0, 60)
            }
        }

        package var title: Phrase {
            switch self {
            case .reached: Phrase("达成", "reached")
            case .partly: Phrase("部分达成", "partly reached")
            case .missed: Phrase("未达成", "not reached")
            }
        }
    }

    package let level1: Level
    /// 二级指标
    package let level2: Phrase
    package let code: Code
    package let name: Phrase
    package let unit: Phrase?
    package let direction: Direction
    /// The value of the year (A); none for ``Direction/grade``.
    package let target: Quantity?
    /// Points.
    package let weight: Int
    /// nil where an assessor says what was reached.
    package let metric: Metric?
}

extension Indicator {
    /// What was reached (B), exactly: thousandths of the unit over a whole.
    package struct Reached: Sendable, Hashable {
        package let part: Int64
        package let whole: Int64

        private init(part: Int64, whole: Int64) { (self.part, self.whole) = (part, whole) }

        package static func count(_ count: Int) -> Self { Self(part: Int64(count) * 1000, whole: 1) }
        package static func value(_ value: Quantity) -> Self { Self(part: value.thousandths, whole: 1) }

        /// In percent; nil where there is nothing to divide by.
        package static func share(_ part: Int, of whole: Int) -> Self? {
            whole > 0 ? Self(part: Int64(part) * 100_000, whole: Int64(whole)) : nil
        }

        /// Yuan for each; nil where there is none.
        package static func average(_ sum: Fen, over count: Int) -> Self? {
            count > 0 ? Self(part: sum.value * 10, whole: Int64(count)) : nil
        }

        /// Half-up with two decimals, trailing zeros left out.
        package var text: String {
            let hundredths = Int128(part).dividedHalfUp(by: Int128(whole) * 10)
            return FixedPoint.text(Int64(hundredths), decimals: 2, trimmed: true)
        }
    }

    /// The score of what was reached, in hundredths of a point, half-up: `up` w × min(1, B ÷ A), `down` w
    /// when B ≤ A, else w × A ÷ B. Without a target: 0.
    package func score(_ reached: Reached) -> Int64 {
        guard let target else { return 0 }
        let (full, part) = (Int128(weight) * 100, Int128(reached.part))
        let aim = Int128(target.thousandths) * Int128(reached.whole)
        switch direction {
        case .up: return part >= aim ? Int64(full) : Int64((full * part).dividedHalfUp(by: aim))
        case .down: return part <= aim ? Int64(full) : Int64((full * aim).dividedHalfUp(by: part))
        case .grade: return 0
        }
    }

    /// Whether the assessor has to say why: B misses A, or is above 130 % of it where more is better.
    package func demandsReason(_ reached: Reached) -> Bool {
        guard let target else { return false }
        let (part, aim) = (Int128(reached.part), Int128(target.thousandths) * Int128(reached.whole))
        switch direction {
        case .up: return part < aim || part * 100 > aim * 130
        case .down: return part > aim
        case .grade: return false
        }
    }

    /// Whether an assessor's score lies in the band; in thousandths of a point.
    package func holds(_ score: Quantity, in band: Band) -> Bool {
        let (from, to) = band.share
        let (points, whole) = (Int128(score.thousandths) * 100, Int128(weight) * 1000)
        return points >= whole * Int128(from) && (points < whole * Int128(to) || to == 100 && points == whole * 100)
    }

    /// The target as the form writes it: `≥ 98 %`.
    package var aim: Phrase? {
        guard let target else { return nil }
        let sign = direction == .down ? "≤ " : "≥ "
        return Phrase(sign + words(target.text).zh, sign + words(target.text).en)
    }

    /// A value with its unit.
    package func words(_ value: String) -> Phrase {
        Phrase(value + (unit.map { " " + $0.zh } ?? ""), value + (unit.map { " " + $0.en } ?? ""))
    }
}

extension Policy {
    /// What is measured: the policy's own, or the proposed set.
    package var indicators: [Indicator] { performance ?? Self.proposedIndicators }
}
