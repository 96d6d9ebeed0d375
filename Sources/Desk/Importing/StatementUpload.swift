package import Bank
import Formats
package import Intake
package import Journal
package import Kernel
package import Ledger
import Jobs
import Seal

/// A statement that a person hands over as a file, with what its file may not say.
package struct StatementUpload: Sendable {
    package let bytes: [UInt8]
    package let file: String
    /// Whose format it is; nil: found by its header.
    package let bank: Bank?
    package let account: Label?
    package let custody: Custody?
    /// Opens an account which no statement has named before.
    package let isNewAccount: Bool

    package init(
        _ bytes: [UInt8], file: String, bank: Bank? = nil, account: Label? = nil, custody: Custody? = nil,
        isNewAccount: Bool = false
    ) {
        (self.bytes, self.file, self.bank) = (bytes, file, bank)
        (self.account, self.custody, self.isNewAccount) = (account, custody, isNewAccount)
    }
}

extension Desk {
    /// Takes a statement in, all or nothing: what is new is added, what is there already is left alone, and
    /// every fault is named. Throws `role.required`, `input.…` for a file that is no statement, `store.…`.
    package func take(
        _ upload: StatementUpload, in org: Code, by user: Code, via: Via
    ) async throws(Refusal) -> StatementImport {
        let command = StreetCommand.importStatement
        _ = try await ask(Question<Bool>(command.rawValue, [:]) { (asked) throws(Refusal) in
            guard let user = asked.user, command.roles.contains(where: user.has) else {
                throw Refusal.roleRequired(command.roles, does: command.rawValue, command.title)
            }
            return true
        }, of: org, as: .user(user))
        let statement = try StatementReader.read(upload.bytes, bank: upload.bank, account: upload.account, file: upload.file)
        guard let account = try StatementImport.account(of: statement, upload.account, file: upload.file) else {
            throw Refusal(.inputMissingField, ["field": "account"])
        }
        var work = StatementImport(
            self, org: org, user: user.text, statement: statement, account: account,
            digest: Hex.encode(Digest.of(.sha256, upload.bytes)), file: upload.file, via: via)
        try await work.leaveKnown()
        guard work.faults.isEmpty else { return work }
        try await work.add(custody: upload.custody?.rawValue, newAccount: upload.isNewAccount, at: nil)
        try await work.findGaps()
        return work
    }
}

extension StatementImport {
    /// The account that the file names and the one that is given must be one; nil where neither says it.
    /// Throws `input.account`.
    package static func account(of statement: Statement, _ given: Label?, file: String) throws(Refusal) -> Label? {
        // What a file of several accounts needs is one of its faults.
        let isOne = !statement.faults.contains { $0.refusal.code == .inputAccount }
        if isOne, let given, let named = statement.account, given.text.folded != named.text.folded {
            throw Refusal(.inputAccount, ["value": named.text, "expected": given.text, "file": file])
        }
        if let account = given ?? statement.account { return account }
        if statement.bank == .treasury { return try Label("国库") }
        // Perhaps a fault of the file is what is wrong with its account.
        return statement.faults.isEmpty ? nil : try Label("—")
    }
}
