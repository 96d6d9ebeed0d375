import Desk
import Exchange
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
        let (org, lines, form) = (org, statement.lines, try form(of: []))
        let uniques = lines.map(form.unique)
        let known = try await session.desk.ask { (connection, _) throws(Refusal) in
            try BankReader(connection, org: org).known(uniques)
        }
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

    /// Adds the new lines, all or nothing, a record for every thousand.
    mutating func add(custody: String?, at: String?) async throws(Refusal) {
        var intake: [Desk.Intake] = []
        for start in stride(from: 0, to: new.count, by: ImportStatementForm.mostLines) {
            let part = Array(new[start..<min(start + ImportStatementForm.mostLines, new.count)])
            var with = JSON(try form(of: part))
            if let custody { with = with.with("custody", custody.json) }
            intake.append(session.desk.read(.members([
                "id": id(of: part).json, "org": org.text.json, "by": user.json, "at": at?.json, "do": "bank.import".json,
                "with": with,
            ])))
        }
        guard !intake.isEmpty else { return }
        let (answers, kept) = try await session.desk.executeTogether(intake)
        faults += answers.compactMap(\.refusal).map { ImportTally.Fault(line: 0, refusal: $0, ofFile: false) }
        if kept { added = new.count }
    }

    private func form(of lines: [StatementLine]) throws(Refusal) -> ImportStatementForm {
        ImportStatementForm(account: account, bank: statement.bank, file: try Code(digest), lines: lines)
    }

    /// The same lines out of the same file have the same id in every import.
    private func id(of lines: [StatementLine]) -> String {
        let text = ([org.text, digest, account.text] + lines.map(\.key)).joined(separator: "\n")
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
            "read": statement.lines.count.json, "added": added.json, "bad": faults.count.json,
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
