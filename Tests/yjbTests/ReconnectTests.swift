import Foundation
import TestKit
import Testing

/// `yjb apply` on a server that is lost on the way.
struct ReconnectTests {
    /// The server ends the connection while it commits, `times` times, and then goes on. `nextval` is not rolled back.
    private func lose(_ program: Program, times: Int) async throws {
        let sql = """
            CREATE SEQUENCE cuts;
            CREATE FUNCTION cut() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                IF nextval('cuts') <= \(times) THEN
                    PERFORM pg_terminate_backend(pg_backend_pid());
                    PERFORM pg_sleep(10);
                END IF;
                RETURN NULL;
            END $$;
            CREATE CONSTRAINT TRIGGER cut AFTER INSERT ON record DEFERRABLE INITIALLY DEFERRED
            FOR EACH ROW EXECUTE FUNCTION cut()
            """
        let made = try await program.shell(["/usr/bin/env", "psql", "-qX", "-v", "ON_ERROR_STOP=1", program.address, "-c", sql])
        #expect(made.code == 0, "\(made)")
    }

    @Test(arguments: [0, 60])
    func itConnectsAgainAndGoesOn(patience: Int) async throws {
        try await Program.with(.postgres) { program in
            try await program.run("init", "--org", "NHL", "--as", "admin", "--sandbox")
            try await lose(program, times: 1)
            let lines = (1...3).map {
                #"{"id":"k\#($0)","org":"NHL","by":"admin","do":"user.add","with":{"user":"u\#($0)","name":"甲","roles":["grid"]}}"#
            }
            let outcome = try await program.run(
                "apply", "--patience", String(patience), "-", input: lines.joined(separator: "\n") + "\n")
            if patience == 0 {
                #expect(outcome.code == 74 && outcome.messages.contains("store.unknown: "), "\(outcome)")
                return
            }
            #expect(outcome.code == 0 && outcome.messages.contains("重连"), "\(outcome)")
            #expect(outcome.out.split(separator: "\n").map { $0.contains(#""ok":true"#) } == [true, true, true])
            let verdict = try await program.run("audit", "verify", "--json")
            #expect(verdict.out.contains(#""records":4,"#), "\(verdict)")
        }
    }
}
