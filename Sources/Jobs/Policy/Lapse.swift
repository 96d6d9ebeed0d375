package import Kernel
package import Ledger

extension Policy.YearEnd {
    /// Whether money of an origin year is taken back when a year ends (books.md B1 §3).
    package func recalls(originYear: Int, atEndOf year: Int) -> Bool {
        switch rule {
        case .carry: false
        case .recall: year >= originYear + (afterYears ?? 0)
        }
    }

    package var words: Phrase {
        switch rule {
        case .carry: Phrase("结转", "carried forward")
        case .recall: Phrase("满 \(afterYears ?? 0) 年收回", "recalled after \(afterYears ?? 0) year(s)")
        }
    }
}

/// An appropriation whose last year is over: what stands available on it can no longer be held.
package struct Lapse: Sendable, Equatable {
    package let appropriation: Code
    package let rule: Policy.YearEnd
    /// The last day on which it could be held.
    package let day: Day

    /// Why the automatic funding passes over it.
    package var words: Phrase { Phrase("已于 \(day.text) 到期（\(rule.words.zh)）", "lapsed on \(day.text) (\(rule.words.en))") }

    /// `funds.lapsed`.
    package var refusal: Refusal {
        Refusal(.fundsLapsed, ["appropriation": appropriation.text])
            .adding("rule", rule.rule.rawValue, rule.words).adding("day", day.text)
    }
}

extension Policy {
    /// The lapse of an appropriation at the end of a year; nil where its money goes on. A source that the
    /// policy no longer lists is carried.
    package func lapse(of appropriation: Appropriation, atEndOf year: Int) -> Lapse? {
        guard let source = sources.first(where: { $0.code == appropriation.source }),
              source.yearEnd.recalls(originYear: appropriation.originYear, atEndOf: year) else { return nil }
        return Lapse(appropriation: appropriation.code, rule: source.yearEnd, day: Day.last(of: year))
    }
}
