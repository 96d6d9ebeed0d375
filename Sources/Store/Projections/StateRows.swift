import Bank
import Jobs
package import Journal
import Kernel
import Ledger
package import SQL

/// The rows that a state stands for. While a command is executed they are what it touched; after a replay
/// of the whole journal they are all there must be — one function for writing, rebuilding and verifying.
extension State {
    /// The street's own row, and a row for everything touched.
    package func rows() -> [ProjectionRow] {
        guard let street else { return [] }
        let org = SQLValue(street.code.text)
        return [streetRow(street, org)] + touched.compactMap { row(for: $0, org) } + balanceRows(org)
    }

    /// The keys of the rows that are no more: what was touched and is gone.
    package func removedRows() -> [ProjectionRow] {
        guard let street else { return [] }
        let org = SQLValue(street.code.text)
        return touched.compactMap { removedRow(for: $0, org) }
    }

    private func removedRow(for touched: Touched, _ org: SQLValue) -> ProjectionRow? {
        switch touched {
        case .bankAccount(let account) where bank.accounts[account] == nil:
            ProjectionRow(table: .bankAccount, values: [org, SQLValue(account.text)])
        case .bankLine(let id) where bank.lines[id] == nil:
            ProjectionRow(table: .bankLine, values: [org, SQLValue(id.seq), SQLValue(id.n)])
        case .bookItem(let key) where bank.items[key] == nil:
            ProjectionRow(table: .bookItem, values: [
                org, SQLValue(key.custody.rawValue), SQLValue(key.name.known.rawValue), SQLValue(key.name.no.text),
            ])
        case .taken(let unique) where register.owner(of: unique) == nil:
            ProjectionRow(table: .taken, values: [org, SQLValue(unique.kind.rawValue), SQLValue(unique.value)])
        case .counter, .user, .policy, .contractor, .agreement, .estate, .appropriation, .standing, .job, .taken,
             .bankAccount, .bankLine, .bookItem, .match, .fundEntry, .closedYear: nil
        }
    }

    private func streetRow(_ street: Street, _ org: SQLValue) -> ProjectionRow {
        ProjectionRow(table: .street, values: [
            org, SQLValue(street.name.text), SQLValue(street.year), SQLValue(street.parent?.text), SQLValue(street.sandbox),
            SQLValue(street.hash.rawValue), SQLValue(street.openedAt.milliseconds), SQLValue(street.openedBy.text),
            SQLValue(head.seq), SQLValue(head.hash), SQLValue(head.recorded?.milliseconds ?? 0),
            SQLValue(head.latest?.milliseconds ?? 0),
        ])
    }

    func row(for touched: Touched, _ org: SQLValue) -> ProjectionRow? {
        switch touched {
        case .counter(let counter):
            ProjectionRow(table: .counter, values: [
                org, SQLValue(counter.kind.rawValue), SQLValue(counter.year), SQLValue(counters[counter] ?? 0),
            ])
        case .user(let code): register.user(code).map { named(.member, code, JSON($0), org) }
        case .contractor(let code):
            register.knownContractor(code).map {
                ProjectionRow(table: .contractor, values: [
                    org, SQLValue(code.text), SQLValue(register.accountChangedBy(code)?.text), SQLValue(JSON($0).text),
                ])
            }
        case .agreement(let agreement):
            ProjectionRow(table: .agreement, values: [
                org, SQLValue(agreement.contractor.text), SQLValue(agreement.agreement.text),
                SQLValue(JSON(agreement).text),
            ])
        case .estate(let code): register.knownEstate(code).map { named(.estate, code, JSON($0), org) }
        case .policy(let seq):
            policies.first { $0.seq == seq }.map {
                ProjectionRow(table: .policy, values: [
                    org, SQLValue(seq), SQLValue($0.effective.number), SQLValue(JSON($0.policy).text),
                ])
            }
        case .appropriation(let code):
            ledger.appropriation(code).map {
                ProjectionRow(table: .appropriation, values: [
                    org, SQLValue(code.text), SQLValue($0.position), SQLValue(JSON($0).text),
                ])
            }
        case .standing(let code, let account):
            ProjectionRow(table: .standing, values: [
                org, SQLValue(code.text), SQLValue(account.rawValue),
                SQLValue(ledger.standing(of: code)[account].value),
            ])
        case .job(let number): jobs[number].map { jobRow($0, org) }
        case .bankAccount(let account): bank.row(account: account, org)
        case .bankLine(let id): bank.row(line: id, org)
        case .bookItem(let key): bank.row(item: key, org)
        case .match(let number): bank.row(match: number, org)
        case .fundEntry(let seq):
            fundEntries[seq].map {
                ProjectionRow(table: .fundEntry, values: [org, SQLValue(seq), SQLValue(JSON($0).text)])
            }
        case .closedYear(let year):
            closedYears[year].map {
                ProjectionRow(
                    table: .closedYear, values: [org, SQLValue(year), SQLValue($0.seq), SQLValue($0.day.number)])
            }
        case .taken(let unique):
            register.owner(of: unique).map {
                ProjectionRow(table: .taken, values: [
                    org, SQLValue(unique.kind.rawValue), SQLValue(unique.value), SQLValue($0.text),
                ])
            }
        }
    }

    private func named(_ table: ProjectionTable, _ code: Code, _ body: JSON, _ org: SQLValue) -> ProjectionRow {
        ProjectionRow(table: table, values: [org, SQLValue(code.text), SQLValue(body.text)])
    }

    private func jobRow(_ job: Job, _ org: SQLValue) -> ProjectionRow {
        let facts = JobFacts(job)
        return ProjectionRow(
            table: .job, values: [org] + JobColumn.allCases.map { SQLValue(facts[$0]) }
                + [SQLValue(job.call.ref?.text), SQLValue(job.storedText)])
    }

    private func balanceRows(_ org: SQLValue) -> [ProjectionRow] {
        ledger.turnover.map { key, sums in
            ProjectionRow(table: .balance, values: [
                org, SQLValue(key.day.number), SQLValue(key.account.book.rawValue), SQLValue(key.account.rawValue),
                SQLValue(key.appropriation.text), SQLValue(key.phase.rawValue), SQLValue(sums.debit.value),
                SQLValue(sums.credit.value),
            ])
        }
    }
}

extension SQLValue {
    init(_ value: JobValue) {
        self = switch value {
        case .none: .null
        case .text(let text): .text(text)
        case .number(let number): .integer(number)
        }
    }
}

extension Record {
    /// The rows that the record itself stands for: its command's id, and its place in the story of its jobs.
    package var rows: [ProjectionRow] {
        let org = SQLValue(org.text)
        let stories = jobs.map { ProjectionRow(table: .jobRecord, values: [org, SQLValue($0.text), SQLValue(seq)]) }
        return [ProjectionRow(table: .command, values: [org, SQLValue(id.text), SQLValue(seq)])] + stories
    }

    /// The columns of table `line`.
    package static let lineColumns = [
        "org", "seq", "n", "voucher", "day", "book", "account", "side", "amount", "appropriation", "job", "contractor",
        "phase",
    ]

    /// The rows of table `line`, in the order of ``lineColumns``.
    package var lineRows: [[SQLValue]] {
        let numbered = vouchers.flatMap { voucher in voucher.lines.map { (voucher, $0) } }
        return numbered.enumerated().map { index, pair in
            let (voucher, line) = pair
            return [
                SQLValue(org.text), SQLValue(seq), SQLValue(index + 1), SQLValue(voucher.number.text),
                SQLValue(voucher.day.number), SQLValue(line.book.rawValue), SQLValue(line.account.rawValue),
                SQLValue(line.side.rawValue), SQLValue(line.amount.fen.value), SQLValue(line.appropriation.text),
                SQLValue(line.job?.text), SQLValue(line.contractor?.text), SQLValue(voucher.inPhase.rawValue),
            ]
        }
    }
}
