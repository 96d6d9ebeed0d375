/* The chain of hashes alone, read by SQLite and checked with libcrypto: SHA-256 over prev, number and body of each record.

       chain FILE

   Prints the CPU seconds and the number of records; ends with 1 when a link is wrong. */
#include <openssl/evp.h>
#include <sqlite3.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

static void hex(const unsigned char *bytes, char *text) {
    static const char digits[] = "0123456789abcdef";
    for (int i = 0; i < 32; i++) { text[2 * i] = digits[bytes[i] >> 4]; text[2 * i + 1] = digits[bytes[i] & 15]; }
}

int main(int argc, char **argv) {
    sqlite3 *db; sqlite3_stmt *rows; struct timespec t;
    char head[64], number[32]; unsigned char digest[32]; long count = 0; int step;
    if (argc != 2) { fprintf(stderr, "usage: chain FILE\n"); return 64; }
    if (sqlite3_open_v2(argv[1], &db, SQLITE_OPEN_READWRITE, 0)
        || sqlite3_prepare_v2(db, "SELECT seq, body, prev, hash FROM record ORDER BY org, seq", -1, &rows, 0)) {
        fprintf(stderr, "chain: %s\n", sqlite3_errmsg(db));
        return 1;
    }
    EVP_MD *algorithm = EVP_MD_fetch(0, "SHA256", 0);
    EVP_MD_CTX *context = EVP_MD_CTX_new();
    memset(head, '0', sizeof head);
    for (; (step = sqlite3_step(rows)) == SQLITE_ROW; count++) {
        int n = snprintf(number, sizeof number, "\n%lld\n", sqlite3_column_int64(rows, 0));
        const void *body = sqlite3_column_text(rows, 1);
        if (memcmp(head, sqlite3_column_text(rows, 2), 64)) { fprintf(stderr, "chain: a link is wrong\n"); return 1; }
        EVP_DigestInit_ex2(context, algorithm, 0);
        EVP_DigestUpdate(context, head, 64);
        EVP_DigestUpdate(context, number, n);
        EVP_DigestUpdate(context, body, sqlite3_column_bytes(rows, 1));
        EVP_DigestFinal_ex(context, digest, 0);
        hex(digest, head);
        if (memcmp(head, sqlite3_column_text(rows, 3), 64)) { fprintf(stderr, "chain: a hash is wrong\n"); return 1; }
    }
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    printf("%.6f %ld\n", t.tv_sec + t.tv_nsec * 1e-9, count);
    return step == SQLITE_DONE ? 0 : 1;
}
