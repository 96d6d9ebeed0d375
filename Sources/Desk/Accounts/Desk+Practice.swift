package import Jobs
import Journal
package import Kernel
import Store

extension Desk {
    /// For each role the active user who has it with the fewest others, the machine's and a resident's
    /// aside; in the order of the roles. A user who stands for two roles comes once.
    package func practiceUsers(of org: Code) async throws(Refusal) -> [(role: Role, user: User)] {
        try await look { (connection, _) throws(Refusal) in
            let users = try Queries(connection).street(org).register.everyone.filter(\.active)
            var chosen: [(role: Role, user: User)] = []
            for role in Role.allCases where role != .machine && role != .resident {
                // A crew without a firm sees nothing.
                let having = users.filter { $0.roles.contains(role) && !chosen.map(\.user).contains($0)
                    && (role != .crew || $0.contractor != nil) }
                if let user = having.min(by: { $0.roles.count < $1.roles.count }) { chosen.append((role, user)) }
            }
            return chosen
        }
    }
}
