/* words.c - changes of a plan as people read them: label, was, now, and what will be done. */
#include <string.h>

#include "areas/intake/pages.h"
#include "base/text.h"
#include "doc/write.h"

static const char *value_words(struct arena *a, const struct field *f, const char *value)
{
	if (!value || !*value)
		return "";
	switch (f->type) {
	case F_CHOICE: return choice_label(f->choices, value);
	case F_DATE: return day_long(a, day_parse(value));
	case F_YESNO: return strcmp(value, "1") == 0 ? "Yes" : "No";
	case F_REF: return "";
	default: return value;
	}
}

static bool swapped(const char *ours, const char *theirs)
{
	int y1, m1, d1, y2, m2, d2;
	day a = day_parse(ours), b = day_parse(theirs);

	if (a == DAY_NONE || b == DAY_NONE)
		return false;
	day_parts(a, &y1, &m1, &d1);
	day_parts(b, &y2, &m2, &d2);
	return y1 == y2 && m1 == d2 && d1 == m2 && m1 != d1;
}

const char *fact_words(struct arena *a, const char *fact)
{
	if (strcmp(fact, "register_status.provision") == 0)
		return "SEN status";
	if (strcmp(fact, "need.type") == 0)
		return "Needs";
	return arena_text(a, fact);
}

/* A row that is added to a child we know is one line: what it is and its main words. */
static void added_line(struct arena *a, const struct change *c, struct fact_line *line)
{
	struct buf b = buf_limit(a, 160);
	const char *value;

	for (int i = 0; i < c->r->count; i++) {
		const struct field *f = &c->r->fields[i];

		if (field_sealed(c->r, i) || f->type == F_REF || (c->r->from && strcmp(f->name, c->r->from) == 0))
			continue;
		value = value_words(a, f, c->value[i]);
		if (*value && b.len < 90)
			buf_printf(&b, "%s%s", b.len ? " · " : "", value);
	}
	*line = (struct fact_line){ .label = c->r->title, .now = "", .theirs = b.len ? buf_text(&b) : "New", .remark = "Add" };
}

int plan_facts(struct arena *a, const struct change *c, struct fact_line **lines)
{
	int n = 0;

	*lines = arena_array(a, (size_t)c->r->count + 1, sizeof **lines);
	if (c->kind == CHANGE_ASK) {
		**lines = (struct fact_line){ fact_words(a, c->fact), c->now, c->theirs, "Kept as recorded; goes to your list", true, false };
		return 1;
	}
	if (c->kind == CHANGE_ADD) {
		added_line(a, c, *lines);
		return 1;
	}
	for (int i = 0; i < c->r->count; i++) {
		const struct field *f = &c->r->fields[i];
		struct fact_line *line = &(*lines)[n];

		if (!c->value[i])
			continue;
		line->label = f->label;
		line->now = value_words(a, f, row_text(c->was, i));
		line->theirs = value_words(a, f, c->value[i]);
		line->remark = c->kind == CHANGE_END ? "Ends" : "Save";
		if (strcmp(f->name, "surname") == 0)
			line->remark = "Save; the old name stays findable";
		line->check = f->type == F_DATE && swapped(row_text(c->was, i), c->value[i]);
		n++;
	}
	return n;
}

const char *plan_child(const struct plan *p, const struct change *c)
{
	return c->child >= 0 ? p->child[c->child].name : "";
}

void plan_csv(struct buf *out, const struct plan *p, const struct change *c)
{
	struct fact_line *lines;
	int n = plan_facts(out->a, c, &lines);

	for (int i = 0; i < n; i++) {
		const char *cells[] = { arena_printf(out->a, "%d", c->row), plan_child(p, c), lines[i].label, lines[i].now, lines[i].theirs,
			lines[i].remark };

		csv_row(out, cells, 6);
	}
}

const char *plan_status_words(struct arena *a, const struct plan *p, int child)
{
	struct buf b = buf_new(a);
	const char *status = "No SEN";

	for (int i = 0; i < p->changes; i++) {
		const struct change *c = p->change[i];
		int type;

		if (c->child != child || c->kind != CHANGE_ADD)
			continue;
		if (strcmp(c->r->name, "register_status") == 0 && !c->value[field_find(c->r, "until")])
			status = strcmp(c->value[field_find(c->r, "provision")], "E") == 0 ? "E: EHC plan" : "K: SEN support";
		type = strcmp(c->r->name, "need") == 0 ? field_find(c->r, "type") : -1;
		if (type >= 0 && c->value[type])
			buf_printf(&b, " · %s", c->value[type]);
	}
	return arena_printf(a, "%s%s", status, buf_text(&b));
}
