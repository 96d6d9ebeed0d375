import Documents
import Jobs
package import Journal
package import Kernel
package import Reports
import Store

/// One record as it is stored, with the names that its page needs.
package struct FoundRecord: Sendable {
    package let stored: StoredRecord
    package let names: JobNames
    package let sandbox: Bool
}

extension Question where Answer == FoundRecord {
    /// `57` is a record's number, anything else a voucher's. Throws `record.unknown`, `voucher.unknown`,
    /// `input.…`.
    package static func record(_ number: String) -> Question {
        Question("audit.show", [.records: .all]) { (asked) throws(Refusal) in
            let (reader, state) = (JournalReader(asked.connection), try asked.state())
            let seq = try seq(number, asked.org, reader)
            guard let stored = try reader.stored(asked.org, seq: seq) else {
                throw Refusal(.recordUnknown, ["record": number.excerpt, "last": String(state.head.seq)])
            }
            var names = JobNames(state, try asked.registers())
            for policy in state.policies { names.take(policy.policy) }
            return FoundRecord(stored: stored, names: names, sandbox: state.street?.sandbox ?? false)
        }
    }

    private static func seq(_ number: String, _ org: Code, _ reader: JournalReader) throws(Refusal) -> Int {
        if let seq = Int(number) { return seq }
        let voucher = try Code(number)
        guard let seq = try reader.seq(org, voucher: voucher) else {
            throw Refusal(.voucherUnknown, ["voucher": voucher.text])
        }
        return seq
    }
}

extension Question where Answer == Record? {
    /// The record of a number, where the reader's own command made it; nil for another's and for none.
    package static func ownRecord(_ seq: Int) -> Question {
        own { (reader, org) throws(Refusal) in try reader.record(org, seq: seq) }
    }

    /// The record that a command's id led to, where the reader's own command made it.
    package static func ownRecord(id: Code) -> Question {
        own { (reader, org) throws(Refusal) in try reader.record(org, id: id) }
    }

    private static func own(_ find: @escaping @Sendable (JournalReader, Code) throws(Refusal) -> Record?) -> Question {
        Question("record.own", [:]) { (asked) throws(Refusal) in
            guard let record = try find(JournalReader(asked.connection), asked.org), record.by == asked.user?.user else {
                return nil
            }
            return record
        }
    }
}
