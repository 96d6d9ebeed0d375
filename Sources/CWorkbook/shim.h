// libxlsxwriter, which Formats/XLSX/Writing wraps; nothing else may import this module.
#include <xlsxwriter.h>

// glibc shows it to programs of its own dialect only, which the rest of a Swift program is not compiled in.
int memfd_create(const char *name, unsigned int flags);

// A file that has no name and lives in memory, closed to programs that are started: the library writes to paths only.
static inline int yjb_unnamed_file(void) { return memfd_create("workbook", 1); }
