import Kernel

/// Exit codes (design §11), after sysexits.h.
enum Exit {
    static let done: Int32 = 0
    static let refused: Int32 = 1
    static let usage: Int32 = 64
    static let badData: Int32 = 65
    static let noInput: Int32 = 66
    static let cannotWrite: Int32 = 73
    static let inputOutput: Int32 = 74
    static let configuration: Int32 = 78

    /// The exit code of a refusal.
    static func code(of refusal: Refusal) -> Int32 {
        switch refusal.code.kind {
        case .input: badData
        case .rule, .right, .unknown, .moved: refused
        case .surroundings(let part): code(of: part)
        }
    }

    private static func code(of part: RefusalKind.Surroundings) -> Int32 {
        switch part {
        case .usage: usage
        case .missing: noInput
        case .unreadable: badData
        case .unwritable: cannotWrite
        case .broken: inputOutput
        case .configuration: configuration
        }
    }
}
