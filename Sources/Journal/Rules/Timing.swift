package import Kernel

/// Where the present comes from.
package enum Clock: Sendable {
    /// The system's time.
    case system(Instant)
    /// `YJB_NOW`, for a sandbox only.
    case fixed(Instant)

    /// The present of a street: the system's time, or in a sandbox the latest `at` it has seen or the time
    /// that was set. Throws `clock.forbidden` when a time is set for a street that is no sandbox.
    package func present(sandbox: Bool, latest: Instant?) throws(Refusal) -> Instant {
        switch self {
        case .fixed(let instant):
            guard sandbox else { throw Refusal(.clockForbidden) }
            return instant
        case .system(let instant): return sandbox ? latest ?? instant : instant
        }
    }
}

/// When a command happened and when it is recorded.
package struct Timing: Equatable, Sendable {
    package let at: Instant
    package let recorded: Instant

    /// A sandbox's clock is the latest `at` it has seen, moved by accepted commands, unless it is fixed;
    /// everyone else's is the system's. The time of recording never decreases. Throws `clock.forbidden`,
    /// `time.future`.
    package static func resolve(
        _ command: Command, _ state: State, _ clock: Clock
    ) throws(Refusal) -> Timing {
        let sandbox = state.street?.sandbox ?? command.opensSandbox
        var now = try clock.present(sandbox: sandbox, latest: state.head.latest)
        // A command moves the clock of a sandbox, unless that is fixed; the first one sets it.
        if sandbox, case .system = clock, let at = command.at { now = at }
        let at = command.at ?? now
        // Deadlines and warranties are counted from it and must stay within the calendar.
        if at.day.year > 2899 {
            throw Refusal(.inputValue, ["field": "at", "value": at.text, "expected": "1900–2899"])
        }
        if at > now { throw Refusal(.timeFuture, ["at": at.text, "now": now.text]) }
        return Timing(at: at, recorded: max(now, state.head.recorded ?? now))
    }
}

extension Command {
    fileprivate var opensSandbox: Bool {
        if case .openStreet(let form) = action { form.sandbox ?? false } else { false }
    }
}

extension State {
    /// The present of the street. Throws `clock.forbidden`.
    package func now(_ clock: Clock) throws(Refusal) -> Instant {
        try clock.present(sandbox: street?.sandbox ?? false, latest: head.latest)
    }
}
