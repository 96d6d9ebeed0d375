import Kernel

/// The street's account as CSV exports of two banks.
enum BankFile {
    /// `icbc.csv`, 工商银行: GB18030, two amount columns, titles above the header and totals at the foot.
    static func icbc(_ account: BankAccount) throws -> [UInt8] {
        var rows = [
            ["对公账户明细清单（样例）"],
            ["户名：" + Party.street.name, "", "账号：" + Party.street.account],
            ["起始日期：2026-01-01", "", "截止日期：2026-12-31", "", "币种：人民币"],
            ["凭证号", "本方账号", "对方账号", "交易时间", "借/贷", "借方发生额", "贷方发生额", "对方行号", "摘要",
             "用途", "对方单位名称", "余额", "个性化信息"],
        ]
        rows += account.lines.map { line in
            [Number.padded(1000 + line.place, 8), Party.street.account, line.party?.account ?? "",
             line.moment.clockText, line.effect.isNegative ? "借" : "贷",
             line.effect.isNegative ? line.out.yuan : "", line.effect.isNegative ? "" : line.in.yuan,
             line.party?.branch ?? "", line.summary, line.purpose, line.party?.name ?? "", line.balance.yuan, ""]
        }
        rows.append(["合计", "", "", "", "", account.out.yuan, account.in.yuan])
        rows.append(["共\(account.lines.count)笔"])
        return try Delimited.gb18030(Delimited.text(rows))
    }

    /// `boc.csv`, 中国银行: bilingual headers, payer and payee, one signed amount with thousands commas; UTF-8
    /// with a byte order mark.
    static func boc(_ account: BankAccount) -> [UInt8] {
        var rows = [
            ["查询账号[ Inquirer account number ]", Party.street.account],
            ["交易日期[ Transaction Date ]", "20260101-20261231"],
            [],
            ["交易类型[ Transaction Type ]", "付款人开户行名[ Payer account bank ]",
             "付款人账号[ Debit Account No. ]", "付款人名称[ Payer's Name ]",
             "收款人开户行名[ Beneficiary account bank ]", "收款人账号[ Payee's Account Number ]",
             "收款人名称[ Payee's Name ]", "交易日期[ Transaction Date ]", "交易时间[ Transaction time ]",
             "交易货币[ Trade Currency ]", "交易金额[ Trade Amount ]", "交易后余额[ After-transaction balance ]",
             "交易流水号[ Transaction reference number ]", "摘要[ Reference ]", "用途[ Purpose ]"],
        ]
        rows += account.lines.map(boc)
        return [0xEF, 0xBB, 0xBF] + Array(Delimited.text(rows).utf8)
    }

    private static func boc(_ line: BankLine) -> [String] {
        let out = line.effect.isNegative
        let (payer, payee) = out ? (Party.street, line.party) : (line.party, Party.street)
        let clock = line.moment.clockText.split(separator: " ")
        return [
            out ? "往账" : "来账", payer?.bank ?? "", payer?.account ?? "", payer?.name ?? "",
            payee?.bank ?? "", payee?.account ?? "", payee?.name ?? "", clock[0].filter { $0 != "-" },
            String(clock[1]), "CNY", line.effect.grouped, line.balance.grouped, line.serial, line.summary,
            line.purpose,
        ]
    }
}

extension Party {
    /// 行号: twelve digits, invented.
    var branch: String { "999000" + account.suffix(6) }
}

extension BankLine {
    /// The bank's own number: the day and the line's place in the year.
    var serial: String { moment.day.text.filter { $0 != "-" } + Number.padded(place, 8) }
}

enum Number {
    static func padded(_ value: Int, _ width: Int) -> String {
        String(repeating: "0", count: max(0, width - String(value).count)) + String(value)
    }
}

extension Instant {
    /// `2026-03-05 09:12:30`, as banks write it.
    var clockText: String { String(text.prefix(19)).replacingAll("T", with: " ") }
}
