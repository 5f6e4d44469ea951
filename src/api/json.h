/* json.h - rows to JSON and JSON to forms. Numbers out of range, nesting, repeated names: refused with a sentence
 * (FAULT_INVALID). */
#ifndef API_JSON_H
#define API_JSON_H

#include "base/buf.h"
#include "record/act.h"

struct json_object;

/* One flat object: its values become text. Memory: the arena. */
MUST const struct fault *json_read(struct arena *a, const char *bytes, size_t n, struct json_object **out);
const char *json_value(const struct json_object *o, const char *name); /* NULL: not sent; "" for null */
/* A form of what was sent; unknown and system fields are its errors. "version" is not a field. */
MUST const struct fault *json_form(struct arena *a, const struct record *r, const struct json_object *o, struct form **out);
/* What may be read of it, with id, version and campus. */
void json_row(struct arena *a, struct buf *b, const struct row *row);

#endif
