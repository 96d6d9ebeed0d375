import Desk
import Documents
import Jobs
import Journal
import Kernel
import Reports

/// The journal's end, and the way to have everything checked again.
enum AuditPage {
    static func show(_ visit: Visit, _ visitor: Visitor) async throws(Refusal) -> Reply {
        guard visitor.rights[.records] >= .part else { return .page(ErrorPage.page(.nothing, visit)) }
        return .page(page(visit, visitor, VerifyPage.latest(visit, visitor), 200))
    }

    static func verify(_ visit: Visit, _ visitor: Visitor) async throws(Refusal) -> Reply {
        let stamp = Typed.plain(visit.form["stamp"] ?? "")
        let anchor = stamp.isEmpty ? nil : Anchor(stamp)
        if !stamp.isEmpty, anchor == nil {
            let text = visit.say("旧戳写成 记录:哈希，哈希至少 \(Anchor.fewestDigits) 位",
                "a stamp is RECORD:HASH, with at least \(Anchor.fewestDigits) digits of the hash")
            return .page(page(visit, visitor, "<p class=\"say late\" role=\"alert\">⚠ \(text)</p>", 422))
        }
        return try await VerifyPage.start(visit, visitor, anchor)
    }

    private static func page(_ visit: Visit, _ visitor: Visitor, _ said: HTML, _ status: Int) -> Page {
        let head = visitor.head, title = visit.say("审计", "Audit")
        let latest: HTML = visitor.rights[.records] >= .all ? RecordsPage.links(visit, visitor) : .empty
        let pairs = [
            (visit.say("记录", "record"), String(head.seq)), (visit.say("哈希", "hash"), head.hash),
            (visit.say("算法", "algorithm"), visitor.street.hash.rawValue.uppercased()), (visit.say("记录时间", "recorded"),
                head.recorded?.short ?? "—"),
        ]
        return Page(title, """
            \(visit.head(title, actions: latest))\(said)
            \(HTML.sheet(visit.say("链尾", "Head of the chain"), """
                <dl class="pairs">\(pairs.map { pair -> HTML in """
                    <div><dt>\(pair.0)</dt><dd class="code">\(pair.1)</dd></div>
                    """ })</dl>
                <form method="post" action="\(visit.at("/audit/verify"))">\(visit.hidden([]))\
                <button class="b main">\(visit.say("立即校验", "Verify now"))</button></form>
                """))
            \(HTML.sheet(visit.say("核对旧戳", "Check an old stamp"), """
                <form method="post" action="\(visit.at("/audit/verify"))" class="choose">\(visit.hidden([]))<div>\
                <label for="stamp">\(visit.say("记录:哈希，抄自打印件", "RECORD:HASH, from any old print"))</label>
                <input id="stamp" name="stamp" class="code" value="\(visit.form["stamp"] ?? "")" \
                placeholder="\(head.seq):\(head.hash.prefix(8))" autocomplete="off"></div>
                <button class="b">\(visit.say("核对", "Check"))</button></form>
                """))
            """, status: status, place: .audit)
    }
}

/// One record as it is stored, with what checks its link without this program.
enum RecordPage {
    static func show(_ visit: Visit, _ visitor: Visitor) async throws(Refusal) -> Reply {
        let found = try await visit.ask(.record(visit.params["seq"] ?? ""), as: visitor)
        let record = try Record(body: found.stored.body)
        let document = RecordDocument.make(record, found.stored, found.names, sandbox: found.sandbox)
        let title = visit.say(document.title), seq = found.stored.seq
        let around: HTML = """
            \(seq > 1 ? "<a class=\"b\" href=\"\(visit.at("/audit/records/\(seq - 1)"))\">‹ #\(seq - 1)</a>" : HTML.empty)\
            \(seq < visitor.head.seq ? "<a class=\"b\" href=\"\(visit.at("/audit/records/\(seq + 1)"))\">#\(seq + 1) ›</a>"
                : HTML.empty)
            """
        let tool = visitor.street.hash == .sm3 ? "openssl dgst -sm3" : "sha256sum"
        return .page(Page(title, """
            \(visit.head(title, over: "<a href=\"\(visit.at("/audit"))\">‹ \(visit.say("审计", "Audit"))</a>", actions: around))
            <section class="sheet">\(DocumentView(document: document, visit: visit).facts)</section>
            \(document.sections.map(DocumentView(document: document, visit: visit).section))
            \(HTML.sheet(visit.say("原文", "As stored"), "<pre class=\"code\">\(found.stored.body)</pre>"))
            \(HTML.sheet(visit.say("不用本程序也能核对", "Check it without this program"), """
                <pre class="code">sqlite3 street.sqlite "SELECT prev || char(10) || seq || char(10) || body FROM record WHERE \
                org = '\(visitor.street.code.text)' AND seq = \(seq)" | head -c -1 | \(tool)
                sqlite3 street.sqlite "SELECT hash FROM record WHERE org = '\(visitor.street.code.text)' AND seq = \(seq)"</pre>
                """))
            """, place: .audit))
    }
}
