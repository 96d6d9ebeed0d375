import Kernel
import Seal

/// A file that pages need, served under the hash of its bytes: what was fetched once need never be asked for
/// again, and a new version has another address.
struct Asset: Sendable {
    let name: String
    let type: String
    let bytes: [UInt8]
    let hash: String

    private init(_ name: String, _ type: String, _ bytes: [UInt8]) {
        (self.name, self.type, self.bytes) = (name, type, bytes)
        hash = String(Hex.encode(Digest.of(.sha256, bytes)).prefix(16))
    }

    var path: String { "/assets/\(hash)/\(name)" }

    static let style = Asset("app.css", "text/css; charset=utf-8", PackageResources.app_css)
    static let print = Asset("print.css", "text/css; charset=utf-8", PackageResources.print_css)
    static let icons = Asset("icons.svg", "image/svg+xml", PackageResources.icons_svg)
    static let script = Asset("app.js", "text/javascript; charset=utf-8", PackageResources.app_js)
    static let all = [style, print, icons, script]

    static func show(_ visit: Visit) async throws(Refusal) -> Reply {
        let found = all.first { $0.name == visit.params["file"] && $0.hash == visit.params["hash"] }
        guard let found else { return .page(ErrorPage.page(.nothing, visit)) }
        return .file(.init(bytes: found.bytes, type: found.type, name: nil, isForever: true))
    }
}

/// Drawings of the sprite.
enum Icon {
    static func of(_ name: String) -> HTML {
        "<svg class=\"i\" width=\"20\" height=\"20\" aria-hidden=\"true\"><use href=\"\(Asset.icons.path)#\(name)\"/></svg>"
    }

    /// Within a chip.
    static func small(_ name: String) -> HTML {
        "<svg class=\"i\" width=\"16\" height=\"16\" aria-hidden=\"true\"><use href=\"\(Asset.icons.path)#\(name)\"/></svg>"
    }

    static let mark: HTML = """
        <svg class="mark" width="32" height="32" aria-hidden="true"><use href="\(Asset.icons.path)#mark"/></svg>
        """

    /// The only ornament.
    static let street: HTML = """
        <svg class="street" viewBox="0 0 320 104" aria-hidden="true"><use href="\(Asset.icons.path)#street"/></svg>
        """
}
