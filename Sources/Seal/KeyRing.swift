import Disk
package import Kernel
import Synchronization

/// The keys of a database's streets. A key is read when a street first needs it, and kept.
package final class KeyRing: Sendable {
    /// Where the keys lie; nil where nobody said.
    package let files: KeyFiles?
    private let loaded: Mutex<[String: SecretKey]>
    /// What seals every street, in place of files.
    private let fixed: CallerSeal?

    package init(_ files: KeyFiles?) {
        self.files = files
        fixed = nil
        loaded = Mutex([:])
    }

    /// One seal for every street, and no files.
    package init(_ seal: CallerSeal) {
        files = nil
        fixed = seal
        loaded = Mutex([:])
    }

    /// No keys at all: for what asks nothing about callers.
    package static let empty = KeyRing(nil)

    /// The seal of a street. Throws `key.missing` with the path that was looked for, `key.invalid`,
    /// `file.unreadable`.
    package func seal(of org: String) throws(Refusal) -> CallerSeal {
        if let fixed { return fixed }
        guard let key = try key(of: org) else { throw Refusal(.keyMissing, ["path": files?.main ?? "--files DIR"]) }
        return CallerSeal(key: key)
    }

    /// Where the key of a street was read, or was looked for.
    package func path(of org: String) -> String {
        guard let files else { return "--files DIR" }
        return (try? PrivateFile.exists(files.own(org))) == true ? files.own(org) : files.main
    }

    /// A street's own key, or the one for all; nil where there is neither. Throws `key.invalid`,
    /// `file.unreadable`.
    package func key(of org: String) throws(Refusal) -> SecretKey? {
        guard let files else { return nil }
        if let own = try key(at: files.own(org)) { return own }
        return try key(at: files.main)
    }

    /// Reads the key for all, where there is one, so that a key that cannot be used is known before
    /// anything is done. Throws `key.invalid`, `file.unreadable`.
    package func check() throws(Refusal) {
        guard let files else { return }
        _ = try key(at: files.main)
    }

    /// Looks whether a street that comes with its key can keep it here. True when its file has to be
    /// written first.
    ///
    /// Throws `key.differs` when the street has another key of its own here: what that one sealed would be
    /// lost.
    package func needs(_ key: SecretKey, for org: String) throws(Refusal) -> Bool {
        guard let files else { return false }
        if let own = try self.key(at: files.own(org)) {
            if own == key { return false }
            throw Refusal(.keyDiffers, ["org": org, "path": files.own(org)])
        }
        return try self.key(at: files.main) != key
    }

    /// Writes a street's own key, durably. Throws `store.exists`, `file.unwritable`.
    package func adopt(_ key: SecretKey, for org: String) throws(Refusal) {
        guard let files else { return }
        try key.save(path: files.own(org))
    }

    /// Whether a file is there is asked each time: a street may have come with its key meanwhile.
    private func key(at path: String) throws(Refusal) -> SecretKey? {
        if let known = loaded.withLock({ $0[path] }) { return known }
        guard try PrivateFile.exists(path) else { return nil }
        let key = try SecretKey.load(path: path)
        loaded.withLock { $0[path] = key }
        return key
    }
}
