import Kernel

/// What went wrong on a server, and whether running the transaction again may help.
struct PostgresFault: Error {
    enum Remedy {
        /// None: the caller is told.
        case none
        /// The server gave the transaction up in favour of another one.
        case rerun
        /// What the transaction was guarded by is no longer so.
        case again
        /// The server was lost before it was asked to commit.
        case reconnect
    }

    let refusal: Refusal
    let remedy: Remedy
    /// Nothing of the transaction may be kept, even when it happened inside a savepoint.
    let isDooming: Bool
    /// The statement was compiled before its table changed.
    let isStale: Bool

    init(_ refusal: Refusal, remedy: Remedy = .none, isDooming: Bool = false, isStale: Bool = false) {
        self.refusal = refusal
        self.remedy = remedy
        self.isStale = isStale
        self.isDooming = isDooming || remedy != .none
    }
}

/// Turns what a PostgreSQL server answers into refusals, here and nowhere else. The codes are those of
/// its manual, appendix A.
enum PostgresFaults {
    /// When it happened; the same code means another thing to whoever is not let in.
    enum Moment { case connecting, opening, reading, guarding, working }

    /// Another writer took the same key between our look and our write, or stood in a circle with us, or a
    /// table changed under a prepared statement: run again, the body meets the present state.
    private static let transient: Set<String> = ["40001", "40P01", "23505"]
    private static let stale: Set<String> = ["0A000", "26000"]

    /// A division by zero: how a guard fails (``SQLGuard``).
    private static let guarded = "22012"

    /// The fault for an answer's code (SQLSTATE), or for a server that is gone when there is no code.
    ///
    /// `prepared`: the statement was compiled earlier, and the code may mean that it has to be compiled anew.
    static func fault(
        _ state: String?, _ detail: String, path: String, lost: Bool, prepared: Bool = false,
        at moment: Moment = .working
    ) -> PostgresFault {
        let code = state.map { name($0, at: moment) } ?? (lost ? .storeUnreachable : .storeIO)
        let refusal = refusal(code, state, detail, path: path)
        if lost {
            let remedy: PostgresFault.Remedy = code == .storeUnreachable ? .reconnect : .none
            return PostgresFault(refusal, remedy: remedy, isDooming: true)
        }
        guard let state else { return PostgresFault(refusal) }
        if moment == .guarding, state == Self.guarded { return PostgresFault(refusal, remedy: .again) }
        let isStale = prepared && stale.contains(state)
        let again = isStale || transient.contains(state)
        return PostgresFault(refusal, remedy: again ? .rerun : .none, isStale: isStale)
    }

    static func refusal(_ code: RefusalCode, _ state: String?, _ detail: String, path: String) -> Refusal {
        let refusal = Refusal(code, ["path": path, "detail": line(detail, state)])
        return state.map { refusal.adding("sqlstate", $0) } ?? refusal
    }

    /// The refusal that a code stands for.
    static func name(_ state: String, at moment: Moment = .working) -> RefusalCode {
        switch state {
        case "57P01", "57P02", "57P03", "57P05", "53300": .storeUnreachable
        case "3D000": .storeMissing
        case "42P01": moment == .opening ? .storeMissing : .storeIO
        case "57014", "25P03", "25P04": .storeTimeout
        case "55P03": .storeLocked
        case "53100": .storeFull
        // Only where something was to be written is it the writing that is refused.
        case "42501": moment == .working || moment == .guarding ? .storeReadOnly : .storeDenied
        case "25006": .storeReadOnly
        case "XX001", "XX002": .storeDamaged
        case _ where transient.contains(state): .storeConflict
        case _ where state.hasPrefix("08"): .storeUnreachable
        case _ where state.hasPrefix("28"): .storeDenied
        case _: .storeIO
        }
    }

    /// One line. The messages of class 22 (a value of the wrong form) quote the value, which may be a
    /// person's: it is cut out.
    private static func line(_ detail: String, _ state: String?) -> String {
        let line = detail.split(whereSeparator: \.isNewline).joined(separator: " ")
        guard let state, state.hasPrefix("22"), let first = line.firstIndex(of: "\""),
            let last = line.lastIndex(of: "\""), first < last
        else { return line }
        return line[...first] + "…" + line[last...]
    }
}
