package import Journal
package import Kernel
import SQL
import Seal

extension Audit {
    /// Checks the chain alone: numbers without gaps, each record's link to the one before, and the hash of
    /// its bytes. What the records say is not looked at. Throws `org.unknown` for an empty journal.
    package func verifyChain(against anchor: Anchor? = nil) throws(Refusal) -> Result<ChainVerdict, Finding> {
        // What cannot even be read is named by the search.
        let whole = (try? QuickChain.verdict(connection, org: org)) ?? nil
        let found = if let whole { Result<ChainVerdict, Finding>.success(whole) } else { try searchChain() }
        if case .success = found, let anchor, let finding = try missing(anchor) { return .failure(finding) }
        return found
    }

    /// The first link that does not hold.
    func searchChain() throws(Refusal) -> Result<ChainVerdict, Finding> {
        var (seq, head, algorithm) = (0, Chain.genesis, DigestAlgorithm.sha256)
        var finding: Finding?
        try JournalReader(connection).each(org) { (stored) throws(Refusal) in
            if finding != nil { return }
            seq += 1
            if seq == 1 { algorithm = Self.algorithm(of: stored.body) }
            let hash = Chain.hash(algorithm, prev: stored.prev, seq: stored.seq, body: stored.body, with: Digest.of)
            if stored.seq != seq {
                finding = Finding(seq: seq, field: "seq", expected: String(seq), found: String(stored.seq))
            } else if stored.prev != head {
                finding = Finding(seq: seq, field: "prev", expected: head, found: stored.prev)
            } else if stored.hash != hash {
                finding = Finding(seq: seq, field: "hash", expected: hash, found: stored.hash)
            }
            head = stored.hash
        }
        if let finding { return .failure(finding) }
        if seq == 0 { return .failure(try unopened()) }
        return .success(ChainVerdict(records: seq, head: head))
    }

    /// The algorithm that the street was opened with.
    static func algorithm(of first: String) -> DigestAlgorithm {
        guard case .streetOpened(let form)? = (try? Record(body: first))?.events.first else { return .sha256 }
        return form.hash ?? .sha256
    }
}
