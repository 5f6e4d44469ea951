/* stream.h - the chunks beneath file.c and backup.c; nobody else includes it. */
#ifndef SEAL_STREAM_H
#define SEAL_STREAM_H

#include "seal/file.h"
#include "seal/inner.h"

/* A writer that has put `head` into the sink as it is and seals what follows with `key`. A reader whose source stands just
 * behind that head. The key is copied; the caller wipes its own. */
const struct fault *stream_writer(struct arena *a, const unsigned char key[KEY_BYTES], const void *head, size_t head_n,
				  struct seal_sink to, struct seal_writer **out) MUST;
const struct fault *stream_reader(struct arena *a, const unsigned char key[KEY_BYTES], struct seal_source from,
				  struct seal_reader **out) MUST;
/* As many of n bytes as there are before the end. */
const struct fault *source_fill(struct seal_source from, void *bytes, size_t n, size_t *got) MUST;
const struct fault *stream_pump_in(struct arena *a, int fd, struct seal_writer *w) MUST;   /* fd -> writer, and its end */
const struct fault *stream_pump_out(struct arena *a, struct seal_reader *r, int fd) MUST;  /* reader -> fd */

#endif
