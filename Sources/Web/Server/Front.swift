package import Kernel
import Desk
import Jobs
import Journal
import Seal

/// The way of a request: route, who it is, whether a form may be taken, the handler, and what goes back. Any
/// server hands its requests here.
package struct Front: Sendable {
    let site: WebSite
    private let table = RouteTable(Routes.all)

    package init(_ site: WebSite) { self.site = site }

    /// The most bytes of a body that this address takes: more than a form has only of somebody who is signed
    /// in, since it is held in memory.
    package func limit(_ call: Call) async -> Int {
        guard case .route(let route, let params) = table.find(call.method, call.path) else { return 0 }
        if route.limit <= Route.formLimit { return route.limit }
        let visit = try? await visit(call, bare(call, params), in: params["o"])
        return visit?.visitor == nil ? Route.formLimit : route.limit
    }

    /// Answers; never throws, and what goes wrong is a page too.
    package func answer(_ call: Call) async -> Outcome {
        let clock = ContinuousClock(), start = clock.now
        var outcome = await found(call)
        defer {
            let time = start.passed(clock.now)
            site.metrics.count(Routes.method(call.method), outcome.route, outcome.status, milliseconds: time)
        }
        let said = Set(outcome.headers.map(\.name))
        outcome.headers += SecurityHeaders.all(isSecure: site.settings.isSecure).filter { !said.contains($0.name) }
        if outcome.header("Cache-Control") == nil { outcome.headers.append(("Cache-Control", "private, no-store")) }
        if call.method == "HEAD" { outcome.body = [] }
        return outcome
    }

    /// The answer for a body that is larger than ``limit(_:)``.
    package func tooLarge(_ call: Call) async -> Outcome { await answer(call, with: .tooLarge) }

    private func found(_ call: Call) async -> Outcome {
        switch table.find(call.method, call.path) {
        case .nothing: return await answer(call, with: .nothing)
        case .method(let methods):
            var outcome = await answer(call, with: .method)
            outcome.headers.append(("Allow", methods.map(\.rawValue).joined(separator: ", ")))
            return outcome
        case .route(let route, let params): return await run(route, params, call)
        }
    }

    private func answer(_ call: Call, with problem: ErrorPage.Problem) async -> Outcome {
        // Also an address that there is not is looked at as whoever is signed in in its street.
        let street = call.path.split(separator: "/").first.flatMap { Fields.decoded($0) }
        let plain = bare(call, [:])
        let visit = (try? await self.visit(call, plain, in: street)) ?? plain
        return send(.page(ErrorPage.page(problem, visit)), visit)
    }

    private func run(_ route: Route, _ params: [String: String], _ call: Call) async -> Outcome {
        var visit = bare(call, params)
        do throws(Refusal) {
            visit = try await self.visit(call, visit, in: params["o"])
            let limits = site.rates.map { RateGuard(rates: $0, route: route, visit: visit, now: site.desk.wall) }
            if let wait = limits?.asked() { return tooMany(wait, route, visit) }
            if let problem = Self.take(&visit, call, route) {
                if case .token = problem, let kept = try await HeldForm(visit: visit, route: route).keep(call) {
                    return send(kept, visit, route)
                }
                if case .token = problem, Self.isOld(&visit, call) {
                    var outcome = send(try await answer(route, visit), visit, route)
                    outcome.status = 403
                    return outcome
                }
                return send(.page(ErrorPage.page(problem, visit)), visit, route) }
            if let wait = limits?.sent(visit.files.count) { return tooMany(wait, route, visit) }
            if let reply = try await StepUp.take(&visit) { return send(reply, visit, route) }
            let outcome = send(try await answer(route, visit), visit, route)
            limits?.answered(outcome.status)
            return outcome
        } catch {
            return send(.page(ErrorPage.page(.refusal(error), visit)), visit, route)
        }
    }

    private func tooMany(_ wait: Int64, _ route: Route, _ visit: Visit) -> Outcome {
        var outcome = send(.page(ErrorPage.page(.tooMany, visit)), visit, route)
        outcome.headers.append((name: "Retry-After", value: String((wait + 999) / 1000)))
        return outcome
    }

    private func answer(_ route: Route, _ visit: Visit) async throws(Refusal) -> Reply {
        switch route.handler {
        case .open(let handler): return try await handler(visit)
        case .inside(let handler):
            guard let visitor = visit.visitor else { return SignInPage.way(visit) }
            if visitor.factor == .missing, !route.isOwn { return .redirect(visit.at("/me/second")) }
            guard route.isKept else { return try await handler(visit, visitor) }
            return try await visit.kept(visitor) { () async throws(Refusal) in try await handler(visit, visitor) }
        }
    }

    /// Reads the form of a POST and looks whether it may be taken.
    private static func take(_ visit: inout Visit, _ call: Call, _ route: Route) -> ErrorPage.Problem? {
        guard visit.isPost else { return nil }
        guard call.body.count <= route.limit else { return .tooLarge }
        let headers = call.headers
        guard CSRF.comesFromHere(site: headers["sec-fetch-site"], origin: headers["origin"], host: headers["host"]) else {
            return .foreign
        }
        guard read(&visit, call, files: route.takesFiles) else { return .form }
        return CSRF.fits(visit.form[CSRF.field], visit.secret) ? nil : .token
    }

    /// A form of our own page whose token is of an earlier sign-in: whoever is signed in now gets it back as
    /// it was typed, with a token of today, and nothing is done.
    private static func isOld(_ visit: inout Visit, _ call: Call) -> Bool {
        let isOurs = call.headers["sec-fetch-site"] == "same-origin" || call.headers["origin"] != nil
        guard isOurs, visit.visitor != nil, visit.form["go"] != nil, visit.form["id"] != nil else { return false }
        for (name, value) in [("go", "edit"), ("one", nil), (StepUp.field, nil)] { visit.form.set(name, value) }
        visit.notice = Phrase(
            "登录变了，填好的都在。请看一遍再提交，什么也没有记下。",
            "Your sign-in has changed; what you filled in is here. Look at it and send it again: nothing was recorded.")
        return true
    }

    private static func read(_ visit: inout Visit, _ call: Call, files: Bool) -> Bool {
        let type = call.headers["content-type"] ?? ""
        if files, type.hasPrefix("multipart/form-data") {
            guard let sent = Multipart(call.body, type: type) else { return false }
            (visit.form, visit.files) = (sent.fields, sent.files)
            return true
        }
        guard type.hasPrefix("application/x-www-form-urlencoded"), let text = String(validating: call.body, as: UTF8.self),
              let form = Fields(urlencoded: text) else { return false }
        visit.form = form
        return true
    }

    /// Who it is, in a street; an address without one looks at nobody. Throws `store.…`.
    private func visit(_ call: Call, _ plain: Visit, in street: String?) async throws(Refusal) -> Visit {
        guard let token = call.cookies[site.sessionCookie], token.utf8.count == 64, let street, let org = try? Code(street),
              let visitor = try await site.desk.visitor(token, of: org) else { return plain }
        var visit = Visit(
            site: site, isPost: plain.isPost, path: plain.path, params: plain.params.merging(["o": street]) { known, _ in known },
            query: plain.query, language: plain.language, isLarge: plain.isLarge, secret: token, isNewSecret: false,
            address: call.address, isLocal: call.isLocal, visitor: visitor)
        if visitor.factor == .wanted { (visit.visitor, visit.halfway) = (nil, visitor) }
        return visit
    }

    private func bare(_ call: Call, _ params: [String: String]) -> Visit {
        let cookies = call.cookies
        let door = cookies[site.doorCookie].flatMap { $0.utf8.count == 64 ? $0 : nil }
        return Visit(
            site: site, isPost: call.method == "POST", path: call.path, params: params,
            query: Fields(urlencoded: call.query) ?? Fields(), language: LookCookies.language(cookies),
            isLarge: cookies[LookCookies.large] == "1", secret: door ?? RandomToken.session(), isNewSecret: door == nil,
            address: call.address, isLocal: call.isLocal, visitor: nil)
    }

    private func send(_ reply: Reply, _ visit: Visit, _ route: Route? = nil) -> Outcome {
        let sender = ReplySender(site: site, visit: visit)
        var outcome = sender.send(reply)
        outcome.route = route?.path ?? ""
        (outcome.org, outcome.user) = (visit.visitor?.street.code.text, visit.visitor?.user.user.text)
        return outcome
    }
}

extension ContinuousClock.Instant {
    /// Milliseconds until a later one.
    package func passed(_ later: ContinuousClock.Instant) -> Int {
        let (seconds, atto) = duration(to: later).components
        return Int(seconds * 1000 + atto / 1_000_000_000_000_000)
    }
}
