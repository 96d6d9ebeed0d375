package import Kernel
import Ledger

extension Authorization: Stored {
    package func write(to text: inout JSONText) {
        text.open()
        text.put("ceiling", ceiling)
        text.put("due", due)
        text.put("at", at)
        text.put("by", by)
        text.close()
    }

    package init(scan: inout JSONScan) throws(JSONScan.Foreign) {
        try scan.open()
        ceiling = try scan.take("ceiling")
        due = try scan.take("due")
        at = try scan.take("at")
        by = try scan.take("by")
        try scan.close()
    }
}

extension Review: Stored {
    package func write(to text: inout JSONText) {
        text.open()
        text.put("lines", lines)
        text.put("tax", tax)
        text.put("approved", approved)
        text.put("by", by)
        text.close()
    }

    package init(scan: inout JSONScan) throws(JSONScan.Foreign) {
        try scan.open()
        lines = try scan.take("lines")
        tax = try scan.take("tax")
        approved = try scan.take("approved")
        by = try scan.take("by")
        try scan.close()
    }
}

extension Suspension: Stored {
    package func write(to text: inout JSONText) {
        text.open()
        text.put("since", since)
        text.put("until", until)
        text.put("reason", reason)
        text.close()
    }

    package init(scan: inout JSONScan) throws(JSONScan.Foreign) {
        try scan.open()
        since = try scan.take("since")
        until = try scan.take("until")
        reason = try scan.take("reason")
        try scan.close()
    }
}

extension Pause: Stored {
    package func write(to text: inout JSONText) {
        text.open()
        text.put("from", from)
        text.put("to", to)
        text.close()
    }

    package init(scan: inout JSONScan) throws(JSONScan.Foreign) {
        try scan.open()
        from = try scan.take("from")
        to = try scan.take("to")
        try scan.close()
    }
}

extension Dispatch: Stored {
    package func write(to text: inout JSONText) {
        text.open()
        text.put("form", form)
        text.put("at", at)
        text.close()
    }

    package init(scan: inout JSONScan) throws(JSONScan.Foreign) {
        try scan.open()
        form = try scan.take("form")
        at = try scan.take("at")
        try scan.close()
    }
}

extension Due: Stored {
    package func write(to text: inout JSONText) {
        text.open()
        text.put("arrive", arrive)
        text.put("finish", finish)
        text.put("arriveUnit", arriveUnit)
        text.put("finishUnit", finishUnit)
        text.close()
    }

    package init(scan: inout JSONScan) throws(JSONScan.Foreign) {
        try scan.open()
        arrive = try scan.take("arrive")
        finish = try scan.take("finish")
        arriveUnit = try scan.take("arriveUnit")
        finishUnit = try scan.take("finishUnit")
        try scan.close()
    }
}

extension Rating: Stored {
    package func write(to text: inout JSONText) {
        text.open()
        text.put("form", form)
        text.put("at", at)
        text.close()
    }

    package init(scan: inout JSONScan) throws(JSONScan.Foreign) {
        try scan.open()
        form = try scan.take("form")
        at = try scan.take("at")
        try scan.close()
    }
}

extension LatestMove: Stored {
    package func write(to text: inout JSONText) {
        text.open()
        text.put("seq", seq)
        text.put("verb", verb)
        text.put("by", by)
        text.close()
    }

    package init(scan: inout JSONScan) throws(JSONScan.Foreign) {
        try scan.open()
        seq = try scan.take("seq")
        verb = try scan.take("verb")
        by = try scan.take("by")
        try scan.close()
    }
}
