import Desk
import Jobs
import Journal
import Kernel

/// One request as a handler sees it: who, where, in which language, with what.
struct Visit: Sendable {
    let site: WebSite
    /// Whether something is to be changed.
    let isPost: Bool
    let path: String
    let params: [String: String]
    let query: Fields
    var form = Fields()
    var files: [(field: String, file: SentFile)] = []
    let language: Language
    /// Said above whatever the page is.
    var notice: Phrase?
    let isLarge: Bool
    /// Where they come from: the session, or the cookie of the door.
    let secret: String
    /// The cookie of the door has to be set.
    let isNewSecret: Bool
    /// As of the call.
    var address = ""
    var isLocal = false
    /// Somebody who is signed in, in the street of the address.
    var visitor: Visitor?
    /// Whoever has given the password, and not yet the code of the second factor: nobody is signed in.
    var halfway: Visitor?

    /// The first file of a field.
    func file(_ field: String) -> SentFile? { files.first { $0.field == field }?.file }

    /// The street of the address; empty where it names none.
    var street: String { params["o"] ?? "" }

    /// Throws `input.…`.
    func org() throws(Refusal) -> Code { try Code(street) }

    /// `/NHL` and what follows.
    func at(_ rest: String) -> String { "/" + Fields.encoded(street) + rest }

    /// What a form of this visitor carries.
    var csrf: String { CSRF.token(secret) }

    func say(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }

    func say(_ phrase: Phrase) -> String { phrase(language) }

    /// Asks the street as the visitor.
    func ask<Answer>(_ question: Question<Answer>, as visitor: Visitor) async throws(Refusal) -> Answer {
        try await site.desk.ask(question, of: visitor.street.code, as: .user(visitor.user.user))
    }
}
