import Disk
import Documents
import Jobs
import Journal
import Kernel
import Press
import Reports
import SQL
import Store

/// The papers of a year's jobs and the photos that records name, for an evidence bundle: one in memory at a
/// time.
struct BundlePapers {
    let asked: Asked
    let year: Int

    /// 踏勘情况表, 签证单, 验收单 and 结算单 of every job that was called or settled in the year, as far as there
    /// are any. Throws `glyph.missing`, `tool.missing`.
    func write(to sink: any FileSink) throws(Refusal) {
        let state = try asked.state()
        let names = JobNames(state, try asked.registers())
        for number in try numbers() {
            let job = try asked.queries.job(asked.org, .number(number))
            guard job.number.inOrder.0 == String(year)[...] || job.settlement?.at.day.year == year else { continue }
            let dossier = try dossier(job, state, names)
            let office = state.street?.name.text ?? asked.org.text
            for (name, wish) in Self.wishes(job) {
                guard let document = try paper(wish, dossier, office) else { continue }
                try sink.file(
                    "documents/\(number.text)/\(name).pdf", try Format.pdf.bytes(of: document, Format.Choice()))
            }
        }
    }

    private static func wishes(_ job: Job) -> [(String, PaperWish)] {
        let whole: [JobPaper] = [.survey, .inspection, .settlement]
        let names: [JobPaper: String] = [.survey: "踏勘情况表", .inspection: "验收单", .settlement: "结算单"]
        return whole.map { (names[$0] ?? $0.rawValue, PaperWish($0)) }
            + job.slips.map { ("签证单-\($0.number)", PaperWish(.slip, slip: $0.number)) }
    }

    /// nil where there is no such paper.
    private func paper(_ wish: PaperWish, _ dossier: JobDossier, _ office: String) throws(Refusal) -> Document? {
        do throws(Refusal) {
            var (document, record) = try wish.make(dossier, office: office)
            if let stored = try JournalReader(asked.connection).stored(asked.org, seq: record) {
                document.stamps = [Stamp(seq: stored.seq, hash: stored.hash)]
            }
            return document
        } catch {
            if [.paperMissing, .settlementUnknown].contains(error.code) { return nil }
            throw error
        }
    }

    /// A job with what papers say; they know nothing of callers, and no clock.
    private func dossier(_ job: Job, _ state: State, _ names: JobNames) throws(Refusal) -> JobDossier {
        var names = names
        names.take(try state.policy(on: job.calledAt.day))
        return JobDossier(
            job: job, records: try JournalReader(asked.connection).records(asked.org, job: job.number), names: names,
            caller: .unknown, asOf: state.head.latest ?? job.calledAt, marks: [], sandbox: state.street?.sandbox ?? false)
    }

    private func numbers() throws(Refusal) -> [Code] {
        var numbers: [Code] = []
        try asked.connection.each("SELECT number FROM job WHERE org = $1 ORDER BY number", [SQLValue(asked.org.text)]) {
            (row) throws(Refusal) in numbers.append(try Code(try row.text(0)))
        }
        return numbers
    }

    /// Every photo that records name, under its hash. Throws `file.unreadable` for one that is missing or
    /// damaged.
    func photos(from folder: PhotoFolder, to sink: any FileSink) throws(Refusal) {
        for photo in try JournalReader(asked.connection).photos(asked.org) {
            switch folder.look(at: photo) {
            case .sound(let bytes):
                let ending = PhotoType(bytes)?.ending ?? "bin"
                try sink.file("photos/\(photo.hash.text).\(ending)", bytes)
            case .lost(let reason):
                throw Refusal(.fileUnreadable, ["path": folder.file(photo)]).adding("detail", reason.en, reason)
            }
        }
    }
}

extension PhotoType {
    /// How the name of its file ends.
    fileprivate var ending: String {
        switch self {
        case .jpeg: "jpg"
        case .png: "png"
        case .webp: "webp"
        case .pdf: "pdf"
        }
    }
}
