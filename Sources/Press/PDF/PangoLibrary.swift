import Disk
import Kernel

/// The functions of pango that paper needs, as ``CairoLibrary``.
struct PangoLibrary: @unchecked Sendable {
    typealias Free = @convention(c) (Handle?) -> Void

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

    private static let loaded = Result { () throws(Refusal) in try PangoLibrary() }

    /// Opened once. Throws `tool.missing`.
    static func shared() throws(Refusal) -> PangoLibrary { try loaded.get() }

    private init() throws(Refusal) {
        let both = try SharedLibrary("libpangocairo-1.0.so.0", package: "libpangocairo-1.0-0")
        let pango = try SharedLibrary("libpango-1.0.so.0", package: "libpango-1.0-0")
        fontMap = try both.function("pango_cairo_font_map_new")
        resolution = try both.function("pango_cairo_context_set_resolution")
        adopt = try both.function("pango_cairo_update_context")
        show = try both.function("pango_cairo_show_layout")
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
