import ArgumentParser
import Desk
import Kernel

/// The first way in: whoever holds the database invites a user to set a password. There is no password that
/// a program comes with.
struct Invite: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "邀请用户设口令 · Invite a user to set a password",
        discussion: "EXAMPLE\n  yjb-server invite li.wei --db street.sqlite")

    @OptionGroup var options: Options

    @Argument(help: "The user's code.")
    var user: String

    @Option(help: ArgumentHelp("The street's code. Default: the only street.", valueName: "code"))
    var org: String?

    func run() async throws {
        try await Opened.telling { () async throws(Refusal) in
            let desk = try Opened.desk(options)
            try await desk.closing { () async throws(Refusal) in
                let org = try await Streets.one(org, of: desk)
                let code = try await desk.invite(try Code(user), in: org, by: nil)
                print("/\(org.text)/welcome/\(code)")
                print("二十四小时内有效，只能用一次。Serves once, within a day.")
            }
        }
    }
}

enum Streets {
    /// The street named, or the only one. Throws `setting.missing`.
    static func one(_ named: String?, of desk: Desk) async throws(Refusal) -> Code {
        if let named { return try Code(named) }
        let streets = try await desk.streets()
        guard streets.count == 1 else {
            throw Refusal(.settingMissing, ["option": "--org CODE"]).adding("setting", "org", Phrase("街道", "the street"))
        }
        return streets[0].code
    }
}
