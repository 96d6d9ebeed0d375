package import Jobs
package import Kernel
import Ledger

/// Tells what happened to a job: one sentence an event, in both languages, without the verb and without who
/// did it.
package struct JobStory: Sendable {
    let names: JobNames

    package init(_ names: JobNames) { self.names = names }

    package func tell(_ event: JobEvent) -> Phrase {
        switch event {
        case .called(let form, let warranty, let reopens): called(form, warranty, reopens)
        case .accepted(let form, let category, let due, _): accepted(form, category, due)
        case .regraded(let form, let scope, let due): regraded(form, scope, due)
        case .rejected(let reason, let released): ended(Phrase(both: reason.text.oneLine), released)
        case .transferred(let unit, let reason, let released):
            ended(Phrase("转\(unit.text)", "to \(unit.text)").saying(reason), released)
        case .merged(let into, let reason, let released):
            ended(Phrase("并入 \(into.text)", "into \(into.text)").saying(reason), released)
        case .visited(let form):
            names.visitors(form.visitors).saying(form.findings).with(form.photos)
        case .surveyed(let form, let total, let mark, _, _, let above): surveyed(form, total, mark, above)
        case .authorized(let form, let due, let moves): authorized(form, due, moves)
        case .signed(let total, let note, _, let held): signed(total, held).saying(note)
        case .slipSigned(let slip, let note, let total, _):
            Phrase("签证 \(slip)，签认总额变为 \(total.grouped) 元", "slip \(slip), new total \(total.grouped) yuan")
                .saying(note)
        case .dispatched(let form): dispatched(form)
        case .started(let form), .finished(let form): step(form)
        case .inspected(let form):
            (form.pass ? Phrase("✓ 合格", "✓ passed") : Phrase("✗ 不合格，返工", "✗ failed, to be done again"))
                .saying(form.note).with(form.photos)
        case .reworked(let reason): Phrase(both: reason.text.oneLine)
        case .returned(let form):
            Phrase.list([form.what.title, form.slip.map { Phrase(both: String($0)) }]).saying(form.reason)
        case .changed(let slip, let form, let change, let above):
            Phrase.list([Phrase("签证 \(slip)，\(change.words) 元", "slip \(slip), \(change.words) yuan")] + Self.flags(above))
                .saying(form.reason)
        case .claimed(let revision, let form, _, let tax, let total, let above):
            claimed(revision, form, tax, total, above)
        case .reviewed(let form, _, let approved): reviewed(form, approved)
        case .disputed(let reason): Phrase(both: reason.text.oneLine)
        case .resolved(let note): Phrase(both: note.text.oneLine)
        case .settled(let approved, let retention, let rate, let due, _, let document, _):
            settled(approved, retention, rate, due, document)
        case .invoiced(let invoice, let source, _): invoiced(invoice, source)
        case .invoiceVoided(let number, let reason, let red): voided(number, reason, red)
        case .paid(let number, let day, let amount, let shares): paid(number, day, amount, shares)
        case .released(let number, let day, let amount, let shares, let early):
            released(paid(number, day, amount, shares), early)
        case .refunded(_, let number, let reason, let amount, _, _, let cause):
            Phrase.list([cause?.title, Phrase(both: number.text), amount.words]).saying(reason)
        case .recovered(let amount, let day, let reference, let reason, _):
            Phrase.list([
                amount.words, Phrase(both: reference.text), Phrase("到账日 \(day.text)", "arrived on \(day.text)"),
            ]).saying(reason)
        case .withheld(let amount, let reason, _): amount.words.saying(reason)
        case .reversed(_, let reason, let shares, let voucher): reversed(reason, shares, voucher)
        case .calledBack(let form): calledBack(form)
        case .rated(let form):
            Phrase.list([form.solved.title, satisfied(form.satisfied)]).saying(form.note)
        case .published(let form): Phrase(both: form.text.text.oneLine).with(form.photos)
        case .closed(let reason): Phrase("两条线均已办结", "both tracks are done").saying(reason)
        case .cancelled(let reason, let released): ended(Phrase(both: reason.text.oneLine), released)
        case .suspended(let form): Phrase("至 \(form.until.text)", "until \(form.until.text)").saying(form.reason)
        case .resumed(let due): resumed(due)
        case .noted(let form): Phrase(both: form.text.text.oneLine).with(form.photos)
        }
    }
}

extension JobStory {
    private func called(_ form: CallForm, _ warranty: Code?, _ reopens: Code?) -> Phrase {
        Phrase.list([
            Phrase(both: form.channel.text),
            reopens.map { Phrase("重新受理 \($0.text)", "takes up \($0.text) again") },
            warranty.map { Phrase("在工单 \($0.text) 质保期内", "within the warranty of \($0.text)") },
        ]).saying(form.description)
    }

    private func regraded(_ form: RegradeForm, _ scope: JobScope, _ due: Due?) -> Phrase {
        Phrase.list([
            form.category.map(names.category), form.tenure?.title, form.urgency?.title, form.hazard.map(names.hazard),
            form.estate.map(names.estate), form.address.map { Phrase(both: $0.text) },
            form.community.map { Phrase(both: $0.text) },
            due.map { Phrase("\($0.finish.short) 前完工", "to finish by \($0.finish.short)") },
        ]).saying(form.reason)
    }

    private func accepted(_ form: AcceptForm, _ category: Code, _ due: Due) -> Phrase {
        .list([
            names.category(category), form.tenure.title, form.urgency.title, form.hazard.map(names.hazard),
            form.estate.map(names.estate),
            Phrase("\(due.arrive.short) 前到场", "to arrive by \(due.arrive.short)"),
            Phrase("\(due.finish.short) 前完工", "to finish by \(due.finish.short)"),
        ])
    }

    /// A step that ends the job, with what it gave back to the appropriations.
    private func ended(_ what: Phrase, _ released: [Holding]) -> Phrase {
        let sum = released.reduce(Fen.zero) { $0 + $1.preEncumbered + $1.encumbered }
        guard sum != .zero else { return what }
        return what.joined(Phrase("；", "; "), Phrase("退回 \(sum.grouped) 元", "\(sum.grouped) yuan given back"))
    }

    private func dispatched(_ form: DispatchForm) -> Phrase {
        let vehicles = (form.vehicles ?? []).map { Phrase(both: "\($0.kind.text)×\($0.count)") }
        return .list(
            [names.contractor(form.contractor), form.workers.map { Phrase("\($0) 人", "\($0) workers") }]
                + vehicles + [form.due.map { Phrase("\($0.text) 前完成", "due \($0.text)") }])
    }

    private func step(_ form: StepForm) -> Phrase {
        Phrase(both: form.note?.text.oneLine ?? "").with(form.photos)
    }

    private func calledBack(_ form: CallbackForm) -> Phrase {
        guard form.contacted else { return Phrase("未联系上", "nobody reached").saying(form.note) }
        return Phrase.list([form.solved?.title, form.satisfied.map(satisfied)]).saying(form.note)
    }

    private func satisfied(_ marks: Int) -> Phrase { Phrase("满意度 \(marks)/5", "satisfied \(marks)/5") }

    private func resumed(_ due: Due?) -> Phrase {
        guard let due else { return Phrase("期限未设", "no deadline was set") }
        return Phrase("完工期限为 \(due.finish.short)", "the work is due \(due.finish.short)")
    }
}

extension Phrase {
    /// `，照片 2 张` behind a sentence, or alone.
    fileprivate func with(_ photos: [Photo]?) -> Phrase {
        guard let count = photos?.count, count > 0 else { return self }
        let words = Phrase("照片 \(count) 张", count == 1 ? "1 photo" : "\(count) photos")
        return zh.isEmpty ? words : joined(Phrase("；", "; "), words)
    }
}

extension CallbackForm.Solved {
    package var title: Phrase {
        switch self {
        case .yes: Phrase("已解决", "solved")
        case .partly: Phrase("部分解决", "partly solved")
        case .no: Phrase("未解决", "not solved")
        }
    }
}

extension SignedFen {
    /// With its sign, also above zero.
    fileprivate var words: String { (fen.isPositive ? "+" : "") + fen.grouped }
}
