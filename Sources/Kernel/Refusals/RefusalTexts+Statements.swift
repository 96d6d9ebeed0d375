extension RefusalTexts {
    /// Files of banks, the treasury and the tax administration.
    static let files: Texts = [
        .inputBalance: RefusalText(
            "第 {line} 行的余额 {value} 与上一行接不上，应为 {expected}", "请核对该行及其前后是否缺行或改动，重新导出",
            "The balance in row {line} is {value}, and does not follow from the row before: {expected} is expected",
            "Look for missing or changed rows there, and export the file again"),
        .inputTotal: RefusalText(
            "第 {line} 行的合计 {value} 与明细不符，应为 {expected}", "请核对是否缺行，重新导出",
            "The total in row {line} is {value}, and the rows make {expected}",
            "Look for missing rows, and export the file again"),
        .inputDuplicateRow: RefusalText(
            "第 {line} 行与第 {first} 行重复", "请删除重复的行或重新导出",
            "Row {line} repeats row {first}",
            "Remove it, or export the file again"),
        .inputAccount: RefusalText(
            "对账单的账号不符：{value}，应为 {expected}", "文件里有几个账户时，用 --account 选其中一个；文件未写账号时用它注明",
            "The statement's account is {value}, and {expected} is expected",
            "Choose one of a file's accounts with --account, which also says the account of a file that names none"),
        .inputDoctype: RefusalText(
            "XML 文件带有文档类型声明（DTD）", "为安全起见不读取此类文件，请索取不带 DTD 的文件",
            "The XML has a document type declaration",
            "Such files are not read, for safety: ask for one without"),
        .inputLimit: RefusalText(
            "文件的 {part} 超出上限：{limit}", "请分段导出",
            "The file's {part} is beyond the limit: {limit}",
            "Export it in parts"),
        .inputWorkbook: RefusalText(
            "不能作为 XLSX 工作簿读取（{part}）", "请在电子表格软件中另存为 .xlsx 或 CSV",
            "Not readable as an XLSX workbook ({part})",
            "Save it as .xlsx or CSV in a spreadsheet program"),
    ]

    /// Statements and their matching with payments.
    static let statements: Texts = [
        .statementKnown: RefusalText(
            "账户 {account} 的这些明细都已导入", "无需再次导入",
            "All these lines of account {account} were imported before",
            "Nothing needs to be done"),
        .statementDiffers: RefusalText(
            "账户 {account} 的明细 {line} 已导入，但 {field} 不同：原为 {known}，现为 {value}", "请向银行核实哪一份正确",
            "Line {line} of account {account} was imported with another {field}: {known}, now {value}",
            "Ask the bank which one is right"),
        .statementFormat: RefusalText(
            "账户 {account} 的 {bank} 格式已导入 {first} 至 {last} 的明细，与本文件的日期重叠", "同一段日期请使用同一种格式",
            "Account {account} has lines from {first} to {last} in the format {bank}, and this file is of the same days",
            "Use one format for one span of days"),
        .statementCustody: RefusalText(
            "账户 {account} 登记为 {custody}，不能改变", "请核对账号",
            "Account {account} is registered as {custody}, which does not change",
            "Check the account"),
        .statementRepeats: RefusalText(
            "第 {line} 行与同一文件中的另一行重复", "请删除重复的行或重新导出",
            "Row {line} repeats another row of the same file",
            "Remove it, or export the file again"),
        .statementFuture: RefusalText(
            "明细日期 {day} 晚于今天 {today}", "请核对日期",
            "The line's day {day} is after today, {today}",
            "Check the day"),
        .statementUnknown: RefusalText(
            "记录 {record} 不是对账单导入", "请核对记录号：明细编号 57.3 的记录号是 57",
            "The record {record} imported no statement",
            "Check it: the record of the line 57.3 is 57"),
        .statementMatched: RefusalText(
            "记录 {record} 导入的明细中有 {count} 条已勾对：{lines}", "请先撤销括号中的匹配，再作废导入",
            "{count} lines of the import {record} are matched: {lines}",
            "Undo the matches in brackets first"),
        .statementVoided: RefusalText(
            "记录 {record} 的导入已由记录 {by} 作废", "无需再次作废",
            "The import {record} was voided by the record {by}",
            "Nothing needs to be done"),
        .accountNew: RefusalText(
            "账号 {account}（{bank}）从未出现在对账单中；已有账户：{known}",
            "请核对账号；确为本单位的新账户时，请写明：网页勾选“这是一个新账户”，命令行加 --new-account（newAccount: true）",
            "No statement has named the account {account} ({bank}) before; known: {known}",
            "Check the number; if it is new, say so: “It is a new account” on the page, --new-account, newAccount: true"),
        .lineUnknown: RefusalText(
            "没有编号为 {line} 的对账单明细", "用 finance match 查看未匹配的明细",
            "There is no statement line {line}",
            "See the unmatched ones with finance match"),
        .matchEmpty: RefusalText(
            "匹配中没有明细，或同一项出现了两次", "请至少给出一条明细，每项只给一次",
            "A match names no line, or one thing twice",
            "Name at least one line, and everything once"),
        .matchSum: RefusalText(
            "明细合计 {lines} 与支付合计 {payments} 不等", "金额相等才能匹配，请核对或拆分",
            "The lines make {lines} and the payments {payments}",
            "Only equal sums are matched: check them, or split the match"),
        .matchTaken: RefusalText(
            "{item} 已在匹配 {match} 中", "如需重新匹配，请先撤销匹配 {match}",
            "{item} is in match {match} already",
            "Undo match {match} first"),
        .matchAccounts: RefusalText(
            "明细来自不同的账户：{first} 和 {second}", "一个匹配只能是一个账户的明细",
            "The lines are of different accounts: {first} and {second}",
            "A match holds lines of one account"),
        .matchItem: RefusalText(
            "没有可与该账户匹配的 {item}", "请核对支付单号、是否退票，以及资金由国库还是银行账户支付",
            "There is no {item} that this account could show",
            "Check the number, whether it was refunded, and whether the treasury or the bank paid it"),
        .matchUnknown: RefusalText(
            "没有编号为 {match} 的匹配", "请核对编号",
            "There is no match {match}",
            "Check the number"),
        .matchUndone: RefusalText(
            "匹配 {match} 已撤销", "无需再次撤销",
            "Match {match} was undone before",
            "Nothing needs to be done"),
    ]
}
