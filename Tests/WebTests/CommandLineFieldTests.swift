import Foundation
import Jobs
import Kernel
import Testing
@testable import Web

/// Whatever a step's form asks for can be said on the command line too: a field added to a form leads to its
/// page (``FormSpecTests``) and to its option.
struct CommandLineFieldTests {
    /// Where an option is not called like its field: a site is its address and more.
    private static let others = ["site": "address"]

    /// What has no option: what only an import knows of a call or an invoice, and the reason of an early
    /// release, which a payment shares its form with.
    private static let none: Set<String> = ["call.outside", "invoice.lines", "invoice.source", "pay.reason"]

    @Test("every member of a step's form has an option", arguments: Verb.allCases)
    func options(verb: Verb) throws {
        let spec = FormSpecs.of(verb)
        let members = Set((spec.fields.map(\.name) + spec.left).map { String($0.prefix { $0 != "." }) }).subtracting(["job"])
        let options = try Self.options(of: verb)
        let missing = members.filter { member in
            if Self.none.contains(verb.rawValue + "." + member) { return false }
            let name = Self.others[member] ?? Self.kebab(member)
            return !options.contains(name) && !(name.hasSuffix("s") && options.contains(String(name.dropLast())))
        }
        #expect(missing.sorted() == [], "\(verb): \(options.sorted())")
    }

    /// `warrantyMonths` is `--warranty-months`.
    private static func kebab(_ name: String) -> String {
        name.reduce(into: "") { $0 += $1.isUppercase ? "-" + $1.lowercased() : String($1) }
    }

    private static func words(_ verb: Verb) -> [String] {
        switch verb {
        case .call: ["call"]
        case .invoice: ["invoice", "add"]
        case .voidInvoice: ["invoice", "void"]
        case _: ["job", verb.rawValue]
        }
    }

    /// The names of the options and arguments that the program itself tells.
    private static func options(of verb: Verb) throws -> Set<String> {
        let binary = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent().appending(path: "yjb")
        let (process, pipe) = (Process(), Pipe())
        process.executableURL = binary
        process.arguments = words(verb) + ["--experimental-dump-help"]
        process.standardOutput = pipe
        try process.run()
        let told = try #require(try pipe.fileHandleForReading.readToEnd())
        process.waitUntilExit()
        try pipe.fileHandleForReading.close()
        let names = String(decoding: told, as: UTF8.self).matches(of: /"name"\s*:\s*"([a-z0-9-]+)"|"valueName"\s*:\s*"([a-z0-9|-]+)"/)
        return Set(names.compactMap { ($0.1 ?? $0.2).map { String($0) } })
    }
}
