// libpq, which Store/Postgres wraps; nothing else may import this module.
#include <libpq-fe.h>
