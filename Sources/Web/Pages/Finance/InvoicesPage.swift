import Desk
import Documents
import Jobs
import Journal
import Kernel
import Reports

/// Invoices from their files: the XML of a 数电票 is registered for a job, a red one takes back what it names.
enum InvoicesPage {
    static func show(_ visit: Visit, _ visitor: Visitor) async throws(Refusal) -> Reply {
        try await page(visit, visitor, try await visit.done(visitor), CommandForm.newID(), 200)
    }

    /// Pressed twice it is one command: the form has its id.
    static func send(_ visit: Visit, _ visitor: Visitor) async throws(Refusal) -> Reply {
        let id = visit.form["id"] ?? ""
        guard CommandForm.isID(id) else { return .page(ErrorPage.page(.form, visit)) }
        let read = Self.read(visit)
        guard let order = read.order else { return try await page(visit, visitor, said(read.faults, visit), id, 422) }
        let desk = visit.site.desk
        let answers = try await desk.execute([desk.read(.members([
            "id": .string(id), "org": .string(visitor.street.code.text), "by": .string(visitor.user.user.text),
            "do": .string(order.does), "with": order.with,
        ]), via: Via(.web, .password))])
        guard let answer = answers.first else { throw Refusal(.storeIO) }
        if let refusal = answer.refusal {
            if refusal.code.kind == .right { throw refusal }
            let view = RefusalView(refusal: refusal, visit: visit).html
            // A refused command has not used its id up.
            return try await page(visit, visitor, view, id, RefusalView.status(refusal))
        }
        guard case .done(_, let seq, _, _, _) = answer else { return .redirect(visit.at("/finance/invoices")) }
        return .redirect(visit.at("/finance/invoices?done=\(seq)"))
    }

    /// Everything that is wrong with what was sent, at once.
    private static func read(_ visit: Visit) -> (order: (does: String, with: JSON)?, faults: [Phrase]) {
        var faults: [Phrase] = [], job: Code?, upload: InvoiceUpload?
        let typed = Typed.plain(visit.form["job"] ?? ""), reason = Typed.plain(visit.form["reason"] ?? "")
        do throws(Refusal) {
            job = try Code(typed)
        } catch {
            faults.append(typed.isEmpty ? Phrase("没有填工单号。", "No job was named.")
                : Phrase("工单号：\(error.message(.zh))", "Job: \(error.message(.en))"))
        }
        if let file = visit.file("file"), !file.bytes.isEmpty {
            do throws(Refusal) {
                upload = try InvoiceUpload(file.bytes, file: file.name, reason: reason.isEmpty ? "红冲" : reason)
            } catch {
                faults.append(Phrase("\(file.name)：\(error.message(.zh))", "\(file.name): \(error.message(.en))"))
            }
        } else {
            faults.append(Phrase("没有选文件。", "No file was chosen."))
        }
        if let job, let upload {
            return ((does: upload.does, with: upload.with.with("job", .string(job.text))), [])
        }
        return (nil, faults)
    }

    private static func said(_ faults: [Phrase], _ visit: Visit) -> HTML {
        let items = faults.map { fault -> HTML in "<li>⚠ \(visit.say(fault))</li>" }
        let title = visit.say("有 \(faults.count) 处不对，什么也没有记下", "\(faults.count) faults; nothing was recorded")
        return "<div class=\"say late\" role=\"alert\"><p><b>\(title)</b></p><ul>\(items)</ul></div>"
    }

    private static func page(
        _ visit: Visit, _ visitor: Visitor, _ said: HTML, _ id: String, _ status: Int
    ) async throws(Refusal) -> Reply {
        let document = try await visit.ask(.report(try Catalogue.entry("invoices"), ReportChoice(), .init()), as: visitor)
        let may = TransitionTable.rows.contains { $0.verb == .invoice && $0.roles.contains(where: visitor.user.has) }
        let title = visit.say("发票", "Invoices")
        let back: HTML = "<a href=\"\(visit.at("/finance"))\">‹ \(visit.say("财务", "Finance"))</a>"
        return .page(Page(title, """
            \(visit.head(title, over: back))\(said)\(may ? form(visit, id) : .empty)\
            \(DocumentView(document: document, visit: visit).body)
            """, status: status, place: .finance))
    }

    private static func form(_ visit: Visit, _ id: String) -> HTML {
        let text = { (name: String, label: String, hint: String) -> HTML in
            """
            <div class="f"><label for="\(name)">\(label) <small>\(hint)</small></label>\
            <input id="\(name)" name="\(name)" value="\(visit.form[name] ?? visit.query[name] ?? "")" autocomplete="off"></div>
            """
        }
        return HTML.sheet(visit.say("导入数电票", "Register an invoice from its file"), """
            <form method="post" action="\(visit.at("/finance/invoices"))" enctype="multipart/form-data" class="form" novalidate>\
            \(visit.hidden([("id", id)]))
            \(text("job", visit.say("工单号", "Job"), "2026-0001"))
            <div class="f"><label for="file">\(visit.say("文件", "File")) <small>XML, 4 MB</small></label>\
            <input id="file" name="file" type="file"></div>
            \(text("reason", visit.say("红冲原因", "Why it is taken back"), visit.say("红字发票才填", "for a red invoice")))
            <div class="foot"><button class="b main">\(visit.say("登记", "Register"))</button></div></form>
            """)
    }
}
