/* json.c - how records are spelt in JSON. */
#include "api/json.h"

#include <jansson.h>
#include <string.h>

#include "api/api.h"
#include "base/text.h"

struct json_object { struct { const char *name, *value; } *item; int count; };

static void forget(void *root)
{
	json_decref(root);
}

/* NULL: an object or a list, which no field takes. */
static const char *text_of(struct arena *a, const json_t *v)
{
	switch (json_typeof(v)) {
	case JSON_STRING: return arena_text(a, json_string_value(v));
	case JSON_INTEGER: return arena_printf(a, "%lld", (long long)json_integer_value(v));
	case JSON_REAL: return arena_printf(a, "%.2f", json_real_value(v));
	case JSON_TRUE: return "1";
	case JSON_FALSE: return "0";
	case JSON_NULL: return "";
	default: return NULL;
	}
}

const struct fault *json_read(struct arena *a, const char *bytes, size_t n, struct json_object **out)
{
	json_error_t e;
	json_t *root = bytes ? json_loadb(bytes, n, JSON_REJECT_DUPLICATES, &e) : NULL, *v;
	struct json_object *o = arena_alloc(a, sizeof *o);
	const char *name;

	if (!root)
		return FAULT(a, FAULT_INVALID, "Send one JSON object, with Content-Type: application/json");
	arena_defer(a, forget, root);
	if (!json_is_object(root))
		return FAULT(a, FAULT_INVALID, "Send one JSON object");
	o->item = arena_array(a, json_object_size(root) + 1, sizeof *o->item);
	json_object_foreach(root, name, v) {
		const char *text = text_of(a, v);

		if (!text)
			return FAULT(a, FAULT_INVALID, "%s: a list or object stands where a value should", name);
		o->item[o->count].name = arena_text(a, name);
		o->item[o->count++].value = text;
	}
	*out = o;
	return NULL;
}

const char *json_value(const struct json_object *o, const char *name)
{
	for (int i = 0; i < o->count; i++)
		if (strcmp(o->item[i].name, name) == 0)
			return o->item[i].value;
	return NULL;
}

const struct fault *json_form(struct arena *a, const struct record *r, const struct json_object *o, struct form **out)
{
	struct form *f = form_new(a, r);
	const char *version = json_value(o, "version");

	if (version && (!text_to_int(version, &f->version) || f->version < 1))
		return FAULT(a, FAULT_INVALID, "version must be a whole number");
	for (int i = 0; i < o->count; i++) {
		int field = field_find(r, o->item[i].name);

		if (strcmp(o->item[i].name, "version") == 0 && field < 0)
			continue;
		if (field < 0)
			return FAULT(a, FAULT_INVALID, "%s has no field %s", r->name, o->item[i].name);
		if (r->fields[field].flags & (BY_SYSTEM | SECRET))
			form_error(f, field, "%s is set by the program alone", r->fields[field].label);
		else
			form_set(f, field, o->item[i].value);
	}
	*out = f;
	return NULL;
}

static void add_value(struct buf *b, const struct row *row, int i, const struct form *typed)
{
	const struct field *f = &row_record(row)->fields[i];
	const char *v = row_text(row, i);

	if (!*v) {
		buf_add(b, "null");
	} else if (f->type == F_NUMBER) {
		buf_add(b, v);
	} else if (f->type == F_YESNO) {
		buf_add(b, strcmp(v, "1") == 0 ? "true" : "false");
	} else {
		buf_add_c(b, '"');
		buf_add_json(b, f->type == F_PENCE ? form_value(typed, i) : v);
		buf_add_c(b, '"');
	}
}

void json_row(struct arena *a, struct buf *b, const struct row *row)
{
	const struct record *r = row_record(row);
	const struct form *typed = form_of_row(a, row);

	buf_printf(b, "{\"id\": \"%s\", \"version\": %lld, \"campus\": \"%s\"", row_id(row), (long long)row_version(row),
		row_campus(row));
	if (row_withdrawn(row))
		buf_add(b, ", \"withdrawn\": true");
	for (int i = 0; i < r->count; i++) {
		if (!row_has(row, i) || (r->fields[i].flags & SECRET))
			continue;
		buf_printf(b, ", \"%s\": ", r->fields[i].name);
		add_value(b, row, i, typed);
	}
	buf_add_c(b, '}');
}

static const char *type_word(enum field_type type)
{
	static const char *const WORDS[] = { "text", "text", "code", "day", "moment", "number", "pounds", "true or false", "id" };

	return WORDS[type];
}

const char *api_text(struct arena *a, const struct house *h)
{
	struct buf b = buf_new(a);

	for (int k = 0; k < h->count; k++) {
		const struct record *r = h->records[k];
		bool writes = r->about && !(r->is & SYSTEM_ONLY) && r->tier < T4;

		if (r->tier >= T4)
			continue;
		buf_printf(&b, "/api/1/%s  %s\n", r->name, writes ? r->is & APPEND_ONLY ? "list get add" :
			"list get add change withdraw" : "list get");
		for (int i = 0; i < r->count; i++) {
			const struct field *f = &r->fields[i];

			if (!(f->flags & SECRET))
				buf_printf(&b, "  %-20s %s%s%s%s\n", f->name, type_word(f->type), f->ref ? " of " : "",
					f->ref ? f->ref : "", f->flags & BY_SYSTEM ? ", read only" : f->flags & REQUIRED ?
					", required" : "");
		}
	}
	return buf_text(&b);
}
