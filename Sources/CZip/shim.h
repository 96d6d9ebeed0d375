// The decompressor that Exchange/XLSX wraps; nothing else may import this module.
#include <zlib.h>

// inflateInit2 is a macro, which Swift does not see. Raw deflate, as a zip file holds it.
static inline int yjb_inflate_init(z_stream *stream) { return inflateInit2(stream, -MAX_WBITS); }
