// The allocator's settings, which the Swift module of the C library leaves out; yjb-server alone imports this.
#include <malloc.h>
