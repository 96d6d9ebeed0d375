import Foundation
import Kernel
import TestKit
import Testing

/// The tables of an audit bureau, read again by a reader of this file's own, and compared with themselves and with reports.
struct AuditExportTests {
    private typealias Row = [String: String]

    /// Cells in quotes only where they need them, CRLF, a byte order mark.
    private func table(_ program: Program, _ path: String) throws -> [Row] {
        let text = try program.text(program.folder.file(path))
        #expect(text.hasPrefix("\u{FEFF}"))
        var rows: [[String]] = [[]]
        var cell = "", isQuoted = false
        for sign in text.dropFirst().unicodeScalars {
            switch (sign, isQuoted) {
            case ("\"", _): isQuoted.toggle()
            case (",", false):
                rows[rows.count - 1].append(cell)
                cell = ""
            case ("\n", false):
                rows[rows.count - 1].append(cell)
                cell = ""
                rows.append([])
            case ("\r", false): break
            default: cell.unicodeScalars.append(sign)
            }
        }
        let header = rows[0]
        for row in rows.dropLast() { #expect(row.count == header.count) }
        return rows.dropFirst().dropLast().map { Row(uniqueKeysWithValues: zip(header, $0)) }
    }

    private func fen(_ row: Row, _ column: String) throws -> Int64 {
        try Fen(yuan: try #require(row[column]), signed: true).value
    }

    private func play(_ program: Program) async throws {
        try await program.run("init")
        try await program.run("apply", Program.sample("2026-year.jsonl"))
        for file in ["icbc", "treasury"] {
            let path = Program.sample("statements/\(file).csv")
            try await program.run("import", "statement", path, "--new-account", "--as", "wu.fang")
        }
        try await program.run("finance", "match", "--confirm", "sure", "--as", "wu.fang")
        try await program.run("apply", Program.sample("2027-q1.jsonl"))
    }

    private func export(_ program: Program, _ folder: String, environment: [String: String] = [:]) async throws {
        let outcome = try await program.shell(
            [Program.binary, "audit", "export", "--year", "2026", "--format", "csv", "--out", program.folder.file(folder)],
            environment: environment)
        #expect(outcome.code == 0, "\(outcome.messages)")
    }

    @Test("the tables agree with each other, with the trial balance, and are the same bytes everywhere")
    func tables() async throws {
        try await Program.with(.sqlite) { program in
            try await play(program)
            try await export(program, "a")
            try await export(program, "b", environment: ["TZ": "America/New_York", "LANG": "de_DE.UTF-8", "LC_ALL": "C"])
            let names = try FileManager.default.contentsOfDirectory(atPath: program.folder.file("a")).sorted()
            #expect(names.count == 20 && names.first == "01_电子账簿.csv" && names.last == "99_校验.csv")
            for name in names {
                let (one, other) = (try program.text(program.folder.file("a/" + name)), try program.text(program.folder.file("b/" + name)))
                #expect(one == other, "\(name)")
                #expect(one.firstMatch(of: /(?:^|[^0-9])1[3-9][0-9]{9}(?:[^0-9]|$)/) == nil, "\(name): a mobile number")
            }
            try vouchers(try table(program, "a/05_记账凭证.csv"), try table(program, "a/03_科目余额.csv"))
            try balances(try table(program, "a/03_科目余额.csv"), try table(program, "a/04_辅助余额.csv"))
            try await compare(program, try table(program, "a/03_科目余额.csv"))
            for check in try table(program, "a/99_校验.csv") {
                #expect(check["行数"] == String(try table(program, "a/" + (check["文件"] ?? "")).count))
            }
        }
    }

    /// Debits equal credits of every voucher and system; months sum to the vouchers.
    private func vouchers(_ rows: [Row], _ balances: [Row]) throws {
        var difference: [String: Int64] = [:], turnover: [String: [Int64]] = [:]
        for row in rows {
            let (debit, credit) = (try fen(row, "借方发生额"), try fen(row, "贷方发生额"))
            difference["\(row["会计体系"] ?? "") \(row["源凭证号"] ?? "")", default: 0] += debit - credit
            let key = "\(row["会计月份"] ?? "") \(row["科目编码"] ?? "")"
            let before = turnover[key] ?? [0, 0, 0]
            turnover[key] = [before[0] + debit, before[1] + credit, before[2] + 1]
        }
        #expect(difference.count > 300 && difference.values.allSatisfy { $0 == 0 })
        for row in balances {
            let own = turnover.removeValue(forKey: "\(row["会计月份"] ?? "") \(row["科目编码"] ?? "")") ?? [0, 0, 0]
            let told = [try fen(row, "借方发生额"), try fen(row, "贷方发生额"), Int64(row["分录数"] ?? "") ?? -1]
            #expect(own == told, "\(row["会计月份"] ?? "") \(row["科目编码"] ?? "")")
        }
        #expect(turnover.isEmpty)
    }

    /// Opening and turnover give the closing; what is told by appropriation, source, job and contractor sums to the account.
    private func balances(_ accounts: [Row], _ parts: [Row]) throws {
        let columns = ["年初", "期初", "期末"]
        let amounts = { (row: Row) in
            try columns.map { try fen(row, $0 + "借方余额") - fen(row, $0 + "贷方余额") } + [try fen(row, "借方发生额"), try fen(row, "贷方发生额")]
        }
        var sums: [String: [Int64]] = [:]
        for row in parts {
            let key = [row["会计月份"], row["科目编码"], row["辅助类型"]].compactMap(\.self).joined(separator: " ")
            sums[key] = zip(sums[key] ?? [0, 0, 0, 0, 0], try amounts(row)).map { $0 + $1 }
        }
        for row in accounts {
            let own = try amounts(row)
            #expect(own[1] + own[3] - own[4] == own[2])
            for kind in ["指标", "资金来源", "工单", "施工单位"] {
                let key = [row["会计月份"], row["科目编码"], kind].compactMap(\.self).joined(separator: " ")
                // The parts of a balance that came to nothing are not told any more.
                let (part, told) = (sums[key] ?? [0, 0, 0, 0, 0], own)
                #expect(Array(part[1...]) == Array(told[1...]), "\(key)")
            }
        }
    }

    /// Month 12 is the trial balance before the close, month 13 the one after it.
    private func compare(_ program: Program, _ rows: [Row]) async throws {
        var count = 0
        for (closed, month) in [([String](), "12"), (["--closed"], "13")] {
            for book in ["I", "F", "B"] {
                let report = try await program.shell(
                    [Program.binary, "report", "trial-balance", "--book", book, "--year", "2026", "--json"] + closed)
                guard case .array(let items)? = try JSONParser.parse(Array(report.out.utf8))["rows"] else { continue }
                for item in items {
                    guard let account = item["account"]?.string else { continue }
                    let digits = account.replacing(".", with: "")
                    let number = book == "I" ? digits : String(digits.dropFirst())
                    guard let row = rows.first(where: { $0["科目编码"] == number && $0["会计月份"] == month }) else { continue }
                    #expect(row["期末借方余额"] == item["closingDebit"]?.string && row["期末贷方余额"] == item["closingCredit"]?.string, "\(account) \(month)")
                    count += 1
                }
            }
        }
        #expect(count > 40)
    }

    private static let python = ["/usr/bin/python3", "/usr/local/bin/python3"].first(where: FileManager.default.isExecutableFile)

    @Test("a bundle is the same bytes twice, proves itself, and no byte of it is free", .enabled(if: python != nil, "python3 is not installed"))
    func bundle() async throws {
        let tool = try #require(Self.python)
        try await Program.with(.sqlite) { program in
            try await play(program)
            try await program.run("audit", "key", "new", "--out", program.folder.file("k"))
            for name in ["a.zip", "b.zip"] {
                let outcome = try await program.run(
                    "audit", "export", "--year", "2026", "--format", "bundle", "--no-documents", "--sign", program.folder.file("k"),
                    "--out", program.folder.file(name))
                #expect(outcome.code == 0, "\(outcome.messages)")
            }
            let files = try ["a.zip", "b.zip"].map { try Data(contentsOf: URL(filePath: program.folder.file($0))) }
            #expect(files[0] == files[1])
            let script = Program.root + "/Sources/Desk/Exporting/Bundle/verify.py"
            let good = try await program.shell([tool, script, program.folder.file("a.zip")])
            #expect(good.code == 0, "\(good.out)\(good.messages)")
            #expect(try await program.run("year", "show", "2026").code == 0, "the year is closed, or step 8 proves nothing")
            let other = try await program.shell([tool, script, program.folder.file("a.zip"), "--key", String(repeating: "0", count: 64)])
            #expect(other.code == 1, "\(other.out)")
            let same = try await program.run("audit", "import-check", program.folder.file("a.zip"))
            #expect(same.code == 0, "\(same.out)\(same.messages)")
            let flipped = try await program.shell([tool, "-c", Self.flips, script, program.folder.file("a.zip")])
            #expect(flipped.code == 0 && flipped.out.hasPrefix("flipped"), "\(flipped.out)\(flipped.messages)")
        }
    }

    /// Of every entry each byte of its heads in the archive and in the directory, of its name the first, of its data the first, the
    /// middle and the last, and all behind them; then a byte inside each file, packed again so that the archive itself is whole.
    private static let flips = """
        import importlib.util, struct, sys, zlib
        sys.dont_write_bytecode = True
        spec = importlib.util.spec_from_file_location("verify", sys.argv[1])
        verify = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(verify)
        data = open(sys.argv[2], "rb").read()

        def pack(files):
            out, directory = b"", b""
            for name, text in files.items():
                packer = zlib.compressobj(6, zlib.DEFLATED, -15)
                body, path = packer.compress(text) + packer.flush(), name.encode()
                sums = struct.pack("<III", zlib.crc32(text), len(body), len(text))
                fixed = struct.pack("<HHHHH", 20, 0x0808, 8, 0, 0x21)
                directory += struct.pack("<IH", 0x02014B50, 20) + fixed + sums + struct.pack("<HHHHHII", len(path), 0, 0, 0, 0, 0, len(out)) + path
                out += struct.pack("<I", 0x04034B50) + fixed + bytes(12) + struct.pack("<HH", len(path), 0) + path + body
                out += struct.pack("<I", 0x08074B50) + sums
            return out + directory + struct.pack("<IHHHHIIH", 0x06054B50, 0, 0, len(files), len(files), len(directory), len(out), 0)

        def judge(bytes_):
            return verify.verify(bytes_, None, lambda text: None)

        free = []
        count, size, start = struct.unpack("<HII", data[-12:-2])
        places, at = set(range(len(data) - 22, len(data))), start
        for _ in range(count):
            packed, length = struct.unpack("<I", data[at + 20:at + 24])[0], struct.unpack("<H", data[at + 28:at + 30])[0]
            offset = struct.unpack("<I", data[at + 42:at + 46])[0]
            body, here, at = offset + 30 + length, at, at + 46 + length
            places |= set(range(here, here + 47)) | set(range(offset, offset + 31)) | {body, body + packed // 2} | set(range(body + packed - 1, body + packed + 16))
        for place in sorted(places):
            wrong = bytearray(data)
            wrong[place] ^= 0xFF
            if judge(bytes(wrong)) not in (1, 2):
                free.append(place)
        files = verify.unzip(data)
        if judge(pack(files)) != 0:
            free.append("packed again")
        for name, text in files.items():
            wrong = dict(files)
            middle = len(text) // 2
            wrong[name] = text[:middle] + bytes([text[middle] ^ 1 if text else 65]) + text[middle + 1:]
            if judge(pack(wrong)) not in (1, 2):
                free.append(name)
        print("flipped %d, %d" % (len(places), len(files)) if not free else "free: %s" % free)
        """
}
