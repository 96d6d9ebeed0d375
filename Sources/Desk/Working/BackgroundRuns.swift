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
        package let began: Instant
        package fileprivate(set) var ended: Instant?
        package fileprivate(set) var end: End?

        fileprivate init(id: String, kind: Kind, by: Code, began: Instant) {
            (self.id, self.kind, self.by, self.began) = (id, kind, by, began)
        }

        package var isRunning: Bool { end == nil }
    }

    /// What can run beside itself for different streets, and must not for one.
    private struct Lane: Hashable {
        let kind: Kind
        let org: String
    }

    private let runs = Mutex<[Lane: Run]>([:])

    package init() {}

    /// Starts `work` unless some of its kind is running in the street: then that run is the answer. `now`
    /// tells the time on the wall.
    package func start(
        _ kind: Kind, of org: String, by user: Code, now: @escaping @Sendable () -> Instant,
        _ work: @escaping @Sendable () async throws(Refusal) -> End
    ) -> Run {
        let lane = Lane(kind: kind, org: org)
        let fresh = Run(id: RandomToken.id(), kind: kind, by: user, began: now())
        let run = runs.withLock { runs in
            if let old = runs[lane], old.isRunning { return old }
            runs[lane] = fresh
            return fresh
        }
        guard run.id == fresh.id else { return run }
        Task.detached(priority: .background) { [self] in
            let end: End
            do throws(Refusal) { end = try await work() } catch { end = .failed(error) }
            runs.withLock { runs in
                runs[lane]?.end = end
                runs[lane]?.ended = now()
            }
        }
        return run
    }

    /// The latest of its kind in a street.
    package func latest(_ kind: Kind, of org: String) -> Run? { runs.withLock { $0[Lane(kind: kind, org: org)] } }
}
