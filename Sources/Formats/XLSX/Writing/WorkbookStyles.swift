import CWorkbook
import Kernel

/// The styles of a workbook, each made once, in the order in which they are first needed.
struct WorkbookStyles {
    private struct Key: Hashable {
        let look: SheetLook
        let number: String
    }

    private let book: UnsafeMutablePointer<lxw_workbook>
    private var made: [Key: UnsafeMutablePointer<lxw_format>] = [:]

    init(_ book: UnsafeMutablePointer<lxw_workbook>) { self.book = book }

    mutating func style(for cell: SheetCell) -> UnsafeMutablePointer<lxw_format>? {
        let key = Key(look: cell.look, number: Self.number(cell.value))
        if let style = made[key] { return style }
        guard let style = workbook_add_format(book) else { return nil }
        Self.dress(style, key.look)
        if !key.number.isEmpty { format_set_num_format(style, key.number) }
        made[key] = style
        return style
    }

    private static func number(_ value: SheetCell.Value) -> String {
        switch value {
        case .blank, .text: ""
        case .money: "#,##0.00;[Red]-#,##0.00"
        case .percent: "0.00%"
        case .count: "0"
        case .day: "yyyy-mm-dd"
        case .instant: "yyyy-mm-dd hh:mm"
        case .duration: "[h]:mm"
        }
    }

    private static func dress(_ style: UnsafeMutablePointer<lxw_format>, _ look: SheetLook) {
        format_set_font_name(style, "宋体")
        format_set_font_size(style, 11)
        format_set_align(style, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
        format_set_align(style, UInt8((look.onTheRight ? LXW_ALIGN_RIGHT : LXW_ALIGN_LEFT).rawValue))
        if look.wraps { format_set_text_wrap(style) }
        switch look.part {
        case .plain: return
        case .title:
            format_set_bold(style)
            format_set_font_size(style, 14)
            return
        case .head: fill(style, 0xE9EFEC)
        case .detail: break
        case .subtotal: fill(style, 0xF4F6F5)
        case .total: format_set_bold(style)
        }
        if !look.onTheRight { format_set_indent(style, 1) }
        format_set_border(style, UInt8(LXW_BORDER_THIN.rawValue))
        format_set_border_color(style, 0xA9B5B0)
    }

    private static func fill(_ style: UnsafeMutablePointer<lxw_format>, _ colour: UInt32) {
        format_set_bold(style)
        format_set_bg_color(style, colour)
    }
}
