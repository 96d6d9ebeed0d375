import Bank
import Jobs
import Journal
import Kernel
import Ledger

extension BureauTables {
    var suppliers: ExportTable {
        ExportTable("06_供应商", "编码 名称 信用代码 开户行 账号 启用日 变更日", knownFirms.map { known in
            [.key(known.firm.code), .text(known.firm.name.text), .key(known.firm.creditCode.text)]
                + account(known.firm.bank) + [.day(known.since), known.changed.map { .day($0) } ?? .blank]
        })
    }

    /// Every firm, by its code.
    var knownFirms: [(firm: Contractor, since: Day, changed: Day?)] {
        books.firms.values.sorted { $0.firm.code.text.utf8.lexicographicallyPrecedes($1.firm.code.text.utf8) }
    }

    var firms: [Contractor] { knownFirms.map(\.firm) }

    /// The appropriations that the year knows, in the order in which they were opened.
    var funds: [Appropriation] {
        books.appropriations.values.sorted { $0.position < $1.position }.filter { figures[$0.code] != nil }
    }

    /// The jobs with lines in the year or a balance from before, in order.
    func bookedJobs() throws(Refusal) -> [String] {
        var found: Set<String> = []
        try books.balances.each([.job]) { (_, key, _) throws(Refusal) in
            if let job = books.balances.code(of: key) { found.insert(job.text) }
        }
        return found.sorted()
    }

    private func account(_ account: BankAccount?) -> [ExportCell] {
        switch account {
        case .account(let bank, let number)?: [.text(bank.text), seen(number.text)]
        case .label(let label)?: [.blank, seen(label.text)]
        case nil: [.blank, .blank]
        }
    }

    /// An account number, as far as it may be seen.
    private func seen(_ text: String?) -> ExportCell {
        guard let text = RegisterDocuments.account(text, accountsSeen) else { return .blank }
        return .text(text)
    }

    /// The columns of 年度资金使用情况 that are amounts of an appropriation, and its four rates.
    var appropriations: ExportTable {
        ExportTable(
            "07_指标", "指标编码 资金来源 形成年度 支付渠道 指标文号 功能分类 部门经济分类 政府经济分类 资金性质 预算项目代码 预算项目名称 预算级次 "
                + "年初下达 追加 上年结转 以前年度退回 调剂 收回 全年预算数 已支付 已结算待支付 质保金 占用 预占 可用 结转下年 "
                + "执行率 使用率 不扣收回 本年新增使用率",
            funds.map { fund in
                let own = figures[fund.code] ?? FundFigures()
                let amounts = { (accounts: [Account]) in accounts.map { ExportCell.amount(own.standing[$0]) } }
                let head: [ExportCell] = [
                    .key(fund.code), .key(fund.source), .count(fund.originYear), .text(Self.word(fund.channel)),
                    .text(fund.documentNo.text),
                ]
                let rates = [own.executionRate, own.utilisationRate, own.utilisationRateGross, own.newUtilisationRate]
                return head + classified(fund)
                    + amounts([.granted, .supplement, .broughtForward, .cameBack, .transfers, .recalled]) + [.amount(own.net)]
                    + amounts([.paid, .payable, .retention, .encumbered, .preEncumbered, .available, .carriedForward])
                    + rates.map { $0.percent.map { .key($0) } ?? .blank }
            })
    }

    /// 功能分类 … 资金性质, code and name of the project, 预算级次.
    private func classified(_ fund: Appropriation) -> [ExportCell] {
        Classification.Part.allCases.flatMap { part -> [ExportCell] in
            let cell = Optional(fund).classified(part)
            return part == .project ? [cell, .text(fund.classification?.project?.name)] : [cell]
        }
    }

    /// 支付明细, by day, number and appropriation.
    var payments: ExportTable {
        let sorted = books.payments.sorted {
            ($0.day, $0.name.text, $0.seq, $0.share.appropriation.text)
                < ($1.day, $1.name.text, $1.seq, $1.share.appropriation.text)
        }
        return ExportTable("11_支付明细", "日 付款号 工单 结算单 施工单位 收款账号 指标 金额 凭证 对账状态 银行日期", sorted.map { paid in
            let custody = books.appropriations[paid.share.appropriation]?.channel.custody ?? .treasury
            let item = bank.items[BookItem.Key(custody, ItemName(paid.isRefund ? .refund : .payment, paid.name))]
            let match = item?.match.flatMap { bank.matches[$0] }
            let day = match?.form.lines.compactMap { bank.lines[$0]?.line.day }.max()
            return [
                .day(paid.day), .text(paid.name.text), .key(paid.job), .key(paid.sheet),
                .text(paid.contractor.map { books.names.firm($0) } ?? ""), seen(paid.account),
                .key(paid.share.appropriation), .amount(paid.share.amount), .key(paid.voucher),
                .text(match == nil ? "未达" : "已勾对"), day.map { .day($0) } ?? .blank,
            ]
        })
    }

    /// 银行流水: what banks and the treasury said of the year.
    var bankLines: ExportTable {
        let lines = bank.lines.values.filter { $0.line.day.year == books.year }
            .sorted { ($0.line.day, $0.id.seq, $0.id.n) < ($1.line.day, $1.id.seq, $1.id.n) }
        return ExportTable("16_银行流水", "日 时间 账户 行号 收入 支出 余额 对方户名 对方账号 对方开户行 摘要 用途 流水号 凭证号 勾对号", lines.map { entry in
            let line = entry.line
            return [
                .day(line.day), .key(line.time), seen(entry.account.text), .key("\(entry.id.seq).\(entry.id.n)"),
                .amount(line.direction == .in ? line.amount : .zero), .amount(line.direction == .out ? line.amount : .zero),
                line.balance.map { .amount($0.fen) } ?? .blank, .text(line.name), seen(line.account?.text), .text(line.bank),
                .text(line.summary), line.purpose.map { .text($0.text) } ?? .blank, .text(line.serial), .text(line.reference),
                entry.match.map { .count($0) } ?? .blank,
            ]
        })
    }

    /// 勾对, also those that were undone.
    var matches: ExportTable {
        let matches = bank.matches.values.filter { match in
            match.at.day.year == books.year || match.form.lines.contains { bank.lines[$0]?.line.day.year == books.year }
        }.sorted { $0.number < $1.number }
        return ExportTable("17_勾对", "勾对号 时间 人 资金所在 行号 账面项目 规则 把握 已撤销", matches.map { match in
            [
                .count(match.number), .instant(match.at), .text(books.names.users[match.by]?.text ?? match.by.text),
                .key(match.custody.rawValue), .key(match.form.lines.map { "\($0.seq).\($0.n)" }.joined(separator: "、")),
                .text(match.form.payments.map(\.text).joined(separator: "、")), .key(match.form.rule?.rawValue ?? "hand"),
                .key(match.form.confidence?.rawValue ?? ""), .flag(match.undone),
            ]
        })
    }

    /// 操作日志: the records of the year, and those that booked in it.
    var operations: ExportTable {
        ExportTable("18_操作日志", "记录号 时间 人 角色 命令 工单 凭证") { (take) throws(Refusal) in
            try records { (record) throws(Refusal) in
                let isOfYear = record.at.day.year == books.year || record.vouchers.contains { $0.day.year == books.year }
                guard isOfYear else { return }
                try take([
                    .count(record.seq), .instant(record.at), .text(books.names.users[record.by]?.text ?? record.by.text),
                    .text(record.role.title.zh), .key(record.does), .key(record.job),
                    .key(record.vouchers.map(\.number.text).joined(separator: "、")),
                ])
            }
        }
    }

    var refused: ExportTable { ExportTable("19_拒绝日志", "时间 请求 人 命令 拒绝", refusals) }
}
