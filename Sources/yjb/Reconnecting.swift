import Kernel

/// How long a program goes on trying when it has lost its server. Only where asking again is safe: commands
/// with ids are done once, however often they are sent.
struct Reconnecting {
    private let patience: Duration
    private var began: ContinuousClock.Instant?
    private var pause = Duration.milliseconds(500)

    init(seconds: Int) { patience = .seconds(seconds) }

    /// Waits for a while after a loss, and says so; throws the refusal when it is none, or when patience is
    /// over.
    mutating func wait(after refusal: Refusal, _ language: Language) async throws(Refusal) {
        guard [.storeUnreachable, .storeUnknown].contains(refusal.code) else { throw refusal }
        let now = ContinuousClock.now, since = began ?? now
        began = since
        guard since.duration(to: now) + pause <= patience else { throw refusal }
        if Console.messagesAreTerminal { Console.progress("") }
        let detail = refusal["detail"] ?? refusal.code.rawValue
        Console.message(Phrase(
            "与数据库服务器的连接断了，稍后重连并接着执行：\(detail)",
            "The connection to the database server was lost; connecting again to go on: \(detail)")(language))
        try? await Task.sleep(for: pause)
        pause = min(pause * 2, .seconds(8))
    }
}
