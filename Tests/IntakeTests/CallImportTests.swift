import Intake
import Formats
import Jobs
import Kernel
import TestKit
import Testing

@Suite struct CallImportTests {
    private static let samples = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3)
        .joined(separator: "/") + "/samples/"

    private static func mapping(_ name: String) throws -> CallMapping {
        let source = try FileSource(path: samples + "mappings/" + name)
        var bytes: [UInt8] = []
        while let piece = try source.next() { bytes += piece }
        return try CallMapping.read(yaml: String(decoding: bytes, as: UTF8.self), file: name)
    }

    @Test func readsARealYearOfBoston() throws {
        let mapping = try Self.mapping("boston311.yaml")
        let clock = ContinuousClock()
        let start = clock.now
        let batch = try mapping.read(FileSource(path: Self.samples + "boston-311-2015-repairs.csv"))
        print("boston: \(batch.calls.count) calls in \(clock.now - start)")
        #expect(batch.faults.isEmpty)
        #expect(batch.calls.count == 5890)
        let asOf = try Instant("2016-01-12T13:38:57-05:00")
        try Self.expectKnownFigures(batch.calls, asOf: asOf)
        let counts = Dictionary(grouping: batch.calls, by: \.category.text).mapValues(\.count)
        #expect(counts == ["road": 4170, "tree": 785, "drain": 405, "water": 530])
        #expect(batch.calls.first?.at.text == "2015-01-01T21:35:00+08:00")
        #expect(batch.calls.first?.address.text == "95 Brook Farm Rd West Roxbury MA 02132")
        #expect(batch.calls.first?.position == .init(lat: "42.2915", lon: "-71.1683"))
    }

    /// The city's own figures (samples/README.md), from the same clocks that pages and reports ask.
    private static func expectKnownFigures(_ calls: [ImportedCall], asOf: Instant) throws {
        let clocks = try calls.enumerated().map { index, call in
            let job = Job(number: try Code("2015-\(index + 1)"), call: try call.form.decode(), at: call.at, by: try Code("desk"))
            return JobClocks(job, asOf: asOf)
        }
        #expect(clocks.count { $0.finished != nil } == 5109 && clocks.count { $0.isOpen } == 781)
        #expect(clocks.count { $0.finish?.isLate ?? false } == 2751)
        #expect(clocks.count { $0.finish?.standing == .met } == 2434)
        #expect(clocks.count { $0.finish?.standing == .missed } == 2020)
        #expect(clocks.count { $0.isOverdue } == 731)
        let labelled = clocks.filter { $0.job.outside?.label != nil }
        #expect(labelled.count == 5882)
        #expect(labelled.allSatisfy { ($0.job.outside?.label == .late) == ($0.finish?.isLate ?? false) })
    }

    @Test func readsAHotlineExportInGB18030() throws {
        let batch = try Self.mapping("12345.yaml").read(FileSource(path: Self.samples + "12345-export.csv"))
        #expect(batch.faults.isEmpty)
        let codes = ["drain", "septic", "water", "wall", "roof", "manhole", "light", "other"]
        #expect(batch.calls.map(\.category.text) == codes)
        let first = try #require(batch.calls.first)
        #expect(first.description.text == "院内下水道堵塞。2号楼与3号楼之间的污水井冒水，\n污水已漫到单元门口。")
        #expect(first.address.text == "宁海路街道西桥社区西桥7号院")
        #expect(first.community?.text == "西桥社区")
        #expect(first.at.text == "2026-03-05T08:12:30+08:00")
        #expect(first.caller?.phone?.text == "025-00000001")
        #expect(first.caller?.confidential == true)
        #expect(first.target == nil)
        #expect(batch.calls.map(\.line) == [2, 4, 5, 6, 7, 8, 9, 10])
    }

    private static let small = """
        name: t
        columns:
          {ref: no, calledAt: at, category: kind, description: [head, body], address: place, lat: lat,
           lon: lon, callerPhone: phone, label: label}
        dateFormat: "%Y-%m-%d %H:%M"
        zone: +08:00
        categories: {table: {a: drain}}
        labels: {L: late}
        constants: {channel: phone}
        """

    private static let header = "no,at,kind,head,body,place,lat,lon,phone,label\n"

    private static func read(_ rows: String) throws -> CallBatch {
        let mapping = try CallMapping.read(yaml: small, file: nil)
        return try mapping.read(MemorySource(Array((header + rows).utf8), name: "x.csv"))
    }

    @Test func tellsAllFaultsAtOnce() throws {
        let long = String(repeating: "长", count: 201)
        let batch = try Self.read("""
            1,2026-03-05 08:00,a,h,b,p,,,,
            2,2026-02-30 08:00,b,,,\(long),91,0,\(long),X
            1,2026-03-05 08:01,a,h,b,p,,,,
            3,2026-03-05 08:02,a,"h
            ",b,"p\u{202E}",1,,,
            4,2026-03-05,a
            5,2026-03-05 08:03,a,h,b,"  p\t q\n r ",1.5,-0.25,1,L

            """)
        let found = batch.faults.map { fault in
            let refusal = fault.refusal
            return [
                "\(fault.line):\(fault.column ?? 0)", fault.name ?? "-",
                refusal.code.rawValue, refusal["value"] ?? "-",
            ].joined(separator: " ")
        }
        #expect(found == [
            "3:2 at input.value 2026-02-30 08:00", "3:3 kind input.value b", "3:4 head input.empty -",
            "3:6 place input.textTooLong " + String(repeating: "长", count: 40) + "…",
            "3:7 lat input.value 91",
            "3:9 phone input.textTooLong -", "3:10 label input.value X",
            "4:1 no input.value 1",
            "6:6 place input.control p\u{202E}", "6:8 lon input.empty -",
            "7:4 - input.malformed -",
        ])
        #expect(batch.faults.allSatisfy { $0.refusal["file"] == "x.csv" })
        #expect(batch.calls.map(\.ref.text) == ["1", "5"])
        #expect(batch.calls.last?.address.text == "p q r")
        #expect(batch.calls.last?.position == .init(lat: "1.5", lon: "-0.25"))
        #expect(batch.calls.last?.label == .late)
        #expect(batch.calls.map { $0.caller?.phone?.text } == [nil, "1"], "a phone without a name is a caller")
        #expect(batch.bad == 4 && batch.firstBad == 3)
    }

    @Test func aBrokenFileKeepsTheFaultsBeforeIt() throws {
        let batch = try Self.read("1,x,a,h,b,p,,,,\n2,2026-03-05 08:00,a,\"h\n")
        #expect(batch.faults.map(\.refusal.code) == [.inputValue, .inputTruncated])
        #expect(batch.broken?.line == 3)
        #expect(batch.broken?.column == 4)
    }

    @Test func badRowsCanBeCorrectedAndReadAgain() throws {
        let mapping = try CallMapping.read(yaml: Self.small, file: nil)
        let source = MemorySource(Array((Self.header + "1,x,a,h,b,p,,,-1,\n2,y,a\n").utf8), name: "x.csv")
        var text: [UInt8] = []
        try mapping.rejects(from: source, refused: [:], .zh) { text += $0 }
        let lines = String(decoding: text, as: UTF8.self).split(separator: "\n")
        #expect(lines.count == 3)
        #expect(lines[0] == "no,at,kind,head,body,place,lat,lon,phone,label,line,reason")
        #expect(lines[1].hasPrefix("1,x,a,h,b,p,,,-1,,2,"))
        #expect(lines[2].hasPrefix("2,y,a,,,,,,,,3,"))
    }

    @Test(arguments: [
        ("zone: +08:00", "zone: Nowhere/City", "zone", RefusalCode.inputValue),
        ("dateFormat: \"%Y-%m-%d %H:%M\"", "dateFormat: \"%Y\"", "dateFormat", .inputValue),
        ("labels: {L: late}", "labels: {L: never}", "labels.L", .inputValue),
        ("category: kind, ", "", "columns.category", .inputMissingField),
        ("address: place", "address: []", "columns.address", .inputEmpty),
        ("address: place", "address: {names: x}", "columns.address.names", .inputWrongType),
        ("address: place", "address: 5", "columns.address", .inputWrongType),
        ("name: t", "name: t\ncolour: red", "colour", .inputUnknownField),
        ("name: t", "name: t\nencoding: latin1", "encoding", .inputValue),
        ("constants: {channel: phone}", "constants: {}", "constants.channel", .inputMissingField),
    ])
    func refusesAMapping(_ part: String, _ other: String, _ field: String, _ code: RefusalCode) throws {
        do {
            _ = try CallMapping.read(yaml: Self.small.replacing(part, with: other), file: "m.yaml")
            Issue.record("was read")
        } catch {
            let refusal = error
            #expect(refusal.code == code)
            #expect(refusal["field"] == field)
            #expect(refusal["file"] == "m.yaml")
        }
    }

    @Test func namesTheColumnsThatTheFileLacks() throws {
        let mapping = try CallMapping.read(yaml: Self.small, file: nil)
        #expect(throws: Refusal(.inputColumn, ["column": "place、lat、lon", "file": "x.csv"])) {
            try mapping.read(MemorySource(Array("no,at,kind,head,body,phone,label\n".utf8), name: "x.csv"))
        }
    }
}
