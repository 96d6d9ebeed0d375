import Kernel
import Testing

@testable import SQL
@testable import Store

@Suite("PostgreSQL: a server's answers as refusals")
struct PostgresFaultsTests {
    @Test(arguments: [
        ("08006", RefusalCode.storeUnreachable), ("57P01", .storeUnreachable), ("57P02", .storeUnreachable),
        ("57P03", .storeUnreachable), ("53300", .storeUnreachable), ("28P01", .storeDenied), ("28000", .storeDenied),
        ("3D000", .storeMissing), ("57014", .storeTimeout), ("25P03", .storeTimeout), ("55P03", .storeLocked),
        ("53100", .storeFull), ("25006", .storeReadOnly), ("42501", .storeReadOnly), ("XX001", .storeDamaged),
        ("XX002", .storeDamaged), ("40001", .storeConflict), ("40P01", .storeConflict), ("23505", .storeConflict),
        ("42P01", .storeIO), ("23503", .storeIO), ("42601", .storeIO), ("XX000", .storeIO),
    ])
    func codes(state: String, name: RefusalCode) {
        let answer = PostgresFaults.fault(state, "why", path: "p", lost: false).refusal
        #expect(answer == Refusal(name, ["path": "p", "detail": "why", "sqlstate": state]))
    }

    @Test("the moment counts", arguments: [
        ("42P01", PostgresFaults.Moment.opening, RefusalCode.storeMissing), ("42501", .opening, .storeDenied),
        ("42501", .connecting, .storeDenied), ("42501", .reading, .storeDenied),
    ])
    func moments(state: String, moment: PostgresFaults.Moment, name: RefusalCode) {
        #expect(PostgresFaults.name(state, at: moment) == name)
    }

    @Test("what helps", arguments: [
        ("40001", false, false, PostgresFault.Remedy.rerun), ("40P01", false, false, .rerun),
        ("23505", false, false, .rerun),
        ("0A000", false, true, .rerun), ("0A000", false, false, .none), ("57P01", true, false, .reconnect),
        (nil, true, false, .reconnect), ("25P03", true, false, .none), ("23503", false, false, .none),
        (nil, false, false, .none),
    ] as [(String?, Bool, Bool, PostgresFault.Remedy)])
    func remedies(state: String?, lost: Bool, prepared: Bool, remedy: PostgresFault.Remedy) {
        let fault = PostgresFaults.fault(state, "why", path: "p", lost: lost, prepared: prepared)
        #expect(fault.remedy == remedy)
        #expect(fault.isDooming == (lost || remedy != .none))
    }

    @Test("one line, without the value that was wrong")
    func detail() {
        let message = "invalid input for type bigint: \"138 \"0\"\"\nmore"
        let answer = PostgresFaults.refusal(.storeIO, "22P02", message, path: "p")
        #expect(answer["detail"] == "invalid input for type bigint: \"…\" more")
    }

    @Test("the code of a refused login is found in any language", arguments: [
        ("connection to \"h\" (::1), port 1 failed: FATAL:  28P01: no\nLOCATION:  auth_failed, auth.c:337\n", "28P01",
         "connection to \"h\" (::1), port 1 failed: FATAL:  no"),
        ("connection to server on socket \"/x\" failed: 致命错误:  3D000: 数据库 \"x\" 不存在\n", "3D000",
         "connection to server on socket \"/x\" failed: 致命错误:  数据库 \"x\" 不存在"),
        ("could not translate host name\n", nil, "could not translate host name"),
        ("first failed: no\nsecond failed: FATAL:  53300: too many\n", "53300",
         "first failed: no; second failed: FATAL:  too many"),
    ])
    func greetings(message: String, state: String?, detail: String) {
        let greeting = PostgresGreeting(message)
        #expect(greeting.state == state)
        #expect(greeting.detail == detail)
    }

    @Test("conflicts are tried five times, lost servers three times")
    func tries() {
        var conflicts = PostgresTries()
        var losses = PostgresTries()
        #expect((1...5).map { _ in conflicts.pause(after: .rerun) == nil } == [false, false, false, false, true])
        #expect((1...3).map { _ in losses.pause(after: .reconnect) == nil } == [false, false, true])
        #expect(losses.pause(after: .none) == nil)
    }

    /// A server that is gone took the whole transaction with it, whatever savepoint asked last; a value that is refused only its
    /// savepoint.
    @Test("what dooms a transaction is not undone with a savepoint", arguments: [("57P01", true), ("23503", false)])
    func levels(state: String, dooms: Bool) {
        let fault = PostgresFaults.fault(state, "why", path: "p", lost: dooms)
        var levels = PostgresLevels()
        levels.enter()
        levels.enter()
        levels.note(fault)
        #expect(levels.fault?.refusal == fault.refusal)
        levels.leave()
        #expect((levels.fault == nil) == !dooms)
        levels.leave()
        #expect(levels.doom?.refusal == (dooms ? fault.refusal : nil))
    }
}
