import Documents
import Jobs
import Journal
import Kernel
import Ledger

/// What the papers of a job are made from: the job, and its steps with the records that hold them.
struct PaperSource {
    /// A step of the job as it was recorded.
    struct Step {
        let event: JobEvent
        let record: Record
    }

    typealias Made = (document: Document, basis: Record)

    let dossier: JobDossier
    let office: Phrase
    let steps: [Step]

    init(_ dossier: JobDossier, office: String) {
        self.dossier = dossier
        self.office = Phrase(both: office)
        steps = dossier.records.flatMap { record in
            record.events.compactMap { event -> Step? in
                guard case .job(dossier.job.number, let own) = event else { return nil }
                return Step(event: own, record: record)
            }
        }
    }

    var job: Job { dossier.job }
    var names: JobNames { dossier.names }

    /// The latest step that is meant.
    func last(_ isMeant: (JobEvent) -> Bool) -> Step? { steps.last { isMeant($0.event) } }

    /// A place to sign for whoever took a step; an empty one where nobody has.
    func signature(_ zh: String, _ en: String, _ step: Step? = nil) -> Signature {
        Signature(
            Phrase(zh, en), name: step.map { names.user($0.record.by) }, day: step?.record.at.day, record: step?.record.seq)
    }

    func missing(_ paper: JobPaper) -> Refusal {
        Refusal(.paperMissing, ["job": job.number.text]).adding("paper", paper.rawValue, paper.title)
            .adding("verb", paper.verb.rawValue, paper.verb.title)
    }

    func form(
        _ paper: JobPaper, number: String? = nil, size: Form.Size = .a4, _ facts: [Pair], _ sections: [Section] = [],
        signatures: [Signature] = [], notes: [Phrase] = []
    ) -> Document {
        var document = Document(
            name: paper.rawValue, title: paper.title, facts: facts, sections: sections, sandbox: dossier.sandbox)
        document.form = Form(office: office, number: number ?? job.number.text, size: size)
        document.signatures = signatures
        document.notes = notes
        return document
    }

    /// Where the job is and what it is, as every paper begins.
    var place: [Pair] {
        let scope = job.scope
        let hazard = job.hazard.map(names.hazard)
        let spot = Phrase(both: scope.address.text).joined(
            Phrase("（", " ("), scope.community.map { Phrase("\($0.text)）", "\($0.text))") })
        return [
            Pair("工单编号", "job", .job(job.number)), Pair("外部编号", "ref", .text(job.call.ref?.text)),
            Pair("地点", "site", .phrase(spot)).taking(.line),
            Pair("小区", "estate", .text(job.estate.map { names.estates[$0]?.text ?? $0.text })),
            Pair("类别", "category", .phrase(names.category(job.category))),
            Pair("产权", "tenure", .phrase(job.tenure?.title)),
            Pair("紧急程度", "urgency", .phrase(job.urgency.map { Phrase.list([$0.title, hazard]) })),
        ]
    }

    /// Text that a person wrote, with every run of digits that may be a phone left out.
    func told(_ text: Prose?) -> Cell { text.map { .text($0.text.withoutPhones) } ?? .blank }

    func photos(_ zh: String, _ en: String, _ photos: [Photo]) -> Pair {
        let count = Set(photos.map(\.hash)).count
        return Pair(zh, en, count == 0 ? .blank : .phrase(Phrase("\(count) 张", "\(count)")))
    }
}

extension JobEvent {
    /// What was photographed at this step.
    var photos: [Photo] {
        switch self {
        case .visited(let form): form.photos ?? []
        case .surveyed(let form, _, _, _, _, _): form.photos ?? []
        case .started(let form), .finished(let form): form.photos ?? []
        case .inspected(let form): form.photos ?? []
        case .noted(let form): form.photos ?? []
        case .called, .accepted, .regraded, .rejected, .transferred, .merged, .authorized, .signed, .slipSigned, .dispatched,
             .reworked, .changed, .returned, .claimed, .reviewed, .disputed, .resolved, .settled, .invoiced, .invoiceVoided,
             .paid, .released, .refunded, .recovered, .withheld, .reversed, .calledBack, .rated, .published, .closed,
             .cancelled, .suspended, .resumed:
            []
        }
    }
}

extension String {
    /// Seven digits and more in a row, also with blanks or hyphens between them, become a word: a paper
    /// goes to people who may not see who called.
    var withoutPhones: String {
        replacing(/[0-9](?:[ \-]?[0-9]){6,}/, with: "□□□")
    }
}
