extension Catalogue {
    /// What auditors and the finance bureau ask of the money.
    static let audit: [CatalogueEntry] = []
}
