import Desk
import Jobs
import Kernel
import Reports

/// The two lines of a job, large on its own page, small in every list.
struct Tracks {
    private struct Station {
        let title: Phrase
        let at: Instant?
    }

    private let job: Job
    private let visit: Visit

    init(_ job: Job, _ visit: Visit) { (self.job, self.visit) = (job, visit) }

    /// Seven stations each, with when they were reached.
    private var works: [Station] {
        [
            Station(title: Phrase("登记", "called"), at: job.calledAt),
                Station(title: Phrase("受理", "accepted"), at: job.acceptedAt),
            Station(title: Phrase("派工", "sent"), at: job.dispatch?.at),
                Station(title: Phrase("施工", "started"), at: job.startedAt),
            Station(title: Phrase("完工", "done"), at: job.finishedAt), Station(title: Phrase("合格", "passed"), at: job.passedAt),
            Station(title: Phrase("结案", "closed"), at: job.closedAt),
        ]
    }

    private var papers: [Station] {
        [
            Station(title: Phrase("踏勘", "survey"), at: job.survey?.at), Station(title: Phrase("签认", "signed"), at: job.signedAt),
            Station(title: Phrase("送审", "claim"), at: nil), Station(title: Phrase("审核", "review"), at: nil),
            Station(title: Phrase("结算", "settled"), at: job.settlement?.at), Station(title: Phrase("支付", "paid"), at: nil),
            Station(title: Phrase("归档", "filed"), at: job.papers == .closed ? job.closedAt : nil),
        ]
    }

    static func reached(_ job: Job) -> Int {
        switch job.works {
        case .registered: 1
        case .accepted: 2
        case .dispatched: 3
        case .started: 4
        case .finished: 5
        case .passed: 6
        case .closed: 7
        // It ended on its way: as far as it had come.
        case .rejected, .transferred, .merged, .cancelled: job.startedAt != nil ? 4 : job.dispatch != nil
            ? 3 : job.acceptedAt != nil ? 2 : 1
        }
    }

    static func filed(_ papers: Papers) -> Int { Papers.allCases.firstIndex(of: papers) ?? 0 }

    var large: HTML {
        """
        <div class="tracks">\(line(visit.say("施工", "Works"), visit.say(job.works.title), works, Self.reached(job)))\
        \(line(visit.say("单据", "Papers"), visit.say(job.papers.title), papers, Self.filed(job.papers)))</div>
        """
    }

    private func line(_ name: String, _ state: String, _ stations: [Station], _ reached: Int) -> HTML {
        let items = stations.enumerated().map { index, station -> HTML in
            let state = index + 1 < reached || reached == 7 ? "done" : index + 1 == reached ? "here" : index == reached
                ? "next" : "open"
            let said = switch state {
            case "done": visit.say("已完成", "done")
            case "here": visit.say("正在这里", "here")
            case "next": visit.say("下一步", "next")
            case _: visit.say("未到", "to come")
            }
            let time: HTML = (index < reached ? station.at : nil)
                .map { at in "<time>\(at.shown(in: job.calledAt.day.year))</time>" } ?? .empty
            return """
                <li class="\(state)"><i aria-hidden="true"></i><b>\(visit.say(station.title))</b><span class="hide"> \(said)\
                </span>\(time)</li>
                """
        }
        return "<div class=\"track\"><p><b>\(name)</b> <span>\(state)</span></p><ol>\(items)</ol></div>"
    }

    var small: HTML {
        let (works, papers) = (Self.reached(job), Self.filed(job.papers))
        return """
            <svg class="trk" width="70" height="18" role="img" aria-label="\(visit.say("施工", "works")) \
            \(works)/7，\(visit.say("单据", "papers")) \(papers)/7">\
            <use href="\(Asset.icons.path)#r\(works)" width="70" height="8"/>\
            <use href="\(Asset.icons.path)#r\(papers)" y="10" width="70" height="8"/></svg>
            """
    }
}
