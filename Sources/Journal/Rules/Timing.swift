package import Kernel

/// Where the present comes from.
package enum Clock: Sendable {
    /// The system's time.
    case system(Instant)
    /// `YJB_NOW`, for a sandbox only.
    case fixed(Instant)
}

/// When a command happened and when it is recorded.
package struct Timing: Equatable, Sendable {
    package let at: Instant
    package let recorded: Instant

    /// A sandbox's clock is the latest `at` it has seen, moved by accepted commands, unless it is fixed; everyone else's is the
    /// system's. The time of recording never decreases. Throws `clock.forbidden`, `time.future`.
    package static func resolve(
        _ command: Command, _ state: State, _ clock: Clock
    ) throws(Refusal) -> Timing {
        let sandbox = state.street?.sandbox ?? command.opensSandbox
        let now: Instant
        switch clock {
        case .fixed(let instant):
            guard sandbox else { throw Refusal(.clockForbidden) }
            now = instant
        case .system(let instant):
            let latest = state.head.latest ?? instant
            now = sandbox ? max(command.at ?? latest, state.head.latest ?? command.at ?? instant) : instant
        }
        let at = command.at ?? now
        if at > now { throw Refusal(.timeFuture, ["at": at.text, "now": now.text]) }
        return Timing(at: at, recorded: max(now, state.head.recorded ?? now))
    }
}

extension Command {
    fileprivate var opensSandbox: Bool {
        if case .openStreet(let form) = action { form.sandbox ?? false } else { false }
    }
}
