import Kernel

/// The year as the books took it: the script's lines that were not refused, with what each payment paid out
/// of each appropriation.
struct YearBooks {
    private(set) var movements: [Movement] = []
    /// The documents (指标文号) that granted the appropriations, by code.
    private(set) var documents: [String: String] = [:]
    /// The appropriations whose money lies on the street's own account.
    private(set) var atBank: Set<String> = []
    /// What of it was there when the year began.
    private(set) var carried = Fen.zero

    /// What a voucher paid, by its number.
    private var paid: [String: (contractor: String, parts: [Movement.Part])] = [:]
    private let channels: [String: String]

    /// `answers` is what `yjb apply` wrote, a line for a line of the script; `vouchers` what
    /// `yjb report vouchers --book I --json` wrote.
    init(_ script: [String], answers: [JSON], vouchers: JSON, policy: JSON) throws {
        guard script.count == answers.count else {
            throw StatementFault("\(script.count) lines of the script, \(answers.count) answers")
        }
        channels = Dictionary(
            (policy["sources"]?.array ?? []).map { ($0["code"]?.string ?? "", $0["channel"]?.string ?? "") },
            uniquingKeysWith: { first, _ in first })
        for row in vouchers["rows"]?.array ?? [] { try addPaid(row) }
        var seen: Set<String> = []
        for (text, answer) in zip(script, answers) {
            let line = try JSONParser.parse(Array(text.utf8))
            guard let id = line["id"]?.string, id == answer["id"]?.string else {
                throw StatementFault("the answers are of another script: \(text.excerpt)")
            }
            // A line sent twice is answered twice.
            guard answer["ok"] == .bool(true), seen.insert(id).inserted else { continue }
            try add(line, voucher: answer["voucher"]?.string ?? "")
        }
    }

    /// I2501 (已付): in credit what was paid, in red what came back.
    private mutating func addPaid(_ row: JSON) throws {
        guard row["account"]?.string == "I2501", let voucher = row["voucher"]?.string,
              let appropriation = row["appropriation"]?.string else { return }
        let sides = try ["credit", "debit"].map { try Fen(yuan: row[$0]?.string ?? "0.00", signed: true) }
        let part = (appropriation, sides[0] - sides[1])
        paid[voucher, default: (row["contractor"]?.string ?? "", [])].parts.append(part)
    }

    private mutating func add(_ line: JSON, voucher: String) throws {
        switch line["do"]?.string {
        case "fund.appropriate": try appropriate(line["with"])
        case "fund.receive": try receive(line)
        case "job.pay": try move(.payment, line, paid[voucher])
        case "job.release": try move(.release, line, paid[voucher])
        case "job.refund": try move(.refund, line, paid[voucher])
        case "job.recover": try move(.recovery, line, paid[voucher])
        case "fund.return": try giveBack(line)
        case "bank.entry": try enter(line)
        case _: break
        }
    }

    /// The first document of an appropriation is its 指标文号; a supplement has another one.
    private mutating func appropriate(_ form: JSON?) throws {
        guard let code = form?["appropriation"]?.string, documents[code] == nil else { return }
        documents[code] = form?["documentNo"]?.string
        let channel = form?["channel"]?.string ?? channels[form?["source"]?.string ?? ""]
        if channel == "bank" { atBank.insert(code) }
        if let cash = form?["cash"]?.string { carried += try Fen(yuan: cash) }
    }

    private mutating func receive(_ line: JSON) throws {
        try add(.receipt, line, no: line["with"]?["receiptNo"], "", [try part(line)])
    }

    private mutating func move(
        _ kind: Movement.Kind, _ line: JSON, _ paid: (contractor: String, parts: [Movement.Part])?
    ) throws {
        let isBack = kind == .refund || kind == .recovery
        let parts = (paid?.parts ?? []).map { ($0.appropriation, isBack ? -$0.amount : $0.amount) }
        let no = line["with"]?[kind == .recovery ? "reference" : "paymentNo"]
        try add(kind, line, no: no, paid?.contractor ?? "", parts)
    }

    /// What the street did at its bank on a day.
    private mutating func giveBack(_ line: JSON) throws {
        try add(.returned, line, no: line["with"]?["paymentNo"], "", [try part(line)])
    }

    private mutating func enter(_ line: JSON) throws {
        let entry = line["with"]?["kind"]?.string ?? ""
        let isIn = ["interest", "recovered", "unidentified"].contains(entry)
        try add(isIn ? .entryIn : .entryOut, line, no: line["with"]?["reference"], "", [try part(line)])
        movements[movements.count - 1].entry = entry
        movements[movements.count - 1].note = line["with"]?["note"]?.string ?? ""
        movements[movements.count - 1].day = try Day(line["with"]?["day"]?.string ?? "")
    }

    private func part(_ line: JSON) throws -> Movement.Part {
        let form = line["with"]
        return (form?["appropriation"]?.string ?? "", try Fen(yuan: form?["amount"]?.string ?? ""))
    }

    private mutating func add(
        _ kind: Movement.Kind, _ line: JSON, no: JSON?, _ contractor: String, _ parts: [Movement.Part]
    ) throws {
        guard let no = no?.string, let at = line["at"]?.string, !parts.isEmpty,
              parts.allSatisfy(\.amount.isPositive)
        else { throw StatementFault("moves nothing: \(line.text)") }
        movements.append(Movement(
            kind: kind, no: no, job: line["with"]?["job"]?.string ?? "", at: try Instant(at),
            contractor: contractor, parts: parts))
    }
}
