import CPostgres

/// What a server says beside its answers. Most of it is of no interest; a warning during a commit is.
final class PostgresNotices {
    /// The last warning since it was forgotten.
    private(set) var warning: (state: String?, detail: String)?

    func forget() { warning = nil }

    /// Listens to a connection, which must not outlive this.
    func listen(to handle: OpaquePointer) {
        let place = Unmanaged.passUnretained(self).toOpaque()
        _ = PQsetNoticeReceiver(handle, { place, result in
            guard let place, let result else { return }
            Unmanaged<PostgresNotices>.fromOpaque(place).takeUnretainedValue().take(result)
        }, place)
    }

    private func take(_ result: OpaquePointer) {
        // Not the translated word, which is another in each language.
        guard Self.field(result, "V") == "WARNING" else { return }
        warning = (Self.field(result, "C"), Self.field(result, "M") ?? "?")
    }

    /// PG_DIAG_SEVERITY_NONLOCALIZED, PG_DIAG_SQLSTATE and PG_DIAG_MESSAGE_PRIMARY.
    private static func field(_ result: OpaquePointer, _ code: Unicode.Scalar) -> String? {
        PQresultErrorField(result, Int32(code.value)).map { String(cString: $0) }
    }
}
