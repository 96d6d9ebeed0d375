import Desk
import Jobs
import Journal
import Kernel
import Seal

/// What a run in the background has come to.
enum RunWords {
    /// Nothing was started: another one has to end first.
    static func busy(_ visit: Visit, at path: String) -> Reply {
        let title = visit.say("正忙", "Busy")
        let back: HTML = "<a href=\"\(visit.at(path))\">‹ \(visit.say("返回", "Back"))</a>"
        let words = visit.say(
            "另一项校验、证据包或备份正在进行，这一次没有开始；等它结束再按一次。",
            "Another verification, bundle or backup is under way; this one was not started. Press again when it has ended.")
        return .page(Page(
            title, "\(visit.head(title, over: back))<p class=\"say late\" role=\"alert\">⚠ \(words)</p>", status: 503))
    }

    static func html(_ run: BackgroundRuns.Run, _ visit: Visit) -> HTML {
        let comma = visit.say("，", ", ")
        let stamp = run.kind == .verify && !run.about.isEmpty ? visit.say("旧戳 \(run.about)", "stamp \(run.about)") + comma : ""
        let who = "\(stamp)\(run.by.text) \(run.began.short)"
        guard let end = run.end else {
            return "<p class=\"say\" role=\"status\">\(underWay(run, visit)) <small>\(who)</small></p>"
        }
        let took = "\(who)\(comma)\(FileWords.seconds(from: run.began, to: run.ended, visit))"
        return switch end {
        case .verified(.success(let verdict)): good(visit.say(
            "一致：记录 \(verdict.records) 条，分录 \(verdict.lines) 行，派生数据 \(verdict.rows) 行",
            "clean: \(verdict.records) records, \(verdict.lines) lines, \(verdict.rows) derived rows"), took)
        case .verified(.failure(let finding)):
            """
            <p class="say late" role="alert">✗ \(visit.say("不一致：", "not clean: "))\(visit.say(finding.words))<br>\
            <small>\(took)</small></p>
            """
        case .written(let name): good(name, took)
        case .failed(let refusal):
            "<p class=\"say late\" role=\"alert\">⚠ \(refusal.message(visit.language)) <small>\(who)</small></p>"
        }
    }

    private static func good(_ text: String, _ took: String) -> HTML {
        "<p class=\"say ok\" role=\"status\">✓ \(text)<br><small>\(took)</small></p>"
    }

    private static func underWay(_ run: BackgroundRuns.Run, _ visit: Visit) -> String {
        let seconds = max(0, visit.site.desk.wall - run.began) / 1000
        return switch run.kind {
        case .verify: visit.say(
            "正在核对全部记录，已 \(seconds) 秒；本页会自己刷新。",
            "Reading every record, \(seconds) s so far; this page looks again by itself.")
        case .bundle, .backup: visit.say(
            "正在做，已 \(seconds) 秒；本页会自己刷新。", "Under way, \(seconds) s so far; this page looks again by itself.")
        }
    }
}

/// Small texts of what runs and what was written.
enum FileWords {
    static func seconds(from: Instant, to: Instant?, _ visit: Visit) -> String {
        let tenths = max(0, (to ?? from) - from) / 100
        return visit.say("\(tenths / 10).\(tenths % 10) 秒", "\(tenths / 10).\(tenths % 10) s")
    }

    /// Bytes as people say them.
    static func size(_ bytes: Int) -> String {
        bytes < 1 << 20 ? "\((bytes + 1023) >> 10) KB" : "\(bytes >> 20).\((bytes & 0xFFFFF) * 10 >> 20) MB"
    }
}
