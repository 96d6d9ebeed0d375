import Journal
import Kernel
import SQL

/// Checks a chain that is whole in one pass over the bytes as they lie in the database: nothing is decoded or
/// copied.
///
/// It says "whole" or nothing. What is wrong, and where first, ``Audit/searchChain()`` finds.
struct QuickChain {
    private var seq = 0
    private var links: LinkDigest?
    private var isWhole = true

    /// The verdict on a whole chain; nil where something is not as it must be.
    static func verdict(_ connection: any SQLConnection, org: Code) throws(Refusal) -> ChainVerdict? {
        var chain = QuickChain()
        try JournalReader(connection).scan(org) { (row) throws(Refusal) in
            if chain.isWhole { chain.isWhole = try chain.take(row) }
        }
        guard chain.isWhole, let links = chain.links else { return nil }
        return ChainVerdict(records: chain.seq, head: String(decoding: links.link, as: UTF8.self))
    }

    private mutating func take(_ row: SQLCells) throws(Refusal) -> Bool {
        seq += 1
        guard try row.int(0) == seq else { return false }
        var isRight = false
        try row.text(1) { (body) throws(Refusal) in
            let links = links ?? LinkDigest(Audit.algorithm(of: String(decoding: body, as: UTF8.self)))
            self.links = links
            try row.text(2) { prev in
                isRight = links.isLink(prev)
                links.take(prev: prev, seq: seq, body: body)
            }
            try row.text(3) { hash in isRight = isRight && links.isLink(hash) }
        }
        return isRight
    }
}
