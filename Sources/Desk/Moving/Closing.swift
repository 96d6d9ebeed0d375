package import Kernel
package import SQL

extension SQLDatabase {
    /// Runs `work` and closes the database, also when it throws: what went wrong with the work is what the
    /// user hears.
    package func closing<T>(_ work: () async throws(Refusal) -> T) async throws(Refusal) -> T {
        let result: T
        do throws(Refusal) {
            result = try await work()
        } catch {
            try? await close()
            throw error
        }
        try await close()
        return result
    }
}
