import ArgumentParser
import Bank
import Kernel
import Reports

struct FinanceCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration.group(
        "finance", "财务", "What the finance desk has to do; statement lines and payments.",
        [FinanceTodo.self, FinanceVoid.self, FinanceMatch.self, FinanceConfirm.self, FinanceUndo.self, FinanceEntry.self])
}

struct FinanceTodo: ReportingCommand {
    static let report = "finance-todo"
    static let configuration = CommandConfiguration.bilingual(
        "todo", "财务待办",
        "Payables by age, retention that falls due, claims and reviews that wait, disputes, what statements lack.",
        example: """
            yjb finance todo
            yjb finance todo --as-of 2026-06-30 --json
            """)

    @OptionGroup var options: Options
    @OptionGroup var reporting: ReportOptions
}
