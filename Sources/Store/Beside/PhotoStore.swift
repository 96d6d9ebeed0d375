package import Jobs
package import Kernel
package import SQL

/// Who has sent which photo: beside the journal.
package struct PhotoStore {
    private let connection: any SQLConnection
    private let org: Code

    package init(_ connection: any SQLConnection, org: Code) { (self.connection, self.org) = (connection, org) }

    private static let columns = "hash, who, came, type, size, width, height, made, taken, lat, lon"

    /// A photo that its sender has sent before stays as it was.
    package func write(_ kept: KeptPhoto) throws(Refusal) {
        let photo = kept.photo
        try connection.run(
            """
            INSERT INTO photo (org, \(Self.columns)) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
            ON CONFLICT (org, hash, who) DO NOTHING
            """,
            [SQLValue(org.text), SQLValue(photo.hash.text), SQLValue(kept.who.text), SQLValue(kept.came.text),
             SQLValue(photo.type.text), SQLValue(photo.size), SQLValue(kept.width), SQLValue(kept.height),
             SQLValue(kept.made.milliseconds), SQLValue(photo.takenAt?.milliseconds), SQLValue(photo.lat?.text),
             SQLValue(photo.lon?.text)])
    }

    /// A photo that this user has sent.
    package func of(_ hash: Code, sentBy who: Code) throws(Refusal) -> KeptPhoto? {
        try one("hash = $2 AND who = $3", [SQLValue(org.text), SQLValue(hash.text), SQLValue(who.text)])
    }

    private func one(_ condition: String, _ values: [SQLValue]) throws(Refusal) -> KeptPhoto? {
        let row = try connection.first("SELECT \(Self.columns) FROM photo WHERE org = $1 AND \(condition)", values)
        guard let row else { return nil }
        let photo = try Photo(
            hash: try Code(try row.text(0)), type: try Label(try row.text(3)), size: Int(try row.int(4)),
            takenAt: try row.intOrNil(8).map { Instant(milliseconds: $0) },
            lat: try Self.coordinate(try row.textOrNil(9)), lon: try Self.coordinate(try row.textOrNil(10)))
        return KeptPhoto(
            photo: photo, who: try Code(try row.text(1)), came: try Code(try row.text(2)),
            width: try row.intOrNil(5).map { Int($0) }, height: try row.intOrNil(6).map { Int($0) },
            made: Instant(milliseconds: try row.int(7)))
    }

    private static func coordinate(_ text: String?) throws(Refusal) -> Coordinate? {
        guard let text else { return nil }
        return try Coordinate(text)
    }
}
