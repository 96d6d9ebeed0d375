import ArgumentParser
import Kernel

/// How the budget classifies an appropriation: options of the command that opens it.
struct Classifying: ParsableArguments {
    @Option(help: ArgumentHelp("The budget's function: 7 digits.", valueName: "2120399"))
    var function: String?

    @Option(help: ArgumentHelp("The department's economic classification: 5 digits.", valueName: "30213"))
    var deptEconomic: String?

    @Option(help: ArgumentHelp("The government's economic classification: 5 digits.", valueName: "50209"))
    var govEconomic: String?

    @Option(help: ArgumentHelp("Which budget the money is of.", valueName: "general|governmentFund|stateCapital|other"))
    var fundNature: String?

    @Option(help: ArgumentHelp("The budget's project.", valueName: "code=name"))
    var project: String?

    @Option(help: ArgumentHelp("Whose budget.", valueName: "own|upper"))
    var level: String?

    /// Nil where nothing was said.
    var form: JSON? {
        let form = JSON.members([
            "function": function?.json, "deptEconomic": deptEconomic?.json, "govEconomic": govEconomic?.json,
            "fundNature": fundNature?.json, "project": project.map(Self.project), "level": level?.json,
        ])
        return form == .object([]) ? nil : form
    }

    /// What has no name lacks it: the form says so.
    private static func project(_ text: String) -> JSON {
        let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
        return .members(["code": parts.first?.json, "name": parts.dropFirst().first?.json])
    }
}
