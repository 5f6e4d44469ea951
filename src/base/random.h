/* random.h - unpredictable bytes and ids, from libsodium's generator. */
#ifndef BASE_RANDOM_H
#define BASE_RANDOM_H

#include "base/arena.h"

enum { ID_LENGTH = 26 }; /* letters of an id: 128 bits in base 32, lower case, no i l o u */

void random_bytes(void *to, size_t n);
/* A new record id: 26 letters and digits, 128 random bits. */
const char *random_id(struct arena *a);
/* True if `text` has the shape of an id; says nothing of whether it exists. */
bool id_ok(const char *text);

#endif
