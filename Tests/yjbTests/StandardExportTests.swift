import Foundation
import TestKit
import Testing

/// The exports with the names of GB/T 24589 and ISO 21378, read again by Python and compared with the tables of an audit bureau; and
/// every form as it was known.
struct StandardExportTests {
    private static let python = ["/usr/bin/python3", "/usr/local/bin/python3"].first(where: FileManager.default.isExecutableFile)
    private static let forms = ["csv", "gbt24589", "iso21378", "plaintext", "bundle"]

    private func export(_ program: Program, _ form: String, _ out: String, _ more: String...) async throws {
        let parts = form == "bundle" ? ["--no-documents"] : []
        let outcome = try await program.shell(
            [Program.binary, "audit", "export", "--year", "2026", "--format", form, "--out", program.folder.file(out)] + parts + more)
        #expect(outcome.code == 0, "\(form): \(outcome.messages)")
    }

    @Test("files are well-formed, their sums are those of the tables; as known then they are the same bytes after later commands",
          .enabled(if: python != nil, "python3 is not installed"))
    func standards() async throws {
        let tool = try #require(Self.python)
        try await Program.with(.sqlite) { program in
            try await program.run("init")
            try await program.run("apply", Program.sample("2026-year.jsonl"))
            for form in Self.forms { try await export(program, form, "a-" + form) }
            try await program.run("apply", Program.sample("2027-q1.jsonl"))
            for form in Self.forms {
                try await export(program, form, "b-" + form, "--known-at", "2026-12-31")
                let same = try await program.shell(
                    [tool, "-c", Self.same, program.folder.file("a-" + form), program.folder.file("b-" + form)])
                #expect(same.code == 0 && same.out.hasPrefix("ok"), "\(form): \(same.out.prefix(500))\(same.messages)")
            }
            for form in ["csv", "gbt24589", "iso21378"] { try await export(program, form, "c-" + form) }
            for (name, script) in [("gbt24589", Self.national), ("iso21378", Self.flat)] {
                for side in ["a", "c"] {
                    let outcome = try await program.shell(
                        [tool, "-c", script, program.folder.file("\(side)-csv"), program.folder.file("\(side)-\(name)")])
                    #expect(outcome.code == 0 && outcome.out.hasPrefix("ok"), "\(side) \(name): \(outcome.out)\(outcome.messages)")
                }
            }
        }
    }

    @Test("how the budget classifies an appropriation stands in every export that has a place for it")
    func classified() async throws {
        try await Program.with(.sqlite) { program in
            try await program.run("init")
            let lines = try program.text(Program.sample("2026-year.jsonl")).split(separator: "\n").prefix(40).joined(separator: "\n")
            try await program.run("apply", "-", input: lines + "\n")
            let granted = try await program.shell([
                Program.binary, "fund", "appropriate", "KL-1", "--as", "wu.fang", "--kind", "original", "--source", "minsheng", "--amount", "100", "--document",
                "分〔2026〕1号", "--function", "2120399", "--dept-economic", "30213", "--gov-economic", "50209", "--fund-nature",
                "governmentFund", "--project", "JJ01=急修", "--level", "upper",
            ])
            #expect(granted.code == 0, "\(granted.messages)")
            for form in ["csv", "gbt24589", "iso21378"] { try await export(program, form, form) }
            let read = { (path: String) in try program.text(program.folder.file(path)) }
            #expect(try read("csv/07_指标.csv").contains("2120399,30213,50209,政府性基金,JJ01,急修,上级,"))
            let vouchers = try read("csv/05_记账凭证.csv").split(separator: "\r\n").filter { $0.contains("KL-1") }
            #expect(!vouchers.isEmpty && vouchers.allSatisfy { $0.contains("2120399,30213,政府性基金,分〔2026〕1号,JJ01,") }, "\(vouchers)")
            let national = try read("gbt24589/公共档案.xml") + read("gbt24589/总账.xml")
            for text in ["<档案值编码>2120399<", "<档案值名称>急修<", "<辅助项4编号>2120399<", "<辅助项8编号>JJ01<"] {
                #expect(national.contains(text), "\(text)")
            }
            let names = try FileManager.default.contentsOfDirectory(atPath: program.folder.file("iso21378"))
            let details = try #require(names.first { $0.contains("GL_Details") })
            let flat = try read("iso21378/" + details).split(separator: "\r\n").filter { $0.contains("KL-1") }
            #expect(!flat.isEmpty && flat.allSatisfy { $0.contains(#""2120399","30213","50209","政府性基金","JJ01","上级""#) }, "\(flat)")
        }
    }

    @Test("a year before the first or after the present is refused by name in every form")
    func years() async throws {
        try await Program.with(.sqlite) { program in
            try await program.run("init")
            try await program.run("apply", Program.sample("2026-year.jsonl"))
            for (form, year) in Self.forms.flatMap({ form in ["1990", "2099"].map { (form, $0) } }) {
                let outcome = try await program.run("audit", "export", "--year", year, "--format", form, "--out", program.folder.file("x"))
                #expect(outcome.code == 1 && outcome.messages.contains("year.unknown"), "\(form) \(year): \(outcome.messages)")
                #expect(!FileManager.default.fileExists(atPath: program.folder.file("x")))
            }
        }
    }

    /// The access log, which is no part of the journal, goes on: 19 may differ, and with it what sums it up.
    private static let same = """
        import os, sys, zipfile

        def files(path):
            if os.path.isdir(path):
                return {name: open(os.path.join(path, name), "rb").read() for name in os.listdir(path)}
            with zipfile.ZipFile(path) as archive:
                return {name: archive.read(name) for name in archive.namelist()}

        one, other = files(sys.argv[1]), files(sys.argv[2])
        logged = ("19_拒绝日志.csv", "99_校验.csv", "MANIFEST.json", "HEAD.txt")
        bad = [name for name in set(one) | set(other) if one.get(name) != other.get(name) and not name.endswith(logged)]
        print("ok" if one and not bad else bad)
        """

    private static let tables = """
        import csv, os, re, sys
        from collections import defaultdict
        from decimal import Decimal

        def table(name):
            with open(os.path.join(sys.argv[1], name), encoding="utf-8-sig", newline="") as file:
                return list(csv.DictReader(file))

        def turnover(rows, month, account, debit, credit):
            sums = defaultdict(lambda: [Decimal(0), Decimal(0)])
            for row in rows:
                own = sums[min(12, int(row[month])), row[account]]
                own[0], own[1] = own[0] + Decimal(row[debit]), own[1] + Decimal(row[credit])
            return {key: value for key, value in sums.items() if any(value)}

        balances, vouchers = table("03_科目余额.csv"), table("05_记账凭证.csv")
        told = turnover(balances, "会计月份", "科目编码", "借方发生额", "贷方发生额")
        assert len(told) > 50 and told == turnover(vouchers, "会计月份", "科目编码", "借方发生额", "贷方发生额")

        """

    private static let national = tables + """
        import xml.etree.ElementTree as ET
        books = {}
        for name in ("公共档案", "总账"):
            root = ET.parse(os.path.join(sys.argv[2], name + ".xml")).getroot()
            assert root.tag == name and not root.attrib
            for row in root:
                assert not row.attrib and all(not len(field) and not field.attrib for field in row)
                fields = [field.tag for field in row]
                assert len(set(fields)) == len(fields)
                books.setdefault(row.tag, []).append({field.tag: field.text or "" for field in row})
        own, lines = books["科目余额及发生额"], books["记账凭证"]
        assert len(own[0]) == 49 and len(lines[0]) == 62, (len(own[0]), len(lines[0]))
        assert told == turnover(own, "会计期间号", "科目编号", "借方本币金额", "贷方本币金额")
        assert told == turnover(lines, "会计期间号", "科目编号", "借方本币金额", "贷方本币金额")
        assert len(lines) == len(vouchers)
        sign = lambda side, amount: Decimal(amount) * (1 if side == "借" else -1)
        ends, last = defaultdict(Decimal), {}
        for row in own:
            assert Decimal(row["期初本币余额"]) >= 0 and Decimal(row["期末本币余额"]) >= 0
            opening, closing = sign(row["期初余额方向"], row["期初本币余额"]), sign(row["期末余额方向"], row["期末本币余额"])
            assert opening + Decimal(row["借方本币金额"]) - Decimal(row["贷方本币金额"]) == closing
            if row["会计期间号"] == "12":
                ends[row["科目编号"]] += closing
        for row in balances:
            last[row["科目编码"]] = Decimal(row["期末借方余额"]) - Decimal(row["期末贷方余额"])
        assert {k: v for k, v in ends.items() if v} == {k: v for k, v in last.items() if v}
        assert all(re.fullmatch("[0-9]{8}", row["记账凭证日期"]) and row["票据日期"] == "00000000" for row in lines)
        assert len(books["会计期间"]) == 12 and books["会计期间"][11]["会计期间结束日期"] == "20261231"
        print("ok", len(lines))
        """

    private static let flat = tables + #"""
        sets, names = {}, os.listdir(sys.argv[2])
        for name in names:
            data = open(os.path.join(sys.argv[2], name), "rb").read().decode()
            if name in ("questionnaire.txt", "profile.csv"):
                continue
            found = re.fullmatch(r"ADCS_12_2026_NHL_(BAS|GL|AP|PUR)_([A-Za-z_]+)_(\d{8})_1of1_(\d+)\.csv", name)
            assert found, name
            if not data:
                continue
            assert data.endswith("\r\n") and data.startswith('"')
            rows = [re.findall(r'"((?:[^"]|"")*)"(?:,|$)', line) for line in data[:-2].split("\r\n")]
            for row, line in zip(rows, data[:-2].split("\r\n")):
                assert len(row) == len(rows[0]), (name, line)
                assert ",".join('"%s"' % cell for cell in row) == line
            sets["_".join(found.groups()[:2])] = [dict(zip(rows[0], row)) for row in rows[1:]]
            for row in sets["_".join(found.groups()[:2])]:
                for key, cell in row.items():
                    if not cell: continue
                    if key.endswith("_Date"): assert re.fullmatch(r"\d{4}-\d\d-\d\d", cell), (name, key, cell)
                    if key.endswith("_Time"): assert re.fullmatch(r"\d\d:\d\d:\d\d", cell), (name, key, cell)
                    if re.search("_Amount$|_Balance$", key): assert re.fullmatch(r"-?\d+\.\d\d", cell), (name, key, cell)
        empty = [name for name in names if os.path.getsize(os.path.join(sys.argv[2], name)) == 0]
        assert len(empty) == 8 and len(sets) == 22, (len(empty), sorted(sets))
        fields = {"BAS_Profile": 13, "BAS_Supplier": 39, "GL_Trial_Balance": 17, "GL_Details": 50, "AP_Payments_Made": 34,
                  "PUR_Orders_Details": 31}
        for name, count in fields.items():
            if sets[name]: assert len(sets[name][0]) == count, (name, len(sets[name][0]))
        lines, journals = sets["GL_Details"], defaultdict(Decimal)
        assert len(lines) == len(vouchers)
        sums, own = defaultdict(Decimal), defaultdict(lambda: [Decimal(0), Decimal(0)])
        for row in lines:
            amount, side = Decimal(row["Functional_Amount"]), row["Credit_Debit_Indicator"] == "C"
            signed = -amount if side else amount
            journals[row["Journal_ID"]] += signed
            sums[row["GL_Account_Number"]] += signed
            own[min(12, int(row["Accounting_Period"][1:])), row["GL_Account_Number"]][side] += amount
        assert not any(journals.values())
        assert told == {key: value for key, value in own.items() if any(value)}
        first, last = {}, {}
        for row in sets["GL_Trial_Balance"]:
            account = row["GL_Account_Number"]
            first.setdefault(account, Decimal(row["Beginning_Functional_Amount"]))
            last[account] = Decimal(row["Ending_Functional_Amount"])
        for account in last:
            assert first[account] + sums[account] == last[account], account
        open_ = defaultdict(Decimal)
        for row in sets["AP_Open_Accounts_Payable"]:
            open_[row["Grouping_Code"]] += Decimal(row["Functional_Balance"])
        assert open_["AP"] == -last["2302"], (open_, last["2302"])
        assert open_["RET"] == -last.get("2307", 0) - last.get("2502", 0), open_
        paid = sum(Decimal(row["Functional_Amount"]) for row in sets["AP_Payments_Made"])
        assert paid == sum(Decimal(row["金额"]) for row in table("11_支付明细.csv") if row["日"].startswith("2026")), paid
        red = {row["Journal_ID"] for row in lines if row["Reversal_Indicator"] == "1"}
        back = {row["Reversal_Journal_ID"] for row in lines if row["Reversal_Indicator"] == "1"}
        assert red and all(row["Reversal_Indicator"] == "2" for row in lines if row["Journal_ID"] in back - red)
        with open(os.path.join(sys.argv[2], "profile.csv"), encoding="utf-8", newline="") as file:
            profile = list(csv.DictReader(file))
        assert all(row["value"] == "0" for row in profile if row["test"] in ("out of format", "journals out of balance"))
        assert all(row["value"] == "0.00" for row in profile if row["test"] == "roll-forward: difference")
        print("ok", len(lines))
        """#
}
