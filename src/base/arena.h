/* arena.h - memory that ends with the work it was for.
 *
 * One arena a request (or a job's item). Nothing taken from it is freed by hand: arena_free() runs what was registered with
 * arena_defer(), newest first, then gives everything back. arena_alloc() never returns NULL and gives zeroed memory. Over the
 * cap the arena jumps to arena_catch()'s place, if one was set, else ends the process: true lack of memory is not survivable.
 * An arena belongs to one thread at a time. */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;

enum { ARENA_REQUEST = 64 << 20 }; /* bytes: cap of one request (R25) */

struct arena *arena_new(size_t cap); /* cap in bytes */
void arena_free(struct arena *a);

void *arena_alloc(struct arena *a, size_t bytes) __attribute__((malloc, returns_nonnull, alloc_size(2)));
/* `count` things of `size` bytes; an overflow counts as over the cap. */
void *arena_array(struct arena *a, size_t count, size_t size) __attribute__((malloc, returns_nonnull, alloc_size(2, 3)));
/* Make the newest allocation `p` of `was` bytes `now` bytes long, in place where it can, else by copying. */
void *arena_extend(struct arena *a, void *p, size_t was, size_t now) __attribute__((returns_nonnull));

char *arena_text(struct arena *a, const char *text) __attribute__((returns_nonnull));             /* NULL gives "" */
char *arena_text_n(struct arena *a, const char *text, size_t bytes) __attribute__((returns_nonnull));
char *arena_printf(struct arena *a, const char *format, ...) __attribute__((format(printf, 2, 3), returns_nonnull));
char *arena_vprintf(struct arena *a, const char *format, va_list ap) __attribute__((format(printf, 2, 0), returns_nonnull));

/* Run `end(thing)` when the arena ends: for handles that are not memory. */
void arena_defer(struct arena *a, void (*end)(void *), void *thing);

/* Where to go when the arena is over its cap: `if (setjmp(place)) ...`. One place an arena; NULL removes it. */
void arena_catch(struct arena *a, jmp_buf *place);

size_t arena_used(const struct arena *a); /* bytes taken so far */

#endif
