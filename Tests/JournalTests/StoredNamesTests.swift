import Journal
import Jobs
import Kernel
import TestKit
import Testing

/// The names under which events are stored, pinned: a name that was ever written must be read for ever. A field may be
/// added here; none may be changed or taken out.
struct StoredNamesTests {
    private static let pinned = """
        accepted: category community due form
        agreed: agreement
        appropriated: amount appropriation cash documentNo kind
        authorized: due form moves
        bankEntered: form
        called: form
        calledBack: form
        cancelled: reason released
        changed: change form slip
        claimed: above amounts form revision tax total
        closed:
        contractorAdded: contractor
        contractorUpdated: contractor
        disputed: reason
        dispatched: form
        estateAdded: estate
        finished: form
        fundsCorrected: form right
        fundsRecalled: form
        fundsReceived: form
        fundsReturned: form
        fundsTransferred: form
        inspected: form
        invoiceVoided: number reason red
        invoiced: invoice revision source
        job: event job
        matched: custody form
        merged: into reason released
        noted: form
        paid: amount day paymentNo shares
        policyAdopted: effective policy
        published: form
        rated: form
        recovered: amount day reason reference shares
        refunded: amount cause kind paymentNo reason reverses shares
        regraded: due form scope
        rejected: reason released
        released: amount day early paymentNo shares
        resolved: note
        resumed: due
        returned: form
        reversed: reason reverses revision shares
        reviewed: approved form tax
        reworked: reason
        settled: approved document rate retention retentionDue shares warranty
        signed: held note released total
        slipSigned: moves slip total
        started: form
        statementImported: form
        statementVoided: account form
        streetOpened: form
        surveyed: above form mark surveyors tax total
        suspended: form
        transferred: reason released unit
        unmatched: form
        userAdded: user
        userDisabled: user
        visited: form
        withheld: amount reason shares
        yearAssessed: form
        yearClosed: close
        close: accepted checks digests jobs perAppropriation year
        digests: after before
        """

    @Test("the stored names of every event and its fields are those that were ever written")
    func names() {
        var found: [String: Set<String>] = [:]
        let closed = WorkedStreet.closed(accrual: true).records.suffix(1)
        for record in RecordRoundtripTests.everything.records + closed {
            for event in record.events { Self.collect(JSON(event), into: &found) }
        }
        let lines = found.map { name, fields in (name + ": " + fields.sorted().joined(separator: " ")).trimmed }.sorted()
        let pinned = Self.pinned.split(separator: "\n").map { String($0).trimmed }.sorted()
        #expect(lines.filter { !pinned.contains($0) } == [], "written and not pinned")
        #expect(pinned.filter { !lines.contains($0) } == [], "pinned and not written")
    }

    private static func collect(_ json: JSON, into found: inout [String: Set<String>]) {
        guard case .object(let members) = json else { return }
        for member in members {
            guard case .object(let fields) = member.value else { continue }
            found[member.name, default: []].formUnion(fields.map(\.name))
            if member.name == "job", let inner = member.value["event"] { collect(inner, into: &found) }
            if member.name == "yearClosed" { collect(member.value, into: &found) }
            if member.name == "close" { collect(member.value, into: &found) }
            if member.name == "fundsCorrected", let right = member.value["right"] { collect(right, into: &found) }
        }
    }
}

extension String {
    fileprivate var trimmed: String { split(separator: " ").joined(separator: " ") }
}
