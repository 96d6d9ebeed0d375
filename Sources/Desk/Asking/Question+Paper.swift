package import Documents
package import Jobs
import Journal
import Kernel
package import Reports
import Store

extension Question where Answer == Document {
    /// A paper of a job, as it stood at the last record that it tells of. Throws `job.unknown`,
    /// `paper.missing`, `slip.unknown`, `settlement.unknown`, `payment.unknown`.
    package static func paper(_ wish: PaperWish, of name: JobName) -> Question {
        let reads: [DataClass: Extent] = wish.paper.showsAmounts ? [.amounts: .own] : [.jobs: .own]
        return Question("job.print." + wish.paper.rawValue, reads) { (asked) throws(Refusal) in
            let dossier = try asked.dossier(of: try asked.job(name))
            let street = try asked.state().street
            var (document, record) = try wish.make(dossier, office: street?.name.text ?? asked.org.text)
            if let stored = try JournalReader(asked.connection).stored(asked.org, seq: record) {
                document.stamps = [Stamp(seq: stored.seq, hash: stored.hash)]
            }
            return document
        }
    }
}
