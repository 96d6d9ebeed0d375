import Kernel
import Yams

/// What Yams throws, as a refusal with its place.
enum YAMLFault {
    static func refusal(_ error: any Error, text: String, file: String?) -> Refusal {
        guard let fault = error as? YamlError else {
            return Refusal(.inputMalformed).placed(file: file, line: nil, column: nil)
        }
        switch fault {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
             .composer(_, let problem, let mark, _):
            return Refusal(isAtEnd(mark, text) ? .inputTruncated : .inputMalformed)
                .placed(file: file, line: mark.line, column: mark.column).adding("problem", problem)
        case .duplicatedKeysInMapping(let names, let context):
            return Refusal(.inputDuplicateKey, ["field": names.first?.excerpt ?? ""])
                .placed(file: file, line: context.mark.line, column: context.mark.column)
        case .reader(let problem, let offset, _, _):
            let (line, column) = place(offset ?? 0, in: text)
            return Refusal(.inputControl).placed(file: file, line: line, column: column)
                .adding("problem", problem)
        case .dataCouldNotBeDecoded:
            return Refusal(.inputEncoding).placed(file: file, line: nil, column: nil)
        case .no, .memory, .writer, .emitter, .representer:
            return Refusal(.inputMalformed).placed(file: file, line: nil, column: nil)
        }
    }

    private static func isAtEnd(_ mark: Mark, _ text: String) -> Bool {
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        let isBlankLine = lines.dropFirst(mark.line - 1).allSatisfy { $0.allSatisfy(\.isWhitespace) }
        let isEndOfLast = mark.line == lines.count && mark.column > (lines.last?.unicodeScalars.count ?? 0)
        return isBlankLine || isEndOfLast
    }

    /// Line and column, from 1, of an offset in characters.
    private static func place(_ offset: Int, in text: String) -> (line: Int, column: Int) {
        let before = text.prefix(offset)
        let start = before.lastIndex(where: \.isNewline).map { before.index(after: $0) } ?? before.startIndex
        return (before.count(where: \.isNewline) + 1, before.distance(from: start, to: before.endIndex) + 1)
    }
}
