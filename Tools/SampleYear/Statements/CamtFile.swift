import Kernel

/// `camt053.xml`: the street's account as an ISO 20022 bank-to-customer statement (camt.053.001.08).
struct CamtFile {
    private var text = XML.head
    private var depth = 0

    static func bytes(_ account: BankAccount) -> [UInt8] {
        var file = CamtFile()
        file.open("Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.08\"")
        file.open("BkToCstmrStmt")
        file.write("GrpHdr") { $0.leaf("MsgId", "STMT-2026"); $0.leaf("CreDtTm", Self.made) }
        file.write("Stmt") { $0.statement(account) }
        file.close("BkToCstmrStmt")
        file.close("Document")
        return Array(file.text.utf8)
    }

    private static let made = Script.lastMoment.text
    private static let year = (first: Day.first(of: 2026).text, last: Day.last(of: 2026).text)

    private mutating func statement(_ account: BankAccount) {
        leaf("Id", "STMT-2026-" + Party.street.account)
        leaf("CreDtTm", Self.made)
        write("FrToDt") {
            $0.leaf("FrDtTm", Self.year.first + "T00:00:00+08:00")
            $0.leaf("ToDtTm", Self.year.last + "T23:59:59+08:00")
        }
        write("Acct") {
            $0.account(.street)
            $0.leaf("Ccy", "CNY")
            $0.leaf("Nm", Party.street.name)
        }
        balance("OPBD", account.opening, Self.year.first)
        balance("CLBD", account.closing, Self.year.last)
        for line in account.lines { write("Ntry") { $0.entry(line) } }
    }

    private mutating func balance(_ kind: String, _ amount: Fen, _ day: String) {
        write("Bal") {
            $0.write("Tp") { $0.write("CdOrPrtry") { $0.leaf("Cd", kind) } }
            $0.amount(amount)
            $0.write("Dt") { $0.leaf("Dt", day) }
        }
    }

    private mutating func entry(_ line: BankLine) {
        leaf("NtryRef", String(line.place))
        amount(line.effect)
        write("Sts") { $0.leaf("Cd", "BOOK") }
        write("BookgDt") { $0.leaf("DtTm", line.moment.text) }
        write("ValDt") { $0.leaf("Dt", line.moment.day.text) }
        leaf("AcctSvcrRef", line.serial)
        write("BkTxCd") { $0.write("Prtry") { $0.leaf("Cd", line.summary) } }
        write("NtryDtls") { $0.write("TxDtls") { $0.details(line) } }
        leaf("AddtlNtryInf", line.summary)
    }

    /// The other side is the creditor of what went out and the debtor of what came in.
    private mutating func details(_ line: BankLine) {
        let side = line.effect.isNegative ? "Cdtr" : "Dbtr"
        write("Refs") { $0.leaf("EndToEndId", "NOTPROVIDED") }
        if let party = line.party {
            write("RltdPties") {
                $0.write(side) { $0.write("Pty") { $0.leaf("Nm", party.name) } }
                $0.write(side + "Acct") { $0.account(party) }
            }
            write("RltdAgts") {
                $0.write(side + "Agt") { $0.write("FinInstnId") { $0.leaf("Nm", party.bank) } }
            }
        }
        write("RmtInf") { $0.leaf("Ustrd", line.purpose) }
    }

    private mutating func account(_ party: Party) {
        write("Id") { $0.write("Othr") { $0.leaf("Id", party.account) } }
    }

    private mutating func amount(_ amount: Fen) {
        let plain = amount.isNegative ? -amount : amount
        add("<Amt Ccy=\"CNY\">\(plain.yuan)</Amt>")
        leaf("CdtDbtInd", amount.isNegative ? "DBIT" : "CRDT")
    }

    private mutating func write(_ name: String, _ body: (inout CamtFile) -> Void) {
        open(name)
        body(&self)
        close(name)
    }

    private mutating func open(_ name: String) {
        add("<\(name)>")
        depth += 1
    }

    private mutating func close(_ name: String) {
        depth -= 1
        add("</\(name)>")
    }

    private mutating func leaf(_ name: String, _ words: String) {
        add("<\(name)>\(XML.escaped(words))</\(name)>")
    }

    private mutating func add(_ line: String) { text += String(repeating: " ", count: depth) + line + "\n" }
}
