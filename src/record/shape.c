/* shape.c - packing the fields that have no column, and building the table a row wears. It knows no plan. */
#include "record/shape.h"

#include <string.h>

#include "base/text.h"
#include "record/engine.h"

static bool name_ok(const char *name)
{
	size_t n = strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789_");

	return n > 0 && n <= SHAPE_NAME_MOST && !name[n];
}

const struct fault *shape_new(struct arena *a, const struct record *base, const char *title, const struct field *fields, int count,
	const struct record **out)
{
	struct record *r = arena_alloc(a, sizeof *r);
	struct field *all = arena_array(a, (size_t)(base->count + count), sizeof *all);

	if (!base->pack || base->base)
		return FAULT(a, FAULT_BROKEN, "%s: nothing of it is packed", base->name);
	memcpy(all, base->fields, (size_t)base->count * sizeof *all);
	for (int i = 0; i < count; i++) {
		all[base->count + i] = fields[i];
		if (!name_ok(fields[i].name))
			return FAULT(a, FAULT_BROKEN, "%s: a field may not be called %s", base->name, fields[i].name);
		for (int k = 0; k < base->count + i; k++)
			if (strcmp(all[k].name, fields[i].name) == 0)
				return FAULT(a, FAULT_BROKEN, "%s: two fields called %s", base->name, fields[i].name);
	}
	*r = *base;
	r->fields = all;
	r->count = base->count + count;
	r->stored = base->count;
	r->base = base;
	r->title = title ? title : base->title;
	*out = r;
	return NULL;
}

/* The value after "name: ", its lines put together again; NULL if the text has no such line. */
static const char *unpacked(struct arena *a, const char *text, const char *name)
{
	size_t n = strlen(name);
	struct buf b = buf_new(a);
	const char *line = text;

	while (line && !(strncmp(line, name, n) == 0 && line[n] == ':' && line[n + 1] == ' ')) {
		line = strchr(line, '\n');
		line = line ? line + 1 : NULL;
	}
	if (!line)
		return NULL;
	for (line += n + 2;; line += 2) {
		size_t rest = strcspn(line, "\n");

		buf_add_n(&b, line, rest);
		line += rest;
		if (line[0] != '\n' || line[1] != '\t')
			break;
		buf_add(&b, "\n");
	}
	return b.len ? buf_text(&b) : NULL;
}

void shape_unpack(struct row *row)
{
	const struct record *r = row->r;
	int pack = r->base ? field_find(r, r->pack) : -1;

	for (int i = record_stored(r); i < r->count; i++) {
		row->has[i] = row->has[pack];
		row->values[i] = row->values[pack] ? unpacked(row->a, row->values[pack], r->fields[i].name) : NULL;
	}
}

/* Lines of the text that no field of this shape claims stay as they are: a shape may lose a field, a record may not. */
static void keep_unknown(struct buf *b, const struct record *r, const char *text)
{
	while (text && *text) {
		size_t n = strcspn(text, "\n"), name = strcspn(text, ":\n");
		const char *end = text + n;
		bool known = false;

		while (end[0] == '\n' && end[1] == '\t')
			end += 1 + strcspn(end + 1, "\n");
		for (int i = record_stored(r); i < r->count && !known; i++)
			known = strlen(r->fields[i].name) == name && strncmp(r->fields[i].name, text, name) == 0;
		if (!known) {
			buf_add(b, b->len ? "\n" : "");
			buf_add_n(b, text, (size_t)(end - text));
		}
		text = *end ? end + 1 : end;
	}
}

void shape_pack(struct row *row)
{
	const struct record *r = row->r;
	int pack = r->base ? field_find(r, r->pack) : -1;
	struct buf b;

	if (pack < 0)
		return;
	b = buf_new(row->a);
	for (int i = record_stored(r); i < r->count; i++) {
		if (!row->values[i] || !*row->values[i])
			continue;
		buf_printf(&b, "%s%s: ", b.len ? "\n" : "", r->fields[i].name);
		for (const char *c = row->values[i]; *c; c++)
			buf_add_n(&b, *c == '\n' ? "\n\t" : c, *c == '\n' ? 2 : 1);
	}
	keep_unknown(&b, r, row->values[pack]);
	row->values[pack] = b.len ? buf_text(&b) : NULL;
}

struct row *row_worn(const struct row *row, const struct record *r)
{
	struct row *now = row_new(row->a, r);
	size_t n = (size_t)record_stored(r);

	now->id = row->id;
	now->campus = row->campus;
	now->act = row->act;
	now->withdrawn = row->withdrawn;
	now->moment = row->moment;
	now->by = row->by;
	now->by_account = row->by_account;
	now->joined_from = row->joined_from;
	now->version = row->version;
	now->whole = row->whole;
	memcpy(now->values, row->values, n * sizeof *now->values);
	memcpy(now->has, row->has, n * sizeof *now->has);
	shape_unpack(now);
	return now;
}

const struct fault *row_shaped(struct act *act, const struct row *row, const struct row **out)
{
	const struct record *r = NULL;

	*out = row;
	if (row->r->base || !row->r->shape)
		return NULL;
	TRY(row->r->shape(act, row, &r));
	*out = r ? row_worn(row, r) : row;
	return NULL;
}

const struct fault *rows_shaped(struct act *act, struct rows *rows)
{
	for (int i = 0; i < rows->count; i++) {
		const struct row *worn;

		TRY(row_shaped(act, rows->row[i], &worn));
		rows->row[i] = (struct row *)worn;
	}
	return NULL;
}
