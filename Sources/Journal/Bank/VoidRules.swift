import Bank
import Jobs
import Kernel

extension Rules {
    /// How many matched lines a refusal names.
    private static let mostNamed = 20

    /// 作废导入: takes the lines of one import out, so that a wrong file or account number can be put right and
    /// the file may come again. What is matched stands in the way. Throws `role.required`,
    /// `statement.voided`, `statement.unknown`, `statement.matched`.
    static func voidStatement(_ form: VoidStatementForm, _ user: User, _ state: State) throws(Refusal) -> Ruling {
        let role = try demand(.voidStatement, of: user)
        let record = String(form.record)
        if let owner = state.register.owner(of: form.unique) {
            throw Refusal(.statementVoided, ["record": record, "by": owner.text])
        }
        guard let (account, _, lines) = state.bank.import(form.record) else {
            throw Refusal(.statementUnknown, ["record": record])
        }
        let matched = lines.compactMap { entry in entry.match.map { "\(entry.id.text) (\($0))" } }
        if !matched.isEmpty {
            let named = matched.prefix(mostNamed).joined(separator: ", ") + (matched.count > mostNamed ? " …" : "")
            throw Refusal(.statementMatched, ["record": record, "count": String(matched.count), "lines": named])
        }
        return Ruling(role: role, event: .statementVoided(form: form, account: account.account))
    }
}
