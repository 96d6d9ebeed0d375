import Kernel

/// A refusal on a page: its sentence, and the facts that people know by a name as a small table.
struct RefusalView {
    let refusal: Refusal
    let visit: Visit

    var html: HTML {
        let facts = refusal.facts.compactMap { fact in Self.titles[fact.name].map { (visit.say($0), shown(fact)) } }
        let rows = facts.map { fact -> HTML in "<div><dt>\(fact.0)</dt><dd>\(fact.1)</dd></div>" }
        let unsure: HTML = refusal.code.kind.status == 503 ? "<p>\(unsureWords)</p>" : .empty
        return """
            <div class="say late" role="alert"><p><b>⚠ \(refusal.message(visit.language))</b></p>\(unsure)\
            \(facts.isEmpty ? .empty : "<dl class=\"pairs tight\">\(rows)</dl>")</div>
            """
    }

    /// What is wrong with a form is told on the form.
    static func status(_ refusal: Refusal) -> Int { refusal.code.kind == .input ? 422 : refusal.code.kind.status }

    private func shown(_ fact: Refusal.Fact) -> String {
        fact.words.map { visit.say($0) } ?? Fen.grouped(in: fact.value) ?? fact.value
    }

    private var unsureWords: String {
        visit.say(
            "不知道是否已记下，请再按一次：同一表单不会记两次。",
            "It is not known whether this was recorded. Press again: one form is recorded once.")
    }

    /// What is left out says nothing that the sentence does not say, or is a word of programs.
    private static let titles: [String: Phrase] = [
        "asked": Phrase("所需", "asked for"), "available": Phrase("可用", "available"),
        "appropriation": Phrase("指标", "appropriation"),
        "job": Phrase("工单", "job"), "contractor": Phrase("施工单位", "contractor"), "day": Phrase("日期", "day"),
        "year": Phrase("年度", "year"), "total": Phrase("合计", "total"), "limit": Phrase("上限", "limit"),
        "ceiling": Phrase("授权上限", "ceiling"), "approved": Phrase("审定", "approved"), "claimed": Phrase("送审", "claimed"),
        "paid": Phrase("已付", "paid"), "payable": Phrase("应付", "payable"), "invoice": Phrase("发票", "invoice"),
        "paymentNo": Phrase("支付凭证号", "payment number"), "record": Phrase("记录", "record"), "latest": Phrase("最近一步", "latest step"),
        "earliest": Phrase("最早", "earliest"), "roles": Phrase("谁能办", "who may"), "works": Phrase("施工", "works"),
        "papers": Phrase("单据", "papers"), "next": Phrase("现在可办", "open now"), "until": Phrase("到", "until"),
        "account": Phrase("账户", "account"), "document": Phrase("文号", "document"), "slip": Phrase("签证单", "slip"),
        "match": Phrase("勾对", "match"), "seen": Phrase("您打开时的记录", "the record you saw"), "now": Phrase("现在的记录", "the record now"),
        "lines": Phrase("明细", "lines"), "payments": Phrase("支付", "payments"), "retention": Phrase("质保金", "retention"),
        "balance": Phrase("余额", "balance"), "amount": Phrase("金额", "amount"),
    ]
}
