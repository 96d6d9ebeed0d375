package import SQL

/// The steps from an empty database to a store's present schema.
package enum Migrations {
    package static let schema = Schema(steps.map { $0.granting() })

    private static let steps: [Migration] = [
        .journalAndProjections, .settlementDocuments, .statements, .thirdRules, .keyChecks, .latestMoves, .jobColumns,
        .closedYears, .credentials, .recordsApart, .jobList, .draftsAndPhotos,
        .secondFactor, .savedViews, .jobPasts,
    ]
}
