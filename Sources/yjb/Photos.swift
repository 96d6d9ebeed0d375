import ArgumentParser
import Desk
import Disk
import Reports
import Kernel
import Seal

/// `--photo`, repeatable.
struct Photos: ParsableArguments {
    @Option(help: ArgumentHelp("A photo: JPEG, PNG, WebP or PDF, at most 20 MB. May be repeated.", valueName: "file"))
    var photo: [String] = []

    /// Keeps the files beside the database and gives what the form says of them; nil when there are none.
    /// The files are durable before the record that names them. Throws `file.…`.
    func json(_ options: Options) throws(Refusal) -> JSON? {
        guard !photo.isEmpty else { return nil }
        let folder = try options.place().photoFolder()
        return try photo.json { (path) throws(Refusal) in JSON(try folder.keep(path)) }
    }
}
