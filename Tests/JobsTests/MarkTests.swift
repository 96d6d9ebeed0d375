import Jobs
import Journal
import Kernel
import TestKit
import Testing

/// The marks of a job: one function gives them, in one order, with one wording.
struct MarkTests {
    private static let accepted = "03-06T17:00 grid1 call \n 03-06T17:30 grid1 accept #1 urgency=urgent"
    private static let working = accepted + """
        \n 03-06T17:40 head1 authorize #1 ceiling=50.00
        03-06T18:00 dispatcher1 dispatch #1
        03-06T20:00 crew1 start #1
        03-06T21:00 crew1 finish #1
        """
    private static let claimed = working + """
        \n 03-06T21:30 inspector1 inspect #1
        03-07T10:00 officer1 survey #1 total=40.00
        03-07T11:00 head1 sign #1
        03-07T12:00 officer1 claim #1 total=40.00
        """

    @Test("each mark with what brings it about", arguments: [
        (accepted, "03-08T17:00", ""),
        (accepted, "03-08T17:01", "overdue:逾期"),
        (working, "03-06T22:00", ""),
        (working, "03-11T18:01", "overdue:逾期 missingForm:逾期未补单"),
        (working + "\n 03-11T18:01 officer1 survey #1 total=40.00", "03-11T18:02", "overdue:逾期 overdueForm:逾期补办"),
        (working + "\n 03-06T21:30 inspector1 inspect #1 pass:=false", "03-06T22:00", "reworked:返工 1 次"),
        (
            working + "\n 03-06T21:30 inspector1 inspect #1 pass:=false \n 03-09 crew1 finish #1 \n 03-09 inspector1 inspect #1",
            "03-09T11:00", "finishedLate:逾期完工 reworked:返工 1 次"
        ),
        (claimed, "03-12", "lateForm:补单"),
        (claimed + "\n 03-08 crew1 dispute #1", "03-12", "disputed:争议 lateForm:补单"),
        (claimed + "\n 03-08 officer1 claim #1 total=39.00", "03-12", "lateForm:补单 revised:重新送审 第 2 稿"),
        (
            claimed + "\n 03-08 crew1 dispute #1 \n 03-09 head1 suspend #1 until=2026-03-30", "03-12",
            "disputed:争议 suspended:挂账至 2026-03-30 lateForm:补单"
        ),
        (accepted + "\n 03-09 dispatcher1 reject #1", "03-12", ""),
    ])
    func marks(steps: String, asOf: String, expected: String) throws {
        var street = MemoryStreet.funded
        street.play(steps)
        let moment = try Instant("2026-\(asOf.count > 5 ? asOf : asOf + "T10:00"):00+08:00")
        let marks = try #require(street.job(1)).marks(at: moment)
        #expect(marks.map { "\($0.code):\($0.title.zh)" } == Self.list(expected))
        #expect(marks.title.zh == Self.list(expected).compactMap { $0.split(separator: ":").last.map(String.init) }
            .joined(separator: "、"))
    }

    @Test("a claim above an agreed price is marked")
    func aboveAgreed() throws {
        var street = MemoryStreet.funded
        street.play("finance1 contractor.agree agreement=A1 rates=疏通/项/30.00")
        street.play(Self.claimed)
        let job = try #require(street.job(1))
        #expect(try job.marks(at: Instant("2026-03-08T00:00:00+08:00")).map(\.code) == ["lateForm", "aboveAgreed"])
    }

    /// Tiers end at 10,000.00 and 50,000.00; the days are 30.
    @Test("jobs of one site and category that together cross a tier", arguments: [
        (["03-01 6000", "03-31 4000"], ""), (["03-01 6000", "03-31 4000.01"], "1 2"),
        (["03-01 6000", "04-01 4000.01"], ""), (["03-01 6000", "03-02 4000.01 wall"], ""),
        (["03-01 20000", "03-02 9000"], ""), (["03-01 20000", "03-02 5000", "03-03 5000.01"], "2 3"),
        (["03-01 5000", "03-20 5000.01", "04-10 9000"], "1 2 3"),
    ])
    func split(jobs: [String], alarmed: String) throws {
        var street = MemoryStreet.funded
        for (index, job) in jobs.enumerated() {
            let words = job.split(separator: " ")
            let category = words.count > 2 ? "category=\(words[2])" : ""
            street.play("""
                \(words[0]) grid1 call \(category)
                grid1 accept #\(index + 1)
                officer1 survey #\(index + 1) total=\(words[1])
                committee1 sign #\(index + 1)
                """)
        }
        let policy = try street.state.policy(on: try Day("2026-05-01"))
        let all = Array(street.state.jobs.values)
        let found = SplitAlarm.jobs(all, policy: policy)
        #expect(found.compactMap { $0.text.last }.sorted().map(String.init).joined(separator: " ") == alarmed)
        let moment = try Instant("2026-05-01T00:00:00+08:00")
        for job in all {
            #expect(job.marks(at: moment, split: found).contains { $0.kind == .split } == found.contains(job.number))
        }
    }

    /// `code:title code:title`, where a title may hold blanks.
    private static func list(_ text: String) -> [String] {
        text.split(separator: " ").map(String.init).reduce(into: []) { list, word in
            if word.contains(":") { list.append(word) } else { list[list.count - 1] += " " + word }
        }
    }
}
