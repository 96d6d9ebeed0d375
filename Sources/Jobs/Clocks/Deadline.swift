package import Kernel

/// A deadline with what became of it at a moment. What is late, met or still running is said here and
/// nowhere else.
package struct Deadline: Sendable, Equatable {
    package enum Standing: Sendable {
        /// Done by then · done after it · open, and time is left · open after it.
        case met, missed, running, overdue
    }

    package let due: Instant
    /// When it was done; nil while it is open.
    package let done: Instant?
    /// How far its time has run: until the moment of asking, or until it was made to stand still.
    package let clock: Instant
    /// Its time stands still: the job is suspended.
    package let stopped: Bool

    package init(due: Instant, done: Instant?, clock: Instant, stopped: Bool = false) {
        self.due = due
        self.done = done
        self.clock = clock
        self.stopped = stopped && done == nil
    }

    package var standing: Standing {
        if let done { return done > due ? .missed : .met }
        return clock > due ? .overdue : .running
    }

    /// Late: done, or still open, after it. At the very moment it is on time.
    package var isLate: Bool {
        switch standing {
        case .missed, .overdue: true
        case .met, .running: false
        }
    }

    /// It counts in the rates: it is done, or its time has come.
    package var isDue: Bool { done != nil || due <= clock }

    /// From here on it is near: a quarter of the time since `start` is left, or two hours if that is more
    /// (web.md 2.4.1).
    package func near(from start: Instant) -> Instant { due + -max((due - start) / 4, 2 * Instant.hour) }

    /// From the deadline to what was done, or to where the clock stands, in milliseconds: negative is
    /// early, positive late.
    package var margin: Int64 { (done ?? clock) - due }
}
