import func Glibc.asin
import func Glibc.cos
import func Glibc.sin
package import Kernel

/// A point on the earth.
package struct Place: Sendable {
    /// Radians.
    private let lat: Double
    private let lon: Double

    /// nil without both coordinates.
    package init?(_ lat: Coordinate?, _ lon: Coordinate?) {
        guard let lat = lat.flatMap({ Double($0.text) }), let lon = lon.flatMap({ Double($0.text) }) else { return nil }
        (self.lat, self.lon) = (lat * .pi / 180, lon * .pi / 180)
    }

    /// Along the surface by the haversine formula, on a sphere with the mean radius of the earth (6,371,009
    /// m), in whole metres.
    package func metres(to other: Place) -> Int {
        let (up, along) = (sin((other.lat - lat) / 2), sin((other.lon - lon) / 2))
        let half = up * up + cos(lat) * cos(other.lat) * along * along
        return Int((2 * 6_371_009 * asin(min(1, half.squareRoot()))).rounded())
    }
}
