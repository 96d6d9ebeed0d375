package import Kernel
import Ledger

extension SuspendForm: Stored {
    package func write(to text: inout JSONText) {
        text.open()
        text.put("until", until)
        text.put("reason", reason)
        text.close()
    }

    package init(scan: inout JSONScan) throws(JSONScan.Foreign) {
        try scan.open()
        until = try scan.take("until")
        reason = try scan.take("reason")
        try scan.close()
    }
}

extension NoteForm: Stored {
    package func write(to text: inout JSONText) {
        text.open()
        text.put("text", self.text)
        text.put("photos", photos)
        text.close()
    }

    package init(scan: inout JSONScan) throws(JSONScan.Foreign) {
        try scan.open()
        text = try scan.take("text")
        photos = try scan.find("photos")
        try scan.close()
    }
}

extension VisitForm: Stored {
    package func write(to text: inout JSONText) {
        text.open()
        text.put("visitors", visitors)
        text.put("findings", findings)
        text.put("photos", photos)
        text.close()
    }

    package init(scan: inout JSONScan) throws(JSONScan.Foreign) {
        try scan.open()
        visitors = try scan.take("visitors")
        findings = try scan.take("findings")
        photos = try scan.find("photos")
        try scan.close()
    }
}

extension Vehicle: Stored {
    package func write(to text: inout JSONText) {
        text.open()
        text.put("kind", kind)
        text.put("count", count)
        text.close()
    }

    package init(scan: inout JSONScan) throws(JSONScan.Foreign) {
        try scan.open()
        kind = try scan.take("kind")
        count = try scan.take("count")
        try scan.close()
    }
}

extension DispatchForm: Stored {
    package func write(to text: inout JSONText) {
        text.open()
        text.put("contractor", contractor)
        text.put("workers", workers)
        text.put("vehicles", vehicles)
        text.put("due", due)
        text.close()
    }

    package init(scan: inout JSONScan) throws(JSONScan.Foreign) {
        try scan.open()
        contractor = try scan.take("contractor")
        workers = try scan.find("workers")
        vehicles = try scan.find("vehicles")
        due = try scan.find("due")
        try scan.close()
    }
}

extension StepForm: Stored {
    package func write(to text: inout JSONText) {
        text.open()
        text.put("note", note)
        text.put("photos", photos)
        text.close()
    }

    package init(scan: inout JSONScan) throws(JSONScan.Foreign) {
        try scan.open()
        note = try scan.find("note")
        photos = try scan.find("photos")
        try scan.close()
    }
}

extension InspectForm: Stored {
    package func write(to text: inout JSONText) {
        text.open()
        text.put("pass", pass)
        text.put("note", note)
        text.put("photos", photos)
        text.close()
    }

    package init(scan: inout JSONScan) throws(JSONScan.Foreign) {
        try scan.open()
        pass = try scan.take("pass")
        note = try scan.take("note")
        photos = try scan.find("photos")
        try scan.close()
    }
}

extension CallbackForm: Stored {
    package func write(to text: inout JSONText) {
        text.open()
        text.put("contacted", contacted)
        text.put("solved", solved)
        text.put("satisfied", satisfied)
        text.put("note", note)
        text.close()
    }

    package init(scan: inout JSONScan) throws(JSONScan.Foreign) {
        try scan.open()
        contacted = try scan.take("contacted")
        solved = try scan.find("solved")
        satisfied = try scan.find("satisfied")
        note = try scan.find("note")
        try scan.close()
    }
}

extension RateForm: Stored {
    package func write(to text: inout JSONText) {
        text.open()
        text.put("solved", solved)
        text.put("satisfied", satisfied)
        text.put("note", note)
        text.close()
    }

    package init(scan: inout JSONScan) throws(JSONScan.Foreign) {
        try scan.open()
        solved = try scan.take("solved")
        satisfied = try scan.take("satisfied")
        note = try scan.find("note")
        try scan.close()
    }
}

extension PublishForm: Stored {
    package func write(to text: inout JSONText) {
        text.open()
        text.put("text", self.text)
        text.put("photos", photos)
        text.close()
    }

    package init(scan: inout JSONScan) throws(JSONScan.Foreign) {
        try scan.open()
        text = try scan.take("text")
        photos = try scan.find("photos")
        try scan.close()
    }
}
