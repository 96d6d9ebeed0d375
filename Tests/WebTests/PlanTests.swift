import Kernel
import Reports
import TestKit
import Testing
@testable import Web

/// The plan of a street: the same street gives the same drawing, and every mark is also in the list.
struct PlanTests {
    private static func place(_ lat: String, _ lon: String) throws -> Place {
        try #require(Place(try Coordinate(lat), try Coordinate(lon)))
    }

    private static func drawing(zoom: Int = 1, at: (Int, Int) = (500, 500)) throws -> PlanDrawing {
        let spots = [
            ("32.05404", "118.76749"), ("32.05012", "118.75512"), ("32.05404", "118.76749"), ("32.04660", "118.74164"), ("32.0466", "118.7417"),
        ]
        var marks = try spots.enumerated().map { index, spot in
            PlanDrawing.Mark(number: index + 1, place: try place(spot.0, spot.1), stage: index, isLate: index == 1)
        }
        // Somebody has mistyped a degree.
        marks.append(.init(number: 6, place: try place("23.05", "118.75"), stage: 0, isLate: false))
        let area = PlanDrawing.Area(name: "青石<社区>", places: try ["32.04", "32.06", "32.05"].map { try place($0, $0 == "32.05" ? "118.77" : "118.74") })
        return try #require(PlanDrawing(marks: marks, estates: [.init(name: "纺织一村", places: [marks[0].place])], communities: [area], zoom: zoom, at: at))
    }

    @Test("the drawing, byte by byte")
    func bytes() throws {
        let drawn = try Self.drawing().html.text
        #expect(try Self.drawing().html.text == drawn)
        expectGolden(drawn.replacing("><", with: ">\n<") + "\n", "plan.svg")
        #expect(drawn.contains("青石&lt;社区&gt;") && !drawn.contains(">6<"))
    }

    @Test("three steps, and no step beyond the edge")
    func zooms() throws {
        let all = try Self.drawing(), near = try Self.drawing(zoom: 3, at: (0, 0))
        #expect(all.seen == [1, 2, 3, 4, 5] && all.window.moved(1, 0) == nil && all.window.moved(0, -1) == nil)
        #expect(near.window.at == (125, 125) && near.window.moved(-1, 0) == nil && near.window.moved(1, 0)! == (250, 125))
        #expect(try Self.drawing(zoom: 99, at: (9999, -5)).window.at == (875, 125))
        let at = try #require(all.share(2))
        #expect(try Self.drawing(zoom: 3, at: at).seen.contains(2))
        #expect(try Self.drawing(zoom: 3, at: try #require(Self.drawing(zoom: 3, at: at).share(2))).seen.contains(2))
    }

    @Test("the outline goes round all points", arguments: [
        ([(0, 0), (4, 0), (4, 4), (0, 4), (2, 2), (2, 0)], 4), ([(1, 1), (1, 1)], 1), ([(0, 0), (1, 1), (2, 2)], 2), ([], 0),
    ] as [([(Int, Int)], Int)])
    func outline(points: [(Int, Int)], corners: Int) {
        #expect(PlanDrawing.hull(points.map { .init(x: $0.0, y: $0.1) }).count == corners)
    }

    private static let script = """
        03-05T09:00 dispatcher1 call site:={'address':'银杏里一号','lat':32.05404,'lon':118.76749,'community':'银杏社区'}
        03-05T09:10 dispatcher1 call site:={'address':'银杏里二号','lat':'32.05012','lon':'118.75512'}
        03-05T09:20 dispatcher1 call site:={'address':'无处可寻三号'}
        03-05T09:30 grid1       accept #1 urgency=urgent
        """

    @Test("every job of the list is beside the plan, with its number or among those without a position")
    func page() async throws {
        try await WebStreet.with(script: Self.script, users: ["dispatcher1", "crew1"]) { street in
            var browser = try await street.browser("dispatcher1")
            #expect(await browser.get("/NHL/jobs/plan").status == 200)
            let page = browser.page
            #expect(page.ranges(of: "<circle cx").count == 2 + page.ranges(of: "<circle cx=\"13\"").count)
            for number in ["2026-0001", "2026-0002", "2026-0003"] { #expect(page.ranges(of: "/NHL/jobs/\(number)\"").count == 1) }
            #expect(page.contains("没有位置的") && page.contains("银杏社区") && page.contains("aria-hidden=\"true\" focusable=\"false\""))
            await browser.get("/NHL/jobs/plan?works=accepted&zoom=3&at=1,x&track=papers")
            #expect(browser.page.contains("2026-0001") && !browser.page.contains("2026-0002"))
            #expect(browser.page.contains("href=\"/NHL/jobs?works=accepted&amp;track=papers\"") && browser.page.contains("无单据"))
            await browser.get("/NHL/jobs/plan?q=3")
            #expect(browser.page.contains("没有位置的"))
            var crew = try await street.browser("crew1")
            #expect(await crew.get("/NHL/jobs/plan").status == 200 && !crew.page.contains("银杏"))
        }
    }
}
