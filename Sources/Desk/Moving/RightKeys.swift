package import Kernel
package import SQL
import Seal
import Store

extension KeyRing {
    /// Looks whether the keys that lie here are those of these streets; a key that is not here is not
    /// looked at. Throws `key.invalid` for the first that is another one.
    package func demandRight(for streets: [Code], in database: any SQLDatabase) async throws(Refusal) {
        for street in streets {
            guard let key = try key(of: street.text) else { continue }
            let (seal, path) = (CallerSeal(key: key), path(of: street.text))
            try await database.read { (connection) throws(Refusal) in
                try KeyCheck(connection).demand(seal, of: street, at: path)
            }
        }
    }
}
