package import Kernel

extension Queries {
    /// Which of these outside numbers are jobs already.
    package func known(_ refs: [Code], of org: Code) throws(Refusal) -> Set<Code> {
        var known: Set<Code> = []
        for ref in refs where try isKnown(ref, org) { known.insert(ref) }
        return known
    }

    private func isKnown(_ ref: Code, _ org: Code) throws(Refusal) -> Bool {
        let row = try connection.first(
            "SELECT 1 FROM taken WHERE org = $1 AND kind = 'ref' AND value = $2",
            [SQLValue(org.text), SQLValue(ref.text)])
        return row != nil
    }
}
