package import Kernel
package import Ledger

/// What a job as it is now no longer tells of its way, and reports over all jobs of a street ask for
/// (audit.md B2): the first signature, when the claim in force was filed and reviewed, whether there are
/// photos. It is kept with the job, so that such a report need not read the records of every job. Nothing
/// takes no room; moments are in milliseconds.
package struct JobPast: Hashable, Sendable, Codable {
    /// The first signature: its total and by whom; when, where the job has a later one.
    fileprivate(set) var signed: Fen?
    fileprivate(set) var signer: Code?
    fileprivate(set) var signedAt: Int?
    /// The survey form that the first signature signed, the first authorisation and the first dispatch,
    /// where the job has a later one.
    fileprivate(set) var surveyedAt: Int?
    fileprivate(set) var surveyor: Code?
    fileprivate(set) var authorizedAt: Int?
    fileprivate(set) var dispatchedAt: Int?
    /// When the claim in force was filed, and when its review was made.
    fileprivate(set) var claimedAt: Int?
    fileprivate(set) var reviewedAt: Int?
    /// The first attempt to reach the resident since the work was passed, or the resident's own word.
    fileprivate(set) var calledBackAt: Int?
    /// How many photos there are of before the work (visit, survey form, start), of after it (finish,
    /// inspection), and with notes.
    fileprivate(set) var before: Int?
    fileprivate(set) var after: Int?
    fileprivate(set) var beside: Int?
    fileprivate(set) var notes: Int?
    /// How often something was taken back, made anew or changed by a slip: then only the records tell all of
    /// its claims, settlements and payments.
    fileprivate(set) var turns: Int?

    /// Stored names, short because every job has them.
    enum CodingKeys: String, CodingKey {
        case signed = "s", signer = "b", signedAt = "a", surveyedAt = "u", surveyor = "v", authorizedAt = "z"
        case dispatchedAt = "d", claimedAt = "c", reviewedAt = "r", calledBackAt = "k", before = "p", after = "q"
        case beside = "o", notes = "n", turns = "w"
    }

    init() {}

    package init(scan: inout JSONScan) throws(JSONScan.Foreign) {
        try scan.open()
        signed = try scan.find("s")
        signer = try scan.find("b")
        signedAt = try scan.find("a")
        surveyedAt = try scan.find("u")
        surveyor = try scan.find("v")
        authorizedAt = try scan.find("z")
        dispatchedAt = try scan.find("d")
        claimedAt = try scan.find("c")
        reviewedAt = try scan.find("r")
        calledBackAt = try scan.find("k")
        before = try scan.find("p")
        after = try scan.find("q")
        beside = try scan.find("o")
        notes = try scan.find("n")
        turns = try scan.find("w")
        try scan.close()
    }
}

extension JobPast: Stored {
    package func write(to text: inout JSONText) {
        text.open()
        text.put("s", signed)
        text.put("b", signer)
        text.put("a", signedAt)
        text.put("u", surveyedAt)
        text.put("v", surveyor)
        text.put("z", authorizedAt)
        text.put("d", dispatchedAt)
        text.put("c", claimedAt)
        text.put("r", reviewedAt)
        text.put("k", calledBackAt)
        text.put("p", before)
        text.put("q", after)
        text.put("o", beside)
        text.put("n", notes)
        text.put("w", turns)
        text.close()
    }
}

extension Job {
    /// The first signature: its total, when and by whom.
    package var firstSigned: (total: Fen, at: Instant, by: Code)? {
        guard let past, let total = past.signed, let by = past.signer, let at = Self.moment(past.signedAt) ?? signedAt
        else { return nil }
        return (total, at, by)
    }

    /// The survey form that the first signature signed; the latest, while nothing is signed.
    package var firstSurveyed: (at: Instant, by: Code)? {
        if let at = Self.moment(past?.surveyedAt), let by = past?.surveyor { return (at, by) }
        return survey.map { ($0.at, $0.by) }
    }

    package var firstAuthorizedAt: Instant? { Self.moment(past?.authorizedAt) ?? authorization?.at }
    package var firstDispatchedAt: Instant? { Self.moment(past?.dispatchedAt) ?? dispatch?.at }

    /// When the claim in force was filed, and when its review was made.
    package var claimedAt: Instant? { Self.moment(past?.claimedAt) }
    package var reviewedAt: Instant? { Self.moment(past?.reviewedAt) }

    /// The first attempt to reach the resident since the work was passed, or the resident's own word.
    package var calledBackAt: Instant? { Self.moment(past?.calledBackAt) }

    /// How many photos there are of before the work (visit, survey form, start), of after it (finish,
    /// inspection), and in all.
    package var photosBefore: Int { past?.before ?? 0 }
    package var photosAfter: Int { past?.after ?? 0 }
    package var photos: Int { photosBefore + photosAfter + (past?.beside ?? 0) }

    /// Whether there is a note.
    package var isNoted: Bool { past?.notes != nil }

    /// Whether nothing was taken back, made anew or changed by a slip: the job itself then tells all of its
    /// claim, settlement and payments.
    package var isStraight: Bool { past?.turns == nil }

    private static func moment(_ milliseconds: Int?) -> Instant? { milliseconds.map { Instant(milliseconds: Int64($0)) } }

    /// Keeps of an event, before the job takes it in, what the job will not tell.
    mutating func remember(_ event: JobEvent, _ stamp: EventStamp) {
        var kept = past ?? JobPast()
        if kept.take(event, of: self, at: Int(stamp.at.milliseconds), by: stamp.by) { past = kept }
    }
}

extension JobPast {
    /// Whether there was anything to keep.
    fileprivate mutating func take(_ event: JobEvent, of job: Job, at: Int, by: Code) -> Bool {
        switch event {
        case .visited(let form): return count(form.photos, \.before)
        case .surveyed(let form, _, _, _, _, _):
            let later = signed != nil && surveyedAt == nil
            if later, let first = job.firstSurveyed { (surveyedAt, surveyor) = (Int(first.at.milliseconds), first.by) }
            return count(form.photos, \.before) || later
        case .authorized: return keep(job.authorization?.at, \.authorizedAt)
        case .signed(let total, _, _, _):
            if signed != nil { return keep(job.signedAt, \.signedAt) }
            (signed, signer) = (total, by)
        case .dispatched: return keep(job.dispatch?.at, \.dispatchedAt)
        case .started(let form): return count(form.photos, \.before)
        case .finished(let form): return count(form.photos, \.after)
        case .inspected(let form): return count(form.photos, \.after)
        case .reworked:
            if calledBackAt == nil { return false }
            calledBackAt = nil
        case .calledBack, .rated: calledBackAt = calledBackAt ?? at
        case .claimed:
            if claimedAt != nil { turns = (turns ?? 0) + 1 }
            (claimedAt, reviewedAt) = (at, nil)
        case .reviewed: reviewedAt = at
        case .reversed: (claimedAt, reviewedAt, turns) = (nil, nil, (turns ?? 0) + 1)
        case .changed, .refunded, .recovered, .withheld: turns = (turns ?? 0) + 1
        case .noted(let form):
            notes = (notes ?? 0) + 1
            _ = count(form.photos, \.beside)
        case .called, .accepted, .regraded, .rejected, .transferred, .merged, .slipSigned, .returned, .disputed,
             .resolved, .settled, .invoiced, .invoiceVoided, .paid, .released, .published, .closed, .cancelled,
             .suspended, .resumed: return false
        }
        return true
    }

    private mutating func count(_ photos: [Photo]?, _ part: WritableKeyPath<JobPast, Int?>) -> Bool {
        guard let photos, !photos.isEmpty else { return false }
        self[keyPath: part] = (self[keyPath: part] ?? 0) + photos.count
        return true
    }

    /// The first one, when a later one comes.
    private mutating func keep(_ first: Instant?, _ part: WritableKeyPath<JobPast, Int?>) -> Bool {
        guard let first, self[keyPath: part] == nil else { return false }
        self[keyPath: part] = Int(first.milliseconds)
        return true
    }
}
