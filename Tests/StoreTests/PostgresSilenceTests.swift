import Glibc
import Kernel
import TestKit
import Testing

@testable import SQL
@testable import Store

/// A server that is there and does not answer: stopped, or behind a network that swallows everything.
@Suite("PostgreSQL: a server that says nothing", .postgres)
struct PostgresSilenceTests {
    /// Runs `body` over a connection that is patient for a moment only, and lets its server go on afterwards.
    private func withImpatient(
        grace: Int = 100, _ body: (PostgresRunner, pid_t) throws -> Void
    ) async throws {
        try await withPostgres { _, place in
            let runner = PostgresRunner(try PostgresAddress(place.url))
            let link = try runner.connect()
            let backend = pid_t(try link.command("SELECT pg_backend_pid()").row(0).int(0))
            link.patience.answer = 100
            link.patience.grace = grace
            // Whatever the test does, the server must be able to end.
            defer { Glibc.kill(backend, SIGCONT) }
            try body(runner, backend)
            runner.disconnect()
        }
    }

    @Test("in a statement: given up at once, and nothing was kept", arguments: [false, true])
    func inAStatement(writing: Bool) async throws {
        try await withImpatient { runner, backend in
            var runs = 0
            let answer = refusal { () throws(Refusal) in
                try runner.perform(writing ? .write : .read) { connection throws(Refusal) in
                    runs += 1
                    Glibc.kill(backend, SIGSTOP)
                    _ = try connection.first("SELECT COUNT(*) FROM taken")
                }
            }
            #expect(answer?.code == .storeUnreachable, "\(String(describing: answer))")
            #expect(answer?["detail"]?.contains("no answer within") == true && runs == 1)
        }
    }

    @Test("while it commits: the outcome is unknown")
    func committing() async throws {
        try await withImpatient { runner, backend in
            let answer = refusal { () throws(Refusal) in
                try runner.perform(.write) { connection throws(Refusal) in
                    try connection.take("ref", 1)
                    Glibc.kill(backend, SIGSTOP)
                }
            }
            #expect(answer?.code == .storeUnknown, "\(String(describing: answer))")
        }
    }

    @Test("one that answers late is asked to cancel and keeps its connection")
    func cancelled() async throws {
        try await withImpatient(grace: 60_000) { runner, backend in
            let answer = refusal { () throws(Refusal) in
                try runner.perform(.write) { connection throws(Refusal) in try connection.run("SELECT pg_sleep(60)") }
            }
            #expect(answer?.code == .storeTimeout, "\(String(describing: answer))")
            let same = try runner.perform(.read) { connection throws(Refusal) in try connection.backend() }
            #expect(same == Int64(backend))
        }
    }

    @Test("the server's own limit says how long to wait", arguments: [("60000", 75_000), ("5min", 315_000), ("0", nil)])
    func patience(setting: String, milliseconds: Int?) async throws {
        try await withPostgres { _, place in
            let url = place.url + "%20-cstatement_timeout%3D" + setting
            let link = try PostgresLink.connect(to: PostgresAddress(url))
            #expect(link.patience.answer == milliseconds)
        }
    }
}
