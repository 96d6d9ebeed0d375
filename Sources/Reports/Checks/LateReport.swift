package import Documents
import Jobs
import Kernel
import Ledger

/// 超期清单 (audit.md B2): whatever was done after its time or is still not done, a row for each job and kind.
package enum LateReport {
    /// Days within which a claim is to be reviewed and a resident called back (audit.md B2).
    static let reviewWithin = 20
    static let callBackWithin = 7

    /// The snapshot needs jobs and steps. What was due in the year, and what was due before it and is open.
    package static func make(_ snapshot: Snapshot, year: Int) -> Document {
        let late = snapshot.trails.flatMap { trail in
            LateItem.list(trail, snapshot).filter { $0.due.day.year == year || ($0.done == nil && $0.due.day.year < year) }
        }
        let rows = LateItem.Kind.allCases.flatMap { kind -> [Table.Row] in
            let own = late.enumerated().filter { $0.element.kind == kind }
                .sorted { (-$0.element.margin, $0.offset) < (-$1.element.margin, $1.offset) }.map(\.element)
            return own.map { row($0, snapshot) } + [sum(kind, own)]
        }
        let open = late.count { $0.done == nil }
        let total = Table.Row(.total, [
            .phrase(Phrase("合计 \(late.count) 项", "total: \(late.count)"))] + .blanks(8) + [
                .phrase(Phrase("未办 \(open) 项", "open: \(open)"))])
        return snapshot.report(
            "late", Phrase("超期清单", "What was late"), headings: snapshot.headings(year: year), columns: columns,
            rows: rows + [total], lead: 2, notes: notes)
    }

    private static func row(_ item: LateItem, _ snapshot: Snapshot) -> Table.Row {
        let inHours = item.kind.isInHours
        return Table.Row(.detail, [
            .named(item.kind.rawValue, item.kind.title), .job(item.job),
            snapshot.policy.cell(category: item.category), snapshot.names.contractor(item.contractor),
            inHours ? .instant(item.due) : .day(item.due.day),
            item.done.map { inHours ? .instant($0) : .day($0.day) } ?? .blank,
            inHours ? .duration(item.margin) : .blank, inHours ? .blank : .count(item.days(at: snapshot.asOf)),
            .named(item.kind.role.rawValue, item.kind.role.title), .only(item.done == nil),
        ])
    }

    private static func sum(_ kind: LateItem.Kind, _ items: [LateItem]) -> Table.Row {
        let open = items.count { $0.done == nil }
        return Table.Row(.subtotal, key: kind.rawValue, [
            .named(kind.rawValue, Phrase("\(kind.title.zh)：\(items.count) 项", "\(kind.title.en): \(items.count)"))]
            + .blanks(8) + [.phrase(Phrase("未办 \(open) 项", "open: \(open)"))])
    }

    private static let columns: [Table.Column] = [
        .init("kind", Phrase("事项", "what"), .name),
        .job,
        .init("category", Phrase("类别", "category"), .name),
        .firm,
        .init("due", Phrase("应办", "due"), .day),
        .init("done", Phrase("实办", "done"), .day),
        .init("late", Phrase("超期（时:分）", "late (h:min)"), .count),
        .init("lateDays", Phrase("超期（天）", "late (days)"), .count),
        .init("role", Phrase("责任角色", "role"), .name),
        .init("open", Phrase("仍未办", "still open"), .flag),
    ]

    private static let notes = [
        Phrase("到场、完工、补单按制度时限；审核自送审起 20 日；付款按制度期限自验收起算；质保金自到期日；回访自验收合格起 7 日。",
               "Arrival, finish and form by the policy's deadlines; a review within 20 days of the claim; payment by the "
                   + "policy's days from acceptance; retention from its due day; a call-back within 7 days of the pass."),
    ]
}

/// Something that was late, or is.
struct LateItem {
    /// In the order in which they are shown.
    enum Kind: String, CaseIterable {
        case arrive, finish, form, review, pay, release, callback

        var title: Phrase {
            switch self {
            case .arrive: Phrase("到场", "arrival")
            case .finish: Phrase("完工", "finish")
            case .form: Phrase("补单", "form")
            case .review: Phrase("审核", "review")
            case .pay: Phrase("付款", "payment")
            case .release: Phrase("质保金返还", "release of retention")
            case .callback: Phrase("回访", "call-back")
            }
        }

        /// Who takes the step that was late.
        var role: Role {
            switch self {
            case .arrive, .callback: .grid
            case .finish: .crew
            case .form: .officer
            case .review: .finance
            case .pay, .release: .cashier
            }
        }

        /// Told in hours and minutes; the others in days.
        var isInHours: Bool {
            switch self {
            case .arrive, .finish, .form: true
            case .review, .pay, .release, .callback: false
            }
        }
    }

    let kind: Kind
    let job: Code
    let category: Code
    let contractor: Code?
    let due: Instant
    let done: Instant?
    /// In milliseconds.
    let margin: Int64

    func days(at asOf: Instant) -> Int { (done ?? asOf).day - due.day }

    /// All of a job.
    static func list(_ trail: JobTrail, _ snapshot: Snapshot) -> [LateItem] {
        let clocks = JobClocks(trail.job, asOf: snapshot.asOf)
        let deadlines: [(Kind, Deadline?)] = [
            (.arrive, clocks.arrival), (.finish, clocks.job.due == nil ? nil : clocks.finish), (.form, clocks.form),
            (.review, review(trail, clocks)), (.pay, payment(trail, clocks, snapshot.policy)), (.release, release(trail, clocks)),
            (.callback, callback(trail, clocks)),
        ]
        return deadlines.compactMap { kind, deadline in
            guard let deadline, deadline.isLate else { return nil }
            return LateItem(
                kind: kind, job: trail.job.number, category: trail.job.category, contractor: trail.job.contractor,
                due: deadline.due, done: deadline.done, margin: deadline.margin)
        }
    }

    /// By the end of a day.
    private static func by(_ day: Day, _ done: Instant?, _ clocks: JobClocks) -> Deadline {
        Deadline(due: Instant(day + 1) + -1, done: done, clock: clocks.asOf)
    }

    private static func review(_ trail: JobTrail, _ clocks: JobClocks) -> Deadline? {
        guard let claimed = trail.job.claimedAt else { return nil }
        return by(claimed.day + LateReport.reviewWithin, trail.job.reviewedAt, clocks)
    }

    /// Open while anything is payable; done by the last payment that stands.
    private static func payment(_ trail: JobTrail, _ clocks: JobClocks, _ policy: Policy) -> Deadline? {
        trail.job.acceptedOn.flatMap { by($0 + policy.payWithin, trail, .payment, trail.payable, clocks) }
    }

    private static func release(_ trail: JobTrail, _ clocks: JobClocks) -> Deadline? {
        trail.job.settlement?.retentionDue.flatMap { by($0, trail, .retention, trail.retention, clocks) }
    }

    /// nil where nothing was ever to be paid.
    private static func by(
        _ day: Day, _ trail: JobTrail, _ kind: Payment.Kind, _ open: Fen, _ clocks: JobClocks
    ) -> Deadline? {
        if open.isPositive { return by(day, nil, clocks) }
        return trail.transfers.filter { $0.kind == kind }.map(\.day).max().map { by(day, Instant($0), clocks) }
    }

    private static func callback(_ trail: JobTrail, _ clocks: JobClocks) -> Deadline? {
        guard let passed = trail.job.passedAt, !clocks.left else { return nil }
        return by(passed.day + LateReport.callBackWithin, trail.job.calledBackAt ?? trail.job.closedAt, clocks)
    }
}
