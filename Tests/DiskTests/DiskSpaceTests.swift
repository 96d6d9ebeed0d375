import Disk
import Testing

@Suite struct DiskSpaceTests {
    @Test("a twentieth has to be left", arguments: [
        (100, 1000, 0, true), (50, 1000, 0, true), (49, 1000, 0, false), (100, 1000, 50, true), (100, 1000, 51, false), (10, 1000, 11, false),
    ] as [(UInt64, UInt64, UInt64, Bool)])
    func room(free: UInt64, total: UInt64, bytes: UInt64, holds: Bool) {
        #expect(DiskSpace(free: free, total: total).holds(bytes) == holds)
    }

    @Test("a path that is there has some, one that is not is not told")
    func asked() throws {
        let space = try #require(DiskSpace(at: "/"))
        #expect(space.total > 0 && space.free <= space.total)
        #expect(DiskSpace(at: "/no/such/place") == nil)
    }
}
