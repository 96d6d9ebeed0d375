package import Kernel

/// One reason why a row cannot be imported.
package struct RowFault: Sendable, Equatable {
    /// From 1; the line on which the cell begins.
    package let line: Int
    /// The field's number in its row, from 1, or nil where the fault is the row's.
    package let column: Int?
    /// The column's name in the header.
    package let name: String?
    /// The reason, with the facts `file`, `line`, `column`, `field` (the column's name) and `value` (an
    /// excerpt of the cell; left out for the caller's name and phone).
    package let refusal: Refusal

    package init(line: Int, column: Int?, name: String?, refusal: Refusal) {
        self.line = line
        self.column = column
        self.name = name
        self.refusal = refusal
    }
}
