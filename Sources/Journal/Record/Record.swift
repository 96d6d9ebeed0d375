package import Jobs
package import Kernel
package import Ledger

/// One entry of the journal: who did what, in what role, when it happened and when it was recorded, the
/// command, the events, the vouchers. Its stored form is one line of JSON.
package struct Record: Equatable, Sendable {
    package let seq: Int
    package let org: Code
    package let id: Code
    package let by: Code
    package let role: Role
    /// How it came in; nil: from the command line, at its word.
    package let via: Via?
    package let at: Instant
    package let recorded: Instant
    /// Version of the posting rules.
    package let rules: Int
    package let job: Code?
    let keptCommand: KeptJSON
    package let events: [Event]
    package let vouchers: [Voucher]

    package init(
        seq: Int, org: Code, id: Code, by: Code, role: Role, via: Via? = nil, at: Instant, recorded: Instant,
        rules: Int, job: Code?,
        command: JSON, events: [Event], vouchers: [Voucher]
    ) {
        self.seq = seq
        self.org = org
        self.id = id
        self.by = by
        self.role = role
        self.via = via
        self.at = at
        self.recorded = recorded
        self.rules = rules
        self.job = job
        keptCommand = KeptJSON(command)
        self.events = events
        self.vouchers = vouchers
    }

    package var command: JSON { keptCommand.value }

    /// The name of the command: `job.settle`. Nothing else of it has to be read for that.
    package var does: String { keptCommand.text("do") ?? "" }

    /// Every job whose story it belongs to: its own, and the one that it was merged into.
    package var jobs: [Code] {
        let into = events.compactMap { event -> Code? in
            if case .job(_, .merged(let into, _, _)) = event { into } else { nil }
        }
        return [job].compactMap(\.self) + into
    }

    /// The answer that its command got and gets again for ever.
    package var answer: Answer {
        .done(id: id, seq: seq, job: job, vouchers: vouchers.map(\.number), from: events.flatMap(held))
    }

    /// Where an authorisation's or a signature's money came from.
    private func held(_ event: Event) -> [Move] {
        switch event {
        case .job(_, .authorized(_, _, let moves)): moves
        case .job(_, .signed(_, _, _, let held)): held.map { Move($0.appropriation, $0.amount) }
        case .streetOpened, .streetJoined, .userAdded, .userDisabled, .policyAdopted, .contractorAdded,
             .contractorUpdated, .agreed, .estateAdded, .appropriated, .fundsTransferred, .fundsRecalled,
             .fundsReceived, .fundsReturned, .fundsCorrected, .bankEntered, .statementImported, .statementVoided,
             .matched, .unmatched, .yearClosed, .yearAssessed, .accessSealed, .job: []
        }
    }

    /// The bytes that are stored and hashed.
    package var body: String { storedText }

    /// Reads a stored body, also one of another hand. Throws `input.*` when it is not a record.
    package init(body: String) throws(Refusal) { try self.init(bytes: Array(body.utf8)) }

    package init(bytes: [UInt8]) throws(Refusal) {
        do throws(JSONScan.Foreign) {
            self = try JSONScan.whole(bytes)
        } catch {
            try self.init(json: try JSONParser.parse(bytes))
        }
    }

    /// The slow way, which takes members in any order and says what is wrong.
    init(json: JSON) throws(Refusal) {
        guard let command = json["command"], case .object(let members) = json else {
            throw Refusal(.inputMissingField, ["field": "command"])
        }
        let fields = try JSON.object(members.filter { $0.name != "command" }).decode(Fields.self)
        self.init(
            seq: fields.seq, org: fields.org, id: fields.id, by: fields.by, role: fields.role, via: fields.via, at: fields.at,
            recorded: fields.recorded, rules: fields.rules, job: fields.job, command: command, events: fields.events,
            vouchers: fields.vouchers)
    }

    private struct Fields: Decodable {
        let seq: Int
        let org: Code
        let id: Code
        let by: Code
        let role: Role
        let via: Via?
        let at: Instant
        let recorded: Instant
        let rules: Int
        let job: Code?
        let events: [Event]
        let vouchers: [Voucher]
    }
}
