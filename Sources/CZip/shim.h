// The part of zlib that Formats/ZIP wraps; nothing else may import this module.
#include <zlib.h>

// inflateInit2 is a macro, which Swift does not see. Raw deflate, as a zip file holds it.
static inline int yjb_inflate_init(z_stream *stream) { return inflateInit2(stream, -MAX_WBITS); }

// The same for packing; the level and the memory are fixed, so that equal bytes make equal files.
static inline int yjb_deflate_init(z_stream *stream) {
    return deflateInit2(stream, 6, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY);
}
