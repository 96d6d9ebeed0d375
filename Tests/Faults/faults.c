/* Loaded before a program (LD_PRELOAD), lets it meet a disk that fails, is full or loses power, and notes what it makes
 * durable and when it answers. Built and used by Tests/yjbTests/FaultyDisk.swift.
 *
 *   FAULT=op:n:what:part   op is make, write, sync or any; `part` must be in the path. The n-th such call fails with the
 *                          error number `what`, or the program is killed there when `what` is 0; n = 0 means every one,
 *                          n+ the n-th and all after it.
 *   FAULT_LOG=file         a line for each sync and folder made ("sync PATH", "mkdir PATH") and each write to standard
 *                          output ("answer").
 *   FAULT_PLANT=suffix     as soon as a file has got its name by link, a file of that name and suffix lies beside it.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

static int note_file = -1;
static char operation[16], part[256];
static long wanted = -1, seen;
static int what, lasting;

__attribute__((constructor)) static void begin(void) {
    const char *fault = getenv("FAULT"), *log = getenv("FAULT_LOG");
    char plus[2] = "";
    if (fault && sscanf(fault, "%15[^:]:%ld%1[+]:%d:%255s", operation, &wanted, plus, &what, part) < 3)
        sscanf(fault, "%15[^:]:%ld:%d:%255s", operation, &wanted, &what, part);
    lasting = plus[0] == '+';
    if (log) note_file = open(log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
}

static void note(const char *verb, const char *path) {
    char line[512];
    int length = snprintf(line, sizeof line, "%s %s\n", verb, path);
    static ssize_t (*real)(int, const void *, size_t);
    if (!real) real = dlsym(RTLD_NEXT, "write");
    if (note_file >= 0) (void)!real(note_file, line, length);
}

/* Whether this call is to fail; errno is set then. */
static int fails(const char *op, const char *path) {
    if (wanted < 0 || (strcmp(op, operation) && strcmp("any", operation)) || !strstr(path, part)) return 0;
    long now = __atomic_add_fetch(&seen, 1, __ATOMIC_SEQ_CST);
    if (now != wanted && wanted != 0 && !(lasting && now > wanted)) return 0;
    if (what == 0) { kill(getpid(), SIGKILL); for (;;) pause(); }
    errno = what;
    return 1;
}

static const char *path_of(int file, char *path) {
    char link[64];
    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    ssize_t length = readlink(link, path, 400);
    path[length < 0 ? 0 : length] = 0;
    return path;
}

#define REAL(name) static __typeof__(name) *real; if (!real) real = (__typeof__(name) *)dlsym(RTLD_NEXT, #name)
#define PATH char path[401]; path_of(file, path)

int fsync(int file) { REAL(fsync); PATH; if (fails("sync", path)) return -1; int r = real(file); note("sync", path); return r; }
int fdatasync(int file) { REAL(fdatasync); PATH; if (fails("sync", path)) return -1; int r = real(file); note("sync", path); return r; }

ssize_t write(int file, const void *data, size_t count) {
    REAL(write); PATH;
    if (fails("write", path)) return -1;
    if (file == 1) note("answer", "");
    return real(file, data, count);
}
ssize_t pwrite(int file, const void *data, size_t count, off_t at) { REAL(pwrite); PATH; return fails("write", path) ? -1 : real(file, data, count, at); }
ssize_t pwrite64(int file, const void *data, size_t count, off64_t at) { REAL(pwrite64); PATH; return fails("write", path) ? -1 : real(file, data, count, at); }
int ftruncate(int file, off_t size) { REAL(ftruncate); PATH; return fails("write", path) ? -1 : real(file, size); }
int ftruncate64(int file, off64_t size) { REAL(ftruncate64); PATH; return fails("write", path) ? -1 : real(file, size); }

static int makes(const char *path, int flags) {
    struct stat about;
    return (flags & O_CREAT) && lstat(path, &about) != 0 && fails("make", path);
}
#define MODE mode_t mode = 0; if (flags & (O_CREAT | O_TMPFILE)) { va_list list; va_start(list, flags); mode = va_arg(list, mode_t); va_end(list); }
int open(const char *path, int flags, ...) { REAL(open); MODE; return makes(path, flags) ? -1 : real(path, flags, mode); }
int open64(const char *path, int flags, ...) { REAL(open64); MODE; return makes(path, flags) ? -1 : real(path, flags, mode); }
int openat(int at, const char *path, int flags, ...) { REAL(openat); MODE; return makes(path, flags) ? -1 : real(at, path, flags, mode); }
int link(const char *from, const char *to) {
    REAL(link);
    if (fails("make", to)) return -1;
    int result = real(from, to);
    char planted[512];
    if (result == 0 && getenv("FAULT_PLANT")) {
        snprintf(planted, sizeof planted, "%s%s", to, getenv("FAULT_PLANT"));
        close(open(planted, O_WRONLY | O_CREAT, 0600));
    }
    return result;
}
int mkdir(const char *path, mode_t mode) { REAL(mkdir); if (fails("make", path)) return -1; int r = real(path, mode); if (r == 0) note("mkdir", path); return r; }
