package import Bank
import Formats
package import Intake
package import Journal
package import Kernel
import Seal
import Store

/// One import of a statement: what was read, what is new, and what became of it.
package struct StatementImport {
    private let desk: Desk
    private let org: Code
    private let user: String
    private let via: Via?
    package let statement: Statement
    package let account: Label
    private let digest: String
    package let file: String
    package private(set) var new: [StatementLine] = []
    package private(set) var added = 0
    /// What the file states of balances and no import has stated before.
    private var newBalances: [StatedBalances] = []
    package private(set) var gaps: [StatementGap] = []
    /// How many imports of the street were voided before.
    private var voided = 0
    /// Faults of the file, and refusals with the row where there is one.
    package private(set) var faults: [ImportTally.Fault]

    package init(
        _ desk: Desk, org: Code, user: String, statement: Statement, account: Label, digest: String, file: String, via: Via? = nil
    ) {
        self.desk = desk
        self.org = org
        self.user = user
        self.statement = statement
        self.account = account
        self.digest = digest
        self.file = file
        self.via = via
        faults = statement.faults.map { ImportTally.Fault(line: $0.line, refusal: $0.refusal, ofFile: true) }
    }

    /// Leaves out the lines that are there already; one that says something else now is a fault.
    package mutating func leaveKnown() async throws(Refusal) {
        guard faults.isEmpty else { return }
        let (org, lines, form, number) = (org, statement.lines, try form(of: []), account)
        let uniques = lines.map(form.unique)
        let (known, stated, voided) = try await desk.look { (connection, _) throws(Refusal) in
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
    package mutating func add(custody: String?, newAccount: Bool, at: String?) async throws(Refusal) {
        var intake: [Desk.Intake] = []
        for part in parts {
            var with = JSON(try form(of: part.lines, part.stated))
            if let custody { with = with.with("custody", .string(custody)) }
            if newAccount { with = with.with("newAccount", .bool(true)) }
            intake.append(desk.read(.members([
                "id": .string(id(of: part.lines)), "org": .string(org.text), "by": .string(user), "at": at.map { .string($0) },
                "do": .string("bank.import"), "with": with,
            ]), via: via))
        }
        guard !intake.isEmpty else { return }
        let (answers, kept) = try await desk.executeTogether(intake)
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
    package mutating func findGaps() async throws(Refusal) {
        let (org, number) = (org, account)
        let account = try await desk.look { (connection, _) throws(Refusal) in
            try BankReader(connection, org: org).account(number)
        }
        let own = statement.stated
        gaps = (account?.gaps ?? []).filter { gap in own.contains { $0.to == gap.after || $0.from == gap.before } }
    }

    private func form(of lines: [StatementLine], _ stated: [StatedBalances] = []) throws(Refusal) -> ImportStatementForm {
        ImportStatementForm(
            account: account, bank: statement.bank, file: try Code(digest), stated: stated.isEmpty ? nil : stated,
            lines: lines)
    }

    /// The same lines out of the same file have the same id in every import, until one is voided: then they
    /// may come again.
    private func id(of lines: [StatementLine]) -> String {
        let again = voided == 0 ? [] : [String(voided)]
        let text = ([org.text, digest, account.text] + again + lines.map { $0.key(of: statement.bank) }).joined(separator: "\n")
        return "statement:" + Hex.encode(Digest.of(.sha256, Array(text.utf8)).prefix(24))
    }
}
