import Kernel

/// The case that the whole idea is told by (the article): two buildings in one yard, a caked septic tank that
/// blocks the sewer. Called on Thursday, seen on Friday, done on Saturday by four workers and one suction
/// truck that was booked after the visit; the survey form and the settlement came afterwards.
struct Article {
    let script: Script
    static let key = 1000

    private static let trouble = Trouble(
        "septic", [6], calls: ["院里两幢楼的污水排不出去，一楼卫生间往上返，化粪池好像堵死了"],
        seen: ["两幢楼之间的化粪池粪渣板结成块，封住出水口，下水道随之堵塞，涉及两幢楼二十四户"],
        cause: ["化粪池多年未清，粪渣板结堵塞下水道"], plan: ["人工破壳清渣，吸污车抽排，疏通出水管并做通水试验"],
        "普工*4, 疏通工*4, 吸污车*1, 垃圾清运*1")

    func tell() {
        let story = Story(
            script, key: Self.key, at: at(11, 16, 20), Place.unowned[6], Self.trouble, [.emergency], turn: 0)
        story.mistakesLeft = 0
        story.urgency = "urgent"
        story.call(channel: "街道值班电话")
        story.now = at(11, 16, 34)
        story.add("accept", story.dispatcher, story.acceptance())
        story.now = at(12, 9, 10)
        story.add("visit", "li.wei", [
            "visitors": .array(["li.wei", "shen.yi", "社区 周书记"].map { .string($0) }),
            "findings": story.say(Self.trouble.findings), "photos": story.photos(2...2),
        ])
        story.now = at(12, 10, 5)
        story.authorize(upTo: Fen(800_000), "两幢楼二十四户无法用水，粪污外溢，先行处置")
        work(story)
        papers(story)
    }

    private func work(_ story: Story) {
        story.now = at(12, 10, 30)
        story.add("dispatch", "chen.lu", [
            "contractor": .string("QL"), "workers": .int(4),
            "vehicles": .array([.members(["kind": .string("吸污车"), "count": .int(1)])]),
            "due": .string("2026-06-13"),
        ])
        story.now = at(13, 7, 50)
        story.add("start", "luo.qiang", ["note": .string("四名工人、一台吸污车到场")])
        story.now = at(13, 15, 40)
        story.add("finish", "luo.qiang", [
            "note": .string("粪渣清完，出水管已通，两幢楼排水正常"), "photos": story.photos(2...2),
        ])
        story.now = at(13, 16, 30)
        story.add("inspect", "yan.hua", ["pass": .bool(true), "note": .string("两幢楼同时放水，排水通畅，同意验收")])
        story.now = at(15, 10, 12)
        story.add("callback", "shen.yi", [
            "contacted": .bool(true), "solved": .string("yes"), "satisfied": .int(5),
            "note": .string("居民说以前这种事要等一个星期，这次三天就好了"),
        ])
    }

    private func papers(_ story: Story) {
        story.visitors = ["li.wei", "shen.yi"]
        story.now = at(15, 14, 20)
        story.add("survey", "li.wei", story.surveyForm())
        story.now = at(16, 9, 45)
        story.add("sign", "zhao.ming", ["note": .string("应急先行已授权，补单情况属实")])
        story.now = at(22, 10, 5)
        story.claim()
        story.office(3...6)
        story.review(cutting: true)
        story.office(3...6)
        story.settle()
        story.pay()
        story.office(2...4)
        story.add("close", "chen.lu")
    }

    private func at(_ day: Int, _ hour: Int, _ minute: Int) -> Instant { Script.on(6, day, hour, minute) }
}
