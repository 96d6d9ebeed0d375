package import Formats
import Kernel

/// What reading an export gave: the good calls, and the faults of the file. The cells of bad rows are not
/// kept; whoever wants them reads the file again (``CallMapping/rejects(from:refused:_:_:)``).
package struct CallBatch: Sendable {
    package var calls: [ImportedCall] = []
    /// How many rows cannot be imported.
    package internal(set) var bad = 0
    /// The line of the first of them.
    package internal(set) var firstBad: Int?
    /// Their faults, as far as they are kept.
    package internal(set) var faults = FaultList<RowFault>()
    /// A fault of the CSV itself, after which nothing could be read any more. Such a file is not imported in
    /// part. It is among the faults.
    package internal(set) var broken: RowFault?

    /// Sheets of a workbook that have something, but no calls.
    package internal(set) var otherSheets: [String] = []

    package init() {}
}
