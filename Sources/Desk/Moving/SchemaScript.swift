package import Kernel
import Store

/// The schema of a store as a script that an administrator can run.
package enum SchemaScript: String, Sendable, CaseIterable {
    case sqlite, postgres, citus

    /// Throws what making an empty store in memory throws.
    package func text() throws(Refusal) -> String {
        switch self {
        case .sqlite: try Migrations.schemaText()
        case .postgres: Migrations.postgresScript
        case .citus: Migrations.citusScript
        }
    }
}
