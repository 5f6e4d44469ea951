/* form.h - forms and uploads: bytes into values and files. No part of it knows of a connection, so that it can be fuzzed alone.
 * Nothing outside this folder includes it. Where a function returns int, 0 is fine and else it is the status that refuses. */
#ifndef HTTP_FORM_H
#define HTTP_FORM_H

#include "base/buf.h"
#include "http/http.h"

/* ---- spool.c: an upload's bytes, in memory or encrypted in an unlinked file ---- */
struct spool;
struct spool *spool_memory(struct arena *a, const void *bytes, size_t n);
struct spool *spool_open(struct arena *a, const char *dir);   /* NULL: no file could be made */
/* False: the disk is full or broken. Each piece but the last is a multiple of 64 bytes. */
bool spool_add(struct spool *s, const void *bytes, size_t n);
ssize_t spool_read(const struct spool *s, uint64_t at, void *to, size_t n);
uint64_t spool_size(const struct spool *s);

/* ---- form.c ---- */
enum { FORM_BOUNDARY_MOST = 70, FORM_PART_HEAD_MOST = 16 << 10, FORM_FILE_NAME_MOST = 200 };

struct http_body {
	struct arena *a;
	const char *spool_dir;
	bool multipart;
	struct buf pending;    /* bytes not yet understood; of a urlencoded form, all of them */
	/* multipart only */
	enum { PART_START, PART_AFTER, PART_HEAD, PART_BYTES, PART_END } at;
	char mark[FORM_BOUNDARY_MOST + 5]; /* CR LF - - boundary */
	size_t mark_n, parts;
	const char *name, *file_name, *type; /* of the part being read; file_name NULL: a plain field */
	struct buf stage;      /* its bytes so far, HTTP_FILE_IN_MEMORY at most */
	struct spool *spool;   /* where they went once that was too little */
	int spools;
	size_t held;           /* bytes of files kept in memory */
	struct http_values values;
	size_t values_room;
	struct http_file *files, **last_file;
};

/* `type` is the Content-Type. NULL with *status 400 for multipart without a fit boundary; NULL with 0 if it is no form at all. */
struct http_body *body_new(struct arena *a, const char *type, const char *spool_dir, int *status);
int body_feed(struct http_body *f, const char *bytes, size_t n);
int body_end(struct http_body *f, struct http_values *values, struct http_file **files);

/* name=value&..., as in a query. */
int form_pairs(struct arena *a, const char *text, size_t n, struct http_values *values);
/* %XX (and + as space) in place; `text` has room for a NUL. False: malformed, or it decodes to a NUL or to no UTF-8. */
bool form_decode(char *text, size_t *n, bool plus);
int form_name_status(const char *name, size_t n); /* of a field's name */
void values_add(struct arena *a, struct http_values *list, size_t *room, const char *name, const char *value);

/* ---- multipart.c ---- */
int multipart_boundary(struct http_body *f, const char *type);
int multipart_feed(struct http_body *f, const char *bytes, size_t n);
int multipart_end(struct http_body *f);

#endif
