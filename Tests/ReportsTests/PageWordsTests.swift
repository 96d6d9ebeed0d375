import Reports
import Jobs
import Kernel
import Testing

@Suite struct PageWordsTests {
    @Test(arguments: [
        (0, "不到1分钟", "less than a minute"), (59_999, "不到1分钟", "less than a minute"), (60_000, "1分钟", "1 min"),
        (3_600_000, "1小时", "1 h"), (3_660_000, "1小时1分", "1 h 1 min"), (-7_200_000, "2小时", "2 h"),
        (86_400_000, "1天", "1 d"), (90_000_000, "1天1小时", "1 d 1 h"), (86_460_000, "1天", "1 d"),
    ] as [(Int64, String, String)])
    func saysLengthsOfTime(milliseconds: Int64, zh: String, en: String) {
        #expect(TimeWords.length(milliseconds) == Phrase(zh, en))
    }

    @Test func saysWhatBecameOfADeadline() throws {
        let due = try Instant("2026-03-06T12:00:00+08:00")
        let words = { (done: Int64?, asOf: Int64, stopped: Bool) in
            TimeWords.deadline(
                Deadline(due: due, done: done.map { due + $0 }, clock: due + asOf, stopped: stopped)).zh
        }
        #expect(words(-Instant.hour, 0, false) == "2026-03-06 12:00（按期，提前1小时）")
        #expect(words(0, 0, false) == "2026-03-06 12:00（按期）")
        #expect(words(Instant.hour, 0, false) == "2026-03-06 12:00（晚1小时）")
        #expect(words(nil, -Instant.hour, false) == "2026-03-06 12:00（还剩1小时）")
        #expect(words(nil, -Instant.hour, true) == "2026-03-06 12:00（还剩1小时，挂账停计）")
        #expect(words(nil, Instant.minute, false) == "2026-03-06 12:00（✗ 已逾期1分钟）")
    }

    @Test(arguments: [
        (CallerSight.known(name: "张大妈", phone: "13800000001"), "张** 138****0001"),
        (.known(name: "王", phone: nil), "王**"), (.known(name: nil, phone: "02583320001"), "025****0001"),
        (.known(name: nil, phone: "83320001"), "****01"), (.known(name: nil, phone: "1"), "****1"),
        (.erased, "已删除"), (.confidential, "保密"), (.unknown, "未留"),
    ])
    func masksCallers(sight: CallerSight, words: String) { #expect(sight.words.zh == words) }
}
