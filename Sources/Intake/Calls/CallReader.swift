package import Formats
package import Kernel

extension CallMapping {
    /// Reads a whole export. Rows stream; good calls and the first faults are held.
    ///
    /// Throws only what makes the file as a whole unreadable: `file.missing`, `file.unreadable`,
    /// `input.column`, a fault of the CSV above or in the header. Everything else is in the batch.
    package func read(_ source: any ByteSource) throws(Refusal) -> CallBatch {
        var batch = CallBatch()
        batch.broken = try each(source, opened: { batch.otherSheets = $1 }, { (row, call, faults) throws(Refusal) in
            if let call, faults.isEmpty { return batch.calls.append(call) }
            batch.bad += 1
            batch.firstBad = batch.firstBad ?? row.line
            batch.faults += faults
        })
        if let broken = batch.broken { batch.faults.append(broken) }
        return batch
    }

    /// Says which header there is, and which sheets of a workbook are not read. Hands over every row with
    /// its call, or with the reasons why there is none; returns a fault of the CSV itself, behind which
    /// nothing can be read. Throws what opening the table throws, and what `opened` and `body` throw.
    func each(
        _ source: any ByteSource, opened: (_ header: [String], _ otherSheets: [String]) throws(Refusal) -> Void,
        _ body: (CSVRow, ImportedCall?, [RowFault]) throws(Refusal) -> Void
    ) throws(Refusal) -> RowFault? {
        let sheet = try CallSheet.find(in: source, self)
        var table = try CSVTable(reader(of: source, sheet), wanted: columns.wanted)
        try opened(table.header, sheet?.others ?? [])
        var lines: [Code: Int] = [:]
        while true {
            let row: CSVRow?
            do {
                row = try table.next()
            } catch {
                return Self.fault(of: error)
            }
            guard let row else { return nil }
            let (call, faults) = judge(row, of: table, seen: &lines)
            try body(row, call, faults)
        }
    }

    private func reader(of source: any ByteSource, _ sheet: CallSheet.Found?) throws(Refusal) -> CSVReader {
        guard let sheet else { return try CSVReader(source, delimiter: delimiter, encoding: encoding) }
        return try CSVReader(sheet.text)
    }

    /// A row's call, or its faults. `lines` tells where each ref stood first.
    private func judge(
        _ row: CSVRow, of table: borrowing CSVTable, seen lines: inout [Code: Int]
    ) -> (call: ImportedCall?, faults: [RowFault]) {
        if let fault = table.shapeFault(row) { return (nil, [Self.fault(of: fault)]) }
        var cells = CallCells(row: row, header: table.header, places: table.places, file: table.file)
        let call = call(&cells)
        if let call {
            if let first = lines[call.ref] {
                let expected = Phrase("不与第 \(first) 行重复的编号", "a number that line \(first) does not have")
                cells.refuse(
                    Refusal(.inputValue, ["value": call.ref.text]).adding("expected", expected.en, expected), columns.ref)
            } else {
                lines[call.ref] = row.line
            }
        }
        return (cells.faults.isEmpty ? call : nil, cells.faults)
    }

    /// The call of a row, or nil with the reasons in `cells.faults`.
    private func call(_ cells: inout CallCells) -> ImportedCall? {
        let ref = cells.required(columns.ref, CallDetails.ref)
        let at = cells.required(columns.calledAt, instant)
        let category = cells.required(columns.category, categories.code)
        let description = cells.value(columns.description, or: constants.description, CallDetails.prose)
        let address = cells.value(columns.address, or: constants.address, CallDetails.label)
        let rest = CallDetails(self, calledAt: at, &cells)
        guard let ref, let at, let category, let description, let address else { return nil }
        return ImportedCall(
            ref: ref, at: at, channel: constants.channel, category: category, description: description,
            address: address, community: rest.community, estate: rest.estate, position: rest.position,
            caller: rest.caller, target: rest.target, closed: rest.closed, label: rest.label,
            line: cells.row.line)
    }

    func instant(_ text: String) throws(Refusal) -> Instant {
        try dateFormat.reading(text.oneLine).instant(in: zone)
    }

    private static func fault(of refusal: Refusal) -> RowFault {
        RowFault(
            line: refusal["line"].flatMap { Int($0) } ?? 0, column: refusal["column"].flatMap { Int($0) },
            name: nil, refusal: refusal)
    }
}

extension CallMapping.Categories {
    /// Throws `category.unknown` with the export's word as `category`.
    fileprivate func code(_ text: String) throws(Refusal) -> Code {
        let word = text.oneLine
        if let code = table[word] ?? other { return code }
        let expected = Phrase("对应关系文件 categories 中的值", "a value of the mapping's table")
        throw Refusal(.inputValue, ["value": word.excerpt]).adding("expected", expected.en, expected)
    }
}
