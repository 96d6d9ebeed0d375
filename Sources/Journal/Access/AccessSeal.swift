package import Jobs
package import Kernel

/// What a machine says of a day's access log once the day is over (web.md 3.7): how many rows there were, and
/// the head of their chain.
package struct SealAccessForm: Hashable, Sendable, Codable {
    package let day: Day
    package let rows: Int
    /// 64 hexadecimal digits.
    package let head: Label

    package init(day: Day, rows: Int, head: Label) { (self.day, self.rows, self.head) = (day, rows, head) }
}

/// A row of the access log.
package struct AccessRow: Sendable, Equatable {
    package let id: String
    package let who: String
    package let does: String
    /// A refusal's name, `granted` or `refused`.
    package let answer: String
    package let seen: Instant

    package init(id: String, who: String, does: String, answer: String, seen: Instant) {
        (self.id, self.who, self.does, self.answer, self.seen) = (id, who, does, answer, seen)
    }
}

package enum AccessSeal {
    /// After midnight what was seen before it may still be on its way to the disk.
    private static let margin = 10 * Instant.minute

    /// The head of a day's rows: over the street and the day, then each row with what comes before, in the
    /// order of time, id, person and answer. An algorithm and a street's code make it that street's.
    package static func head(
        of rows: [AccessRow], day: Day, in org: Code, _ algorithm: DigestAlgorithm, with hasher: Chain.Hasher
    ) -> String {
        rows.sorted(by: before).reduce(digest("\(org.text)\n\(day.text)", algorithm, hasher)) { head, row in
            // Texts as JSON spells them hold no line break: no two rows spell alike.
            let parts = [row.id, row.who, row.does, row.answer].map { JSON.string($0).text }
            return digest(([head, row.seen.text] + parts).joined(separator: "\n"), algorithm, hasher)
        }
    }

    private static func digest(_ text: String, _ algorithm: DigestAlgorithm, _ hasher: Chain.Hasher) -> String {
        Hex.encode(hasher(algorithm, Array(text.utf8)))
    }

    /// As texts compare byte by byte, whatever the database thinks of their order.
    private static func before(_ a: AccessRow, _ b: AccessRow) -> Bool {
        if a.seen != b.seen { return a.seen < b.seen }
        for (a, b) in [(a.id, b.id), (a.who, b.who), (a.answer, b.answer)] where !a.utf8.elementsEqual(b.utf8) {
            return a.utf8.lexicographicallyPrecedes(b.utf8)
        }
        return false
    }

    /// The days that wait for their seal at a moment: after the last that has one, else from that of the
    /// first row, each day until yesterday, also one on which nothing was noted.
    package static func due(first: Day?, sealed: Day?, now: Instant) -> [Day] {
        guard let start = sealed.map({ $0 + 1 }) ?? first else { return [] }
        let end = Instant(milliseconds: now.milliseconds - margin).day
        var days: [Day] = []
        var day = start
        while day < end {
            days.append(day)
            day = day + 1
        }
        return days
    }
}

/// What was found of a sealed day.
package struct AccessDay: Sendable, Equatable {
    package enum Verdict: String, Sendable { case same, changed, removed, added }

    package let day: Day
    /// The record with the seal.
    package let seq: Int
    package let sealed: Int
    package let found: Int
    package let verdict: Verdict

    /// A later seal of a day that has one says nothing.
    package static func compare(
        _ seals: [(seq: Int, form: SealAccessForm)], _ rows: [AccessRow], in org: Code, _ algorithm: DigestAlgorithm,
        with hasher: Chain.Hasher
    ) -> [AccessDay] {
        let byDay = Dictionary(grouping: rows, by: \.seen.day)
        var seen: Set<Day> = []
        return seals.filter { seen.insert($0.form.day).inserted }.map { seal in
            let (form, found) = (seal.form, byDay[seal.form.day] ?? [])
            let head = AccessSeal.head(of: found, day: form.day, in: org, algorithm, with: hasher)
            let verdict: Verdict = head == form.head.text ? .same
                : found.count < form.rows ? .removed : found.count > form.rows ? .added : .changed
            return AccessDay(day: form.day, seq: seal.seq, sealed: form.rows, found: found.count, verdict: verdict)
        }
    }
}

extension Rules {
    /// Throws `role.required`, `input.value`.
    static func sealAccess(_ form: SealAccessForm, _ user: User, _ street: Street, _ at: Instant) throws(Refusal) -> Ruling {
        let role = try demand(.sealAccess, of: user)
        let fault: (field: String, value: String, expected: String)? =
            form.day >= at.day || form.day < street.openedAt.day
                ? ("day", form.day.text, "\(street.openedAt.day.text)–\((at.day + -1).text)")
            : form.rows < 0 ? ("rows", String(form.rows), "≥ 0")
            : Hex.decode(form.head.text)?.count != 32 ? ("head", form.head.text, "64 hexadecimal digits") : nil
        if let fault {
            throw Refusal(.inputValue, ["field": "with." + fault.field, "value": fault.value, "expected": fault.expected])
        }
        return Ruling(role: role, event: .accessSealed(form: form))
    }
}
