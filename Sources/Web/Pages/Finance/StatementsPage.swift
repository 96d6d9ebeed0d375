import Bank
import Desk
import Jobs
import Journal
import Kernel
import Reports
import Ledger

/// What statements have come in, and the way in for another one.
enum StatementsPage {
    static func show(_ visit: Visit, _ visitor: Visitor) async throws(Refusal) -> Reply {
        try await page(visit, visitor, try await visit.done(visitor), 200)
    }

    /// Sent again, a file adds nothing: what it holds is there already.
    static func send(_ visit: Visit, _ visitor: Visitor) async throws(Refusal) -> Reply {
        guard let file = visit.file("file"), !file.bytes.isEmpty else {
            let text = visit.say("没有选文件。", "No file was chosen.")
            return try await page(visit, visitor, "<p class=\"say late\" role=\"alert\">⚠ \(text)</p>", 422)
        }
        do throws(Refusal) {
            let work = try await visit.site.desk.take(
                try upload(file, visit.form), in: visitor.street.code, by: visitor.user.user, via: visitor.via)
            let isWhole = work.faults.isEmpty
            return try await page(visit, visitor, outcome(work, visit), isWhole ? 200 : 422)
        } catch {
            if error.code.kind == .right { throw error }
            return try await page(visit, visitor, RefusalView(refusal: error, visit: visit).html, RefusalView.status(error))
        }
    }

    private static func upload(_ file: SentFile, _ form: Fields) throws(Refusal) -> StatementUpload {
        let typed = Typed.plain(form["account"] ?? "")
        let account: Label? = if typed.isEmpty { nil } else { try Label(typed) }
        return StatementUpload(
            file.bytes, file: file.name, bank: form["bank"].flatMap(Bank.init(rawValue:)), account: account,
            custody: form["custody"].flatMap(Custody.init(rawValue:)), isNewAccount: form["new"] != nil)
    }

    private static let mostFaults = 200

    private static func outcome(_ work: StatementImport, _ visit: Visit) -> HTML {
        let notes = work.notes.map { note -> HTML in "<p class=\"note\">\(visit.say(note))</p>" }
        if work.faults.isEmpty {
            let match: HTML = "<a href=\"\(visit.at("/finance/match"))\">\(visit.say("去勾对", "Match them"))</a>"
            return "<div class=\"say ok\" role=\"status\"><p>✓ \(visit.say(work.summary))</p><p>\(match)</p></div>\(notes)"
        }
        let faults = work.faults.prefix(mostFaults).map { fault -> HTML in
            """
            <tr><th scope="row" class="k">\(fault.place)</th><td>\(fault.refusal.message(visit.language))</td></tr>
            """
        }
        let more = work.faults.count - mostFaults
        let rest: HTML = more > 0 ? "<p class=\"note\">\(visit.say("另有 \(more) 处", "and \(more) more"))</p>" : .empty
        let count = work.faults.count, faultsInEnglish = count == 1 ? "one fault" : "\(count) faults"
        let title = visit.say("有 \(count) 处不对，什么也没有记下", "\(faultsInEnglish); nothing was recorded")
        return """
            <div class="say late" role="alert"><p><b>⚠ \(title)</b></p></div>\(notes)
            <section class="sheet"><table class="t"><thead><tr><th scope="col">\(visit.say("行：列", "row: column"))</th>\
            <th scope="col">\(visit.say("哪里不对", "what is wrong"))</th></tr></thead><tbody>\(Array(faults))</tbody></table>\
            \(rest)</section>
            """
    }

    private static func page(_ visit: Visit, _ visitor: Visitor, _ said: HTML, _ status: Int) async throws(Refusal) -> Reply {
        let list = try await visit.ask(.statements, as: visitor)
        let title = visit.say("对账单", "Statements")
        let links: HTML = """
            <a class="b" href="\(visit.at("/finance/match"))">\(visit.say("勾对", "Match"))</a>\
            <a class="b" href="\(visit.at("/reports/reconciliation"))">\(visit.say("余额调节", "Reconciliation"))</a>
            """
        let back: HTML = "<a href=\"\(visit.at("/finance"))\">‹ \(visit.say("财务", "Finance"))</a>"
        return .page(Page(title, """
            \(visit.head(title, over: back, actions: links))\(said)
            \(visitor.may(.importStatement) ? form(visit) : .empty)
            \(HTML.list(list.accounts.map { sheet($0, visit, visitor) }))\
            \(list.accounts.isEmpty ? "<p class=\"none\">\(visit.say("还没有导入过对账单", "No statement yet"))</p>" : HTML.empty)
            """, status: status, place: .finance))
    }

    private static func form(_ visit: Visit) -> HTML {
        let banks = Bank.allCases.map { bank -> HTML in
            let isChosen = visit.form["bank"] == bank.rawValue
            return "<option value=\"\(bank.rawValue)\"\("selected", if: isChosen)>\(visit.say(bank.title))</option>"
        }
        let custodies = Custody.allCases.map { custody -> HTML in
            let isChosen = visit.form["custody"] == custody.rawValue
            return "<option value=\"\(custody.rawValue)\"\("selected", if: isChosen)>\(visit.say(custody.title))</option>"
        }
        return HTML.sheet(visit.say("导入对账单", "Import a statement"), """
            <form method="post" enctype="multipart/form-data" class="form" novalidate>\(visit.hidden([]))
            <div class="f"><label for="file">\(visit.say("文件", "File"))
            <small>CSV, XLSX, camt.053 XML, 8 MB</small></label><input id="file" name="file" type="file"></div>
            <div class="f"><label for="bank">\(visit.say("格式", "Format"))</label>\
            <select id="bank" name="bank"><option value="">\(visit.say("按表头识别", "by its header"))</option>\(banks)</select></div>
            <div class="f"><label for="account">\(visit.say("本方账号", "The street's own account"))
            <small>\(visit.say("文件里没有才填", "where the file does not say it"))</small></label>
            <input id="account" name="account" value="\(visit.form["account"] ?? "")" autocomplete="off"></div>
            <div class="f"><label for="custody">\(visit.say("资金", "Whose money"))</label><select id="custody" name="custody">\
            <option value="">\(visit.say("按格式", "as the format says"))</option>\(custodies)</select></div>
            <div class="f"><label class="tick"><input type="checkbox" name="new" value="1"\
            \("checked", if: visit.form["new"] != nil)>             \(visit.say("这是一个新账户", "It is a new account"))</label></div>
            <div class="foot"><button class="b main">\(visit.say("导入", "Import"))</button></div></form>
            """)
    }

    private static func sheet(_ account: StatementAccount, _ visit: Visit, _ visitor: Visitor) -> HTML {
        let rows = account.imports.reversed().map { kept -> HTML in
            let void: HTML = visitor.may(.voidStatement)
                ? "<a href=\"\(visit.at("/do/bank.void?record=\(kept.seq)"))\">\(visit.say("作废", "Void"))</a>" : .empty
            let record: HTML = visitor.rights[.records] >= .all
                ? "<a href=\"\(visit.at("/audit/records/\(kept.seq)"))\">\(kept.seq)</a>" : "\(kept.seq)"
            return """
                <tr><th scope="row">\(record)</th><td data-t="\(visit.say("格式", "format"))">\(visit.say(kept.bank.title))</td>\
                <td data-t="\(visit.say("自", "from"))">\(kept.first.text)</td>\
                <td data-t="\(visit.say("至", "to"))">\(kept.last.text)</td>\
                <td class="n" data-t="\(visit.say("期末余额", "closing"))">\
                \(kept.stated?.last?.closing?.fen.shown ?? "—")</td><td>\(void)</td></tr>
                """
        }
        let heads = [visit.say("记录", "record"), visit.say("格式", "format"), visit.say("自", "from"), visit.say("至", "to")]
        return HTML.sheet("\(account.account.text)", """
            <table class="t cards"><thead><tr>\(HTML.heads(heads))\
            <th scope="col" class="n">\(visit.say("期末余额（元）", "closing (yuan)"))</th><td></td></tr></thead>\
            <tbody>\(rows)</tbody></table>
            """, right: "<span class=\"soft\">\(visit.say(account.custody.title))</span>")
    }
}

extension Bank {
    /// As people call the format.
    var title: Phrase {
        switch self {
        case .icbc: Phrase("工商银行", "ICBC")
        case .ccb: Phrase("建设银行", "CCB")
        case .boc: Phrase("中国银行", "BOC")
        case .treasury: Phrase("国库已支付凭证清单", "the treasury's list")
        case .camt: Phrase("camt.053", "camt.053")
        }
    }
}
