import Glibc
package import Kernel

/// A library of the system that is opened when something is first drawn with it: linked in, it and its thirty
/// relatives would be loaded by every command.
package struct SharedLibrary {
    private let handle: UnsafeMutableRawPointer
    private let name: String
    private let package: String

    /// Throws `tool.missing`.
    package init(_ name: String, package: String) throws(Refusal) {
        guard let handle = dlopen(name, RTLD_NOW | RTLD_LOCAL) else { throw Self.missing(name, package) }
        self.handle = handle
        self.name = name
        self.package = package
    }

    /// A function by its name. `Function` must be its C type (`@convention(c)`), as the library's manual
    /// has it: nothing can check that. Throws `tool.missing` where the library is too old to have it.
    package func function<Function>(_ symbol: String, _: Function.Type = Function.self) throws(Refusal) -> Function {
        guard let address = dlsym(handle, symbol) else { throw Self.missing("\(name): \(symbol)", package) }
        return unsafeBitCast(address, to: Function.self)
    }

    private static func missing(_ tool: String, _ package: String) -> Refusal {
        Refusal(.toolMissing, ["tool": tool, "package": package])
    }
}
