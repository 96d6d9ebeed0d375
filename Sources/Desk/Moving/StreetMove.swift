package import Journal
package import Kernel
import Seal
package import Store

/// Copies one street and proves that the copy is equal.
package struct StreetMove {
    /// How the street's key came along.
    package enum Key: String { case same, written, lost }

    package struct Outcome {
        package let org: Code
        /// Records that this run brought over.
        package var added = 0
        package var key: Key
        package var photos = PhotoTransfer()
        /// What the street is at the source, and what was found at the target.
        var portrait: Portrait
        var made: Portrait?
        /// The first thing that differs; nil is what all this is for.
        package var difference: Finding?

        package var isEqual: Bool { difference == nil && photos.lost.isEmpty }
    }

    /// A source that is written to meanwhile is followed so many times.
    private static let rounds = 5

    package let org: Code
    package let source: CopySide
    package let target: CopySide
    /// The photos are brought another way.
    package let withoutPhotos: Bool

    package init(org: Code, source: CopySide, target: CopySide, withoutPhotos: Bool) {
        self.org = org
        self.source = source
        self.target = target
        self.withoutPhotos = withoutPhotos
    }

    /// Throws `store.unclean`, `copy.…`, `key.…`, and what the databases refuse.
    package func run(_ progress: @escaping @Sendable (Int, Int) -> Void) async throws(Refusal) -> Outcome {
        let copy = StreetCopy(org, from: source.database, to: target.database)
        var portrait = try await Portrait.take(of: org, in: source.database, ReportExhibits.make(of: org))
        var start = try await copy.resumePoint(portrait)
        var outcome = Outcome(org: org, key: try await bringKey(), portrait: portrait)
        let keyIsLost = outcome.key == .lost
        let afresh = start == 0
        for _ in 0..<Self.rounds {
            let photos = withoutPhotos ? [] : portrait.photos
            outcome.photos = try PhotoTransfer.run(photos, from: source.photos, to: target.photos)
            let end = portrait.end.seq
            try await copy.fill(portrait, from: start) { progress($0, end) }
            try await copy.finish(portrait, keyIsLost: keyIsLost)
            outcome.added += end - start
            outcome.portrait = portrait
            let made = try await Portrait.take(of: org, in: target.database, ReportExhibits.make(of: org))
            outcome.made = made
            outcome.difference = portrait.difference(from: made, afresh: afresh, keyIsLost: keyIsLost)
            if try await copy.sourceEnd() == portrait.end || outcome.difference != nil { return outcome }
            start = end
            portrait = try await Portrait.take(of: org, in: source.database, ReportExhibits.make(of: org))
        }
        let (mine, theirs) = (portrait.end.seq, outcome.portrait.end.seq)
        throw Refusal(.copyMoving, ["org": org.text, "source": String(mine), "target": String(theirs)])
    }

    /// Digests of callers are part of the chain and depend on the key: it goes where the street goes,
    /// before the street can be used there.
    private func bringKey() async throws(Refusal) -> Key {
        // The command has demanded it, unless the user said that it is lost.
        guard let key = try source.keys.key(of: org.text) else { return .lost }
        do throws(Refusal) {
            try await source.keys.demandRight(for: [org], in: source.database)
        } catch {
            if error.code == .keyInvalid { return .lost }
            throw error
        }
        try await source.keys.demandRight(for: [org], in: target.database)
        guard try target.keys.needs(key, for: org.text) else { return .same }
        try target.keys.adopt(key, for: org.text)
        return .written
    }
}
