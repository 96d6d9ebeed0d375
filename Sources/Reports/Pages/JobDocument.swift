package import Documents
import Jobs
import Journal
import Kernel
import Ledger

/// One job: what it is about, both tracks, deadlines, timeline, funding, lines, payments.
package struct JobDocument {
    private let dossier: JobDossier

    package static func make(_ dossier: JobDossier) -> Document { JobDocument(dossier: dossier).document }

    private var job: Job { dossier.job }

    private var document: Document {
        let deadlines = JobDeadlines(job, asOf: dossier.asOf).pairs
        let money = dossier.showsAmounts ? JobMoneyParts(job, dossier.names).parts.map(\.section) : []
        let tracks = JobTracks(job)
        let progress = [
            Pair("施工", "works", .phrase(tracks.works)), Pair("单据", "papers", .phrase(tracks.papers)),
            Pair("标记", "marks", .phrase(dossier.marks.isEmpty ? nil : dossier.marks.title)),
        ]
        let story = Section(Phrase("经过", "Timeline"), [.timeline(zip(dossier.records, late).map(entry))])
        return Document(
            name: "job", title: Phrase("工单 \(job.number.text)", "Job \(job.number.text)"), facts: facts,
            sections: [Section(Phrase("进度", "Progress"), [.pairs(progress)])]
                + (deadlines.isEmpty ? [] : [Section(Phrase("期限", "Deadlines"), [.pairs(deadlines)])]) + [story] + money,
            sandbox: dossier.sandbox)
    }

    private var facts: [Pair] {
        let names = dossier.names
        let commas = Phrase("、", ", ")
        let calls = job.warrantyCalls.map { $0.map { Phrase(both: $0.text) }.joined(commas) }
        return [
            Pair("外部编号", "ref", .text(job.call.ref?.text)),
            Pair("地点", "site", .text(job.scope.address.text)),
            Pair("社区", "community", .text(job.scope.community?.text)),
            Pair("小区", "estate", .phrase(job.estate.map(names.estate))),
            Pair("类别", "category", .phrase(names.coded(category: job.category))),
            Pair("产权", "tenure", .phrase(job.tenure?.title)),
            Pair("紧急程度", "urgency", .phrase(urgency)),
            Pair("来电人", "caller", .phrase(dossier.caller.words)),
            Pair("施工单位", "contractor", .phrase(job.contractor.map(names.contractor))),
            Pair("并入", "merged into", .job(job.mergedInto)),
            Pair("并入来电", "merged calls", .phrase(dossier.absorbed.isEmpty ? nil : merged.joined(commas))),
            Pair("重新受理自", "takes up again", .job(job.reopens)),
            Pair("已由此重新受理", "taken up again by", .job(job.reopenedBy)),
            Pair("质保期内（原工单）", "in the warranty of", .job(job.warrantyOf)),
            Pair("质保期内再报", "calls in the warranty", .phrase(calls)),
        ]
    }

    /// The calls that were merged into this job, each with its caller: whoever waits for an answer, also
    /// when it is rejected.
    private var merged: [Phrase] {
        dossier.absorbed.map { Phrase("\($0.job.text) \($0.caller.words.zh)", "\($0.job.text) \($0.caller.words.en)") }
    }

    private var urgency: Phrase? {
        let hazard = job.hazard.map(dossier.names.hazard)
        return job.urgency.map { Phrase.list([$0.title, hazard]) }
    }

    /// Which records were written down after what followed them (补记): on a later day, or behind a later step.
    private var late: [Bool] {
        var latest: Instant?
        return dossier.records.map { record in
            defer { latest = max(record.at, latest ?? record.at) }
            return record.recorded.day != record.at.day || latest.map { record.at < $0 } ?? false
        }
    }

    /// `受理 李伟（调度员）：…`.
    private func entry(_ record: Record, isLate: Bool) -> Happening {
        let story = JobStory(dossier.names)
        let told = record.events.compactMap { event -> Phrase? in
            guard case .job(let number, let event) = event else { return nil }
            let own = number == job.number ? "" : number.text + " "
            let isShown = dossier.showsAmounts || event.verb.track == .works
            let (text, verb) = (isShown ? story.tell(event) : Phrase("", ""), event.verb.title)
            let (user, role) = (dossier.names.user(record.by), record.role.title)
            return Phrase(
                "\(own)\(verb.zh) \(user)（\(role.zh)）" + (text.zh.isEmpty ? "" : "：\(text.zh)"),
                "\(own)\(verb.en) \(user) (\(role.en))" + (text.en.isEmpty ? "" : ": \(text.en)"))
        }
        let recorded = record.recorded.day
        let late = recorded == record.at.day
            ? Phrase("［补记］", " [recorded later]") : Phrase("［\(recorded.text) 补记］", " [recorded \(recorded.text)]")
        let what = told.joined(Phrase("; ", "; "))
        return Happening(record.at, isLate ? Phrase(what.zh + late.zh, what.en + late.en) : what, record: record.seq)
    }
}
