/// The hash that chains a street's records, chosen when the street is opened and never changed (design §10).
/// Both give 32 bytes. The Kernel only knows the names; the Seal room computes them.
package enum DigestAlgorithm: String, Sendable, Codable, CaseIterable {
    /// SHA-256 (FIPS 180-4).
    case sha256
    /// SM3 国密 (GB/T 32905-2016).
    case sm3
}
