import Bank
import Desk
import Exchange
import Formats
import Intake
import Journal
import Kernel
import Seal
import Store

/// One import of a statement: what was read, what is new, and what became of it.
struct StatementImport {
    private let session: Session
    private let org: Code
    private let user: String
    private let statement: Statement
    private let account: Label
    private let digest: String
    private let file: String
    private var new: [StatementLine] = []
    private var added = 0
    /// What the file states of balances and no import has stated before.
    private var newBalances: [StatedBalances] = []
    private var gaps: [StatementGap] = []
    /// How many imports of the street were voided before.
    private var voided = 0
    /// Faults of the file, and refusals with the row where there is one.
    private(set) var faults: [ImportTally.Fault]

    init(
        _ session: Session, org: Code, user: String, statement: Statement, account: Label, digest: String, file: String
    ) {
        self.session = session
        self.org = org
        self.user = user
        self.statement = statement
        self.account = account
        self.digest = digest
        self.file = file
        faults = statement.faults.map { ImportTally.Fault(line: $0.line, refusal: $0.refusal, ofFile: true) }
    }

    /// Leaves out the lines that are there already; one that says something else now is a fault.
    mutating func leaveKnown() async throws(Refusal) {
        guard faults.isEmpty else { return }
        let (org, lines, form, number) = (org, statement.lines, try form(of: []), account)
        let uniques = lines.map(form.unique)
        let (known, stated, voided) = try await session.desk.ask { (connection, _) throws(Refusal) in
            let reader = BankReader(connection, org: org)
            return (try reader.known(uniques), try reader.account(number)?.stated ?? [], try reader.voided())
        }
        self.voided = voided
        newBalances = statement.stated.filter { !stated.contains($0) }
        for (line, unique) in zip(lines, uniques) {
            guard let entry = known[unique] else {
                new.append(line)
                continue
            }
            if let refusal = entry.conflict(with: line) {
                faults.append(ImportTally.Fault(line: line.row ?? 0, refusal: refusal, ofFile: false))
            }
        }
    }

    /// Adds the new lines, all or nothing, a record for every thousand, the balances with the last of them.
    mutating func add(custody: String?, newAccount: Bool, at: String?) async throws(Refusal) {
        var intake: [Desk.Intake] = []
        for part in parts {
            var with = JSON(try form(of: part.lines, part.stated))
            if let custody { with = with.with("custody", custody.json) }
            if newAccount { with = with.with("newAccount", .bool(true)) }
            intake.append(session.desk.read(.members([
                "id": id(of: part.lines).json, "org": org.text.json, "by": user.json, "at": at?.json,
                "do": "bank.import".json, "with": with,
            ])))
        }
        guard !intake.isEmpty else { return }
        let (answers, kept) = try await session.desk.executeTogether(intake)
        faults += answers.compactMap(\.refusal).map { ImportTally.Fault(line: 0, refusal: $0, ofFile: false) }
        if kept { added = new.count }
    }

    private var parts: [(lines: [StatementLine], stated: [StatedBalances])] {
        let most = ImportStatementForm.mostLines
        // A month without movements still says what the balance is.
        if new.isEmpty { return statement.bank == .camt && !newBalances.isEmpty ? [([], newBalances)] : [] }
        return stride(from: 0, to: new.count, by: most).map { start in
            let end = min(start + most, new.count)
            return (Array(new[start..<end]), end == new.count ? newBalances : [])
        }
    }

    /// Finds out where the statement does not follow from the one before, or the next one from it.
    mutating func findGaps() async throws(Refusal) {
        let (org, number) = (org, account)
        let account = try await session.desk.ask { (connection, _) throws(Refusal) in
            try BankReader(connection, org: org).account(number)
        }
        let own = statement.stated
        gaps = (account?.gaps ?? []).filter { gap in own.contains { $0.to == gap.after || $0.from == gap.before } }
    }

    /// What is to be known besides, and stands in nobody's way.
    var notes: [Phrase] {
        let (zeros, accounts, sheets) = (statement.zeros, statement.otherAccounts, statement.otherSheets)
        var notes: [Phrase] = []
        if zeros > 0 {
            notes.append(Phrase("\(file)：0.00 元的明细 \(zeros) 条，未导入", "\(file): \(zeros) lines of 0.00, passed over"))
        }
        if !accounts.isEmpty {
            let names = accounts.joined(separator: ", ")
            notes.append(Phrase("\(file)：其他账户 \(names)，未导入", "\(file): other accounts, passed over: \(names)"))
        }
        if !sheets.isEmpty {
            let names = sheets.joined(separator: ", ")
            notes.append(Phrase("\(file)：工作表 \(names) 没有明细，未读取", "\(file): sheets without a statement: \(names)"))
        }
        return notes + gaps.map { Phrase("账户 \($0.account.text)：\($0.words.zh)", "account \($0.account.text): \($0.words.en)") }
    }

    private func form(of lines: [StatementLine], _ stated: [StatedBalances] = []) throws(Refusal) -> ImportStatementForm {
        ImportStatementForm(
            account: account, bank: statement.bank, file: try Code(digest), stated: stated.isEmpty ? nil : stated,
            lines: lines)
    }

    /// The same lines out of the same file have the same id in every import, until one is voided: then they may come again.
    private func id(of lines: [StatementLine]) -> String {
        let again = voided == 0 ? [] : [String(voided)]
        let text = ([org.text, digest, account.text] + again + lines.map { $0.key(of: statement.bank) }).joined(separator: "\n")
        return "statement:" + Hex.encode(Digest.of(.sha256, Array(text.utf8)).prefix(24))
    }

    var exit: Int32 {
        if faults.isEmpty { return Exit.done }
        return faults.contains { $0.ofFile || Exit.code(of: $0.refusal) == Exit.badData } ? Exit.badData : Exit.refused
    }

    var summary: Phrase {
        let (read, present) = (statement.lines.count, faults.isEmpty ? statement.lines.count - new.count : 0)
        let (name, bank, bad) = (account.text, statement.bank.rawValue, faults.count)
        return Phrase(
            "账户 \(name)（\(bank)）：读取 \(read)，新增 \(added)，已有 \(present)，有误 \(bad)",
            "account \(name) (\(bank)): read \(read), added \(added), already there \(present), bad \(bad)")
    }

    func line(_ fault: ImportTally.Fault, _ language: Language) -> String {
        let refusal = fault.refusal
        let place = [fault.line > 0 ? String(fault.line) : nil, refusal["column"]].compactMap(\.self)
        return ([file] + place).joined(separator: ":") + ": \(refusal.code.rawValue): \(refusal.message(language))"
    }

    func json(_ language: Language) -> JSON {
        .members([
            "file": file.json, "account": account.text.json, "bank": statement.bank.rawValue.json,
            "read": statement.lines.count.json, "added": added.json, "zero": statement.zeros.json, "bad": faults.count.json,
            "otherAccounts": statement.otherAccounts.json, "otherSheets": statement.otherSheets.json,
            "gaps": .array(gaps.map { gap in
                .members([
                    "after": JSON(gap.after), "closing": gap.closing.yuan.json, "before": JSON(gap.before),
                    "opening": gap.opening.yuan.json,
                ])
            }),
            "faults": .array(faults.map { fault in
                .members([
                    "line": fault.line.json, "refusal": fault.refusal.code.rawValue.json,
                    "message": fault.refusal.message(language).json,
                    "facts": .object(fault.refusal.facts.map { JSON.Member($0.name, .string($0.value)) }),
                ])
            }),
        ])
    }
}
