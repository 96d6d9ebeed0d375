import ArgumentParser
import Documents
import Intake
import Jobs
import Journal
import Kernel
import Ledger
import Reports
import Synchronization

/// The words that an option may take, so that help and mistakes name them; people may also write what they
/// read, 紧急.
protocol Choice: ExpressibleByArgument, RawRepresentable<String>, CaseIterable {
    var title: Phrase { get }
}

extension Choice {
    init?(argument: String) {
        if let value = Self(rawValue: argument) {
            self = value
        } else if let value = Self.allCases.first(where: { $0.title.names(argument) }) {
            Heard.add(argument, value.rawValue)
            self = value
        } else {
            return nil
        }
    }
}

/// What was written as people read it, while the command line was taken apart; shown back by whoever runs
/// the command.
enum Heard {
    private static let words = Mutex<[(given: String, taken: String)]>([])

    static func add(_ given: String, _ taken: String) { words.withLock { $0.append((given, taken)) } }

    /// All so far, and none from now on.
    static func take() -> [(given: String, taken: String)] {
        words.withLock { words in
            defer { words = [] }
            return words
        }
    }
}

extension Works: Choice {}
extension Papers: Choice {}
extension Tenure: Choice {}
extension Urgency: Choice {}
extension Role: Choice {}
extension JobMark.Kind: Choice {}
extension JobFilter.Clock: Choice {}
extension BankEntryForm.Kind: Choice {}
extension ReturnForm.What: Choice {}
extension RefundForm.Cause: Choice {}
extension MoneyUnit: Choice {}
extension UtilisationRollUp.By: ExpressibleByArgument {}
extension Book: ExpressibleByArgument {}
extension Account: ExpressibleByArgument {}
