import Kernel
import Testing

@testable import SQL
@testable import Store

@Suite("PostgreSQL: the URL")
struct PostgresAddressTests {
    @Test("is shown without passwords, wherever they stand", arguments: [
        ("postgres://u@h/d", "postgres://u@h/d"),
        ("postgres://u:secret@h:5432/d", "postgres://u:***@h:5432/d"),
        ("postgresql://u:sec%40ret@h1:1,h2:2/d?sslmode=require", "postgresql://u:***@h1:1,h2:2/d?sslmode=require"),
        ("postgres://:secret@h/d", "postgres://:***@h/d"),
        ("postgres://u:sec?ret@h/d?sslmode=require", "postgres://u:***@h/d?sslmode=require"),
        ("postgres://u:sec@ret@h/d", "postgres://u:***@h/d"),
        ("postgres://u:sec/ret@h/d", "postgres://u:***@h/d"),
        ("postgres://u:secret", "postgres://***"),
        ("postgres://h/d?password=secret&user=u", "postgres://h/d?password=***&user=u"),
        ("postgres://h/d?pass%77ord=secret", "postgres://h/d?pass%77ord=***"),
        ("postgres://h/d?sslpassword=secret", "postgres://h/d?sslpassword=***"),
        ("postgres://h/d?pasword=secret", "postgres://h/d?pasword=***"),
        ("postgres://h/d?secret", "postgres://h/d?***"),
        ("postgres://[::1]:5432/d", "postgres://[::1]:5432/d"),
        ("postgres:///d?host=/run/x&user=u", "postgres:///d?host=/run/x&user=u"),
        ("u:secret", "***"),
    ])
    func redaction(url: String, shown: String) throws {
        _ = try PostgresAddress("postgres://h/d")
        #expect(PostgresRedaction.shown(url) == shown)
    }

    @Test("that libpq does not take is refused and does not show a password", arguments: [
        "postgres://u:secret@h:5432/d?x", "postgres://h/d?pasword=secret", "host=h password=secret",
        "mysql://u:secret@h",
        "postgres://u:sec/ret@h/d", "postgres://u:sec@ret@h/d", "postgres://u:secret@[h/d", "postgres://u:secret@h/d%0",
        "postgres://u:secret@h/d%00", "postgres://u:secret@h/\0",
    ])
    func malformed(url: String) {
        let answer = refusal { () throws(Refusal) in try PostgresDatabase.open(url: url, create: false) }
        #expect(answer?.code == .settingInvalid)
        #expect(answer?["setting"] == "--db")
        #expect(answer?["value"]?.contains("ret") == false)
        #expect(answer?.message(.en).contains("sec") == false)
    }

    @Test("says more than our own settings do", arguments: [
        ("?connect_timeout=3", "connect_timeout", "3"), ("", "connect_timeout", "10"),
        ("?client_encoding=GBK", "client_encoding", "UTF8"),
        ("?target_session_attrs=any", "target_session_attrs", "any"),
        ("", "fallback_application_name", "yjb"),
    ])
    func settings(query: String, keyword: String, value: String) throws {
        let address = try PostgresAddress("postgres://h/d" + query)
        #expect(address.settings.last { $0.keyword == keyword }?.value == value)
    }

    @Test("its options come after ours, so that they win")
    func options() throws {
        let address = try PostgresAddress("postgres://h/d?options=-cstatement_timeout%3D5")
        let options = try #require(address.settings.last { $0.keyword == "options" }?.value)
        #expect(options.hasPrefix("-c statement_timeout=60000 -c lock_timeout=30000 "))
        #expect(options.hasSuffix(" -cstatement_timeout=5 -c client_min_messages=warning"))
    }
}
