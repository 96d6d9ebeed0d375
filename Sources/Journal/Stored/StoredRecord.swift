import Jobs
package import Kernel
import Ledger

extension Record: Stored {
    package func write(to text: inout JSONText) {
        text.open()
        text.put("seq", seq)
        text.put("org", org)
        text.put("id", id)
        text.put("by", by)
        text.put("role", role)
        text.put("via", via)
        text.put("at", at)
        text.put("recorded", recorded)
        text.put("rules", rules)
        text.put("job", job)
        text.put("command", keptCommand)
        text.put("events", events)
        text.put("vouchers", vouchers)
        text.close()
    }

    package init(scan: inout JSONScan) throws(JSONScan.Foreign) {
        try scan.open()
        seq = try scan.take("seq")
        org = try scan.take("org")
        id = try scan.take("id")
        by = try scan.take("by")
        role = try scan.take("role")
        via = try scan.find("via")
        at = try scan.take("at")
        recorded = try scan.take("recorded")
        rules = try scan.take("rules")
        job = try scan.find("job")
        keptCommand = try scan.take("command")
        events = try scan.take("events")
        vouchers = try scan.take("vouchers")
        try scan.close()
    }
}

/// Steps of jobs are by far the most; the others go the slow way.
extension Event: Stored {
    package func write(to text: inout JSONText) {
        guard case .job(let job, let event) = self else { return JSON(self).write(to: &text) }
        text.open()
        text.name("job")
        text.open()
        text.put("job", job)
        text.put("event", event)
        text.close()
        text.close()
    }

    package init(scan: inout JSONScan) throws(JSONScan.Foreign) {
        let start = scan
        try scan.open()
        guard scan.has("job") else {
            scan = start
            self = try scan.checked(JSON(scan: &scan))
            return
        }
        try scan.open()
        self = .job(job: try scan.take("job"), event: try scan.take("event"))
        try scan.close()
        try scan.close()
    }
}

extension JSONScan {
    fileprivate func checked(_ json: JSON) throws(Foreign) -> Event {
        do throws(Refusal) {
            return try json.decode(Event.self)
        } catch {
            throw Foreign()
        }
    }
}

extension Via: Stored {
    package func write(to text: inout JSONText) {
        text.open()
        text.put("channel", channel)
        text.put("auth", auth)
        text.put("client", client)
        text.close()
    }

    package init(scan: inout JSONScan) throws(JSONScan.Foreign) {
        try scan.open()
        let (channel, auth): (Channel, Auth) = (try scan.take("channel"), try scan.take("auth"))
        self.init(channel, auth, client: try scan.find("client"))
        try scan.close()
    }
}

extension Via.Channel: Stored {}
extension Via.Auth: Stored {}
