// libpq, opened when a server is first named: it brings some twenty libraries along, and whoever keeps a street in a file has
// no use for them. Sources/SQL/Postgres wraps it; nothing else may import this module.
#if __has_include(<libpq-fe.h>)
#include <libpq-fe.h>
#else
#include <postgresql/libpq-fe.h>
#endif

/// Opens libpq, once; NULL when it is there, else what is missing. Before that none of its functions may be called.
const char *libpq_open(void);
