import Kernel

/// What a handler answers; how it goes over the wire is the server's.
enum Reply: Sendable {
    case page(Page)
    /// A page in its frame, as it was sent before.
    case ready([UInt8])
    /// To another page, as the answer to a POST; cookies to set on the way.
    case redirect(String, cookies: [Cookie] = [])
    case file(File)

    struct File: Sendable {
        let bytes: [UInt8]
        let type: String
        /// What it is saved as; nil: shown.
        let name: String?
        /// Named by its content: it never changes.
        var isForever = false
        /// Somebody has sent it: it is looked at, and can do nothing.
        var isSent = false
    }
}

/// A page without its frame.
struct Page: Sendable {
    let title: String
    let body: HTML
    var status = 200
    /// Which entry of the navigation it belongs to.
    var place: Navigation.Place?
    var cookies: [Cookie] = []
    /// Said above it.
    var notice: Phrase?
    /// Asks the browser to look again after so many seconds.
    var refresh: Int?
    /// The browser keeps it for its way back: a form that is gone back to is the same form, with the same id.
    var isKept = false

    init(
        _ title: String, _ body: HTML, status: Int = 200, place: Navigation.Place? = nil, cookies: [Cookie] = [],
            refresh: Int? = nil
    ) {
        (self.title, self.body, self.status) = (title, body, status)
        (self.place, self.cookies, self.refresh) = (place, cookies, refresh)
    }
}

struct Cookie: Sendable, Equatable {
    let name: String
    /// nil: taken away.
    let value: String?
    /// Seconds; nil: as long as the browser is open.
    var age: Int?
    /// No script may read it.
    var isHidden = true
}
