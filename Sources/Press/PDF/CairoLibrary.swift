import Disk
import Kernel

/// A handle of one of the libraries.
typealias Handle = OpaquePointer

/// The functions of cairo that paper needs, by the names and types of its manual. Addresses that never
/// change: any thread may call them, each on handles of its own.
struct CairoLibrary: @unchecked Sendable {
    typealias Plain = @convention(c) (Handle?) -> Void
    typealias Two = @convention(c) (Handle?, Double, Double) -> Void
    typealias Write = @convention(c) (UnsafeMutableRawPointer?, UnsafePointer<UInt8>?, UInt32) -> Int32

    let pdf: @convention(c) (Write?, UnsafeMutableRawPointer?, Double, Double) -> Handle?
    let metadata: @convention(c) (Handle?, Int32, UnsafePointer<CChar>?) -> Void
    let finish: Plain
    let surfaceStatus: @convention(c) (Handle?) -> Int32
    let freeSurface: Plain
    let create: @convention(c) (Handle?) -> Handle?
    let freeContext: Plain
    let colour: @convention(c) (Handle?, Double, Double, Double) -> Void
    let lineWidth: @convention(c) (Handle?, Double) -> Void
    let dash: @convention(c) (Handle?, UnsafePointer<Double>?, Int32, Double) -> Void
    let move: Two
    let line: Two
    let rectangle: @convention(c) (Handle?, Double, Double, Double, Double) -> Void
    let arc: @convention(c) (Handle?, Double, Double, Double, Double, Double) -> Void
    let close: Plain
    let newPath: Plain
    let fill: Plain
    let stroke: Plain
    let page: Plain

    private static let loaded = Result { () throws(Refusal) in try CairoLibrary() }

    /// Opened once. Throws `tool.missing`.
    static func shared() throws(Refusal) -> CairoLibrary { try loaded.get() }

    private init() throws(Refusal) {
        let cairo = try SharedLibrary("libcairo.so.2", package: "libcairo2")
        pdf = try cairo.function("cairo_pdf_surface_create_for_stream")
        metadata = try cairo.function("cairo_pdf_surface_set_metadata")
        finish = try cairo.function("cairo_surface_finish")
        surfaceStatus = try cairo.function("cairo_surface_status")
        freeSurface = try cairo.function("cairo_surface_destroy")
        create = try cairo.function("cairo_create")
        freeContext = try cairo.function("cairo_destroy")
        colour = try cairo.function("cairo_set_source_rgb")
        lineWidth = try cairo.function("cairo_set_line_width")
        dash = try cairo.function("cairo_set_dash")
        move = try cairo.function("cairo_move_to")
        line = try cairo.function("cairo_line_to")
        rectangle = try cairo.function("cairo_rectangle")
        arc = try cairo.function("cairo_arc")
        close = try cairo.function("cairo_close_path")
        newPath = try cairo.function("cairo_new_path")
        fill = try cairo.function("cairo_fill")
        stroke = try cairo.function("cairo_stroke")
        page = try cairo.function("cairo_show_page")
    }
}
