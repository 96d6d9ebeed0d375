package import Jobs
package import Journal
package import Kernel
import Store

/// Which rows of the access log an auditor looks for; what is nil is any.
package struct AccessFilter: Sendable, Equatable {
    /// What was done, in the words of whoever reads.
    package enum Kind: String, Sendable, CaseIterable {
        case signIn = "sign-in", callers, audit, refused

        package var title: Phrase {
            switch self {
            case .signIn: Phrase("登录与口令", "signing in")
            case .callers: Phrase("看来电人", "callers")
            case .audit: Phrase("校验与证据包", "verifying and bundles")
            case .refused: Phrase("被拒", "refused")
            }
        }

        /// How the names begin of what belongs to it.
        fileprivate var starts: [String] {
            switch self {
            case .signIn: ["session.", "second.", "user.invite", "user.password"]
            // A list of jobs is in the log when it was asked for by a phone.
            case .callers: ["caller.", "job.list"]
            case .audit: ["audit."]
            case .refused: []
            }
        }
    }

    package var who: String?
    package var kind: Kind?
    package var from: Day?
    package var to: Day?

    package init() {}

    func admits(_ row: AccessRow) -> Bool {
        if let who, row.who != who { return false }
        switch kind {
        case nil: return true
        case .refused: return row.answer != "granted"
        case .signIn, .callers, .audit: return kind?.starts.contains { row.does.hasPrefix($0) } ?? true
        }
    }
}

/// A page of the access log, the latest row first.
package struct AccessList: Sendable {
    package let rows: [AccessRow]
    /// Where to go on; nil at the beginning of the log.
    package let next: AccessCursor?
}

/// Where a page of the access log ended: it stays right while rows come in.
package struct AccessCursor: Sendable, Equatable {
    let seen: Int64
    let id: String
    let who: String
    let answer: String

    init(_ row: AccessRow) { (seen, id, who, answer) = (row.seen.milliseconds, row.id, row.who, row.answer) }

    /// Reads what ``text`` wrote. Throws `input.value`.
    package init(_ text: String) throws(Refusal) {
        let parts = text.split(separator: "~", omittingEmptySubsequences: false).map(String.init)
        guard parts.count > 3, let seen = Int64(parts[0]) else {
            throw Refusal(.inputValue, ["value": text.excerpt, "expected": "MILLISECONDS~USER~ANSWER~ID"])
        }
        (self.seen, who, answer, id) = (seen, parts[1], parts[2], parts.dropFirst(3).joined(separator: "~"))
    }

    package var text: String { "\(seen)~\(who)~\(answer)~\(id)" }
}

extension Question where Answer == AccessList {
    /// How many rows one asking looks through for those that fit.
    private static var most: Int { 5_000 }

    /// Rows of the access log before a place, or the latest; `limit` at most. Reading it is written down
    /// nowhere: it holds no personal data.
    package static func access(_ filter: AccessFilter, before: AccessCursor?, limit: Int) -> Question {
        Question("audit.access", [.access: .all]) { (asked) throws(Refusal) in
            let log = AccessLog(asked.connection)
            let from = filter.from.map { Instant($0) }, until = filter.to.map { Instant($0 + 1) }
            var place = before, looked = 0
            var found: [AccessRow] = []
            while looked < most {
                let before = place.map { ($0.seen, $0.id, $0.who, $0.answer) }
                let page = try log.page(of: asked.org, from: from, until: until, before: before, limit: 250)
                for row in page {
                    (place, looked) = (AccessCursor(row), looked + 1)
                    if filter.admits(row) { found.append(row) }
                    if found.count == limit { return AccessList(rows: found, next: place) }
                }
                if page.count < 250 { return AccessList(rows: found, next: nil) }
            }
            return AccessList(rows: found, next: place)
        }
    }
}
