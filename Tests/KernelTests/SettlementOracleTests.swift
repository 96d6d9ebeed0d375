import Glibc
import Kernel
import Testing

/// Nine real emergency-repair charges of New York City's housing department (samples/settlement-oracle.csv).
@Suite struct SettlementOracleTests {
    /// On these two rows the tax is not 8.875 % of net; both fit 8.375 %.
    private static let otherTax: Set<String> = ["EA00992", "E821157"]

    @Test func netTaxAndFeeMakeTheCharge() throws {
        let rows = try Self.rows()
        #expect(rows.count == 9)
        for row in rows {
            #expect(try Fen.sum([row.net, row.tax, row.fee]) == row.charge, "\(row.order)")
        }
    }

    @Test func taxIsRoundedHalfUpOnce() throws {
        let (usual, other) = (try Percent("8.875"), try Percent("8.375"))
        for row in try Self.rows() {
            let exception = Self.otherTax.contains(row.order)
            #expect((try usual.of(row.net) == row.tax) == !exception, "\(row.order)")
            #expect((try other.of(row.net) == row.tax) == exception, "\(row.order)")
        }
    }

    struct Row {
        let order: String
        let net, tax, fee, charge: Fen
    }

    static func rows() throws -> [Row] {
        try read("samples/settlement-oracle.csv").split(whereSeparator: \.isNewline).dropFirst().map { line in
            let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            try #require(cells.count == 5)
            let amounts = try cells.dropFirst().map { try Fen(yuan: $0) }
            return Row(order: cells[0], net: amounts[0], tax: amounts[1], fee: amounts[2], charge: amounts[3])
        }
    }

    /// A file of the checkout, found from where this test stands.
    private static func read(_ name: String, from here: String = #filePath) throws -> String {
        let root = here.split(separator: "/").dropLast(3).joined(separator: "/")
        let file = try #require(fopen("/" + root + "/" + name, "r"), "no \(name)")
        defer { fclose(file) }
        var bytes = [UInt8](repeating: 0, count: 65_536)
        let count = fread(&bytes, 1, bytes.count, file)
        return String(decoding: bytes.prefix(count), as: UTF8.self)
    }
}
