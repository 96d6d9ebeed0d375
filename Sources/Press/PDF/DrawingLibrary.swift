import Kernel

/// A handle of one of the libraries.
typealias Handle = OpaquePointer

/// The functions of cairo and pango that paper needs, by the names and types of their manuals. Addresses that never
/// change: any thread may call them, each on handles of its own.
struct DrawingLibrary: @unchecked Sendable {
    typealias Free = @convention(c) (Handle?) -> Void
    typealias Plain = @convention(c) (Handle?) -> Void
    typealias Two = @convention(c) (Handle?, Double, Double) -> Void
    typealias Write = @convention(c) (UnsafeMutableRawPointer?, UnsafePointer<UInt8>?, UInt32) -> Int32

    // cairo
    let pdf: @convention(c) (Write?, UnsafeMutableRawPointer?, Double, Double) -> Handle?
    let metadata: @convention(c) (Handle?, Int32, UnsafePointer<CChar>?) -> Void
    let finish: Plain
    let surfaceStatus: @convention(c) (Handle?) -> Int32
    let freeSurface: Free
    let create: @convention(c) (Handle?) -> Handle?
    let freeContext: Free
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

    // pango
    let fontMap: @convention(c) () -> Handle?
    let resolution: @convention(c) (Handle?, Double) -> Void
    let pangoContext: @convention(c) (Handle?) -> Handle?
    let adopt: @convention(c) (Handle?, Handle?) -> Void
    let rounding: @convention(c) (Handle?, Int32) -> Void
    let language: @convention(c) (Handle?, Handle?) -> Void
    let languageNamed: @convention(c) (UnsafePointer<CChar>?) -> Handle?
    let layout: @convention(c) (Handle?) -> Handle?
    let text: @convention(c) (Handle?, UnsafePointer<CChar>?, Int32) -> Void
    let font: @convention(c) (Handle?, Handle?) -> Void
    let width: @convention(c) (Handle?, Int32) -> Void
    let wrap: @convention(c) (Handle?, Int32) -> Void
    let attributes: @convention(c) (Handle?, Handle?) -> Void
    let size: @convention(c) (Handle?, UnsafeMutablePointer<Int32>?, UnsafeMutablePointer<Int32>?) -> Void
    let baseline: @convention(c) (Handle?) -> Int32
    let lineCount: @convention(c) (Handle?) -> Int32
    let lineAt: @convention(c) (Handle?, Int32) -> Handle?
    let lineStart: @convention(c) (Handle?) -> Int32
    let lineLength: @convention(c) (Handle?) -> Int32
    let show: @convention(c) (Handle?, Handle?) -> Void
    let attributeList: @convention(c) () -> Handle?
    let freeAttributes: Free
    let fallback: @convention(c) (Int32) -> Handle?
    let insert: @convention(c) (Handle?, Handle?) -> Void
    let description: @convention(c) (UnsafePointer<CChar>?) -> Handle?
    let freeDescription: Free
    let loadFont: @convention(c) (Handle?, Handle?) -> Handle?
    let describe: @convention(c) (Handle?) -> Handle?
    let family: @convention(c) (Handle?) -> UnsafePointer<CChar>?
    let coverage: @convention(c) (Handle?, Handle?) -> Handle?
    let covers: @convention(c) (Handle?, Int32) -> Int32
    let freeCoverage: Free
    let release: Free

    private static let loaded = Result { () throws(Refusal) in try DrawingLibrary() }

    /// Opened once. Throws `tool.missing`.
    static func shared() throws(Refusal) -> DrawingLibrary { try loaded.get() }

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

        let both = try SharedLibrary("libpangocairo-1.0.so.0", package: "libpangocairo-1.0-0")
        fontMap = try both.function("pango_cairo_font_map_new")
        resolution = try both.function("pango_cairo_context_set_resolution")
        adopt = try both.function("pango_cairo_update_context")
        show = try both.function("pango_cairo_show_layout")

        let pango = try SharedLibrary("libpango-1.0.so.0", package: "libpango-1.0-0")
        pangoContext = try pango.function("pango_font_map_create_context")
        rounding = try pango.function("pango_context_set_round_glyph_positions")
        language = try pango.function("pango_context_set_language")
        languageNamed = try pango.function("pango_language_from_string")
        layout = try pango.function("pango_layout_new")
        text = try pango.function("pango_layout_set_text")
        font = try pango.function("pango_layout_set_font_description")
        width = try pango.function("pango_layout_set_width")
        wrap = try pango.function("pango_layout_set_wrap")
        attributes = try pango.function("pango_layout_set_attributes")
        size = try pango.function("pango_layout_get_size")
        baseline = try pango.function("pango_layout_get_baseline")
        lineCount = try pango.function("pango_layout_get_line_count")
        lineAt = try pango.function("pango_layout_get_line_readonly")
        lineStart = try pango.function("pango_layout_line_get_start_index")
        lineLength = try pango.function("pango_layout_line_get_length")
        attributeList = try pango.function("pango_attr_list_new")
        freeAttributes = try pango.function("pango_attr_list_unref")
        fallback = try pango.function("pango_attr_fallback_new")
        insert = try pango.function("pango_attr_list_insert")
        description = try pango.function("pango_font_description_from_string")
        freeDescription = try pango.function("pango_font_description_free")
        loadFont = try pango.function("pango_context_load_font")
        describe = try pango.function("pango_font_describe")
        family = try pango.function("pango_font_description_get_family")
        coverage = try pango.function("pango_font_get_coverage")
        covers = try pango.function("pango_coverage_get")
        freeCoverage = try pango.function("pango_coverage_unref")
        release = try SharedLibrary("libgobject-2.0.so.0", package: "libglib2.0-0").function("g_object_unref")
    }
}
