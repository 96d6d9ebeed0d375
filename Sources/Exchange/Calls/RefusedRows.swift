package import Kernel

extension CallMapping {
    /// Adds calls that a rule refused to the bad rows of a batch, with their cells as they stand in the file, which is read
    /// once more for them. `refused` tells the reason of each line. Throws what reading throws.
    package func add(
        _ refused: [Int: Refusal], to batch: inout CallBatch, from source: any ByteSource
    ) throws(Refusal) {
        guard !refused.isEmpty else { return }
        try source.rewind()
        let reader = try CSVReader(source, delimiter: delimiter, encoding: encoding)
        var table = try CSVTable(reader, wanted: columns.wanted)
        while let row = try table.next() {
            guard let refusal = refused[row.line] else { continue }
            let fault = RowFault(line: row.line, column: nil, name: nil, refusal: refusal)
            batch.badRows.append(.init(line: row.line, cells: row.texts, faults: [fault]))
        }
        batch.badRows.sort { $0.line < $1.line }
    }
}
