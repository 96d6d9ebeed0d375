import ArgumentParser
import Jobs
import Ledger
import Reports

// The words that an option may take, so that help and mistakes name them.
extension UtilisationRollUp.By: ExpressibleByArgument {}
extension Works: ExpressibleByArgument {}
extension Papers: ExpressibleByArgument {}
extension Tenure: ExpressibleByArgument {}
extension Urgency: ExpressibleByArgument {}
extension Role: ExpressibleByArgument {}
extension Book: ExpressibleByArgument {}
extension Account: ExpressibleByArgument {}
