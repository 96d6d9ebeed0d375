import Jobs
import Journal
package import Kernel
import Ledger
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
        page.timeline(dossier.records.map { ($0.at.short, entry($0)) })
        for part in JobMoneyParts(job, dossier.names).parts {
            page.section(part.heading(language))
            page.paragraph(part.text(language))
        }
        return page
    }

    private var header: [(label: String, value: String?)] {
        let site = job.call.site
        let names = dossier.names
        return [
            (say("外部编号", "ref"), job.call.ref?.text),
            (say("地点", "site"), site.address.text),
            (say("社区", "community"), site.community?.text),
            (say("小区", "estate"), job.estate.map { names.estate($0)(language) }),
            (say("类别", "category"), names.coded(category: job.category)(language)),
            (say("产权", "tenure"), job.tenure?.title(language)),
            (say("紧急程度", "urgency"), urgency),
            (say("来电人", "caller"), dossier.caller.words(language)),
            (say("施工单位", "contractor"), job.contractor.map { names.contractor($0)(language) }),
            (say("并入", "merged into"), job.mergedInto?.text),
        ]
    }

    private var urgency: String? {
        let hazard = job.hazard.map(dossier.names.hazard)
        return job.urgency.map { Phrase.list([$0.title, hazard])(language) }
    }

    private var marks: (label: String, value: String?) {
        (say("标记", "marks"), dossier.marks.isEmpty ? nil : dossier.marks.title(language))
    }

    /// `#57 受理 李伟（调度员）：…`.
    private func entry(_ record: Record) -> String {
        let story = JobStory(dossier.names)
        let told = record.events.compactMap { event -> String? in
            guard case .job(let number, let event) = event else { return nil }
            let own = number == job.number ? "" : number.text + " "
            let text = story.tell(event)(language)
            let who = "\(dossier.names.user(record.by))\(say("（", " ("))\(record.role.title(language))\(say("）", ")"))"
            return "\(own)\(event.verb.title(language)) \(who)" + (text.isEmpty ? "" : say("：", ": ") + text)
        }
        let recorded = record.recorded.day
        let late = Phrase("［\(recorded.text) 补记］", " [recorded \(recorded.text)]")
        return "#\(record.seq) " + told.joined(separator: "; ") + (recorded == record.at.day ? "" : late(language))
    }

    private func say(_ zh: String, _ en: String) -> String { Phrase(zh, en)(language) }
}
