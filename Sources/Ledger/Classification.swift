package import Kernel

/// How the budget classifies an appropriation (政府收支分类); every part may be left out (audit.md B3 §1).
package struct Classification: Hashable, Sendable, Codable {
    /// 功能分类
    package let function: FunctionCode?
    /// 部门预算支出经济分类
    package let deptEconomic: EconomicCode?
    /// 政府预算支出经济分类
    package let govEconomic: EconomicCode?
    /// 资金性质
    package let fundNature: FundNature?
    /// 预算项目
    package let project: Project?
    /// 预算级次
    package let level: Level?

    package struct Project: Hashable, Sendable, Codable {
        package let code: Code
        package let name: Label
    }

    package enum FundNature: String, Sendable, Codable, CaseIterable {
        /// 一般公共预算, 政府性基金, 国有资本经营, 其他
        case general, governmentFund, stateCapital, other
    }

    package enum Level: String, Sendable, Codable, CaseIterable {
        /// 本级, 上级
        case own, upper
    }

    package var isEmpty: Bool {
        function == nil && deptEconomic == nil && govEconomic == nil && fundNature == nil && project == nil && level == nil
    }
}

extension Classification {
    /// Its parts, in the order in which reports and exports have them.
    package enum Part: Sendable, CaseIterable {
        case function, deptEconomic, govEconomic, fundNature, project, level

        package var title: Phrase {
            switch self {
            case .function: Phrase("功能分类", "function")
            case .deptEconomic: Phrase("部门经济分类", "economic, department")
            case .govEconomic: Phrase("政府经济分类", "economic, government")
            case .fundNature: Phrase("资金性质", "nature of the funds")
            case .project: Phrase("预算项目", "project")
            case .level: Phrase("预算级次", "level")
            }
        }
    }

    /// What it says of a part: the budget's code, and a name where we know one.
    package subscript(part: Part) -> (code: String, name: Phrase?)? {
        switch part {
        case .function: function.map { ($0.text, nil) }
        case .deptEconomic: deptEconomic.map { ($0.text, nil) }
        case .govEconomic: govEconomic.map { ($0.text, nil) }
        case .fundNature: fundNature.map { ($0.rawValue, $0.title) }
        case .project: project.map { ($0.code.text, Phrase($0.name.text, $0.name.text)) }
        case .level: level.map { ($0.rawValue, $0.title) }
        }
    }
}

/// A code of so many digits, and nothing else.
package protocol DigitCode: Hashable, Sendable, Codable {
    static var digits: Int { get }
    var text: String { get }

    /// Throws `input.value`.
    init(_ text: String) throws(Refusal)
}

extension DigitCode {
    package init(from decoder: any Decoder) throws { try self.init(decoder.singleValueContainer().decode(String.self)) }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}

/// 功能分类科目: 7 digits, for class, section and item, like 2120399.
package struct FunctionCode: DigitCode {
    package static let digits = 7
    package let text: String

    package init(_ text: String) throws(Refusal) { self.text = try text.digits(Self.digits) }
}

/// 经济分类科目: 5 digits, for class and item, like 30213.
package struct EconomicCode: DigitCode {
    package static let digits = 5
    package let text: String

    package init(_ text: String) throws(Refusal) { self.text = try text.digits(Self.digits) }
}

extension String {
    /// Throws `input.value` for anything but so many ASCII digits.
    fileprivate func digits(_ count: Int) throws(Refusal) -> String {
        guard utf8.count == count, utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            throw Refusal(.inputValue, ["value": excerpt, "expected": "\(count) digits · \(count) 位数字"])
        }
        return self
    }
}

extension Classification.FundNature {
    package var title: Phrase {
        switch self {
        case .general: Phrase("一般公共预算", "general public budget")
        case .governmentFund: Phrase("政府性基金", "government fund")
        case .stateCapital: Phrase("国有资本经营", "state capital")
        case .other: Phrase("其他", "other")
        }
    }
}

extension Classification.Level {
    package var title: Phrase {
        switch self {
        case .own: Phrase("本级", "own level")
        case .upper: Phrase("上级", "upper level")
        }
    }
}
