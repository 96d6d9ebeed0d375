import Kernel
import Ledger

/// How the budget classifies an appropriation, as the exports have it; empty where nobody said
/// (``Classification``, audit.md B3 §1).
extension Appropriation? {
    /// A part's code: of the budget's own, or the word that it goes by.
    func classified(_ part: Classification.Part) -> ExportCell {
        guard let said = self?.classification?[part] else { return .blank }
        switch part {
        case .function, .deptEconomic, .govEconomic, .project: return .key(said.code)
        case .fundNature, .level: return .text(said.name?.zh ?? said.code)
        }
    }
}

extension Classification.Part {
    /// The list that its values stand in, where a format wants lists.
    var list: String {
        switch self {
        case .function: "GN"
        case .deptEconomic: "BJ"
        case .govEconomic: "ZJ"
        case .fundNature: "XZ"
        case .project: "XM"
        case .level: "JC"
        }
    }

    /// Its values among some appropriations, each once, by code.
    func values(of funds: [Appropriation]) -> [(code: ExportCell, name: String)] {
        let said = funds.compactMap { fund in fund.classification?[self].map { ($0.code, (fund, $0.name?.zh ?? $0.code)) } }
        return Dictionary(said) { first, _ in first }.sorted { $0.key < $1.key }.map { _, value in
            (Optional(value.0).classified(self), value.1)
        }
    }
}
