package import Kernel

/// Whose the broken thing is, which decides whether the street may pay and from which source (design §6).
package enum Tenure: String, Sendable, Codable, CaseIterable {
    /// 无产权: nobody owns it; the street is the backstop.
    case unowned
    /// 三供一业移交小区: an estate handed over by a state firm.
    case transferred
    /// 有产权或物管: owned or under a property company; only 急难险重.
    case managed

    package var title: Phrase {
        switch self {
        case .unowned: Phrase("无产权", "unowned")
        case .transferred: Phrase("三供一业移交", "transferred")
        case .managed: Phrase("有产权或物管", "managed")
        }
    }
}

package enum Urgency: String, Sendable, Codable, CaseIterable {
    case ordinary, urgent, critical

    package var title: Phrase {
        switch self {
        case .ordinary: Phrase("一般", "ordinary")
        case .urgent: Phrase("紧急", "urgent")
        case .critical: Phrase("急难险重", "critical")
        }
    }
}
