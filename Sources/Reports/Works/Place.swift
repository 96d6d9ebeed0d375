import func Glibc.asin
import func Glibc.cos
import func Glibc.sin
package import Jobs
package import Kernel

/// A point on the earth.
package struct Place: Sendable {
    /// Radians.
    fileprivate let lat: Double
    fileprivate let lon: Double

    /// nil without both coordinates.
    package init?(_ lat: Coordinate?, _ lon: Coordinate?) {
        guard let lat = lat.flatMap({ Double($0.text) }), let lon = lon.flatMap({ Double($0.text) }) else { return nil }
        (self.lat, self.lon) = (lat * .pi / 180, lon * .pi / 180)
    }

    fileprivate init(lat: Double, lon: Double) { (self.lat, self.lon) = (lat, lon) }

    /// Along the surface by the haversine formula, on a sphere with the mean radius of the earth (6,371,009
    /// m), in whole metres.
    package func metres(to other: Place) -> Int {
        let (up, along) = (sin((other.lat - lat) / 2), sin((other.lon - lon) / 2))
        let half = up * up + cos(lat) * cos(other.lat) * along * along
        return Int((2 * Self.radius * asin(min(1, half.squareRoot()))).rounded())
    }
}

extension Place {
    fileprivate static let radius = 6_371_009.0

    /// How far it lies from another point towards the east and the north, in whole metres: a street is small
    /// enough to be flat.
    package func offset(from origin: Place) -> (east: Int, north: Int) {
        (Int(((lon - origin.lon) * cos(origin.lat) * Self.radius).rounded()), Int(((lat - origin.lat) * Self.radius).rounded()))
    }

    /// Of several points, the one in the middle both ways: one that was mistyped does not move it.
    package static func middle(_ places: [Place]) -> Place? {
        guard !places.isEmpty else { return nil }
        let half = places.count / 2
        return Place(lat: places.map(\.lat).sorted()[half], lon: places.map(\.lon).sorted()[half])
    }
}

extension Job {
    /// Where the call said that it is.
    package var place: Place? { Place(call.site.lat, call.site.lon) }
}
