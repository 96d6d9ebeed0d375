import Glibc
import Disk
package import Kernel

/// A QR code (ISO/IEC 18004): a square of dark and light modules.
package struct SquareCode {
    /// Modules on a side.
    package let side: Int
    private let modules: [Bool]

    private typealias Encode = @convention(c) (UnsafePointer<CChar>?, Int32, Int32, Int32, Int32) -> UnsafeMutableRawPointer?
    private typealias Free = @convention(c) (UnsafeMutableRawPointer?) -> Void

    /// Of a text, such that a quarter of it may be lost (level Q). Throws `tool.missing`, `tool.failed`.
    package init(_ text: String) throws(Refusal) {
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
        return runs.map { run in
            .box(
                at.moved(edge(run.start), edge(run.row)), width: edge(run.end) - edge(run.start),
                height: edge(run.row + 1) - edge(run.row), fill: .ink, edge: nil)
        }
    }

    /// The dark parts as the path of an SVG, a module a unit.
    package var path: String {
        runs.map { run in "M\(run.start) \(run.row)h\(run.end - run.start)v1h-\(run.end - run.start)z" }.joined()
    }

    /// What is dark side by side, row by row; `end` is the first that is light again.
    private var runs: [(row: Int, start: Int, end: Int)] {
        (0..<side).flatMap { row -> [(row: Int, start: Int, end: Int)] in
            var runs: [(row: Int, start: Int, end: Int)] = []
            var column = 0
            while column < side {
                guard modules[row * side + column] else { column += 1; continue }
                let start = column
                while column < side, modules[row * side + column] { column += 1 }
                runs.append((row, start, column))
            }
            return runs
        }
    }
}
