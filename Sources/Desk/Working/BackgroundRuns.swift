package import Journal
package import Kernel
package import Seal
import Synchronization

/// Long work that somebody has started from a page: it goes on by itself, one of a kind at a time, and its
/// state is asked for meanwhile. What has ended is kept until the next of its kind, or until the server
/// stops.
package final class BackgroundRuns: Sendable {
    package enum Kind: String, Sendable { case verify, bundle, backup }

    /// What a run has come to.
    package enum End: Sendable {
        case verified(Result<AuditVerdict, Finding>)
        /// A file was written, or is there already.
        case written(name: String)
        case failed(Refusal)
    }

    package struct Run: Sendable {
        package let id: String
        package let kind: Kind
        package let by: Code
        /// What was asked of it beyond its kind: the stamp that a verification compares with.
        package let about: String
        package let began: Instant
        package fileprivate(set) var ended: Instant?
        package fileprivate(set) var end: End?

        fileprivate init(id: String, kind: Kind, by: Code, about: String, began: Instant) {
            (self.id, self.kind, self.by, self.about, self.began) = (id, kind, by, about, began)
        }

        package var isRunning: Bool { end == nil }
    }

    /// What can run beside itself for different streets, and must not for one.
    private struct Lane: Hashable {
        let kind: Kind
        let org: String
    }

    /// Of all kinds and streets: each keeps a reader, and the pages need theirs.
    private static let most = 2

    private let runs = Mutex<[Lane: Run]>([:])
    private let tasks = Mutex<[Lane: Task<Void, Never>]>([:])

    package init() {}

    /// Starts `work` unless the same is running in the street: then that run is the answer. nil while
    /// another of its kind is running there, or as many as may: nothing was started. `now` tells the time on
    /// the wall.
    package func start(
        _ kind: Kind, of org: String, by user: Code, about: String = "", now: @escaping @Sendable () -> Instant,
        _ work: @escaping @Sendable () async throws(Refusal) -> End
    ) -> Run? {
        let lane = Lane(kind: kind, org: org)
        let fresh = Run(id: RandomToken.id(), kind: kind, by: user, about: about, began: now())
        let run = runs.withLock { runs -> Run? in
            if let old = runs[lane], old.isRunning { return old.about == about ? old : nil }
            guard runs.values.count(where: \.isRunning) < Self.most else { return nil }
            runs[lane] = fresh
            return fresh
        }
        guard let run, run.id == fresh.id else { return run }
        let task = Task.detached(priority: .background) { [self] in
            let end: End
            do throws(Refusal) { end = try await work() } catch { end = .failed(error) }
            runs.withLock { runs in
                runs[lane]?.end = end
                runs[lane]?.ended = now()
            }
        }
        tasks.withLock { $0[lane] = task }
        return run
    }

    /// Waits until the latest of its kind in a street has ended.
    package func end(_ kind: Kind, of org: String) async {
        await tasks.withLock { $0[Lane(kind: kind, org: org)] }?.value
    }

    /// The latest of its kind in a street.
    package func latest(_ kind: Kind, of org: String) -> Run? { runs.withLock { $0[Lane(kind: kind, org: org)] } }
}
