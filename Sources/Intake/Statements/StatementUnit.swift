import Kernel

/// The unit of the amounts, as a table says it above itself (金额单位：万元) or behind a column's name (金额(万元)).
/// Only yuan are taken; another unit is refused by name, since a factor of ten thousand must not pass in
/// silence.
enum StatementUnit {
    private static let yuan: Set = ["元", "人民币元", "人民币", "CNY", "RMB", "元人民币", "人民币(元)", "元(人民币)"]

    /// Other units, and other currencies.
    private static let others: Set = [
        "万元", "万", "人民币万元", "万元人民币", "千元", "百元", "十万元", "百万元", "千万元", "亿元", "角", "分", "美元", "港元",
        "港币", "欧元", "日元", "英镑", "USD", "HKD", "EUR", "JPY", "GBP",
    ]

    /// A column's name as it is compared (``StatementText/heading(_:)``), without the unit in brackets
    /// behind it.
    static func column(_ text: String) -> (name: String, unit: String?) {
        let name = StatementText.heading(text)
        guard name.hasSuffix(")"), let open = name.lastIndex(of: "("), open != name.startIndex else { return (name, nil) }
        let inner = String(name[name.index(after: open)...].dropLast())
        let unit = inner.split(separator: ":").last.map(String.init) ?? inner
        return isYuan(unit) || isOther(unit) ? (String(name[..<open]), unit) : (name, nil)
    }

    /// The unit that a cell above the table names, or nil where it names none or it is yuan.
    static func foreign(above text: String) -> String? {
        let folded = StatementText.heading(text)
        for mark in ["金额单位", "货币单位", "计量单位", "币种", "币别", "货币"] where folded.contains(mark) {
            guard let unit = said(folded, mark) else { continue }
            return isYuan(unit) ? nil : unit
        }
        // 单位 alone is an organisation too.
        guard folded.contains("单位"), let unit = said(folded, "单位"), isOther(unit) else { return nil }
        return unit
    }

    static func refusal(_ unit: String) -> Refusal {
        let expected = Phrase("元（请按元导出）", "yuan (export it in 元)")
        return Refusal(.inputValue, ["value": unit.excerpt])
            .adding("field", "unit", Phrase("金额单位", "unit of the amounts"))
            .adding("expected", expected.en, expected)
    }

    static func isForeign(_ unit: String?) -> Bool { unit.map { !isYuan($0) } ?? false }

    /// What stands behind the mark and a colon.
    private static func said(_ text: String, _ mark: String) -> String? {
        guard let range = text.firstRange(of: mark) else { return nil }
        let rest = text[range.upperBound...]
        guard rest.first == ":" else { return nil }
        let unit = rest.dropFirst().prefix { $0 != ")" && $0 != "," && $0 != ";" && $0 != "，" && $0 != "；" }
        return unit.isEmpty ? nil : String(unit)
    }

    private static func isYuan(_ unit: String) -> Bool { yuan.contains(unit.uppercased()) }

    private static func isOther(_ unit: String) -> Bool { others.contains(unit.uppercased()) }
}
