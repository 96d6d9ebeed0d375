import Kernel

/// Which limit a request stands under, and what is counted afterwards.
struct RateGuard {
    let rates: Rates
    let route: Route
    let visit: Visit
    let now: Instant

    /// Milliseconds to wait; nil: go on.
    func asked() -> Int64? {
        if isSignIn { return address.flatMap { rates.wait("in " + $0, .signIn, at: now) } }
        // Probes and assets are no pages.
        guard let who, route.path.hasPrefix("/:o/") else { return nil }
        // A page shows many.
        if route.path == Routes.picture { return rates.asked("picture " + who, .pictures, at: now) }
        let isExport = visit.query["format"] != nil || route.path == Routes.bundle
        if isExport, let wait = rates.asked("export " + who, .exports, at: now) { return wait }
        return rates.asked("page " + who, .pages, at: now)
    }

    /// The same for the files of its form, one by one.
    func sent(_ files: Int) -> Int64? {
        guard let who else { return nil }
        for _ in 0..<files { if let wait = rates.asked("file " + who, .files, at: now) { return wait } }
        return nil
    }

    /// Only what failed counts against an address: a whole office may come from one.
    func answered(_ status: Int) {
        if isSignIn, status == 403, let address { rates.take("in " + address, .signIn, at: now) }
    }

    private var isSignIn: Bool { route.method == .post && ["/:o/sign-in", "/:o/second"].contains(route.path) }

    private var address: String? { visit.address.isEmpty ? nil : Rates.network(visit.address) }

    /// A session, or where there is none the address.
    private var who: String? { visit.visitor == nil ? address : CSRF.token(visit.secret) }
}
