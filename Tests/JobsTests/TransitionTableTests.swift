import Jobs
import Testing

/// The transition table against a second one, written by hand from design §5, §6 and §12 and not from the
/// code.
struct TransitionTableTests {
    /// verb and outcome | works | to | papers | to | by | guards. `–` leaves a track where it is.
    private static let design = """
        call            |                       | registered  |                 | none     | officer dispatcher grid resident |
        accept          | registered            | accepted    | any             | –        | dispatcher grid         | notSuspended
        regrade         | registered–passed     | –           | any             | –        | dispatcher grid         | notSuspended
        reject          | registered accepted   | rejected    | none–signed     | –        | dispatcher              | notSuspended
        transfer        | registered accepted   | transferred | none–signed     | –        | dispatcher              | notSuspended
        merge           | registered accepted   | merged      | none–signed     | –        | dispatcher              | notSuspended
        visit           | registered–passed     | –           | any             | –        | officer grid            |
        survey          | accepted–passed       | –           | none surveyed   | surveyed | officer                 | notSuspended
        authorize       | accepted–passed       | –           | none surveyed   | –        | head                    | notSuspended urgent
        sign form       | accepted–passed       | –           | surveyed        | signed   | leader head committee   | notSuspended tier notSurveyor notReturned
        sign slip       | accepted–passed       | –           | signed          | –        | leader head committee   | notSuspended tier notSlipAuthor notReturned
        return form     | accepted–passed       | –           | surveyed        | –        | leader head committee   | notSuspended tier notSurveyor notReturned
        return slip     | accepted–passed       | –           | signed          | –        | leader head committee   | notSuspended tier notSlipAuthor
        return claim    | passed                | –           | claimed         | –        | finance                 | notSuspended undisputed notClaimant notReturned
        dispatch        | accepted dispatched   | dispatched  | none–signed     | –        | dispatcher              | notSuspended signedOrAuthorized otherCrew
        start           | dispatched            | started     | any             | –        | dispatcher crew         | notSuspended
        finish          | started               | finished    | any             | –        | dispatcher crew         | notSuspended
        inspect pass    | finished              | passed      | any             | –        | inspector               | notSuspended notCrew
        inspect fail    | finished              | started     | any             | –        | inspector               | notSuspended notCrew
        rework          | passed                | dispatched  | any             | –        | dispatcher inspector    | notSuspended
        change          | accepted–passed       | –           | signed          | –        | officer                 | notSuspended
        claim           | passed                | –           | signed claimed  | claimed  | officer                 | notSuspended undisputed
        review          | passed                | –           | claimed         | reviewed | finance                 | notSuspended undisputed notClaimant notReturned
        dispute         | passed                | –           | claimed–settled | –        | officer finance crew    | notSuspended undisputed
        resolve         | passed                | –           | claimed reviewed | claimed | leader head             | notSuspended disputed
        resolve         | passed                | –           | settled         | –        | leader head             | notSuspended disputed
        settle          | passed                | –           | reviewed        | settled  | leader head committee   | notSuspended undisputed tier notClaimant notReviewer
        invoice         | passed closed         | –           | reviewed–closed | –        | officer finance         | notSuspended undisputed
        voidInvoice     | dispatched started finished passed closed | – | signed–closed   | –        | finance                 | notSuspended
        pay part        | passed                | –           | settled         | –        | cashier                 | notSuspended undisputed notReviewer notSettler notPayee
        pay full        | passed                | –           | settled         | paid     | cashier                 | notSuspended undisputed notReviewer notSettler notPayee
        release         | passed closed         | –           | settled–closed  | –        | cashier                 | notSuspended notReviewer notSettler notPayee
        withhold        | passed closed         | –           | settled–closed  | –        | leader head             | notSuspended
        recover         | dispatched started finished passed closed | –           | settled–closed  | –        | cashier                 | notSuspended
        refund payment  | dispatched–passed     | –           | settled paid    | settled  | cashier                 | notSuspended
        refund payment  | closed                | passed      | closed          | settled  | cashier                 | notSuspended
        refund retention | dispatched started finished passed closed | –           | settled–closed  | –        | cashier                 | notSuspended
        reverse         | passed closed         | passed      | settled–closed  | signed   | leader                  | notSuspended undisputed refunded
        callback        | passed                | –           | any             | –        | dispatcher grid         | notSuspended
        rate            | passed closed         | –           | any             | –        | resident                | unrated inRatingTime
        publish         | passed closed         | –           | any             | –        | officer dispatcher      | notCrew
        close plain     | passed                | closed      | settled paid    | closed   | dispatcher              | notSuspended undisputed nothingPayable calledBack solved
        close word      | passed                | closed      | settled paid    | closed   | leader                  | notSuspended undisputed nothingPayable calledBack
        cancel          | registered–dispatched | cancelled   | none–signed     | –        | head dispatcher         |
        cancel          | started–passed        | cancelled   | none–signed     | –        | head                    |
        suspend         | registered–passed     | –           | any             | –        | head                    | notSuspended
        resume          | registered–passed     | –           | any             | –        | head                    | suspended
        note            | any                   | –           | any             | –        | admin leader head committee officer finance cashier dispatcher grid crew inspector resident |
        """

    @Test("the declared table is the design's")
    func asDesigned() {
        let expected = Self.design.split(separator: "\n").map { row in
            row.split(separator: "|", omittingEmptySubsequences: false)
                .map { $0.split(separator: " ").joined(separator: " ") }.joined(separator: " | ")
        }
        let declared = TransitionTable.rows.map(text)
        for row in expected { #expect(declared.contains(row), "missing: \(row)") }
        for row in declared { #expect(expected.contains(row), "not in the design: \(row)") }
        #expect(declared.count == expected.count)
    }

    private func text(_ row: Transition) -> String {
        [
            row.verb.rawValue + (row.outcome.map { " " + $0.rawValue } ?? ""),
            span(row.works), row.worksTo?.rawValue ?? "–", span(row.papers), row.papersTo?.rawValue ?? "–",
            span(Set(row.roles)), Guard.allCases.filter(row.guards.contains).map(\.rawValue).joined(separator: " "),
        ].joined(separator: " | ")
    }

    /// `any`, `first–last` for three or more in a row, or the names.
    private func span<State: RawRepresentable<String> & CaseIterable & Hashable>(_ states: Set<State>) -> String {
        let all = Array(State.allCases)
        if states.count == all.count { return "any" }
        let places = all.indices.filter { states.contains(all[$0]) }
        guard let first = places.first, let last = places.last, places.count > 2, last - first == places.count - 1,
              !(all[first] is Role) else { return places.map { all[$0].rawValue }.joined(separator: " ") }
        return all[first].rawValue + "–" + all[last].rawValue
    }
}
