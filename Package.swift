// swift-tools-version: 6.1
// One room per target; a target imports only the rooms listed before it (docs/ARCHITECTURE.md).
import PackageDescription

let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

func room(_ name: String, _ needs: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: needs, swiftSettings: strict)
}

/// Tests mirror the rooms; golden files and inputs lie beside the tests that read them.
func tests(_ name: String, _ needs: [Target.Dependency], golden: Bool = false, data: [String] = []) -> Target {
    .testTarget(name: name, dependencies: needs, exclude: (golden ? ["golden"] : []) + data, swiftSettings: strict)
}

let package = Package(
    name: "yjb",
    products: [
        .executable(name: "yjb", targets: ["yjb"]),
        // The only product that links the HTTP framework: the command line neither links it nor waits for it.
        .executable(name: "yjb-server", targets: ["yjb-server"]),
        // Decodes one picture and ends: what strangers send is read in a process that can do nothing else.
        .executable(name: "yjb-photo", targets: ["yjb-photo"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
        // Without its traits: no configuration files, no full Foundation.
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.0", traits: []),
        // What Hummingbird stands on, and our edge to it names too.
        .package(url: "https://github.com/apple/swift-nio", from: "2.0.0"),
        .package(url: "https://github.com/apple/swift-nio-extras", from: "1.0.0"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.0.0"),
    ],
    targets: [
        .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
        // Not linked: opened by name when a server is asked for.
        .target(name: "CPostgres"),
        .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
        .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
        .systemLibrary(name: "CZip", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "CMemory"),
        .systemLibrary(name: "CWorkbook", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
        room("Kernel"),
        room("Ledger", ["Kernel"]),
        room("Jobs", ["Kernel", "Ledger"]),
        room("Bank", ["Kernel", "Ledger", "Jobs"]),
        room("Journal", ["Kernel", "Ledger", "Jobs", "Bank"]),
        room("Documents", ["Kernel"]),
        room("Reports", ["Kernel", "Ledger", "Jobs", "Bank", "Journal", "Documents"]),
        room("Disk", ["Kernel"]),
        room("Seal", ["Kernel", "Disk", "CCrypto"]),
        room("SQL", ["Kernel", "Disk", "CPostgres", "CSQLite"]),
        room("Store", ["Kernel", "Ledger", "Jobs", "Bank", "Journal", "Seal", "SQL"]),
        room("Formats", ["Kernel", "CExpat", "CWorkbook", "CZip", .product(name: "Yams", package: "Yams")]),
        room("Intake", ["Kernel", "Jobs", "Bank", "Journal", "Formats"]),
        room("Pictures", ["Kernel"]),
        room("Press", ["Kernel", "Documents", "Disk", "Formats"]),
        .target(
            name: "Desk",
            dependencies: ["Kernel", "Ledger", "Jobs", "Bank", "Journal", "Reports", "Intake", "Documents", "Pictures", "Press",
                           "Formats", "Disk", "Seal", "SQL", "Store"],
            resources: [.embedInCode("Exporting/Bundle/verify.py"), .embedInCode("Exporting/Bundle/README.zh.md"),
                        .embedInCode("Exporting/Bundle/README.en.md")],
            swiftSettings: strict),
        .executableTarget(
            name: "yjb",
            dependencies: ["Kernel", "Ledger", "Jobs", "Bank", "Journal", "Reports", "Disk", "Seal", "Desk", "Formats", "Intake",
                           "Documents", "Press",
                           .product(name: "ArgumentParser", package: "swift-argument-parser")],
            swiftSettings: strict),
        .target(
            name: "Web",
            dependencies: ["Kernel", "Ledger", "Jobs", "Bank", "Journal", "Reports", "Seal", "Documents", "Pictures", "Press", "Desk"],
            resources: [.embedInCode("Assets/app.css"), .embedInCode("Assets/print.css"), .embedInCode("Assets/icons.svg"),
                        .embedInCode("Assets/app.js")],
            swiftSettings: strict),
        .executableTarget(
            name: "yjb-server",
            dependencies: ["Kernel", "Jobs", "Seal", "Desk", "Web", "CMemory",
                           .product(name: "ArgumentParser", package: "swift-argument-parser"),
                           .product(name: "Hummingbird", package: "hummingbird"),
                           .product(name: "HummingbirdCore", package: "hummingbird"),
                           .product(name: "NIOCore", package: "swift-nio"),
                           .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
                           .product(name: "HTTPTypes", package: "swift-http-types")],
            swiftSettings: strict),
        .executableTarget(name: "yjb-photo", dependencies: ["Kernel", "Disk", "Pictures"], swiftSettings: strict),
        // Tools of ours, which no user has: `make build` leaves them out.
        .executableTarget(name: "SampleYear", dependencies: ["Kernel"], path: "Tools/SampleYear", swiftSettings: strict),
        .executableTarget(
            name: "MatchBench", dependencies: ["Kernel", "Bank"], path: "Tools/MatchBench", swiftSettings: strict),
        .executableTarget(
            name: "HelloServer", dependencies: [.product(name: "Hummingbird", package: "hummingbird")], path: "Tools/HelloServer",
            swiftSettings: strict),
        .target(name: "DocPages", dependencies: ["Kernel", "Jobs"], path: "Tools/DocPages", swiftSettings: strict),

        .target(name: "TestKit", dependencies: ["Kernel", "Ledger", "Jobs", "Bank", "Journal", "Documents", "Reports", "SQL", "Store", "CSQLite"], path: "Tests/TestKit",
                swiftSettings: strict),
        tests("KernelTests", ["Kernel", "TestKit"]),
        tests("DiskTests", ["Kernel", "Disk", "TestKit"]),
        tests("SealTests", ["Kernel", "Disk", "Seal", "TestKit"]),
        tests("StoreTests", ["Kernel", "Ledger", "Jobs", "Bank", "Journal", "Documents", "Reports", "Seal", "SQL", "Store", "Desk", "TestKit", "CSQLite"]),
        tests("DeskTests", ["Kernel", "Ledger", "Jobs", "Bank", "Journal", "Documents", "Reports", "Disk", "Pictures", "Seal", "SQL", "Store", "Desk", "TestKit"],
              golden: true),
        tests("PicturesTests", ["Kernel", "Pictures"]),
        tests("LedgerTests", ["Kernel", "Ledger", "Jobs", "Bank", "Journal", "TestKit"]),
        tests("JobsTests", ["Kernel", "Ledger", "Jobs", "Bank", "Journal", "TestKit"]),
        tests("JournalTests", ["Kernel", "Ledger", "Jobs", "Bank", "Journal", "TestKit"]),
        tests("BankTests", ["Kernel", "Ledger", "Jobs", "Bank", "Journal", "TestKit"]),
        tests("ReportsTests", ["Kernel", "Ledger", "Jobs", "Bank", "Journal", "Documents", "Reports", "Press", "TestKit"], golden: true),
        tests("FormatsTests", ["Kernel", "Formats"]),
        tests("IntakeTests", ["Kernel", "Jobs", "Bank", "Journal", "Formats", "Intake", "TestKit"]),
        tests("PressTests", ["Kernel", "Documents", "Formats", "Press", "TestKit"], golden: true),
        tests("WebTests", ["Kernel", "Ledger", "Jobs", "Bank", "Journal", "Documents", "Reports", "Pictures", "Seal", "SQL", "Store", "Desk", "Web", "TestKit"], golden: true),
        tests("TidyTests", []),
        tests("ToolsTests", ["DocPages", "TestKit"]),
        tests("yjbTests", ["yjb", "Kernel", "Journal", "TestKit"], golden: true, data: ["cases"]),
    ]
)
