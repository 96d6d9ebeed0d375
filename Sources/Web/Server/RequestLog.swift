package import Kernel

/// A line of the program's log for a request: JSON, with the route's pattern in place of the address, so
/// that no number, no search and no name that somebody typed is in it.
package enum RequestLog {
    package static func line(_ call: Call, _ outcome: Outcome, milliseconds: Int, at now: Instant, id: String) -> String {
        JSON.members([
            "time": .string(now.text), "id": .string(id), "method": .string(Routes.method(call.method)),
            "route": .string(outcome.route), "status": .int(outcome.status), "ms": .int(milliseconds),
            "bytes": .int(outcome.body.count), "org": outcome.org.map { .string($0) }, "user": outcome.user.map { .string($0) },
        ]).text
    }
}
