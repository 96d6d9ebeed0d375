@testable import Formats
import Testing

/// How a sheet is printed.
struct SheetLayoutTests {
    @Test("a wide sheet goes over several pages side by side, so that it can be read", arguments: [
        (8, 15.0, false, 1), (11, 15.0, false, 1), (12, 15.0, false, 2), (16, 15.0, true, 1), (17, 15.0, true, 2), (40, 15.0, true, 3), (0, 0.0, true, 1),
    ])
    func wide(columns: Int, width: Double, isLandscape: Bool, pages: Int) {
        var layout = SheetLayout(name: "x", widths: [Double](repeating: width, count: columns))
        layout.isLandscape = isLandscape
        #expect(layout.pagesWide == pages)
    }
}
