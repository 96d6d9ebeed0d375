/// What every answer says to the browser (web.md 3.2): nothing from another host, nothing inline, no frames.
package enum SecurityHeaders {
    static let policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; connect-src 'self'; "
        + "manifest-src 'self'; worker-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"

    package static func all(isSecure: Bool) -> [(name: String, value: String)] {
        let always = [
            ("Content-Security-Policy", policy),
            ("X-Content-Type-Options", "nosniff"),
            ("Referrer-Policy", "same-origin"),
            ("Permissions-Policy", "geolocation=(self), camera=(self), microphone=(), payment=()"),
            ("Cross-Origin-Opener-Policy", "same-origin"),
            ("Cross-Origin-Resource-Policy", "same-origin"),
        ]
        // Over plain HTTP a browser would pass it over.
        return always + (isSecure ? [("Strict-Transport-Security", "max-age=31536000")] : [])
    }
}
