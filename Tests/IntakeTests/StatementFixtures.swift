import Bank
import Intake
import Formats
import Journal
import Kernel
import Testing

/// Small statements of every format, with invented names. The street's account is 1001202609000000001; three payments
/// go out and one amount comes in.
enum StatementFixtures {
    static let icbc = """
        [HISTORYDETAIL]
        凭证号,本方账号,对方账号,交易时间,借/贷,借方发生额,贷方发生额,对方行号,摘要,用途,对方单位名称,余额,个性化信息
        0,1001202609000000001,2000000000000000009,2026-03-01 09:00:00,贷,,"100,000.00",102301000001,拨款,财政拨入,云岭区财政局,"100,000.00",
        ZF0001,1001202609000000001,6222000000000000011,2026-03-05 10:20:30,借,"12,000.00",,102301000002,付款,疏通工程款,云岭疏通工程有限公司,"88,000.00",
        ZF0002,1001202609000000001,6222000000000000012,2026-03-05 15:00:00,借,350.50,0.00,102301000003,付款,修缮款,云岭修缮队,"87,649.50",
        ZF0003,1001202609000000001,6222000000000000012,2026-03-06 08:00:00,借,350.50,0.00,102301000003,付款,修缮款,云岭修缮队,"87,299.00",
        ,,,合计,,"12,701.00","100,000.00",,,,,,
        """

    static let ccb = [
        ["中国建设银行活期账户明细", ""],
        ["账号：1001202609000000001"],
        ["交易时间", "借方发生额/元(支取)", "贷方发生额/元(收入)", "余额", "币种", "对方户名", "对方账号", "对方开户机构", "记账日期",
         "摘要", "备注", "账户明细编号-交易流水号"],
        ["20260301 09:00:00", "", "100000.00", "100000.00", "人民币元", "云岭区财政局", "2000000000000000009", "云岭支行",
         "20260301", "拨款", "财政拨入", "1-A1"],
        ["20260305 10:20:30", "12000.00", "0.00", "88000.00", "人民币元", "云岭疏通工程有限公司", "6222000000000000011", "云岭支行",
         "20260305", "转账", "ZF0001", "2-A2"],
        ["20260305 15:00:00", "350.50", "", "87649.50", "人民币元", "云岭修缮队", "6222000000000000012", "云岭支行",
         "20260305", "转账", "ZF0002", "3-A3"],
    ]

    static let boc = """
        查询账号[ Inquirer account number ],1001202609000000001,,,,,,,,,,
        交易类型[ Transaction Type ],付款人账号[ Debit Account No. ],付款人名称[ Payer's Name ],收款人账号[ Payee's Account Number ],\
        收款人名称[ Payee's Name ],交易日期[ Transaction Date ],交易时间[ Transaction time ],交易货币[ Trade Currency ],\
        交易金额[ Trade Amount ],交易后余额[ After-transaction balance ],交易流水号[ Transaction reference number ],摘要[ Reference ],\
        用途[ Purpose ]
        往账,1001202609000000001,云岭街道办事处,6222000000000000012,云岭修缮队,20260305,150000,CNY,-350.50,"87,649.50",T3,OBSS,ZF0002
        往账,1001202609000000001,云岭街道办事处,6222000000000000011,云岭疏通工程有限公司,20260305,102030,CNY,"-12,000.00","88,000.00",T2,OBSS,ZF0001
        来账,2000000000000000009,云岭区财政局,1001202609000000001,云岭街道办事处,20260301,090000,CNY,"100,000.00","100,000.00",T1,TRF,拨款
        """

    static let treasury = """
        国库集中支付凭证清单,,,,
        凭证号,收款人账号,金额,日期,指标文号
        ZF0001,6222000000000000011,"12,000.00",2026-03-05,云财预〔2026〕12号
        ZF0001,6222000000000000011,500.00,2026-03-05,云财预〔2026〕30号
        ZF0002,6222000000000000012,350.50,2026年3月5日,云财预〔2026〕12号
        共 3 笔,合计,"12,850.50",,
        """

    static let camt = """
        <?xml version="1.0" encoding="UTF-8"?>
        <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><GrpHdr><MsgId>M1</MsgId></GrpHdr><Stmt>
        <Id>S1</Id><Acct><Id><Othr><Id>1001202609000000001</Id></Othr></Id><Ccy>CNY</Ccy></Acct>
        <Bal><Tp><CdOrPrtry><Cd>OPBD</Cd></CdOrPrtry></Tp><Amt Ccy="CNY">0.00</Amt><CdtDbtInd>CRDT</CdtDbtInd>
        <Dt><Dt>2026-03-01</Dt></Dt></Bal>
        <Bal><Tp><CdOrPrtry><Cd>CLBD</Cd></CdOrPrtry></Tp><Amt Ccy="CNY">88000.00</Amt><CdtDbtInd>CRDT</CdtDbtInd>
        <Dt><Dt>2026-03-05</Dt></Dt></Bal>
        <Ntry><NtryRef>1</NtryRef><Amt Ccy="CNY">100000.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>
        <BookgDt><Dt>2026-03-01</Dt></BookgDt><AcctSvcrRef>R1</AcctSvcrRef><NtryDtls><TxDtls><RltdPties><Dbtr><Pty>
        <Nm>云岭区财政局</Nm></Pty></Dbtr></RltdPties></TxDtls></NtryDtls></Ntry>
        <Ntry><NtryRef>2</NtryRef><Amt Ccy="CNY">12000.00</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>
        <BookgDt><DtTm>2026-03-05T02:20:30.000+00:00</DtTm></BookgDt><AcctSvcrRef>R2</AcctSvcrRef><NtryDtls><TxDtls>
        <Refs><EndToEndId>ZF0001</EndToEndId></Refs><RltdPties><Cdtr><Nm>云岭疏通工程有限公司</Nm></Cdtr><CdtrAcct><Id><Othr>
        <Id>6222000000000000011</Id></Othr></Id></CdtrAcct></RltdPties><RmtInf><Ustrd>疏通工程款</Ustrd></RmtInf></TxDtls></NtryDtls>
        </Ntry>
        <Ntry><Amt Ccy="CNY">1.00</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts><Cd>PDNG</Cd></Sts></Ntry>
        </Stmt></BkToCstmrStmt></Document>
        """

    /// One line a line: day, time, effect, counterparty, serial or place among equals.
    static func summary(_ statement: Statement) -> [String] {
        statement.lines.map { line in
            [line.day.text, line.time?.text ?? "—", line.effect.yuan, line.account.map { String($0.text.suffix(2)) } ?? "—",
             line.serial?.text ?? line.nth.map(String.init) ?? "—"].joined(separator: " ")
        }
    }

    /// The faults as `code@line:column`.
    static func faults(_ statement: Statement) -> [String] {
        statement.faults.map { "\($0.refusal.code.rawValue)@\($0.line)" + ($0.column.map { ":\($0)" } ?? "") }
    }

    static func read(_ text: String, bank: Bank? = nil) throws -> Statement {
        try StatementReader.read(Array(text.utf8), bank: bank, file: "f")
    }
}
