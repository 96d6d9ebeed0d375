import Jobs
import Kernel

/// Whether every photo that records name is there, and is that photo.
struct PhotoCheck {
    private let named: Int
    private let lost: [(hash: String, reason: Phrase)]

    init(_ photos: [Photo], in folder: PhotoFolder) {
        named = photos.count
        lost = photos.compactMap { photo in folder.fault(of: photo).map { (photo.hash.text, $0) } }
    }

    var isWhole: Bool { lost.isEmpty }

    func text(_ language: Language) -> String {
        let head = isWhole
            ? Phrase("  照片 \(named) 张，均在且完好\n", "  \(named) photos, all there and sound\n")
            : Phrase("✗ 照片 \(named) 张，缺少或损坏 \(lost.count) 张\n", "✗ \(named) photos, \(lost.count) missing or damaged\n")
        return head(language) + Self.list(lost, language)
    }

    var json: JSON {
        .members([
            "named": named.json,
            "lost": .array(lost.map { .members(["hash": $0.hash.json, "reason": $0.reason.en.json]) }),
        ])
    }

    /// A line for each of the first that are lost.
    static func list(_ lost: [(hash: String, reason: Phrase)], _ language: Language) -> String {
        lost.prefix(10).map { "    \($0.hash) \($0.reason(language))\n" }.joined() + (lost.count > 10 ? "    …\n" : "")
    }
}
