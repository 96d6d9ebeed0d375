/// The two languages that pages, messages and reports speak. Chinese is the default; English is by choice.
package enum Language: String, Sendable, CaseIterable, Codable {
    case zh, en
}

/// A sentence or a title in both languages.
package struct Phrase: Sendable, Equatable, Codable {
    package let zh: String
    package let en: String

    package init(_ zh: String, _ en: String) {
        self.zh = zh
        self.en = en
    }

    /// Read from a policy: both texts are labels.
    package init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        zh = try fields.decode(Label.self, forKey: .zh).text
        en = try fields.decode(Label.self, forKey: .en).text
    }

    package func callAsFunction(_ language: Language) -> String {
        switch language {
        case .zh: zh
        case .en: en
        }
    }
}
