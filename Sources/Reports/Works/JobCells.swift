import Documents
import Jobs
import Kernel

extension Cell {
    /// The marks of a job, the same in every list.
    static func marks(_ marks: [JobMark]) -> Cell {
        marks.isEmpty ? .blank : .list(marks.map { Cell.Named($0.code, $0.title) })
    }
}

extension Policy {
    /// A category by its name; one that the policy does not list by its code.
    func cell(category code: Code) -> Cell {
        .named(code.text, categories.first { $0.code == code }?.name ?? Phrase(code.text, code.text))
    }

    /// A source by its name; one that the policy does not list by its code.
    func cell(source code: Code) -> Cell {
        .named(code.text, sources.first { $0.code == code }?.name ?? Phrase(code.text, code.text))
    }
}
