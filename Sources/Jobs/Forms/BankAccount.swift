package import Kernel

/// Where a contractor is paid.
package enum BankAccount: Hashable, Sendable, Codable {
    /// One text, as it was written before bank and account were kept apart: `工商银行 4301 0001`.
    case label(Label)
    /// 开户行 and 账号.
    case account(bank: Label, account: Label)

    private enum CodingKeys: CodingKey { case bank, account }

    /// A text, or `{"bank":…,"account":…}`.
    package init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer()
        if let text = try? value.decode(String.self) {
            self = .label(try Label(text))
            return
        }
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        self = .account(
            bank: try fields.decode(Label.self, forKey: .bank),
            account: try fields.decode(Label.self, forKey: .account))
    }

    package func encode(to encoder: any Encoder) throws {
        switch self {
        case .label(let label):
            var value = encoder.singleValueContainer()
            try value.encode(label.text)
        case .account(let bank, let account):
            var fields = encoder.container(keyedBy: CodingKeys.self)
            try fields.encode(bank, forKey: .bank)
            try fields.encode(account, forKey: .account)
        }
    }

    /// Bank and account in one line.
    package var text: String {
        switch self {
        case .label(let label): label.text
        case .account(let bank, let account): bank.text + " " + account.text
        }
    }

    /// The digits of the account number, for comparing with a bank's statement; of a label, all its digits.
    package var digits: String {
        let source = switch self {
        case .label(let label): label.text
        case .account(_, let account): account.text
        }
        return source.filter { ("0"..."9").contains($0) }
    }
}
