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
        if refusal.code.isOfForm { return badData }
        switch refusal.code.group {
        case "key", "clock": return configuration
        case "setting": return usage
        case _: return code(ofSurroundings: refusal.code)
        }
    }

    private static func code(ofSurroundings code: RefusalCode) -> Int32 {
        switch code {
        case .storeMissing, .fileMissing: noInput
        case .storeNotDatabase, .fileUnreadable, .backupFormat, .backupSchema: badData
        case .storeExists, .storeLeftover, .storeReadOnly, .storeFull, .fileUnwritable: cannotWrite
        case .storeLocked, .storeDamaged, .storeIO, .storeUnreachable, .storeUnknown, .storeTimeout, .storeConflict,
             .storeCancelled, .toolFailed: inputOutput
        case .storeNewer, .storeDenied, .toolMissing: configuration
        case _: refused
        }
    }
}
