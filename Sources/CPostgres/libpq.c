// Every function of libpq that this program calls, under its own name, handed on to the library that `libpq_open` has found.
// The header checks that each is declared as libpq declares it.
#include "CPostgres.h"
#include <dlfcn.h>
#include <pthread.h>

// F: type, name, parameters, arguments. V: the same without a value.
#define FUNCTIONS(F, V) \
    F(PGconn *, PQconnectStartParams, (const char *const *k, const char *const *v, int expand), (k, v, expand)) \
    V(PQfinish, (PGconn *c), (c)) \
    V(PQreset, (PGconn *c), (c)) \
    F(PQconninfoOption *, PQconndefaults, (void), ()) \
    F(PQconninfoOption *, PQconninfoParse, (const char *text, char **error), (text, error)) \
    V(PQconninfoFree, (PQconninfoOption *o), (o)) \
    V(PQfreemem, (void *p), (p)) \
    F(int, PQconnectionNeedsPassword, (const PGconn *c), (c)) \
    F(ConnStatusType, PQstatus, (const PGconn *c), (c)) \
    F(PGTransactionStatusType, PQtransactionStatus, (const PGconn *c), (c)) \
    F(const char *, PQparameterStatus, (const PGconn *c, const char *name), (c, name)) \
    F(int, PQserverVersion, (const PGconn *c), (c)) \
    F(int, PQsocket, (const PGconn *c), (c)) \
    F(int, PQsslInUse, (PGconn *c), (c)) \
    F(char *, PQerrorMessage, (const PGconn *c), (c)) \
    F(PGVerbosity, PQsetErrorVerbosity, (PGconn *c, PGVerbosity v), (c, v)) \
    F(PQnoticeProcessor, PQsetNoticeProcessor, (PGconn *c, PQnoticeProcessor f, void *place), (c, f, place)) \
    F(PQnoticeReceiver, PQsetNoticeReceiver, (PGconn *c, PQnoticeReceiver f, void *place), (c, f, place)) \
    F(int, PQsetnonblocking, (PGconn *c, int on), (c, on)) \
    F(int, PQsendQuery, (PGconn *c, const char *sql), (c, sql)) \
    F(int, PQsendQueryParams, (PGconn *c, const char *sql, int n, const Oid *types, const char *const *values, \
        const int *lengths, const int *formats, int format), (c, sql, n, types, values, lengths, formats, format)) \
    F(int, PQsendPrepare, (PGconn *c, const char *name, const char *sql, int n, const Oid *types), (c, name, sql, n, types)) \
    F(int, PQsendQueryPrepared, (PGconn *c, const char *name, int n, const char *const *values, const int *lengths, \
        const int *formats, int format), (c, name, n, values, lengths, formats, format)) \
    F(int, PQsendDescribePrepared, (PGconn *c, const char *name), (c, name)) \
    F(int, PQenterPipelineMode, (PGconn *c), (c)) \
    F(int, PQexitPipelineMode, (PGconn *c), (c)) \
    F(int, PQpipelineSync, (PGconn *c), (c)) \
    F(int, PQflush, (PGconn *c), (c)) \
    F(int, PQconsumeInput, (PGconn *c), (c)) \
    F(int, PQisBusy, (PGconn *c), (c)) \
    F(PGresult *, PQgetResult, (PGconn *c), (c)) \
    V(PQclear, (PGresult *r), (r)) \
    F(ExecStatusType, PQresultStatus, (const PGresult *r), (r)) \
    F(char *, PQresultErrorField, (const PGresult *r, int code), (r, code)) \
    F(char *, PQcmdStatus, (PGresult *r), (r)) \
    F(int, PQntuples, (const PGresult *r), (r)) \
    F(int, PQnfields, (const PGresult *r), (r)) \
    F(int, PQnparams, (const PGresult *r), (r)) \
    F(Oid, PQftype, (const PGresult *r, int column), (r, column)) \
    F(int, PQfformat, (const PGresult *r, int column), (r, column)) \
    F(int, PQgetisnull, (const PGresult *r, int row, int column), (r, row, column)) \
    F(int, PQgetlength, (const PGresult *r, int row, int column), (r, row, column)) \
    F(char *, PQgetvalue, (const PGresult *r, int row, int column), (r, row, column)) \
    F(PGcancel *, PQgetCancel, (PGconn *c), (c)) \
    V(PQfreeCancel, (PGcancel *c), (c)) \
    F(int, PQcancel, (PGcancel *c, char *error, int size), (c, error, size))

#define HAND_ON(T, N, P, A) static T (*N##_found) P; T N P { return N##_found A; }
#define HAND_ON_NOTHING(N, P, A) static void (*N##_found) P; void N P { N##_found A; }
FUNCTIONS(HAND_ON, HAND_ON_NOTHING)

#define NAME "libpq.so.5"
static pthread_once_t once = PTHREAD_ONCE_INIT;
static const char *missing;

// An older library than PostgreSQL 14's has no pipeline.
#define FIND(T, N, P, A) if (!(*(void **)&N##_found = dlsym(library, #N))) missing = NAME ": " #N;
#define FIND_NOTHING(N, P, A) FIND(void, N, P, A)

static void open_once(void) {
    void *library = dlopen(NAME, RTLD_NOW | RTLD_LOCAL);
    if (!library) { missing = NAME; return; }
    FUNCTIONS(FIND, FIND_NOTHING)
}

const char *libpq_open(void) {
    pthread_once(&once, open_once);
    return missing;
}
