import Documents

/// The look of a printed page: black on white, ruled, figures that line up.
enum HTMLStyle {
    static func sheet(_ orientation: Document.Orientation) -> String {
        let page = switch orientation {
        case .portrait: "A4 portrait"
        case .landscape: "A4 landscape"
        }
        return "@page { size: \(page); margin: 15mm; }\n" + rules
    }

    private static let rules = """
        body { margin: 0; color: #111; background: #fff; font: 15px/1.5 "Noto Sans CJK SC", "Source Han Sans SC", \
        "Microsoft YaHei", "PingFang SC", sans-serif; }
        main { max-width: 1200px; margin: 0 auto; padding: 16px; }
        h1 { font-size: 24px; text-align: center; margin: 8px 0 16px; }
        h2 { font-size: 17px; margin: 24px 0 8px; border-bottom: 1px solid #999; }
        dl { display: grid; grid-template-columns: repeat(auto-fill, minmax(280px, 1fr)); gap: 4px 24px; margin: 0 0 12px; }
        dl div { display: flex; gap: 12px; }
        dt { color: #555; white-space: nowrap; }
        dd { margin: 0; overflow-wrap: anywhere; }
        .table { overflow-x: auto; }
        .unit { text-align: right; margin: 0 0 4px; color: #555; font-size: 13px; }
        table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; font-size: 14px; }
        th, td { border: 1px solid #bbb; padding: 4px 8px; text-align: left; vertical-align: top; font-weight: normal; }
        thead th { background: #f0f2f4; font-weight: 600; white-space: nowrap; }
        tbody th { white-space: nowrap; }
        td { min-width: 6em; }
        td[align="right"] { min-width: 0; }
        [align="right"] { text-align: right; white-space: nowrap; }
        .subtotal th, .subtotal td { font-weight: 600; background: #f7f8f9; }
        .total th, .total td { font-weight: 700; border-top: 3px double #333; }
        .red { color: #b00020; }
        .practice { text-align: center; font-weight: 700; padding: 4px; background: repeating-linear-gradient(45deg, #fff3c4, \
        #fff3c4 12px, #ffe28a 12px, #ffe28a 24px); }
        .note, footer { color: #555; font-size: 13px; margin: 6px 0; overflow-wrap: anywhere; }
        .checks { list-style: none; padding: 0; }
        .signatures { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: 24px 32px; margin-top: 32px; }
        .signatures span { display: inline-block; min-width: 160px; border-bottom: 1px solid #333; margin-left: 8px; }
        .form { max-width: 800px; }
        .form h1 { margin: 0; }
        .form .office { text-align: center; margin: 8px 0 0; color: #555; }
        .form .number { margin: 0 0 4px; }
        .form dl { grid-template-columns: 1fr 1fr; gap: 0; margin: 0; border: solid #333; border-width: 1px 0 0 1px; }
        .form dl div { gap: 0; border: solid #333; border-width: 0 1px 1px 0; }
        .form dl .line, .form dl .amount { grid-column: 1 / -1; }
        .form dt { width: 8.5em; flex: none; box-sizing: border-box; padding: 4px 6px; text-align: center; \
        border-right: 1px solid #333; }
        .form dd { flex: 1; padding: 4px 6px; }
        .form .amount { flex-direction: column; }
        .form .amount dt { width: auto; border: 0; text-align: left; padding-bottom: 0; font-size: 13px; }
        .form .amount dd { display: flex; justify-content: space-between; font-size: 18px; font-weight: 700; padding-top: 0; }
        .form h2 { margin: 0; padding: 3px; text-align: center; font-size: 15px; background: #e9efec; border: 1px solid #333; \
        border-width: 0 1px 1px; }
        .form th, .form td { border-color: #333; }
        .form .signatures { display: grid; grid-auto-flow: column; grid-auto-columns: 1fr; gap: 0; margin: 0; \
        border: 1px solid #333; border-top: 0; }
        .form .signatures li { min-height: 70px; padding: 4px 8px; border-left: 1px solid #333; }
        .form .signatures li:first-child { border-left: 0; }
        .form .signatures span { display: block; border: 0; margin: 12px 0 0; min-width: 0; }
        pre { white-space: pre-wrap; font: inherit; }
        svg { max-width: 100%; height: auto; margin: 12px 0; }
        thead { display: table-header-group; }
        tr { break-inside: avoid; }
        @media print { main { max-width: none; padding: 0; } body { font-size: 11px; } table { font-size: 10px; } \
        .table { overflow: visible; } td { min-width: 0; } }
        """
}
