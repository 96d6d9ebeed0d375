/// The names under which events are stored: written by hand, here and nowhere else, so that renaming a
/// label in the code never renames a field of a journal. A name that was ever stored is not taken out:
/// stored values may only be widened (docs/ARCHITECTURE.md). `StoredNamesTests` pins the list.
extension JobEvent {
    enum CodingKeys: String, CodingKey {
        case called = "called", accepted = "accepted", regraded = "regraded", rejected = "rejected"
        case transferred = "transferred", merged = "merged", visited = "visited", surveyed = "surveyed"
        case authorized = "authorized", signed = "signed", slipSigned = "slipSigned"
        case dispatched = "dispatched", started = "started", finished = "finished"
        case inspected = "inspected", reworked = "reworked", changed = "changed", returned = "returned"
        case claimed = "claimed", reviewed = "reviewed", disputed = "disputed", resolved = "resolved"
        case settled = "settled", invoiced = "invoiced", invoiceVoided = "invoiceVoided", paid = "paid"
        case released = "released", refunded = "refunded", recovered = "recovered", withheld = "withheld"
        case reversed = "reversed", calledBack = "calledBack", closed = "closed", cancelled = "cancelled"
        case rated = "rated", published = "published"
        case suspended = "suspended", resumed = "resumed", noted = "noted"
    }

    enum CalledCodingKeys: String, CodingKey {
        case form = "form", warranty = "warranty", reopens = "reopens"
    }
    enum AcceptedCodingKeys: String, CodingKey {
        case form = "form", category = "category", due = "due", community = "community"
    }
    enum RegradedCodingKeys: String, CodingKey { case form = "form", scope = "scope", due = "due" }
    enum RejectedCodingKeys: String, CodingKey { case reason = "reason", released = "released" }
    enum TransferredCodingKeys: String, CodingKey {
        case unit = "unit", reason = "reason", released = "released"
    }
    enum MergedCodingKeys: String, CodingKey { case into = "into", reason = "reason", released = "released" }
    enum VisitedCodingKeys: String, CodingKey { case form = "form" }
    enum SurveyedCodingKeys: String, CodingKey {
        case form = "form", total = "total", mark = "mark", surveyors = "surveyors", tax = "tax"
        case above = "above"
    }
    enum AuthorizedCodingKeys: String, CodingKey { case form = "form", due = "due", moves = "moves" }
    enum SignedCodingKeys: String, CodingKey {
        case total = "total", note = "note", released = "released", held = "held"
    }
    enum SlipSignedCodingKeys: String, CodingKey {
        case slip = "slip", note = "note", total = "total", moves = "moves"
    }
    enum DispatchedCodingKeys: String, CodingKey { case form = "form" }
    enum StartedCodingKeys: String, CodingKey { case form = "form" }
    enum FinishedCodingKeys: String, CodingKey { case form = "form" }
    enum InspectedCodingKeys: String, CodingKey { case form = "form" }
    enum ReworkedCodingKeys: String, CodingKey { case reason = "reason" }
    enum ChangedCodingKeys: String, CodingKey {
        case slip = "slip", form = "form", change = "change", above = "above"
    }
    enum ReturnedCodingKeys: String, CodingKey { case form = "form" }
    enum ClaimedCodingKeys: String, CodingKey {
        case revision = "revision", form = "form", amounts = "amounts", tax = "tax", total = "total"
        case above = "above"
    }
    enum ReviewedCodingKeys: String, CodingKey { case form = "form", tax = "tax", approved = "approved" }
    enum DisputedCodingKeys: String, CodingKey { case reason = "reason" }
    enum ResolvedCodingKeys: String, CodingKey { case note = "note" }
    enum SettledCodingKeys: String, CodingKey {
        case approved = "approved", retention = "retention", rate = "rate", retentionDue = "retentionDue"
        case shares = "shares", document = "document", warranty = "warranty"
    }
    enum InvoicedCodingKeys: String, CodingKey {
        case invoice = "invoice", source = "source", revision = "revision"
    }
    enum InvoiceVoidedCodingKeys: String, CodingKey { case number = "number", reason = "reason", red = "red" }
    enum PaidCodingKeys: String, CodingKey {
        case paymentNo = "paymentNo", day = "day", amount = "amount", shares = "shares"
    }
    enum ReleasedCodingKeys: String, CodingKey {
        case paymentNo = "paymentNo", day = "day", amount = "amount", shares = "shares", early = "early"
    }
    enum RefundedCodingKeys: String, CodingKey {
        case kind = "kind", paymentNo = "paymentNo", reason = "reason", amount = "amount"
        case shares = "shares", reverses = "reverses", cause = "cause"
    }
    enum RecoveredCodingKeys: String, CodingKey {
        case amount = "amount", day = "day", reference = "reference", reason = "reason"
        case shares = "shares"
    }
    enum WithheldCodingKeys: String, CodingKey {
        case amount = "amount", reason = "reason", shares = "shares"
    }
    enum ReversedCodingKeys: String, CodingKey {
        case revision = "revision", reason = "reason", shares = "shares", reverses = "reverses"
    }
    enum CalledBackCodingKeys: String, CodingKey { case form = "form" }
    enum RatedCodingKeys: String, CodingKey { case form = "form" }
    enum PublishedCodingKeys: String, CodingKey { case form = "form" }
    enum ClosedCodingKeys: String, CodingKey { case reason = "reason" }
    enum CancelledCodingKeys: String, CodingKey { case reason = "reason", released = "released" }
    enum SuspendedCodingKeys: String, CodingKey { case form = "form" }
    enum ResumedCodingKeys: String, CodingKey { case due = "due" }
    enum NotedCodingKeys: String, CodingKey { case form = "form" }
}
