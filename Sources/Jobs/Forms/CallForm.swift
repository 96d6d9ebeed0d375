package import Kernel

package struct CallForm: Hashable, Sendable, Codable {
    package let ref: Label?
    package let channel: Label
    package let caller: CallerMark?
    package let site: Site
    package let category: Code
    @Detail package var description: Prose
    package let outside: OutsideFacts?
    /// The outside number is that of a job that has ended: take it up again as a new job that names the old
    /// one.
    package let reopen: Bool?
}

extension CallForm: Stored {
    package func write(to text: inout JSONText) {
        text.open()
        text.put("ref", ref)
        text.put("channel", channel)
        text.put("caller", caller)
        text.put("site", site)
        text.put("category", category)
        text.put("description", description)
        text.put("outside", outside)
        text.put("reopen", reopen)
        text.close()
    }

    package init(scan: inout JSONScan) throws(JSONScan.Foreign) {
        try scan.open()
        ref = try scan.find("ref")
        channel = try scan.take("channel")
        caller = try scan.find("caller")
        site = try scan.take("site")
        category = try scan.take("category")
        _description = try scan.take(detail: "description")
        outside = try scan.find("outside")
        reopen = try scan.find("reopen")
        try scan.close()
    }
}
