package import Kernel
import Ledger

/// Events by their stored names (`JobEvent+Stored`). What is missing here is read and written the slow way.
extension JobEvent: Stored {
    package func write(to text: inout JSONText) {
        text.open()
        writing(&text)
        text.close()
        text.close()
    }

    /// The name and the members, but for the end.
    private var writing: (inout JSONText) -> Void {
        switch self {
        case .called(let form, let warranty, let reopens):
            return {
                $0.event("called")
                $0.put("form", form)
                $0.put("warranty", warranty)
                $0.put("reopens", reopens)
            }
        case .accepted(let form, let category, let due, let community):
            return {
                $0.event("accepted")
                $0.put("form", form)
                $0.put("category", category)
                $0.put("due", due)
                $0.put("community", community)
            }
        case .regraded(let form, let scope, let due):
            return {
                $0.event("regraded")
                $0.put("form", form)
                $0.put("scope", scope)
                $0.put("due", due)
            }
        case .rejected(let reason, let released):
            return {
                $0.event("rejected")
                $0.put("reason", reason)
                $0.put("released", released)
            }
        case .transferred(let unit, let reason, let released):
            return {
                $0.event("transferred")
                $0.put("unit", unit)
                $0.put("reason", reason)
                $0.put("released", released)
            }
        case .merged(let into, let reason, let released):
            return {
                $0.event("merged")
                $0.put("into", into)
                $0.put("reason", reason)
                $0.put("released", released)
            }
        case .visited(let form):
            return {
                $0.event("visited")
                $0.put("form", form)
            }
        case .surveyed(let form, let total, let mark, let surveyors, let tax, let above):
            return {
                $0.event("surveyed")
                $0.put("form", form)
                $0.put("total", total)
                $0.put("mark", mark)
                $0.put("surveyors", surveyors)
                $0.put("tax", tax)
                $0.put("above", above)
            }
        case .authorized(let form, let due, let moves):
            return {
                $0.event("authorized")
                $0.put("form", form)
                $0.put("due", due)
                $0.put("moves", moves)
            }
        case .signed(let total, let note, let released, let held):
            return {
                $0.event("signed")
                $0.put("total", total)
                $0.put("note", note)
                $0.put("released", released)
                $0.put("held", held)
            }
        case .slipSigned(let slip, let note, let total, let moves):
            return {
                $0.event("slipSigned")
                $0.put("slip", slip)
                $0.put("note", note)
                $0.put("total", total)
                $0.put("moves", moves)
            }
        case .dispatched(let form):
            return {
                $0.event("dispatched")
                $0.put("form", form)
            }
        case .started(let form):
            return {
                $0.event("started")
                $0.put("form", form)
            }
        case .finished(let form):
            return {
                $0.event("finished")
                $0.put("form", form)
            }
        case .inspected(let form):
            return {
                $0.event("inspected")
                $0.put("form", form)
            }
        case .reworked(let reason):
            return {
                $0.event("reworked")
                $0.put("reason", reason)
            }
        case .changed(let slip, let form, let change, let above):
            return {
                $0.event("changed")
                $0.put("slip", slip)
                $0.put("form", form)
                $0.put("change", change)
                $0.put("above", above)
            }
        case .returned(let form):
            return {
                $0.event("returned")
                $0.put("form", form)
            }
        case .claimed(let revision, let form, let amounts, let tax, let total, let above):
            return {
                $0.event("claimed")
                $0.put("revision", revision)
                $0.put("form", form)
                $0.put("amounts", amounts)
                $0.put("tax", tax)
                $0.put("total", total)
                $0.put("above", above)
            }
        case .reviewed(let form, let tax, let approved):
            return {
                $0.event("reviewed")
                $0.put("form", form)
                $0.put("tax", tax)
                $0.put("approved", approved)
            }
        case .disputed(let reason):
            return {
                $0.event("disputed")
                $0.put("reason", reason)
            }
        case .resolved(let note):
            return {
                $0.event("resolved")
                $0.put("note", note)
            }
        case .settled(let approved, let retention, let rate, let retentionDue, let shares, let document, let warranty):
            return {
                $0.event("settled")
                $0.put("approved", approved)
                $0.put("retention", retention)
                $0.put("rate", rate)
                $0.put("retentionDue", retentionDue)
                $0.put("shares", shares)
                $0.put("document", document)
                $0.put("warranty", warranty)
            }
        case .invoiced(let invoice, let source, let revision):
            return {
                $0.event("invoiced")
                $0.put("invoice", invoice)
                $0.put("source", source)
                $0.put("revision", revision)
            }
        case .invoiceVoided(let number, let reason, let red):
            return {
                $0.event("invoiceVoided")
                $0.put("number", number)
                $0.put("reason", reason)
                $0.put("red", red)
            }
        case .paid(let paymentNo, let day, let amount, let shares):
            return {
                $0.event("paid")
                $0.put("paymentNo", paymentNo)
                $0.put("day", day)
                $0.put("amount", amount)
                $0.put("shares", shares)
            }
        case .released(let paymentNo, let day, let amount, let shares, let early):
            return {
                $0.event("released")
                $0.put("paymentNo", paymentNo)
                $0.put("day", day)
                $0.put("amount", amount)
                $0.put("shares", shares)
                $0.put("early", early)
            }
        case .refunded(let kind, let paymentNo, let reason, let amount, let shares, let reverses, let cause):
            return {
                $0.event("refunded")
                $0.put("kind", kind)
                $0.put("paymentNo", paymentNo)
                $0.put("reason", reason)
                $0.put("amount", amount)
                $0.put("shares", shares)
                $0.put("reverses", reverses)
                $0.put("cause", cause)
            }
        case .recovered(let amount, let day, let reference, let reason, let shares):
            return {
                $0.event("recovered")
                $0.put("amount", amount)
                $0.put("day", day)
                $0.put("reference", reference)
                $0.put("reason", reason)
                $0.put("shares", shares)
            }
        case .withheld(let amount, let reason, let shares):
            return {
                $0.event("withheld")
                $0.put("amount", amount)
                $0.put("reason", reason)
                $0.put("shares", shares)
            }
        case .reversed(let revision, let reason, let shares, let reverses):
            return {
                $0.event("reversed")
                $0.put("revision", revision)
                $0.put("reason", reason)
                $0.put("shares", shares)
                $0.put("reverses", reverses)
            }
        case .calledBack(let form):
            return {
                $0.event("calledBack")
                $0.put("form", form)
            }
        case .rated(let form):
            return {
                $0.event("rated")
                $0.put("form", form)
            }
        case .published(let form):
            return {
                $0.event("published")
                $0.put("form", form)
            }
        case .closed(let reason):
            return {
                $0.event("closed")
                $0.put("reason", reason)
            }
        case .cancelled(let reason, let released):
            return {
                $0.event("cancelled")
                $0.put("reason", reason)
                $0.put("released", released)
            }
        case .suspended(let form):
            return {
                $0.event("suspended")
                $0.put("form", form)
            }
        case .resumed(let due):
            return {
                $0.event("resumed")
                $0.put("due", due)
            }
        case .noted(let form):
            return {
                $0.event("noted")
                $0.put("form", form)
            }
        }
    }
}

extension JSONText {
    fileprivate mutating func event(_ name: StaticString) {
        self.name(name)
        open()
    }
}
