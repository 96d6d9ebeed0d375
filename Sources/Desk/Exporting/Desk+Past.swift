import Glibc
import Journal
package import Kernel
import SQL
import Store

extension Desk {
    /// Runs `work` at a desk that knows a street as it was known at a moment, which is the record that was
    /// written down last by then. Who asks is asked for the rights now, and again as they were.
    ///
    /// Throws `right.required`, `org.unknown` where nothing was recorded by then, `file.unwritable`.
    package func past<T>(
        of org: Code, knownAt: Instant, as reader: Reader, _ work: (Desk) async throws(Refusal) -> T
    ) async throws(Refusal) -> T {
        let seq = try await ask(.lastRecord(by: knownAt), of: org, as: reader)
        let folder = try Self.temporaryFolder()
        let path = folder + "/past.sqlite"
        defer {
            SQLiteDatabase.remove(path)
            rmdir(folder)
        }
        let database = try SQLiteDatabase.open(path: path, create: true)
        return try await database.closing { () async throws(Refusal) in
            try await PastCopy.make(
                of: org, upTo: seq, seen: knownAt.milliseconds, from: self.database, to: database)
            return try await work(Desk(database, keys: keys, clock: clock))
        }
    }

    private static func temporaryFolder() throws(Refusal) -> String {
        let root = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        var name = Array((root + "/yjb-past-XXXXXX").utf8CString)
        guard mkdtemp(&name) != nil else { throw Refusal(.fileUnwritable, ["path": root, "detail": "mkdtemp"]) }
        return String(decoding: name.dropLast().map { UInt8(truncatingIfNeeded: $0) }, as: UTF8.self)
    }
}

extension Question where Answer == Int {
    /// The number of the last record that was written down by a moment. Throws `org.unknown` where there is
    /// none.
    static func lastRecord(by knownAt: Instant) -> Question {
        Question("audit.export", Question<[String]>.reads) { (asked) throws(Refusal) in
            var last = 0
            try JournalReader(asked.connection).each(asked.org) { (stored) throws(Refusal) in
                // The time of recording never decreases.
                if last == stored.seq - 1, try Record(body: stored.body).recorded <= knownAt { last = stored.seq }
            }
            guard last > 0 else { throw Refusal(.orgUnknown, ["org": asked.org.text]) }
            return last
        }
    }
}
