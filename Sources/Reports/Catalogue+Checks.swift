extension Catalogue {
    /// What auditors and the finance bureau ask of the works.
    static let checks: [CatalogueEntry] = []
}
