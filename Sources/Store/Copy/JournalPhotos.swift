package import Jobs
import Journal
package import Kernel

extension JournalReader {
    /// The photos that a street's records name, each once, by hash.
    package func photos(_ org: Code) throws(Refusal) -> [Photo] {
        var found: [Code: Photo] = [:]
        try each(org) { (stored) throws(Refusal) in
            for photo in try stored.photos { found[photo.hash] = photo }
        }
        return found.values.sorted { $0.hash.text < $1.hash.text }
    }
}

extension StoredRecord {
    /// The photos that the record's command names. Most records name none and are not parsed.
    fileprivate var photos: [Photo] {
        get throws(Refusal) {
            guard body.utf8.firstRange(of: "\"photos\":".utf8) != nil,
                  let list = try JSONParser.parse(Array(body.utf8))["command"]?["with"]?["photos"] else { return [] }
            return try list.decode()
        }
    }
}
