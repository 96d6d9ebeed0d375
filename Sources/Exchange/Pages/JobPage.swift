import Jobs
import Journal
package import Kernel
import Ledger
package import Press
import Reports

/// The page of one job: header, both tracks, deadlines, timeline, funding, lines, payments.
package struct JobPage {
    private let dossier: JobDossier
    private let language: Language

    package static func make(_ dossier: JobDossier, _ language: Language) -> Page {
        JobPage(dossier: dossier, language: language).page
    }

    private var job: Job { dossier.job }

    private var page: Page {
        var page = Page(say("工单", "Job") + " " + job.number.text)
        if dossier.sandbox { page.banner(ReportTable.practice(language)) }
        page.pairs(header)
        page.section(say("进度", "Progress"))
        page.pairs([
            (say("施工", "works"), JobTracks(job).works(language)),
            (say("单据", "papers"), JobTracks(job).papers(language)),
            marks,
        ])
        let deadlines = JobDeadlines(JobClocks(job, asOf: dossier.asOf)).pairs
        if !deadlines.isEmpty {
            page.section(say("期限", "Deadlines"))
            page.pairs(deadlines.map { ($0.label(language), $0.value(language)) })
        }
        page.section(say("经过", "Timeline"))
        page.timeline(zip(dossier.records, late).map { ($0.at.short, entry($0, isLate: $1)) })
        for part in JobMoneyParts(job, dossier.names).parts {
            page.section(part.heading(language))
            page.grid(part.grid, language)
        }
        return page
    }

    private var header: [(label: String, value: String?)] {
        let names = dossier.names
        return [
            (say("外部编号", "ref"), job.call.ref?.text),
            (say("地点", "site"), job.scope.address.text),
            (say("社区", "community"), job.scope.community?.text),
            (say("小区", "estate"), job.estate.map { names.estate($0)(language) }),
            (say("类别", "category"), names.coded(category: job.category)(language)),
            (say("产权", "tenure"), job.tenure?.title(language)),
            (say("紧急程度", "urgency"), urgency),
            (say("来电人", "caller"), dossier.caller.words(language)),
            (say("施工单位", "contractor"), job.contractor.map { names.contractor($0)(language) }),
            (say("并入", "merged into"), job.mergedInto?.text),
            (say("并入来电", "merged calls"), dossier.absorbed.isEmpty ? nil : merged),
            (say("重新受理自", "takes up again"), job.reopens?.text),
            (say("已由此重新受理", "taken up again by"), job.reopenedBy?.text),
            (say("质保期内（原工单）", "in the warranty of"), job.warrantyOf?.text),
            (say("质保期内再报", "calls in the warranty"), job.warrantyCalls.map { codes in
                codes.map(\.text).joined(separator: say("、", ", "))
            }),
        ]
    }

    /// The calls that were merged into this job, each with its caller: whoever waits for an answer, also
    /// when it is rejected.
    private var merged: String {
        dossier.absorbed.map { "\($0.job.text) \($0.caller.words(language))" }.joined(separator: say("、", ", "))
    }

    private var urgency: String? {
        let hazard = job.hazard.map(dossier.names.hazard)
        return job.urgency.map { Phrase.list([$0.title, hazard])(language) }
    }

    private var marks: (label: String, value: String?) {
        (say("标记", "marks"), dossier.marks.isEmpty ? nil : dossier.marks.title(language))
    }

    /// Which records were written down after what followed them (补记): on a later day, or behind a later step.
    private var late: [Bool] {
        var latest: Instant?
        return dossier.records.map { record in
            defer { latest = max(record.at, latest ?? record.at) }
            return record.recorded.day != record.at.day || latest.map { record.at < $0 } ?? false
        }
    }

    /// `#57 受理 李伟（调度员）：…`.
    private func entry(_ record: Record, isLate: Bool) -> String {
        let story = JobStory(dossier.names)
        let told = record.events.compactMap { event -> String? in
            guard case .job(let number, let event) = event else { return nil }
            let own = number == job.number ? "" : number.text + " "
            let text = story.tell(event)(language)
            let who = "\(dossier.names.user(record.by))\(say("（", " ("))\(record.role.title(language))\(say("）", ")"))"
            return "\(own)\(event.verb.title(language)) \(who)" + (text.isEmpty ? "" : say("：", ": ") + text)
        }
        let recorded = record.recorded.day
        let late = recorded == record.at.day
            ? Phrase("［补记］", " [recorded later]") : Phrase("［\(recorded.text) 补记］", " [recorded \(recorded.text)]")
        return "#\(record.seq) " + told.joined(separator: "; ") + (isLate ? late(language) : "")
    }

    private func say(_ zh: String, _ en: String) -> String { Phrase(zh, en)(language) }
}
