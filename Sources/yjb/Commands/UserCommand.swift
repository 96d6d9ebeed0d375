import ArgumentParser
import Desk
import Documents
import Jobs
import Journal
import Kernel
import Reports

struct UserCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration.group(
        "user", "人员", "The people of a street and their roles.", [UserAdd.self, UserDisable.self, UserList.self])
}

struct UserAdd: OrderCommand {
    static let configuration = CommandConfiguration.bilingual(
        "add", "登记人员", "Add a user; a known one gets these roles instead and is enabled again.",
        example: "yjb user add zhou.min --as admin --name 周敏 --role officer",
        notes: "角色 Roles: \(Role.allCases.map { "\($0.rawValue) \($0.title.zh)" }.joined(separator: ", ")).")
    static let does = "user.add"

    @Argument(help: "A short name without blanks.")
    var user: String

    @OptionGroup var ordering: Ordering

    @Option(help: "The person's name.")
    var name: String

    @Option(help: "A role. Repeat it.")
    var role: [Role] = []

    @Option(help: "The firm of a crew, whose jobs it sees: its code.")
    var contractor: String?

    func form() throws(Refusal) -> JSON {
        .members(["user": user.json, "name": name.json, "roles": role.map(\.rawValue).json, "contractor": contractor?.json])
    }
}

struct UserDisable: OrderCommand {
    static let configuration = CommandConfiguration.bilingual(
        "disable", "停用人员", "Disable a user, who keeps the name.",
        example: "yjb user disable zhou.min --as admin")
    static let does = "user.disable"

    @Argument(help: "The user.")
    var user: String

    @OptionGroup var ordering: Ordering

    func form() throws(Refusal) -> JSON { .members(["user": user.json]) }
}

struct UserList: AsyncParsableCommand {
    static let configuration = CommandConfiguration.bilingual(
        "list", "人员名单", "The users of a street.", example: "yjb user list")

    @OptionGroup var options: Options
    @OptionGroup var showing: Showing

    func run() async throws { try await listing(.users, options, showing) }
}
