package import Journal
package import Kernel
package import Ledger

/// How a year was closed, as its certificate tells it: the record with its link of the chain, and how many
/// vouchers the year has in all.
package struct ClosingFacts: Sendable {
    package let record: Record
    /// nil for a close that is only looked at beforehand.
    package let stored: StoredRecord?
    package let vouchers: Int

    package init(_ record: Record, stored: StoredRecord?, vouchers: Int) {
        self.record = record
        self.stored = stored
        self.vouchers = vouchers
    }

    var close: YearClose? {
        for event in record.events { if case .yearClosed(let close) = event { return close } }
        return nil
    }
}
