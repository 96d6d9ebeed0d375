import Glibc

/// Sine and cosine of the C library.
enum Angle {
    static func sine(_ angle: Double) -> Double { sin(angle) }
    static func cosine(_ angle: Double) -> Double { cos(angle) }
}
