import Glibc
import Disk
import Kernel

/// A QR code (ISO/IEC 18004): a square of dark and light modules.
struct SquareCode {
    /// Modules on a side.
    let side: Int
    private let modules: [Bool]

    private typealias Encode = @convention(c) (UnsafePointer<CChar>?, Int32, Int32, Int32, Int32) -> UnsafeMutableRawPointer?
    private typealias Free = @convention(c) (UnsafeMutableRawPointer?) -> Void

    /// Of a text, such that a quarter of it may be lost (level Q). Throws `tool.missing`, `tool.failed`.
    init(_ text: String) throws(Refusal) {
        let library = try SharedLibrary("libqrencode.so.4", package: "libqrencode4")
        let encode = try library.function("QRcode_encodeString", Encode.self)
        let free = try library.function("QRcode_free", Free.self)
        // The smallest version that holds it, level Q (2), bytes (2), letters of both cases.
        guard let code = encode(text, 0, 2, 2, 1) else {
            throw Refusal(.toolFailed, ["tool": "qrencode", "detail": String(cString: strerror(errno))])
        }
        defer { free(code) }
        // struct QRcode { int version; int width; unsigned char *data; }: a module's lowest bit says
        // whether it is dark.
        side = Int(code.load(fromByteOffset: 4, as: Int32.self))
        let data = code.load(fromByteOffset: 8, as: UnsafePointer<UInt8>.self)
        modules = (0..<side * side).map { data[$0] & 1 == 1 }
    }

    /// Drawn within a square at a place; what is dark side by side is one box.
    func shapes(_ at: Point, size: Int) -> [Shape] {
        let edge = { (index: Int) in index * size / side }
        return (0..<side).flatMap { row -> [Shape] in
            var shapes: [Shape] = []
            var column = 0
            while column < side {
                guard modules[row * side + column] else { column += 1; continue }
                let start = column
                while column < side, modules[row * side + column] { column += 1 }
                shapes.append(.box(
                    at.moved(edge(start), edge(row)), width: edge(column) - edge(start), height: edge(row + 1) - edge(row),
                    fill: .ink, edge: nil))
            }
            return shapes
        }
    }
}
