import Desk
import Documents
import Jobs
import Journal
import Kernel
import Press

/// The list of jobs as a file: the whole of what its query lets through, with the sums.
enum JobsFile {
    static let formats = [Format.csv, .xlsx]

    static func csv(_ visit: Visit, _ visitor: Visitor) async throws(Refusal) -> Reply { try await file(.csv, visit, visitor) }
    static func xlsx(_ visit: Visit, _ visitor: Visitor) async throws(Refusal) -> Reply { try await file(.xlsx, visit, visitor) }

    private static func file(_ format: Format, _ visit: Visit, _ visitor: Visitor) async throws(Refusal) -> Reply {
        guard visitor.rights[.jobs] >= .own, visitor.rights[.exports] >= .part else {
            return .page(ErrorPage.page(.nothing, visit)) }
        let filter = ListFilter(visit.query)
        let document = if filter.queue == nil {
            try await visit.ask(Question<Document>.jobs(filter.listing), as: visitor)
        } else {
            try await queue(filter, visit, visitor)
        }
        let bytes = try format.bytes(of: document, Format.Choice(language: visit.language))
        return .file(.init(bytes: bytes, type: format.media,
            name: "\(visitor.street.code.text)-jobs-\(visitor.now.day.text).\(format.ending)"))
    }

    /// Which jobs a queue has, its reader's steps say.
    private static func queue(_ filter: ListFilter, _ visit: Visit, _ visitor: Visitor) async throws(Refusal) -> Document {
        let lines = filter.lines(of: try await visit.ask(.board, as: visitor))
        return try await visit.ask(Question<Document>.jobs(named: lines.map(\.job.number)), as: visitor)
    }
}
