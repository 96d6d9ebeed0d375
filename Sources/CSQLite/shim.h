// The database that SQL/SQLite wraps; nothing else may import this module.
#include <sqlite3.h>
