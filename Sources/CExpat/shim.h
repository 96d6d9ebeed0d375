// The XML parser that Exchange/XML wraps; nothing else may import this module.
#include <expat.h>
