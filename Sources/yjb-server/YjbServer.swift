import ArgumentParser
import Kernel

/// The street's desk in a browser: one more way in over the desk, and the only program here that links an
/// HTTP server.
@main
struct YjbServer: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "yjb-server", abstract: "应急包的网页 · The street's desk in a browser",
        discussion: """
            EXAMPLE
              yjb-server invite li.wei --db street.sqlite
              yjb-server serve --db street.sqlite --port 8311
            """,
        subcommands: [Serve.self, Invite.self])
}

/// The database, for every command.
struct Options: ParsableArguments {
    @Option(help: ArgumentHelp("The database: a path, or postgres://USER@HOST/DATABASE. Default: YJB_DB.", valueName: "path|url"))
    var db: String?

    @Option(help: ArgumentHelp("For a server: the folder of the key and the photos. Default: YJB_FILES.", valueName: "folder"))
    var files: String?
}
