package import Kernel
package import SQL

/// A server's connection for the batch of a street whose frame is in memory. The frame is taken at its word
/// for as long as nothing must be read; the first question brings the locks and the street's place along, in
/// the same trip. What was decided without any question goes with a guard (``HeadMark/condition(_:new:)``).
package final class TrustedStreet: SQLConnection {
    private let base: any SQLConnection
    private let street: Code
    /// Where the frame was left.
    package let mark: HeadMark
    private var hasLooked = false
    /// The id of the command that is taken to be new.
    private var newID: Code?
    /// Where the street is instead: nothing that was decided is good for anything.
    package private(set) var moved: HeadMark?

    package init(_ base: any SQLConnection, _ street: Code, left mark: HeadMark) {
        (self.base, self.street, self.mark) = (base, street, mark.trusted)
    }

    package var dialect: SQLDialect { base.dialect }

    /// Takes a command's id to be new; false when it is too late, or another one's is.
    func expect(new id: Code) -> Bool {
        if hasLooked || newID != nil { return false }
        newID = id
        return true
    }

    package func gather(_ questions: [SQLQuestion]) throws(Refusal) -> [[SQLRow]] {
        if moved != nil { throw hasMoved }
        if hasLooked { return try base.gather(questions) }
        let id = newID.map { [Wanted.id($0).question(street)] } ?? []
        let first = base.streetLocks(street) + [HeadMark.question(street, dialect)] + id
        let answers = try base.gather(first + questions)
        let found = try HeadMark(answers[first.count - id.count - 1])
        hasLooked = true
        if !mark.isConfirmed(by: found) || (newID != nil && !answers[first.count - 1].isEmpty) {
            moved = found
            throw hasMoved
        }
        return Array(answers.dropFirst(first.count))
    }

    package func rows(_ sql: String, _ parameters: [SQLValue]) throws(Refusal) -> [SQLRow] {
        if hasLooked, moved == nil { return try base.rows(sql, parameters) }
        return try gather([SQLQuestion(sql, parameters)])[0]
    }

    package func each(
        _ sql: String, _ parameters: [SQLValue], _ body: (SQLRow) throws(Refusal) -> Void
    ) throws(Refusal) {
        try look()
        try base.each(sql, parameters, body)
    }

    package func run(_ sql: String, _ parameters: [SQLValue]) throws(Refusal) {
        try look()
        try base.run(sql, parameters)
    }

    package func runAll(_ writes: [SQLWrite]) throws(Refusal) {
        try look()
        try base.runAll(writes)
    }

    package func runLast(_ writes: [SQLWrite], after condition: SQLGuard?) throws(Refusal) {
        if moved != nil { throw hasMoved }
        try base.runLast(writes, after: hasLooked ? condition : mark.condition(street, new: newID))
    }

    package func savepoint<T>(_ body: () throws(Refusal) -> T) throws(Refusal) -> T {
        try look()
        return try base.savepoint(body)
    }

    private func look() throws(Refusal) { _ = try gather([]) }

    /// For whoever is under way; the batch is decided again.
    private var hasMoved: Refusal {
        Refusal(.storeConflict, ["path": street.text, "detail": "the street has moved on"])
    }
}
