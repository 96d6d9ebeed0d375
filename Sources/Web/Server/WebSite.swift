package import Desk
package import Kernel

/// The server as one value: the desk that it opens a way to, and how it was set up.
package struct WebSite: Sendable {
    package struct Settings: Sendable {
        /// Behind a proxy that speaks TLS: cookies say so. Without it only practice streets are shown.
        package var isSecure = true
        package var version = "1.1.0"

        package init(isSecure: Bool = true) { self.isSecure = isSecure }
    }

    package let desk: Desk
    package let passwords: PasswordWork
    package let settings: Settings
    package let metrics = Metrics()
    /// nil: photos are neither taken nor shown.
    package let pictures: PictureWork?
    /// nil: nothing is limited.
    package let rates: Rates?
    /// Where bundles and backups are kept; nil: none are made here.
    package let vault: FileVault?
    let pages = KeptPages()
    let runs = BackgroundRuns()

    package init(
        _ desk: Desk, passwords: PasswordWork = PasswordWork(), settings: Settings = Settings(), rates: Rates? = Rates(),
        pictures: PictureWork? = nil, vault: FileVault? = nil
    ) {
        (self.desk, self.passwords, self.settings, self.rates) = (desk, passwords, settings, rates)
        (self.pictures, self.vault) = (pictures, vault)
    }

    /// With the prefix a browser takes it only over TLS, from this host, for all of it.
    var sessionCookie: String { settings.isSecure ? "__Host-yjb" : "yjb" }
    /// Before anybody signed in: what the token of the sign-in form is made from.
    var doorCookie: String { settings.isSecure ? "__Host-yjb-door" : "yjb-door" }
}
