import Reports
import Jobs
import Kernel
import Testing

/// A photo's SHA-256.
private let digest = String(repeating: "9f", count: 32)

/// The sentence that each event becomes. Events are written as a journal holds them.
@Suite struct JobStoryTests {
    @Test(arguments: [
        (#"{"called":{"form":{"channel":"12345","site":{"address":"宁海路12号"},"category":"septic","description":"满溢，\n外流"}}}"#,
         "12345：满溢， 外流", "12345: 满溢， 外流"),
        (#"{"accepted":{"form":{"tenure":"managed","urgency":"critical","hazard":"gas","estate":"E01"},"category":"septic","due":{"arrive":"2026-03-06T09:12:00+08:00","finish":"2026-03-08T09:12:00+08:00","arriveUnit":"hours","finishUnit":"hours"}}}"#,
         "化粪池，有产权或物管，急难险重，gas，机械厂宿舍（E01），2026-03-06 09:12 前到场，2026-03-08 09:12 前完工",
         "Septic tank, managed, critical, gas, 机械厂宿舍 (E01), to arrive by 2026-03-06 09:12, to finish by 2026-03-08 09:12"),
        (#"{"rejected":{"reason":"物业","released":[]}}"#, "物业", "物业"),
        (#"{"transferred":{"unit":"水务局","reason":"主管网","released":[{"appropriation":"A","preEncumbered":"8000.00","encumbered":"0.00","payable":"0.00","retention":"0.00","paid":"0.00"}]}}"#,
         "转水务局：主管网；退回 8,000.00 元", "to 水务局: 主管网; 8,000.00 yuan given back"),
        (#"{"visited":{"form":{"visitors":["li.wei","王五"],"findings":"满","photos":[{"hash":"\#(digest)","type":"image/png","size":1},{"hash":"\#(digest)","type":"image/png","size":1}]}}}"#,
         "李伟、王五：满；照片 2 张", "李伟, 王五: 满; 2 photos"),
        (#"{"authorized":{"form":{"ceiling":"8000.00","reason":"外溢","means":"phone"},"due":"2026-03-10T18:00:00+08:00","moves":[]}}"#,
         "上限 8,000.00 元，电话，2026-03-10 18:00 前补单：外溢", "up to 8,000.00 yuan, by phone, the form is due 2026-03-10 18:00: 外溢"),
        (#"{"signed":{"total":"30.00","released":[],"held":[{"appropriation":"A","amount":"18.00"},{"appropriation":"B","amount":"12.00"}]}}"#,
         "30.00 元，占用 A 18.00、B 12.00", "30.00 yuan, held of A 18.00 and B 12.00"),
        (#"{"dispatched":{"form":{"contractor":"JS09","workers":4,"vehicles":[{"kind":"吸污车","count":1}]}}}"#,
         "JS09，4 人，吸污车×1", "JS09, 4 workers, 吸污车×1"),
        (#"{"finished":{"form":{}}}"#, "", ""),
        (#"{"inspected":{"form":{"pass":false,"note":"井盖未复位"}}}"#,
         "✗ 不合格，返工：井盖未复位", "✗ failed, to be done again: 井盖未复位"),
        (#"{"changed":{"slip":2,"form":{"reason":"少做","lines":[]},"change":"-405.00"}}"#,
         "签证 2，-405.00 元：少做", "slip 2, -405.00 yuan: 少做"),
        (#"{"settled":{"approved":"11260.50","retention":"337.82","rate":"3","retentionDue":"2027-03-07","shares":[]}}"#,
         "审定 11,260.50 元，质保金 3 % 337.82 元，2027-03-07 起可返还",
         "approved 11,260.50 yuan, retention 3 % 337.82 yuan, due back from 2027-03-07"),
        (#"{"invoiced":{"invoice":{"number":"26322000000012345678","date":"2026-03-20","seller":{"name":"宁安市政"},"buyer":{"name":"宁海路街道"},"amount":"1280.00","tax":"38.40","total":"1318.40"},"source":"xml","revision":1}}"#,
         "26322000000012345678，1,318.40 元，宁安市政，数电票文件", "26322000000012345678, 1,318.40 yuan, 宁安市政, from its file"),
        (#"{"calledBack":{"form":{"contacted":false}}}"#, "未联系上", "nobody reached"),
        (#"{"calledBack":{"form":{"contacted":true,"solved":"partly","satisfied":3}}}"#,
         "部分解决，满意度 3/5", "partly solved, satisfied 3/5"),
        (#"{"closed":{}}"#, "两条线均已办结", "both tracks are done"),
    ])
    func tells(event: String, zh: String, en: String) throws {
        var names = JobNames()
        names.users[try Code("li.wei")] = try Label("李伟")
        names.estates[try Code("E01")] = try Label("机械厂宿舍")
        names.categories[try Code("septic")] = Phrase("化粪池", "Septic tank")
        let read: JobEvent = try JSONParser.parse(Array(event.utf8)).decode()
        #expect(JobStory(names).tell(read) == Phrase(zh, en))
    }

    @Test func drawsTheTracks() throws {
        let form = #"{"channel":"12345","site":{"address":"宁海路12号"},"category":"septic","description":"满溢"}"#
        let at = try Instant("2026-03-05T09:12:00+08:00")
        let by = try Code("wang")
        var job = Job(number: try Code("2026-0001"), call: try JSONParser.parse(Array(form.utf8)).decode(), at: at, by: by)
        #expect(JobTracks(job).works.zh == "●已登记─○已受理─○已派工─○施工中─○已完工─○验收合格─○已结案")
        #expect(JobTracks(job).papers.en.hasPrefix("●none─○surveyed─○signed─"))
        let accepted = #"""
            {"accepted":{"form":{"tenure":"unowned","urgency":"urgent"},"category":"septic","due":
            {"arrive":"2026-03-06T09:12:00+08:00","finish":"2026-03-08T09:12:00+08:00",
             "arriveUnit":"hours","finishUnit":"hours"}}}
            """#
        job.apply(try JSONParser.parse(Array(accepted.utf8)).decode(), EventStamp(at: at, by: by, rules: 3, voucher: nil))
        let cancelled = #"{"cancelled":{"reason":"已自行处理","released":[]}}"#
        job.apply(try JSONParser.parse(Array(cancelled.utf8)).decode(), EventStamp(at: at, by: by, rules: 3, voucher: nil))
        #expect(JobTracks(job).works.en == "✓registered─✓accepted─●cancelled")
        #expect(JobTracks(job).papers.en == "●none")
    }
}
