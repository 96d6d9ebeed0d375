import Disk
import Kernel

/// A handle of the library.
typealias Handle = OpaquePointer

/// The functions of gdk-pixbuf that are needed, by the names and types of its manual.
struct PixelLibrary {
    typealias Number = @convention(c) (Handle?) -> Int32
    typealias Fault = UnsafeMutablePointer<Handle?>
    typealias Texts = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>
    typealias SizePrepared = @convention(c) (Handle?, Int32, Int32, UnsafeMutableRawPointer?) -> Void

    let loader: @convention(c) (UnsafePointer<CChar>?, Fault?) -> Handle?
    let write: @convention(c) (Handle?, UnsafePointer<UInt8>?, Int, Fault?) -> Int32
    let close: @convention(c) (Handle?, Fault?) -> Int32
    let pixels: @convention(c) (Handle?) -> Handle?
    let setSize: @convention(c) (Handle?, Int32, Int32) -> Void
    let connect: @convention(c) (
        Handle?, UnsafePointer<CChar>?, SizePrepared?, UnsafeMutableRawPointer?, UnsafeMutableRawPointer?, Int32) -> UInt
    let turned: @convention(c) (Handle?) -> Handle?
    let scaled: @convention(c) (Handle?, Int32, Int32, Int32) -> Handle?
    let flattened: @convention(c) (Handle?, Int32, Int32, Int32, Int32, Int32, UInt32, UInt32) -> Handle?
    let width: Number
    let height: Number
    let channels: Number
    let stride: Number
    let bytes: @convention(c) (Handle?) -> UnsafePointer<UInt8>?
    let save: @convention(c) (
        Handle?, UnsafeMutablePointer<UnsafeMutablePointer<UInt8>?>?, UnsafeMutablePointer<Int>?, UnsafePointer<CChar>?,
        Texts?, Texts?, Fault?) -> Int32

    /// Throws `tool.missing`.
    init() throws(Refusal) {
        let library = try SharedLibrary("libgdk_pixbuf-2.0.so.0", package: "libgdk-pixbuf-2.0-0")
        loader = try library.function("gdk_pixbuf_loader_new_with_mime_type")
        write = try library.function("gdk_pixbuf_loader_write")
        close = try library.function("gdk_pixbuf_loader_close")
        pixels = try library.function("gdk_pixbuf_loader_get_pixbuf")
        setSize = try library.function("gdk_pixbuf_loader_set_size")
        turned = try library.function("gdk_pixbuf_apply_embedded_orientation")
        scaled = try library.function("gdk_pixbuf_scale_simple")
        flattened = try library.function("gdk_pixbuf_composite_color_simple")
        width = try library.function("gdk_pixbuf_get_width")
        height = try library.function("gdk_pixbuf_get_height")
        channels = try library.function("gdk_pixbuf_get_n_channels")
        stride = try library.function("gdk_pixbuf_get_rowstride")
        bytes = try library.function("gdk_pixbuf_read_pixels")
        save = try library.function("gdk_pixbuf_save_to_bufferv")
        connect = try SharedLibrary("libgobject-2.0.so.0", package: "libglib2.0-0").function("g_signal_connect_data")
    }
}
