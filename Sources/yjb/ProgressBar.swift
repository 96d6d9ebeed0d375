/// A bar on the terminal: how much is done of all.
struct ProgressBar: Sendable {
    /// What is under way.
    let label: String
    private static let width = 30

    func show(_ done: Int, of all: Int) {
        guard Console.messagesAreTerminal else { return }
        let filled = all == 0 ? Self.width : Self.width * done / all
        let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: Self.width - filled)
        Console.progress("\(label) \(bar) \(done) / \(all)")
    }

    func clear() {
        if Console.messagesAreTerminal { Console.progress("") }
    }
}
