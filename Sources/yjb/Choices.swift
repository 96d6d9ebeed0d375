import ArgumentParser
import Jobs
import Ledger

// The words that an option may take, so that help and mistakes name them.
extension Works: ExpressibleByArgument {}
extension Papers: ExpressibleByArgument {}
extension Tenure: ExpressibleByArgument {}
extension Urgency: ExpressibleByArgument {}
extension Role: ExpressibleByArgument {}
extension Book: ExpressibleByArgument {}
extension Account: ExpressibleByArgument {}
