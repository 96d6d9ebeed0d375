extension RefusalTexts {
    /// Reading what was given.
    static let input: Texts = [
        .inputMalformed: RefusalText(
            "第 {column} 列处的写法不合规则", "请检查该处的引号、逗号和括号",
            "Not well formed at column {column}",
            "Check quotes, commas and brackets there"),
        .inputTruncated: RefusalText(
            "内容在第 {column} 列处中断", "请补全该行后重新提交",
            "The text ends too early, at column {column}",
            "Complete the line and send it again"),
        .inputEncoding: RefusalText(
            "第 {column} 列附近不是合法的 UTF-8 文字", "请以 UTF-8 编码保存后重新提交",
            "The text near column {column} is not valid UTF-8",
            "Save it as UTF-8 and send it again"),
        .inputBOM: RefusalText(
            "文件开头带有字节顺序标记（BOM）", "请以“UTF-8 无 BOM”格式保存",
            "The file begins with a byte order mark",
            "Save it as UTF-8 without a byte order mark"),
        .inputCRLF: RefusalText(
            "该行以回车换行（CRLF）结尾", "请把行尾改为换行（LF）",
            "The line ends with CR LF",
            "Convert the line ends to LF"),
        .inputTooLong: RefusalText(
            "该行长度超过上限 {limit} 字节", "请拆分或缩短该行",
            "The line is longer than {limit} bytes",
            "Split or shorten it"),
        .inputDuplicateKey: RefusalText(
            "字段 {field} 出现了两次", "请只保留一个",
            "The field {field} is given twice",
            "Keep only one of them"),
        .inputUnknownField: RefusalText(
            "字段 {field} 不在表单中", "请核对字段名称或删除该字段",
            "The form has no field {field}",
            "Check its spelling or remove it"),
        .inputMissingField: RefusalText(
            "缺少字段 {field}", "请补填该字段",
            "The field {field} is missing",
            "Fill it in"),
        .inputNull: RefusalText(
            "字段 {field} 为空值 null", "请填写内容或删除该字段",
            "The field {field} is null",
            "Fill it in or leave it out"),
        .inputWrongType: RefusalText(
            "字段 {field} 的类型不对，应为 {expected}", "请按要求的类型填写",
            "The field {field} has the wrong type: {expected} is expected",
            "Give the type that is expected"),
        .inputValue: RefusalText(
            "字段 {field} 的值 {value} 不可用", "应为：{expected}",
            "The field {field} has a value that cannot be used: {value}",
            "Expected: {expected}"),
        .inputEmpty: RefusalText(
            "字段 {field} 是空的", "请填写内容",
            "The field {field} is empty",
            "Fill it in"),
        .inputTextTooLong: RefusalText(
            "字段 {field} 超过 {limit} 个字", "请缩短",
            "The field {field} is longer than {limit} characters",
            "Shorten it"),
        .inputControl: RefusalText(
            "字段 {field} 含有控制字符 {character}", "请删除该字符",
            "The field {field} contains the control character {character}",
            "Remove it"),
        .inputUnknownCommand: RefusalText(
            "没有名为 {value} 的命令", "请核对 do 字段",
            "There is no command {value}",
            "Check the field do"),
        .inputColumn: RefusalText(
            "文件 {file} 中找不到列 {column}", "请核对表头，或修改对应关系文件",
            "The file {file} has no column {column}",
            "Check its header row, or change the mapping file"),
        .moneyFormat: RefusalText(
            "{field} 的金额 {value} 写法不对", "金额写作字符串，单位元，最多两位小数，如 \"12000.00\"",
            "The amount {value} in {field} is not written as money",
            "Write yuan as a string with at most two decimals, such as \"12000.00\""),
        .moneyRange: RefusalText(
            "金额 {value} 元超出可记账的范围", "单笔金额和合计不超过 {limit} 元，请核对",
            "The amount {value} is larger than the ledger can hold",
            "No amount and no sum may be above {limit}: check it"),
        .quantityFormat: RefusalText(
            "{field} 的数量 {value} 写法不对", "数量写作字符串，最多三位小数，如 \"8.5\"",
            "The quantity {value} in {field} is not written as a quantity",
            "Write it as a string with at most three decimals, such as \"8.5\""),
        .percentFormat: RefusalText(
            "{field} 的百分比 {value} 写法不对", "百分比写作字符串，最多四位小数，如 \"3\"",
            "The percentage {value} in {field} is not written as a percentage",
            "Write it as a string with at most four decimals, such as \"3\""),
        .creditCodeInvalid: RefusalText(
            "统一社会信用代码 {value} 不正确", "请核对 18 位代码及其校验码",
            "The unified social credit code {value} is not valid",
            "Check its 18 characters and the check character"),
    ]
}
