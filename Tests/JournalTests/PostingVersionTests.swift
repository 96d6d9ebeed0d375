import Journal
import Kernel
import Ledger
import TestKit
import Testing

/// A record is derived again by the posting rules that it names.
struct PostingVersionTests {
    /// The record as version 1 of the rules would have written it.
    private static func first(_ record: Record) throws -> Record {
        let vouchers = record.vouchers.map { voucher in
            Voucher(
                number: voucher.number, day: voucher.day, reverses: voucher.reverses,
                lines: voucher.lines.filter { $0.book == .control })
        }
        return Record(
            seq: record.seq, org: record.org, id: record.id, by: record.by, role: record.role, at: record.at,
            recorded: record.recorded, rules: 1, job: record.job, command: record.command, events: record.events,
            vouchers: vouchers)
    }

    private static let street: MemoryStreet = {
        var street = MemoryStreet.funded
        street.play("""
            grid1       call
            grid1       accept   #1
            officer1    survey   #1 total=900.00
            head1       sign     #1
            dispatcher1 dispatch #1
            crew1       start    #1
            crew1       finish   #1
            inspector1  inspect  #1
            officer1    claim    #1 total=900.00
            finance1    review   #1 approved=900.00
            head1       settle   #1
            cashier1    pay      #1
            """)
        return street
    }()

    /// The first finding of a replay.
    private func finding(_ records: [StoredRecord]) throws -> Finding? {
        var replay = Replay(org: try Code("NHL"), hasher: FakeDigest.bytes)
        do throws(Finding) {
            for record in records { _ = try replay.take(record) }
            return nil
        } catch {
            return error
        }
    }

    @Test("a journal of version 1 still verifies, also when it goes on by version 3")
    func old() throws {
        let bodies = try Self.street.records.map { try Self.first($0).body }
        #expect(try finding(chain(bodies)) == nil)
        #expect(try finding(chain(bodies.dropLast(2) + Self.street.records.suffix(2).map(\.body))) == nil)
    }

    @Test("a record cannot name rules that would book less than those before it, or rules that do not exist")
    func back() throws {
        let records = Self.street.records
        let bodies = records.dropLast().map(\.body) + [try Self.first(try #require(records.last)).body]
        #expect(try finding(chain(bodies))?.field == "body.rules")
        let unknown = records[0].body.replacing("\"rules\":3,", with: "\"rules\":4,")
        #expect(try finding(chain([unknown]))?.field == "body.rules")
    }

    private func chain(_ bodies: [String]) -> [StoredRecord] {
        var prev = Chain.genesis
        return bodies.enumerated().map { index, body in
            let hash = Chain.hash(.sha256, prev: prev, seq: index + 1, body: body, with: FakeDigest.bytes)
            defer { prev = hash }
            return StoredRecord(seq: index + 1, body: body, prev: prev, hash: hash)
        }
    }

    @Test("version 3 without its lines of the two books is found")
    func missing() throws {
        let records = Self.street.records
        let less = try Self.first(try #require(records.last)).body.replacing("\"rules\":1,", with: "\"rules\":3,")
        #expect(try finding(chain(records.dropLast().map(\.body) + [less]))?.field == "body.vouchers")
    }
}
