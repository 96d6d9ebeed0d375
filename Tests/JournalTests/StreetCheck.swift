import Jobs
import Journal
import Kernel
import Ledger
import TestKit

/// The invariants, checked after every command of a script.
enum StreetCheck {
    /// What fails first, with the line after which it fails; nil when everything holds.
    static func firstFailure(of lines: [String], from start: MemoryStreet) -> String? {
        var street = start
        let booked = street.records.flatMap(\.vouchers)
        var numbers: [Int: Int] = booked.reduce(into: [:]) { $0[$1.day.year, default: 0] += 1 }
        for (index, line) in lines.enumerated() {
            let before = street
            let envelope = street.envelope(line)
            let answer = street.run(envelope)
            let failure = answer.refusal == nil
                ? afterRecord(street, before, envelope, answer, &numbers) : afterRefusal(street, before)
            if let failure { return "\(failure), after line \(index + 1): \(line)" }
        }
        return replay(street)
    }

    private static func afterRefusal(_ street: MemoryStreet, _ before: MemoryStreet) -> String? {
        if street.records.count != before.records.count { return "a refusal was recorded" }
        return street.state.difference(from: before.state).map { "a refusal changed \($0)" }
    }

    private static func afterRecord(
        _ street: MemoryStreet, _ before: MemoryStreet, _ envelope: JSON, _ answer: Answer,
        _ numbers: inout [Int: Int]
    ) -> String? {
        guard let record = street.records.last, street.records.count == before.records.count + 1,
              record.seq == before.state.head.seq + 1 else { return "not one record more" }
        var again = street
        if again.run(envelope) != answer { return "same id, other answer" }
        if again.records.count != street.records.count { return "same id, another record" }
        for voucher in record.vouchers {
            numbers[voucher.day.year, default: 0] += 1
            let number = Int(voucher.number.text.split(separator: "-")[1])
            if number != numbers[voucher.day.year] { return "a gap in the vouchers" }
        }
        return unbalanced(record) ?? underived(record, before) ?? limits(street) ?? daily(street, record) ?? held(street)
            ?? BooksCheck.firstFailure(street)
    }

    /// Debits equal credits for each book and each appropriation.
    private static func unbalanced(_ record: Record) -> String? {
        for voucher in record.vouchers {
            let parts = Dictionary(grouping: voucher.lines) { $0.book.rawValue + "/" + $0.appropriation.text }
            for lines in parts.values {
                let sum = lines.reduce(Int64(0)) { $0 + ($1.side == .debit ? 1 : -1) * $1.amount.fen.value }
                if sum != 0 || !voucher.lines.areBalanced { return "voucher \(voucher.number.text) does not balance" }
            }
        }
        return nil
    }

    /// The postings derived again from the event are the record's.
    private static func underived(_ record: Record, _ before: MemoryStreet) -> String? {
        let drafts = record.events.flatMap { event in
            Posting.drafts(for: event, in: Posting.Context(before.state, at: record.at, job: record.job))
        }
        if record.rules != Posting.version { return "the record names older rules" }
        let same = drafts.map(\.lines) == record.vouchers.map(\.lines)
        let sameDays = drafts.map(\.day) == record.vouchers.map(\.day)
        return same && sameDays ? nil : "the postings are not derived again"
    }

    /// No day's end shows a limited status, or money in the bank, below nothing: summed from the lines themselves.
    private static func daily(_ street: MemoryStreet, _ record: Record) -> String? {
        let codes = Set(record.vouchers.flatMap(\.lines).map(\.appropriation))
        let vouchers = street.records.flatMap(\.vouchers).sorted { $0.day < $1.day }
        for code in codes {
            var sums: [Account: Int64] = [:]
            for (index, voucher) in vouchers.enumerated() {
                for line in voucher.lines where line.appropriation == code {
                    sums[line.account, default: 0] += line.effect.value
                }
                let isEnd = index + 1 == vouchers.count || vouchers[index + 1].day > voucher.day
                guard isEnd, let short = (Account.neverNegative + [.bankDeposit]).first(where: { sums[$0] ?? 0 < 0 })
                else { continue }
                return "\(short) of \(code.text) is negative on \(voucher.day.text)"
            }
        }
        return nil
    }

    private static func limits(_ street: MemoryStreet) -> String? {
        for (code, standing) in street.state.ledger.standings {
            if !standing.isIdentical { return "the identity of \(code.text) is broken" }
            for account in Account.limited where standing[account].isNegative {
                return "\(account) of \(code.text) is negative"
            }
        }
        for job in street.state.jobs.values {
            for account in Account.heldByJob + [.paid] {
                guard job.holdings.contains(where: { $0[account].isNegative }) else { continue }
                return "\(account) of \(job.number.text) is negative"
            }
        }
        return nil
    }

    /// What stands as held is what the jobs hold: the signed total while it is signed, nothing once a job has
    /// ended.
    private static func held(_ street: MemoryStreet) -> String? {
        for (code, standing) in street.state.ledger.standings {
            for account in Account.heldByJob + [.paid] {
                let sum = street.state.jobs.values.reduce(Fen.zero) { sum, job in
                    job.holdings.filter { $0.appropriation == code }.reduce(sum) { $0 + $1[account] }
                }
                let others = account == .paid ? fees(street, code) : .zero
                if sum + others != standing[account] { return "\(account) of \(code.text) is not what the jobs hold" }
            }
        }
        for job in street.state.jobs.values {
            if job.works.isEnd, !job.open.isEmpty { return "\(job.number.text) ended and holds money" }
            let isHolding = !job.works.isEnd && job.papers == .signed
            if isHolding, job.held(.encumbered) != job.currentTotal {
                return "\(job.number.text) holds another total"
            }
        }
        return nil
    }

    /// What the bank took as fees: paid, and for no job.
    private static func fees(_ street: MemoryStreet, _ code: Code) -> Fen {
        street.records.flatMap(\.vouchers).flatMap(\.lines)
            .filter { $0.account == .paid && $0.job == nil && $0.appropriation == code }
            .reduce(.zero) { $0 + $1.effect }
    }

    /// The journal read again from its bodies gives the same street.
    private static func replay(_ street: MemoryStreet) -> String? {
        guard let org = street.state.street?.code else { return "no street" }
        var replay = Replay(org: org, hasher: FakeDigest.bytes)
        for (stored, record) in zip(street.stored, street.records) {
            do throws(Finding) {
                if try replay.take(stored) != record { return "record \(record.seq) reads back differently" }
            } catch {
                return "record \(record.seq), \(error.field): expected \(error.expected), found \(error.found)"
            }
        }
        return replay.state.difference(from: street.state).map { "the replay differs in \($0)" }
    }
}
