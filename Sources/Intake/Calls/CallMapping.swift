package import Formats
package import Kernel

/// How to read one call centre's export: a YAML file that a street writes once (samples/mappings has two).
package struct CallMapping: Sendable, Decodable {
    package struct Columns: Sendable, Decodable {
        let ref: ColumnSource
        let calledAt: ColumnSource
        let category: ColumnSource
        let description: ColumnSource
        let address: ColumnSource
        let community: ColumnSource?
        let estate: ColumnSource?
        let lat: ColumnSource?
        let lon: ColumnSource?
        let callerName: ColumnSource?
        let callerPhone: ColumnSource?
        let target: ColumnSource?
        let closed: ColumnSource?
        let label: ColumnSource?

        /// Every column that the file must have.
        var wanted: [String] {
            let sources = [
                ref, calledAt, category, description, address, community, estate, lat, lon, callerName,
                callerPhone, target, closed, label,
            ]
            return sources.flatMap { $0?.names ?? [] }
        }

        /// Those that hold times.
        var times: [String] { [calledAt, target, closed].flatMap { $0?.names ?? [] } }
    }

    package struct Categories: Sendable, Decodable {
        /// The export's words, folded as its cells are, and our category codes.
        let table: [String: Code]
        /// The code for words that the table does not have; without it they are refused by name.
        let other: Code?

        private enum Keys: String, CodingKey {
            case table, other
        }

        package init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: Keys.self)
            table = try CallMapping.folded(try fields.decode([String: Code].self, forKey: .table))
            other = try fields.decodeIfPresent(Code.self, forKey: .other)
        }
    }

    /// What is the same for every call, and what stands in where a cell is empty or no column is named.
    package struct Constants: Sendable, Decodable {
        let channel: Code
        let description: Prose?
        let address: Label?
        let community: Label?
        let estate: Code?
    }

    package let name: Label
    package let encoding: TextEncoding
    package let delimiter: CSVDelimiter
    package let columns: Columns
    package let dateFormat: DateFormats
    package let zone: LocalZone
    package let categories: Categories
    package let labels: [String: CallLabel]
    package let constants: Constants
    package let confidential: Bool

    private enum Keys: String, CodingKey {
        case name, encoding, delimiter, columns, dateFormat, zone, categories, labels, constants, confidential
    }

    package init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: Keys.self)
        name = try fields.decode(Label.self, forKey: .name)
        encoding = try fields.decodeIfPresent(TextEncoding.self, forKey: .encoding) ?? .auto
        delimiter = try fields.decodeIfPresent(CSVDelimiter.self, forKey: .delimiter) ?? .comma
        columns = try fields.decode(Columns.self, forKey: .columns)
        dateFormat = try fields.decode(DateFormats.self, forKey: .dateFormat)
        zone = try fields.decode(LocalZone.self, forKey: .zone)
        categories = try fields.decode(Categories.self, forKey: .categories)
        labels = try Self.folded(try fields.decodeIfPresent([String: CallLabel].self, forKey: .labels) ?? [:])
        constants = try fields.decode(Constants.self, forKey: .constants)
        confidential = try fields.decodeIfPresent(Bool.self, forKey: .confidential) ?? false
    }

    /// Words folded as the cells are that they are looked up by. Throws `input.duplicateKey` when two are
    /// the same so.
    fileprivate static func folded<Value>(_ words: [String: Value]) throws(Refusal) -> [String: Value] {
        var folded: [String: Value] = [:]
        for (word, value) in words {
            if folded.updateValue(value, forKey: word.oneLine) != nil {
                throw Refusal(.inputDuplicateKey, ["field": word.oneLine.excerpt])
            }
        }
        return folded
    }

    /// Reads a mapping. Throws what ``YAMLDocument`` and the strict decoding refuse, with the facts `file`
    /// and `field`.
    package static func read(yaml text: String, file: String?) throws(Refusal) -> CallMapping {
        do {
            return try YAMLDocument.json(text: text, file: file).decode()
        } catch {
            throw error.placed(file: file, line: nil, column: nil)
        }
    }
}
