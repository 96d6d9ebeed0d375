package import Kernel

/// What is gone through one after another and not kept: a street may have more jobs than memory should
/// hold. It may be gone through again, and is then read again.
///
/// One that reads from a store is of use only where the store is being read, as its connection is; nothing
/// else would be sent anywhere.
package struct Feed<Element>: @unchecked Sendable {
    package typealias Take = (Element) throws(Refusal) -> Void

    private let read: (Take) throws(Refusal) -> Void
    private let fault: ReadingFault

    package init(_ elements: [Element]) {
        self.init(ReadingFault()) { (take) throws(Refusal) in for element in elements { try take(element) } }
    }

    /// What `read` throws, `fault` keeps.
    package init(_ fault: ReadingFault, _ read: @escaping (Take) throws(Refusal) -> Void) {
        (self.fault, self.read) = (fault, read)
    }

    package func each(_ body: (Element) -> Void) {
        do throws(Refusal) {
            try read { (element) throws(Refusal) in body(element) }
        } catch {
            fault.keep(error)
        }
    }

    package func map<Other>(_ other: @escaping (Element) -> Other) -> Feed<Other> {
        let read = read
        return Feed<Other>(fault) { (take) throws(Refusal) in
            try read { (element) throws(Refusal) in try take(other(element)) }
        }
    }

    package func compactMap<Other>(_ other: (Element) -> Other?) -> [Other] {
        var found: [Other] = []
        each { if let made = other($0) { found.append(made) } }
        return found
    }

    package func flatMap<Other>(_ others: (Element) -> [Other]) -> [Other] {
        var found: [Other] = []
        each { found += others($0) }
        return found
    }

    package func filter(_ isWanted: (Element) -> Bool) -> [Element] { compactMap { isWanted($0) ? $0 : nil } }

    /// Kept, for the few that a test or a page looks at.
    package var all: [Element] { filter { _ in true } }
}

/// Why something could not be read to its end. A report makes no provision for that: whoever made the
/// snapshot asks when the report is done (``CatalogueEntry/document(_:_:)``), and throws it away.
package final class ReadingFault: @unchecked Sendable {
    package private(set) var refusal: Refusal?

    package init() {}

    /// The first one counts.
    package func keep(_ refusal: Refusal) { self.refusal = self.refusal ?? refusal }
}
