import ArgumentParser
import CMemory
import Desk
import Glibc
import Hummingbird
import HummingbirdCore
import Kernel
import Web

/// Serves the pages until it is told to stop.
struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "开网页 · Serve the pages",
        discussion: """
            It listens on this machine only; TLS is the proxy's in front of it (docs/OPERATIONS.md). --plain-http is for
            practice streets on one's own machine.

            EXAMPLE
              yjb-server serve --db street.sqlite --port 8311
            """)

    @OptionGroup var options: Options

    @Option(help: ArgumentHelp("The address to listen on.", valueName: "address"))
    var host = "127.0.0.1"

    @Option(help: ArgumentHelp("The port to listen on.", valueName: "port"))
    var port = 8311

    @Flag(help: "Without TLS in front: cookies are not marked Secure. For practice streets only.")
    var plainHttp = false

    @Flag(help: "For practice streets: give one user of each role a password for this run, and print them.")
    var practice = false

    @Flag(help: "For practice streets: nobody is slowed down, for measurements.")
    var noRates = false

    func run() async throws {
        Self.keepMemory()
        try await Opened.telling { () async throws(Refusal) in
            let desk = try Opened.desk(options)
            try await desk.closing { () async throws(Refusal) in try await serve(desk) }
        }
    }

    /// A page's bytes are asked for and given back with every answer: the system need not take them away each
    /// time and hand them out anew, one by one.
    private static func keepMemory() {
        _ = mallopt(M_MMAP_THRESHOLD, 4 << 20)
        _ = mallopt(M_TRIM_THRESHOLD, 16 << 20)
    }

    /// A line at once: whoever reads it in a pipe sees it when it happens.
    private static func log(_ line: String) {
        let bytes = Array((line + "\n").utf8)
        _ = write(STDERR_FILENO, bytes, bytes.count)
    }

    private func serve(_ desk: Desk) async throws(Refusal) {
        let streets = try await desk.streets()
        if plainHttp || practice || noRates, let real = streets.first(where: { !$0.sandbox }) {
            throw Refusal(.settingInvalid, [
                "setting": plainHttp ? "--plain-http" : practice ? "--practice" : "--no-rates", "value": real.code.text,
                "expected": "演练账套 · a practice street",
            ])
        }
        let site = WebSite(
            desk, settings: .init(isSecure: !plainHttp), rates: noRates ? nil : Rates(), pictures: try Opened.pictures(options),
            vault: FileVault(try Opened.place(options)))
        if practice { try await PracticeUsers(site: site).open(streets.map(\.code), at: "http://\(host):\(port)") }
        let app = Application(
            responder: DeskResponder(front: Front(site), isBehindProxy: !plainHttp, log: practice ? nil : Self.log),
            server: .http1(configuration: .init(
                additionalChannelHandlers: [DeadlineHandler()], idleTimeout: .seconds(30),
                httpDecoderConfiguration: .init(
                    maxHeaderFieldSize: 16 << 10, maxHeaderListSize: 16 << 10, maxHeaderFieldCount: 100))),
            configuration: .init(
                address: .hostname(host, port: port), availableConnectionsDelegate: MaximumAvailableConnections(1024)))
        let seals = Task { await DailySeals(desk: desk, log: Self.log).run() }
        defer { seals.cancel() }
        do {
            try await app.runService()
        } catch {
            throw Refusal(.settingInvalid, ["setting": "--port", "value": String(port), "expected": "\(error)"])
        }
    }
}
