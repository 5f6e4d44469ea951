/* pdf_raw.h - inside doc/ only: reading what cairo wrote, and nothing that anybody else did: plain objects, a plain table of their
 * places, streams squeezed by deflate. What is not as cairo writes it is said to be odd, and no paper comes of it. */
#ifndef DOC_PDF_RAW_H
#define DOC_PDF_RAW_H

#include "base/buf.h"

struct raw {
	const char *at;
	size_t n;
	size_t *place;         /* of each object, by its number; 0: none */
	int count;
};
struct raw_object {
	const char *text;      /* without "7 0 obj" and "endobj"; of a stream, its dictionary */
	size_t n;
	const unsigned char *stream; /* NULL: none */
	size_t length;
};

bool raw_open(struct arena *a, const struct buf *bytes, struct raw *out);
bool raw_object(const struct raw *r, int number, struct raw_object *out);
const char *raw_key(const struct raw_object *o, const char *key);  /* what stands after "/Pages"; NULL: no such key */
int raw_ref(const char *at);                                       /* 12 of "12 0 R"; 0: it is none */
const char *raw_past(const char *at);                              /* past a number or reference, and the blanks after it */
/* Unsqueezed, squeezed; NULL: it cannot be. */
unsigned char *raw_inflate(struct arena *a, const unsigned char *bytes, size_t n, size_t *length);
unsigned char *raw_deflate(struct arena *a, const void *bytes, size_t n, size_t *length);

#endif
