package import Journal
package import Kernel
package import Jobs
import Store

/// What an audit of one street has found.
package struct AuditFound: Sendable {
    package let org: Code
    package let result: Result<AuditVerdict, Finding>
    /// The photos that its records name.
    package let photos: [Photo]
}

/// What is not as it must be in the schema, and what is not ours.
package struct SchemaFound: Sendable {
    package let finding: Finding?
    package let strangers: [String]
}

extension Desk {
    /// Every street that any table knows. Throws `org.unknown` when there is none.
    package func traces() async throws(Refusal) -> [Code] { try await Streets.all(of: database) }

    /// Reads every record of a street from the first, and derives everything again. The photos that records
    /// name are looked for when they are asked for.
    package func verify(
        _ org: Code, against anchor: Anchor?, photos: Bool = true, as reader: Reader
    ) async throws(Refusal) -> AuditFound {
        try await ask(
            Question<AuditFound>("audit.verify", [.records: .part]) { (asked) throws(Refusal) in
                AuditFound(
                    org: org, result: try Audit(asked.connection, org: org).verify(against: anchor),
                    photos: photos ? try JournalReader(asked.connection).photos(org) : [])
            }, of: org, as: reader)
    }

    /// Reads the links of a street's chain, and not what its records say.
    package func verifyChain(
        _ org: Code, against anchor: Anchor?, as reader: Reader
    ) async throws(Refusal) -> Result<ChainVerdict, Finding> {
        try await ask(
            Question<Result<ChainVerdict, Finding>>("audit.verify", [.records: .part]) { (asked) throws(Refusal) in
                try Audit(asked.connection, org: org).verifyChain(against: anchor)
            }, of: org, as: reader)
    }

    /// Looks at the schema itself.
    package func checkSchema() async throws(Refusal) -> SchemaFound {
        try await look { (connection, _) throws(Refusal) in
            let check = try SchemaCheck(connection)
            return SchemaFound(finding: check.finding, strangers: check.strangers)
        }
    }

    /// Makes the projections of a street afresh from its journal.
    package func rebuild(_ org: Code) async throws(Refusal) -> AuditFound {
        let result = try await tend(org) { (connection, _) throws(Refusal) in try Audit(connection, org: org).rebuild() }
        return AuditFound(org: org, result: result, photos: [])
    }
}
