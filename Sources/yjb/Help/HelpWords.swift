import Kernel

/// The Chinese of what help says in English: of arguments and options, of the notes above examples, and of
/// what a command says about its own options. A text without one is shown in English; a test finds it.
enum HelpWords {
    static let zh = options.merging(notes) { first, _ in first }.merging(corrections) { first, _ in first }
        .merging(years) { first, _ in first }

    static func told(_ text: String, _ language: Language) -> String { language == .zh ? zh[text] ?? text : text }
}
