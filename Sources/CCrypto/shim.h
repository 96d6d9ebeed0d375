// The part of OpenSSL 3's libcrypto that the Seal room wraps; nothing else may import this module.
#include <openssl/evp.h>
#include <openssl/err.h>
#include <openssl/hmac.h>
#include <openssl/rand.h>
#include <openssl/crypto.h>
