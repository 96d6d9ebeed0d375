import Documents
package import Kernel

/// The names of people and firms behind the codes of a report. A code without a name is shown as it is.
package struct ReportNames: Sendable {
    package var users: [Code: Label] = [:]
    package var contractors: [Code: Label] = [:]

    package init() {}

    func user(_ code: Code) -> Cell { Self.cell(code, users[code]) }

    func contractor(_ code: Code?) -> Cell { code.map { Self.cell($0, contractors[$0]) } ?? .blank }

    /// The name of a firm as text; empty where there is none.
    func firm(_ code: Code?) -> String { code.map { contractors[$0]?.text ?? $0.text } ?? "" }

    private static func cell(_ code: Code, _ name: Label?) -> Cell {
        let name = name?.text ?? code.text
        return .named(code.text, Phrase(name, name))
    }
}
