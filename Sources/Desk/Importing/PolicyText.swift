import Formats
package import Jobs
package import Kernel

/// A policy as somebody wrote it (YAML), read and checked but not adopted.
package struct PolicyText: Sendable {
    package let policy: Policy
    /// What a command carries.
    package let json: JSON

    /// Throws `input.…`, `policy.…`, with the line where it is known.
    package init(_ text: String, file: String? = nil) throws(Refusal) {
        json = try YAMLDocument.json(text: text, file: file)
        do throws(Refusal) {
            policy = try json.decode(Policy.self, at: "policy")
            try policy.check()
        } catch {
            guard let file else { throw error }
            throw error.adding("file", file)
        }
    }
}
