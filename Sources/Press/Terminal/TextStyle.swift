/// Whether colour may be used. Colour never stands alone: signs, marks and words say the same.
package enum TextStyle: Sendable {
    case plain, colour

    /// What a piece of text is for.
    package enum Role: Sendable {
        case title, heading, faint, strong, warning, good, bad

        /// The parameters of the terminal's SGR sequence (ECMA-48).
        fileprivate var code: String {
            switch self {
            case .title, .strong: "1"
            case .heading: "1;36"
            case .faint: "2"
            case .warning: "1;33"
            case .good: "32"
            case .bad: "31"
            }
        }
    }

    /// The text in its role's colour. Pad first: the sequences have no width.
    package func paint(_ text: String, _ role: Role?) -> String {
        switch self {
        case .plain: return text
        case .colour:
            guard let role, !text.isEmpty else { return text }
            return "\u{1B}[\(role.code)m\(text)\u{1B}[0m"
        }
    }
}
