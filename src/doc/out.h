/* out.h - where a reader puts what it finds: a stream of small records, the same whether it goes through a pipe out of the cage or
 * stays in memory. doc_decode() turns the stream into sheets and trusts nothing in it: lengths, counts, kinds and text are checked
 * again.
 *
 * A reader calls out_sheet() once for each sheet, then out_row() and out_cell(); rows of different sheets may be mixed. After
 * out_stop() the file is refused: the reader returns as soon as it can (`stopped`). Memory of a reader is its arena `a`, which ends
 * with the reading. */
#ifndef DOC_OUT_H
#define DOC_OUT_H

#include "doc/doc.h"

struct doc_out {
	struct arena *a;
	int fd;               /* -1: everything stays in `bytes` */
	unsigned char *bytes; /* malloc'd */
	size_t n, room;
	int sheets, rows, messages;
	int max_rows;         /* DOC_MAX_ROWS; a CTF's details raise it */
	int budget;           /* bytes that may still be unpacked */
	void *pupils;         /* of the reader of pupil files: several in one zip are read as one */
	bool stopped, broken; /* broken: nobody reads the other end */
	const char *why;      /* it stopped */
};

void out_open(struct doc_out *o, struct arena *a, int fd);
void out_format(struct doc_out *o, enum doc_format format);
void out_encoding(struct doc_out *o, const char *encoding);
int out_sheet(struct doc_out *o, const char *name); /* its number */
void out_hide(struct doc_out *o, int sheet);
void out_row(struct doc_out *o, int sheet, int row);
void out_cell(struct doc_out *o, int sheet, enum cell_kind kind, const char *text, size_t n);
void out_text(struct doc_out *o, int sheet, const char *text);
void out_say(struct doc_out *o, enum doc_level level, int row, const char *field, const char *format, ...)
	__attribute__((format(printf, 5, 6)));
void out_stop(struct doc_out *o, int row, const char *format, ...) __attribute__((format(printf, 3, 4)));
void out_end(struct doc_out *o);     /* the last record; a stream without it was cut short */
void out_close(struct doc_out *o);

/* `bytes` must live as long as the arena: cells point into it. Not a child's fault to send nonsense: a fault here is
 * FAULT_INVALID. */
const struct fault *doc_decode(struct arena *a, const unsigned char *bytes, size_t n, struct doc **out) MUST;

/* The readers. Text is UTF-8, checked, without NUL; it does not end in one. */
/* Bytes of any text file to UTF-8: byte order mark, XML declaration, UTF-16, strict UTF-8, windows-1252, in that order. NULL:
 * refused. */
const char *read_text(struct doc_out *o, const char *bytes, size_t n, size_t *length);
void read_parts(struct doc_out *o, const struct doc_part *parts, int n); /* sniffs and calls the right one */
void read_csv(struct doc_out *o, const char *text, size_t n, const char *sheet);
void read_html(struct doc_out *o, const char *text, size_t n);
void read_xml(struct doc_out *o, const char *text, size_t n);            /* looks at the root, then one of the next */
void read_ssml(struct doc_out *o, const char *text, size_t n);
void read_records(struct doc_out *o, const char *text, size_t n);
void read_json(struct doc_out *o, const char *text, size_t n);
const char *csv_base(struct arena *a, const char *name);                  /* "x/Users.csv" -> "users"; NULL if no CSV */
void read_zip(struct doc_out *o, const char *bytes, size_t n);

#endif
