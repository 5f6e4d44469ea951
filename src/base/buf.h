/* buf.h - text being built.
 *
 * A buf lives in an arena, grows by itself and always ends in NUL. A buf fed from outside states its largest size: over it,
 * adding does nothing more and buf_over() says so, so that the caller looks once at the end and never after each step. */
#ifndef BASE_BUF_H
#define BASE_BUF_H

#include "base/arena.h"

struct buf {
	char *data;
	size_t len;      /* bytes, without the NUL */
	size_t room;
	size_t max;      /* 0: as far as the arena goes */
	struct arena *a;
	bool over;
};

struct buf buf_new(struct arena *a);
struct buf buf_limit(struct arena *a, size_t max);

void buf_add(struct buf *b, const char *text);
void buf_add_n(struct buf *b, const char *bytes, size_t n);
void buf_add_c(struct buf *b, char c);
void buf_add_int(struct buf *b, int64_t n);
void buf_vprintf(struct buf *b, const char *format, va_list ap);
void buf_printf(struct buf *b, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Escaped for the place it stands in (R10). */
void buf_add_html(struct buf *b, const char *text);  /* text and quoted attributes: & < > " ' */
void buf_add_url(struct buf *b, const char *text);   /* one part of a path or query: percent-encoded */
void buf_add_json(struct buf *b, const char *text);  /* the inside of a JSON string, also safe in HTML */

static inline bool buf_over(const struct buf *b) { return b->over; }
static inline const char *buf_text(const struct buf *b) { return b->data ? b->data : ""; }

#endif
