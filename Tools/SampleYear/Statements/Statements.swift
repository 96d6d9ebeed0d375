import Glibc
import Kernel

/// Writes samples/statements: what the bank and the treasury would send of the sample year.
///
///     SampleYear --statements ANSWERS VOUCHERS DIR < policy.json
///
/// What was accepted, and what a payment took from which appropriation, are found out by `yjb` and not here:
/// ANSWERS is what `yjb apply` answered to the year, VOUCHERS is `yjb report vouchers --book I --json`.
enum Statements {
    /// Writes the files, or says why not and ends with 1.
    static func run(_ script: [String], policy: JSON, calendar: WorkCalendar, _ paths: [String]) {
        do {
            try write(script, policy: policy, calendar: calendar, paths)
        } catch {
            let text = "SampleYear: \(error)\n"
            _ = Glibc.write(STDERR_FILENO, text, text.utf8.count)
            exit(1)
        }
    }

    private static func write(_ script: [String], policy: JSON, calendar: WorkCalendar, _ paths: [String]) throws {
        guard paths.count == 3 else { throw StatementFault("--statements ANSWERS VOUCHERS DIR") }
        let lines = try read(paths[0]).split(separator: UInt8(ascii: "\n"))
        let answers = try lines.map { try JSONParser.parse(Array($0)) }
        let vouchers = try JSONParser.parse(try read(paths[1]))
        let books = try YearBooks(script, answers: answers, vouchers: vouchers, policy: policy)
        let account = try BankAccount(books, calendar)
        mkdir(paths[2], 0o755)
        let files = [
            ("icbc.csv", try BankFile.icbc(account)), ("ccb.xlsx", CCBSheet.bytes(account)),
            ("boc.csv", BankFile.boc(account)), ("camt053.xml", CamtFile.bytes(account)),
            ("treasury.csv", try TreasuryList(books, calendar).bytes()),
        ]
        for (name, bytes) in files { try put(bytes, paths[2] + "/" + name) }
    }

    private static func read(_ path: String) throws -> [UInt8] {
        guard let file = fopen(path, "rb") else { throw StatementFault("cannot read \(path)") }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 65_536)
        while case let count = fread(&piece, 1, piece.count, file), count > 0 { bytes += piece[..<count] }
        return bytes
    }

    private static func put(_ bytes: [UInt8], _ path: String) throws {
        guard let file = fopen(path, "wb") else { throw StatementFault("cannot write \(path)") }
        let written = fwrite(bytes, 1, bytes.count, file)
        guard fclose(file) == 0, written == bytes.count else { throw StatementFault("cannot write \(path)") }
    }
}
