/// The faults of a file, of which so many are kept as a person may want to read: a file can hold millions.
package struct FaultList<Fault: Sendable>: Sendable, Sequence {
    /// The most that are kept.
    package static var limit: Int { 1_000 }

    private var kept: [Fault] = []
    /// How many more there were.
    package private(set) var more = 0

    package init() {}

    package var isEmpty: Bool { kept.isEmpty }

    /// All of them, kept or not.
    package var count: Int { kept.count + more }

    package mutating func append(_ fault: @autoclosure () -> Fault) {
        if kept.count < Self.limit { kept.append(fault()) } else { more += 1 }
    }

    package static func += (list: inout FaultList, faults: some Sequence<Fault>) {
        for fault in faults { list.append(fault) }
    }

    /// With what the other has kept, and what it has not.
    package static func += (list: inout FaultList, other: FaultList) {
        for fault in other.kept { list.append(fault) }
        list.more += other.more
    }

    /// Each of them as something else; as many are not kept.
    package func mapped<Other: Sendable>(_ change: (Fault) -> Other) -> FaultList<Other> {
        var list = FaultList<Other>()
        list += kept.map(change)
        list.more = more
        return list
    }

    package func makeIterator() -> IndexingIterator<[Fault]> { kept.makeIterator() }
}
