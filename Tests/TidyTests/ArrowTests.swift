import Testing

/// The rooms and their arrows (docs/ARCHITECTURE.md): a target may reach what another one brings along without saying so, and
/// then the compiler does not hold it.
struct ArrowTests {
    /// From the top of the list to its end: an arrow points up only.
    private static let rooms = [
        "Kernel", "Ledger", "Jobs", "Bank", "Journal", "Documents", "Reports", "Disk", "Seal", "SQL", "Store", "Formats", "Intake", "Pictures", "Press",
        "Desk", "Web", "yjb", "yjb-photo", "yjb-server",
    ]
    private static let pure: Set = ["Kernel", "Ledger", "Jobs", "Bank", "Journal", "Documents", "Reports", "Pictures"]

    @Test("every folder of Sources is a room of the list, or the map of a C library")
    func complete() throws {
        let found = Set(try Project.sources().map(\.room))
        #expect(found == Set(Self.rooms))
    }

    @Test("a file imports what its target names, and a target names what its files import")
    func declared() throws {
        let needs = try Project.needs()
        let files = Dictionary(grouping: try Project.sources(), by: \.room)
        for room in Self.rooms {
            let wanted = try #require(needs[room], "\(room) is not in Package.swift").intersection(Self.rooms)
            let used = (files[room] ?? []).reduce(into: Set<String>()) { $0.formUnion($1.imports) }.intersection(Self.rooms)
            #expect(used == wanted, "\(room): \(used.symmetricDifference(wanted).sorted())")
        }
    }

    @Test("an arrow points up the list")
    func upwards() throws {
        let place = Dictionary(uniqueKeysWithValues: Self.rooms.enumerated().map { ($1, $0) })
        for (room, needs) in try Project.needs() {
            guard let own = place[room] else { continue }
            for need in needs { #expect((place[need] ?? -1) < own, "\(room) → \(need)") }
        }
    }

    /// Design §2.
    @Test("arrows that must never be", arguments: [
        ("Formats", ["Jobs", "Journal", "Bank", "Ledger"]), ("Reports", ["Formats", "Press", "Store", "SQL"]),
        ("SQL", ["Ledger", "Jobs", "Bank", "Journal", "Store"]), ("Intake", ["Store", "SQL", "Desk"]), ("Press", ["Store", "SQL", "Desk"]),
        ("Disk", ["Seal", "Jobs"]), ("Bank", ["Journal"]), ("Documents", ["Ledger", "Jobs", "Bank", "Journal"]), ("Press", ["Jobs", "Reports"]), ("Store", ["Reports", "Documents", "Desk"]),
        ("yjb", ["Store", "SQL", "Web"]), ("Web", ["Store", "SQL", "Formats", "Intake"]), ("yjb-server", ["Store", "SQL", "Journal"]),
        ("yjb-photo", ["Seal", "SQL", "Store", "Desk", "Web"]),
    ])
    func never(room: String, forbidden: [String]) throws {
        let needs = try #require(try Project.needs()[room])
        #expect(needs.isDisjoint(with: forbidden), "\(room) → \(needs.intersection(forbidden).sorted())")
    }

    @Test("the pure rooms import rooms and arithmetic, nothing else: no file, no clock")
    func pureRooms() throws {
        for file in try Project.sources() where Self.pure.contains(file.room) {
            let strangers = file.imports.subtracting(Self.rooms).subtracting(["Glibc.sin", "Glibc.cos", "Glibc.asin"])
            #expect(strangers.isEmpty, "\(file.path): \(strangers.sorted())")
        }
    }

    @Test("a C library is seen by the one folder that wraps it", arguments: [
        ("CCrypto", "Sources/Seal/"), ("CPostgres", "Sources/SQL/Postgres/"), ("CExpat", "Sources/Formats/XML/"),
        ("CZip", "Sources/Formats/ZIP/"), ("CMemory", "Sources/yjb-server/"), ("CWorkbook", "Sources/Formats/XLSX/Writing/"), ("CSQLite", "Sources/SQL/SQLite/"), ("Yams", "Sources/Formats/YAML/"),
        ("ArgumentParser", "Sources/yjb"), ("Hummingbird", "Sources/yjb-server/"),
    ])
    func handles(library: String, folder: String) throws {
        let files = try Project.sources().filter { $0.imports.contains(library) }
        #expect(!files.isEmpty)
        for file in files { #expect(file.path.hasPrefix(folder), "\(file.path) imports \(library)") }
    }
}
