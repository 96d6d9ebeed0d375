import ArgumentParser
import Jobs
import Kernel

struct CallCommand: OrderCommand {
    static let configuration = CommandConfiguration.bilingual(
        "call", "来电登记", "Register a call: it opens a job.",
        example: """
            yjb call --as wang.grid --channel 12345 --ref 12345-778 --name 张大妈 --phone 13800000001 \
            --address 宁海路12号两栋之间 --category septic --description 化粪池满溢，污水外流
            """,
        notes: "The caller's name and phone are kept encrypted beside the journal, and can be erased.")
    static let does = "job.call"

    @OptionGroup var ordering: Ordering

    @Option(help: "The outside number: a 12345 order, an Open311 id. Unique in the street.")
    var ref: String?

    @Option(help: "How the call came: 12345, phone, grid, walk-in …")
    var channel: String

    @Option(help: "The caller's name.")
    var name: String?

    @Option(help: "The caller's phone.")
    var phone: String?

    @Flag(help: "The caller wants to stay unnamed.")
    var confidential = false

    @OptionGroup var site: SiteOptions

    @Option(help: "A category of the policy.")
    var category: String

    @Option(help: "What is broken.")
    var description: String

    func form() throws(Refusal) -> JSON {
        .members([
            "ref": ref?.json, "channel": channel.json, "caller": caller, "site": site.json, "category": category.json,
            "description": description.json,
        ])
    }

    private var caller: JSON? {
        guard name != nil || phone != nil || confidential else { return nil }
        return .members(["name": name?.json, "phone": phone?.json, "confidential": confidential.jsonIfSet])
    }
}

struct SiteOptions: ParsableArguments {
    @Option(help: "Where.")
    var address: String

    @Option(help: "The community.")
    var community: String?

    @Option(help: "The code of a listed estate.")
    var estate: String?

    @Option(help: "Whose it is.")
    var tenure: Tenure?

    @Option(parsing: .unconditional, help: "Latitude in degrees.")
    var lat: String?

    @Option(parsing: .unconditional, help: "Longitude in degrees.")
    var lon: String?

    var json: JSON {
        .members([
            "address": address.json, "community": community?.json, "estate": estate?.json,
            "tenure": tenure?.rawValue.json, "lat": lat?.json, "lon": lon?.json,
        ])
    }
}
