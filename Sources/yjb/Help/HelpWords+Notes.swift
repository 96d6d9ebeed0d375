/// Notes, a paragraph a line, and what commands say about their options.
extension HelpWords {
    static let notes: [String: String] = [
        "An option given several times means any of its values. The sums are those of the whole list, also where --limit shows a part of it.":
            "同一选项给出多次，符合其一即可。合计为整个清单的合计，用 --limit 只列一部分时也是。",
        "The key file PATH.key (mode 0600) opens callers' names and phones: keep it, and keep it apart from backups. For a server, --files names the folder of the key (street.key) and of the photos.":
            "密钥文件 PATH.key（权限 0600）用来解开来电人的姓名和电话：请妥善保管，并与备份分开。用服务器时，--files 指明密钥（street.key）和照片所在文件夹。",
        "Ends with 0 when every line was read and answered, refused or not; with 65 when a line could not be read. When the connection to a server is lost it connects again and goes on with the commands that have no answer yet: their ids see to it that none is done twice.":
            "每行都读到并答复（包括拒绝）时以 0 结束；有行读不了时以 65 结束。与服务器断开后自动重连，继续办理尚无答复的命令；同一编号只办一次。",
        "The caller's name and phone are kept encrypted beside the journal, and can be erased. They are never options: every user of a machine can see those in the list of processes. --caller reads them from a file of two lines, name and phone, either of which may be empty; from standard input with -, which asks on a terminal.":
            "来电人的姓名和电话加密保存在日志之外，可以删除。姓名和电话不作为选项：本机每个用户都能在进程列表中看到选项。--caller 从文件读取，共两行：姓名、电话，均可为空；写 - 则从标准输入读取，在终端上逐项询问。",
        "The web server seals each day that is over, as the street's user of the role machine.":
            "网页服务器每天以街道中角色为 machine 的用户封存已过去的一天。",
        "A job is named by its number, 2026-0001, or by its outside number, ref:12345-778.":
            "工单用编号 2026-0001（今年的可只写 1）或外部编号 ref:12345-778 指明。",
        "✓ done, ● here, ○ to come. With --json: the job as it stands and its records as they are stored.":
            "✓ 已办，● 当前，○ 未到。用 --json 输出工单现状和所存的记录。",
        "Sure is only what the number and the amount say, or the amount, the account and the days, where nothing else could be meant. Everything else waits for a person: yjb finance confirm. With --confirm a summary is printed, with --list every row.":
            "只有单号与金额相符，或金额、账号、日期相符且别无他解的，才算“确定”；其余由人用 yjb finance confirm 确认。用 --confirm 时输出汇总，加 --list 逐行列出。",
        "Every report takes --as-of (as things stood) and --known-at (as they were recorded), and prints the record and the hash that it was computed from: the same question asked later gives the same bytes.":
            "每张报表都可用 --as-of（截至）和 --known-at（已知于），并注明所依据的记录和哈希：以后再问同一问题，得到同样的字节。",
        "plaintext: YEAR.journal for hledger and ledger, YEAR.beancount for Beancount, from the street's first day to the end of the year. csv: the tables that an audit bureau takes in, with a table of checks. gbt24589: 公共档案.xml and 总账.xml with the element names of GB/T 24589.1-2010. iso21378: flat files with the names of ISO 21378:2019, a profile and a questionnaire. No conformance is claimed. bundle: records, books, reports, exports and papers in one ZIP that can be checked without this program (python3 verify.py FILE).":
            "plaintext：hledger 和 ledger 用的“年度.journal”，Beancount 用的“年度.beancount”，自街道开账之日起到该年年末。csv：供审计机关采集的各表，附校验表。gbt24589：公共档案.xml 和总账.xml，用 GB/T 24589.1-2010 的元素名。iso21378：用 ISO 21378:2019 名称的平面文件，附概况表和问卷。均不声称符合标准。bundle：记录、账簿、报表、导出和单据装在一个 ZIP 里，不用本程序也能核对（python3 verify.py 文件）。",
        "What was recorded after the bundle was made is left out. Whether the bundle is whole in itself, its verify.py says.":
            "制包之后的记录不比对。包本身是否完整，由包内的 verify.py 核对。",
        "The key never enters the database. Its fingerprint belongs on the printed certificate of the year's close.":
            "密钥不进入账套。其指纹应写在打印的年度结账证明上。",
        "Into a file it is written as PDF unless --format says otherwise. Callers are never named.":
            "写入文件时为 PDF，除非用 --format 另行指定。单据上不出现来电人。",
        "Ends with 1 when the books say another sum.": "与账面余额不符时以 1 结束。",
        "Ends with 1 when the records show what the rules forbid.": "记录中有制度禁止的情形时以 1 结束。",
        "A suspicion is no finding: a note of the job with the word 拆分说明 explains it.":
            "疑似不等于认定：含“拆分说明”的工单备注列入说明。",
        "Ends with 1 when debits are not credits.": "借贷不平时以 1 结束。",
        "Ends with 1 when anything remains unexplained.": "有未解释的差额时以 1 结束。",
        "Ends with 1 while the adjusted balances of the money at the bank differ.":
            "银行存款调节后余额不符时以 1 结束。",
        "All or nothing: every fault is named with its line, and nothing is written unless the whole file is good. With --keep-good the good rows are imported, and the bad ones are written to a file with their reasons. A call whose outside number is a job already is left alone: a second import changes nothing. When that job has ended and the row says something else now, it is named with the job's state; with --reopen it opens a new job that names the old one.":
            "要么全部导入，要么都不导入：每处错误注明行号，整份文件无误才写入。用 --keep-good 时导入无误的行，有误的连同原因写入文件。外部编号已有工单的来电不再处理：重复导入不改变任何内容。工单已了结而本行内容有变的，列出工单和状态；用 --reopen 时重新受理为新工单。",
        "CSV (UTF-8 or GB18030), XLSX or camt.053 XML; the format is found by its header. All or nothing: every fault is named with its row. Lines that were imported before are left alone, so that a file imported twice changes nothing and an overlapping one adds what is new. An account's first statement needs --new-account; what came in by mistake is taken out with yjb finance void-import.":
            "CSV（UTF-8 或 GB18030）、XLSX 或 camt.053 XML，按表头识别。要么全部导入，要么都不导入，每处错误注明行。已导入的明细不再处理：重复导入不改变任何内容，有重叠的只补新的。账户首次导入须写 --new-account；误导入的用 yjb finance void-import 作废。",
        "The import is named by its record: the lines 57.1, 57.2 … came with the record 57.":
            "导入以其记录号指明：明细 57.1、57.2……来自第 57 号记录。",
        "For officers and heads. The journal is not touched: it never held the name or the phone. --due leaves the callers of open jobs, who may still have to be reached; --dry-run only tells what would be erased.":
            "限城管专员和科室负责人。日志不变：其中从未有姓名和电话。--due 保留未结工单的来电人，因为还可能要联系；--dry-run 只列出将删除的。",
        "角色 Roles: admin 管理员, leader 分管领导, head 科室负责人, committee 党工委, officer 城管专员, finance 财务审核, cashier 出纳, dispatcher 调度员, grid 网格员, crew 施工班组, inspector 验收员, resident 居民, auditor 审计员, district 区级主管, machine 系统.":
            "角色：admin 管理员、leader 分管领导、head 科室负责人、committee 党工委、officer 城管专员、finance 财务审核、cashier 出纳、dispatcher 调度员、grid 网格员、crew 施工班组、inspector 验收员、resident 居民、auditor 审计员、district 区级主管、machine 系统。",
        "With --json: the record as it is stored, the bytes that are hashed, with prev and hash.":
            "用 --json 输出所存的记录（即计算哈希的字节）及 prev 和 hash。",
        "For grid officers, dispatchers, officers, heads and leaders.":
            "限网格员、调度员、城管专员、科室负责人和分管领导。",
        "For officers and heads. The journal is not touched: it never held the name or the phone.":
            "限城管专员和科室负责人。日志不受影响：其中从来没有姓名和电话。",
        "The target is made when it is not there. Broken off, the command goes on where it was when it is run again; run later, it brings over what is new. Keys, callers, access log and photos come along. At the end records, head, audit, balances and the bytes of the reports are compared; it ends with 1 when anything differs. Nothing is changed or deleted at the source. To move a street, put the source away afterwards: two copies that are both written to can never be one again.":
            "目标不存在时自动建立。中断后再执行从断处继续；以后再执行补上新增的。密钥、来电人、访问日志和照片一并复制。最后比较记录、链尾、审计、余额和报表字节，有差异时以 1 结束。源不作任何更改。迁移街道后请停用源：两边都写过的账套无法再合一。",
        "Others may go on reading and writing. The file appears only when it is whole, on the disk and verified street by street; a file that is there is never written over. SQLite: a database file. PostgreSQL: pg_dump's custom format (Debian: postgresql-client), verified by restoring it into a database yjb_verify_… that is made for it and dropped. Keys are never in a backup: keep them, and keep them apart. Photos are not in the file either: see --photos.":
            "备份时他人可照常读写。文件完整落盘并逐街道验证后才出现；已有的文件绝不覆盖。SQLite：数据库文件。PostgreSQL：pg_dump 自定义格式（Debian 包 postgresql-client），恢复到临时库 yjb_verify_… 验证后删除。备份不含密钥：请另行妥善保管。也不含照片，见 --photos。",
        "--db must be new: a path where nothing is, or a database on a server whose schema has no tables of ours. A file that does not verify leaves nothing behind. Put the key files, which no backup holds, beside it afterwards. From one kind of database to the other: restore first, then yjb copy.":
            "--db 须是新的：尚不存在的路径，或服务器上没有本系统表的数据库。未通过验证的文件不留下任何内容。之后请把密钥文件（备份中没有）放在旁边。换数据库种类：先恢复，再用 yjb copy。",
        "--from and --to are the same database.": "--from 与 --to 是同一个数据库。",
        "Give a job, or --due.": "请写工单，或 --due。",
        "--scratch is for verifying.": "--scratch 用于验证。",
        "--org is needed to open a street.": "开设街道须写 --org。",
        "--hash is sha256 or sm3.": "--hash 只能是 sha256 或 sm3。",
    ]
}
