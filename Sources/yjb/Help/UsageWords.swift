import Kernel

/// What the argument parser says of a command line that it does not understand, in Chinese. Its messages
/// are words with the reader's own in single quotes between them.
enum UsageWords {
    static func told(_ message: String, _ language: Language) -> String {
        guard language == .zh else { return message }
        if let own = HelpWords.zh[message] { return own }
        let parts = message.split(separator: "'", omittingEmptySubsequences: false).map(String.init)
        // Every second part stood between quotes.
        let words = stride(from: 1, to: parts.count, by: 2).map { parts[$0] }
        let frame = stride(from: 0, to: parts.count, by: 2).map { parts[$0] }.joined(separator: "'")
        return known(frame, words) ?? message
    }

    private static func known(_ frame: String, _ words: [String]) -> String? {
        switch (frame, words.count) {
        case ("Unknown option '", 1): "没有选项 \(words[0])"
        case ("Unknown option '. Did you mean '?", 2): "没有选项 \(words[0])，是否要写 \(words[1])？"
        case ("Missing value for '", 1): "\(words[0]) 没有写值"
        case ("Missing expected argument '", 1): "缺少 \(words[0])"
        case ("Missing required subcommand.", 0): "缺少子命令"
        case ("Unexpected argument '", 1): "多余的参数 \(words[0])"
        case ("The option ' does not take any value, but ' was specified.", 2): "\(words[0]) 不带值，却写了 \(words[1])"
        case ("The value ' is invalid.", 1): "值“\(words[0])”不对"
        case _: longer(frame, words)
        }
    }

    /// Those that name several things, or end in what a value's own reading said.
    private static func longer(_ frame: String, _ words: [String]) -> String? {
        if frame.hasPrefix("The value ' is invalid for '"), words.count >= 2 {
            let lines = frame.split(separator: "\n").dropFirst().map { $0.drop { " -".contains($0) } }
            let list = words.dropFirst(2) + lines.map(String.init)
            let known = list.isEmpty ? "" : "，可用：" + list.joined(separator: "、")
            return "\(words[1]) 的值“\(words[0])”不对" + known
        }
        if frame.hasPrefix("Missing one of: ") { return "缺少其中之一：" + words.joined(separator: "、") }
        if frame.contains(" unexpected arguments: ") { return "多余的参数 " + words.joined(separator: "、") }
        if frame.hasPrefix("Value to be set with ") { return words.joined(separator: " 与 ") + " 不能同时写" }
        return nil
    }
}
