package import Kernel
package import SQL

extension SQLRow {
    /// The value whose JSON a column holds, read by hand.
    package func body<Value: Decodable & Stored>(_ column: Int) throws(Refusal) -> Value {
        try Value(storedText: try text(column))
    }

    /// The value whose JSON a column holds.
    package func body<Value: Decodable>(_ column: Int) throws(Refusal) -> Value {
        try JSONParser.parse(Array(try text(column).utf8)).decode(Value.self)
    }
}
