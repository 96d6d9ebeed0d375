package import Kernel
import Ledger

extension JobEvent {
    package init(scan: inout JSONScan) throws(JSONScan.Foreign) {
        guard let read = Self.readers[try scan.only()] else { throw JSONScan.Foreign() }
        try scan.open()
        do { self = try read(&scan) } catch { throw JSONScan.Foreign() }
        try scan.close()
        try scan.close()
    }

    /// Throws ``JSONScan/Foreign`` and nothing else.
    typealias Reader = @Sendable (inout JSONScan) throws -> JobEvent

    /// By stored name, the members in the order in which they are written.
    static let readers: [String: Reader] = [
        "called": {
            .called(
                form: try $0.take("form"), warranty: try $0.find("warranty"),
                reopens: try $0.find("reopens"))
        },
        "accepted": {
            .accepted(
                form: try $0.take("form"), category: try $0.take("category"), due: try $0.take("due"),
                community: try $0.find("community"))
        },
        "regraded": {
            .regraded(
                form: try $0.take("form"), scope: try $0.take("scope"), due: try $0.find("due"))
        },
        "rejected": { .rejected(reason: try $0.take("reason"), released: try $0.take("released")) },
        "transferred": {
            .transferred(
                unit: try $0.take("unit"), reason: try $0.take("reason"),
                released: try $0.take("released"))
        },
        "merged": {
            .merged(
                into: try $0.take("into"), reason: try $0.find("reason"),
                released: try $0.take("released"))
        },
        "visited": { .visited(form: try $0.take("form")) },
        "surveyed": {
            .surveyed(
                form: try $0.take("form"), total: try $0.take("total"), mark: try $0.take("mark"),
                surveyors: try $0.take("surveyors"), tax: try $0.find("tax"), above: try $0.find("above"))
        },
        "authorized": {
            .authorized(
                form: try $0.take("form"), due: try $0.take("due"), moves: try $0.take("moves"))
        },
        "signed": {
            .signed(
                total: try $0.take("total"), note: try $0.find("note"),
                released: try $0.take("released"), held: try $0.take("held"))
        },
        "slipSigned": {
            .slipSigned(
                slip: try $0.take("slip"), note: try $0.find("note"), total: try $0.take("total"),
                moves: try $0.take("moves"))
        },
        "dispatched": { .dispatched(form: try $0.take("form")) },
        "started": { .started(form: try $0.take("form")) },
        "finished": { .finished(form: try $0.take("form")) },
        "inspected": { .inspected(form: try $0.take("form")) },
        "reworked": { .reworked(reason: try $0.take("reason")) },
        "changed": {
            .changed(
                slip: try $0.take("slip"), form: try $0.take("form"), change: try $0.take("change"),
                above: try $0.find("above"))
        },
        "returned": { .returned(form: try $0.take("form")) },
        "claimed": {
            .claimed(
                revision: try $0.take("revision"), form: try $0.take("form"),
                amounts: try $0.take("amounts"), tax: try $0.take("tax"), total: try $0.take("total"),
                above: try $0.find("above"))
        },
        "reviewed": {
            .reviewed(
                form: try $0.take("form"), tax: try $0.take("tax"), approved: try $0.take("approved"))
        },
        "disputed": { .disputed(reason: try $0.take("reason")) },
        "resolved": { .resolved(note: try $0.take("note")) },
        "settled": {
            .settled(
                approved: try $0.take("approved"), retention: try $0.take("retention"),
                rate: try $0.find("rate"), retentionDue: try $0.find("retentionDue"),
                shares: try $0.take("shares"), document: try $0.find("document"),
                warranty: try $0.find("warranty"))
        },
        "invoiced": {
            .invoiced(
                invoice: try $0.take("invoice"), source: try $0.take("source"),
                revision: try $0.take("revision"))
        },
        "invoiceVoided": {
            .invoiceVoided(
                number: try $0.take("number"), reason: try $0.take("reason"), red: try $0.find("red"))
        },
        "paid": {
            .paid(
                paymentNo: try $0.take("paymentNo"), day: try $0.take("day"),
                amount: try $0.take("amount"), shares: try $0.take("shares"))
        },
        "released": {
            .released(
                paymentNo: try $0.take("paymentNo"), day: try $0.take("day"),
                amount: try $0.take("amount"), shares: try $0.take("shares"), early: try $0.find("early"))
        },
        "refunded": {
            .refunded(
                kind: try $0.take("kind"), paymentNo: try $0.take("paymentNo"),
                reason: try $0.take("reason"), amount: try $0.take("amount"),
                shares: try $0.take("shares"), reverses: try $0.find("reverses"),
                cause: try $0.find("cause"))
        },
        "recovered": {
            .recovered(
                amount: try $0.take("amount"), day: try $0.take("day"),
                reference: try $0.take("reference"), reason: try $0.take("reason"),
                shares: try $0.take("shares"))
        },
        "withheld": {
            .withheld(
                amount: try $0.take("amount"), reason: try $0.take("reason"),
                shares: try $0.take("shares"))
        },
        "reversed": {
            .reversed(
                revision: try $0.take("revision"), reason: try $0.take("reason"),
                shares: try $0.take("shares"), reverses: try $0.find("reverses"))
        },
        "calledBack": { .calledBack(form: try $0.take("form")) },
        "rated": { .rated(form: try $0.take("form")) },
        "published": { .published(form: try $0.take("form")) },
        "closed": { .closed(reason: try $0.find("reason")) },
        "cancelled": { .cancelled(reason: try $0.take("reason"), released: try $0.take("released")) },
        "suspended": { .suspended(form: try $0.take("form")) },
        "resumed": { .resumed(due: try $0.find("due")) },
        "noted": { .noted(form: try $0.take("form")) },
    ]
}
