import Desk
import Kernel

/// Seals the access logs of all streets for days that are over, as long as the server runs.
struct DailySeals {
    let desk: Desk
    let log: @Sendable (String) -> Void

    private static let pause: Duration = .seconds(600)

    func run() async {
        while !Task.isCancelled {
            do throws(Refusal) {
                for street in try await desk.streets() {
                    for day in try await desk.sealAccess(of: street.code) {
                        log(JSON.members(["sealed": .string(day.text), "org": .string(street.code.text)]).text)
                    }
                }
            } catch {
                log(JSON.members(["sealing": .string(error.code.rawValue)]).text)
            }
            try? await Task.sleep(for: Self.pause)
        }
    }
}
