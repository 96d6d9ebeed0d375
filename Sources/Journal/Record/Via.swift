package import Kernel

/// How a command came in, and how its maker was known: which records were made by somebody who signed in, and
/// which at a word (design §5, web.md 2.1 C2). It belongs to the record, not to the command: the same command
/// that comes another way is the same command.
package struct Via: Hashable, Sendable, Codable {
    package enum Channel: String, Sendable, Codable, CaseIterable {
        case cli, web, api, open311, `import`

        package var title: Phrase {
            switch self {
            case .cli: Phrase("命令行", "command line")
            case .web: Phrase("网页", "web")
            case .api: Phrase("接口", "API")
            case .open311: Phrase("Open311", "Open311")
            case .import: Phrase("导入", "import")
            }
        }
    }

    package enum Auth: String, Sendable, Codable, CaseIterable {
        case word, password, second, token

        package var title: Phrase {
            switch self {
            case .word: Phrase("自报姓名", "at its word")
            case .password: Phrase("密码", "password")
            case .second: Phrase("密码和验证码", "password and second factor")
            case .token: Phrase("令牌", "token")
            }
        }
    }

    package let channel: Channel
    package let auth: Auth
    /// The program that sent it, where it has a name.
    package let client: Label?

    package init(_ channel: Channel, _ auth: Auth, client: Label? = nil) {
        self.channel = channel
        self.auth = auth
        self.client = client
    }

    /// `网页（密码）`.
    package var title: Phrase {
        Phrase("\(channel.title.zh)（\(auth.title.zh)）", "\(channel.title.en) (\(auth.title.en))")
    }
}
