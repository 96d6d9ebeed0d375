import Kernel

/// `ccb.xlsx`, 建设银行: the street's account as a sheet, amounts as numbers, texts in their cells.
enum CCBSheet {
    static func bytes(_ account: BankAccount) -> [UInt8] {
        var rows: [[Sheet.Cell]] = [
            [.text("活期账户交易明细（样例）")],
            [.text("账号：" + Party.street.account), .blank, .text("账户名称：" + Party.street.name)],
            [.text("起始日期：20260101"), .blank, .text("截止日期：20261231")],
            ["交易时间", "借方发生额/元(支取)", "贷方发生额/元(收入)", "余额", "币种", "对方户名", "对方账号", "对方开户机构",
             "记账日期", "摘要", "备注", "账户明细编号-交易流水号"].map { .text($0) },
        ]
        rows += account.lines.map(row)
        rows.append([.text("合计"), .money(account.out), .money(account.in), .money(account.closing)])
        return Workbook.bytes(sheet: "账户明细", rows)
    }

    private static func row(_ line: BankLine) -> [Sheet.Cell] {
        let (stamp, party) = (line.moment.clockText.filter { $0 != "-" }, line.party)
        return [
            .text(stamp), .money(line.out), .money(line.in), .money(line.balance), .text("人民币元"),
            .text(party?.name ?? ""), .text(party?.account ?? ""), .text(party?.bank ?? ""),
            .text(String(stamp.prefix(8))), .text(line.summary), .text(line.purpose),
            .text("\(line.place)-\(line.serial)"),
        ]
    }
}
