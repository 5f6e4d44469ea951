/* words.c - changes of a plan as people read them: label, was, now, and what will be done. */
#include <stdlib.h>
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

/* "3 sessions a week", "until 19 December 2025": a number or a date says nothing without its label. */
static const char *labelled(struct arena *a, const struct field *f, const char *value)
{
	const char *words = value_words(a, f, value);

	if (!*words)
		return "";
	if (strcmp(f->name, "months") == 0) {
		int64_t months = strtol(value, NULL, 10);

		return arena_printf(a, "%lld years %lld months", (long long)months / 12, (long long)months % 12);
	}
	if (f->type == F_YESNO)
		return strcmp(value, "1") == 0 ? arena_text(a, f->label) : "";
	if (f->type == F_NUMBER || f->type == F_DATE || f->type == F_PENCE)
		return arena_printf(a, "%s %s", f->label, words);
	return words;
}

static bool part_of_name(const struct field *f)
{
	return strcmp(f->name, "title") == 0 || strcmp(f->name, "forename") == 0;
}

/* A row that is added to a child we know is one line: what it is and its main words. */
static void added_line(struct arena *a, const struct change *c, struct fact_line *line)
{
	struct buf b = buf_limit(a, 400);
	const char *value, *between = "";

	for (int i = 0; i < c->r->count; i++) {
		const struct field *f = &c->r->fields[i];

		if (field_sealed(c->r, i) || f->type == F_REF || (c->child >= 0 && c->r->from && strcmp(f->name, c->r->from) == 0))
			continue;
		value = labelled(a, f, c->value[i]);
		if (!*value || b.len > 140)
			continue;
		buf_printf(&b, "%s%s", between, text_shorten(a, value, 80));
		between = part_of_name(f) ? " " : " · ";
	}
	*line = (struct fact_line){ .label = c->r->title, .now = "", .theirs = b.len ? buf_text(&b) : "New", .remark = "Add" };
}

int plan_facts(struct arena *a, const struct change *c, struct fact_line **lines)
{
	int n = 0;

	*lines = arena_array(a, (size_t)c->r->count + 1, sizeof **lines);
	if (c->kind == CHANGE_ASK) {
		**lines = (struct fact_line){ fact_words(a, c->fact), c->now, c->theirs, "Kept as recorded; goes to your list",
			true, false };
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
		const char *cells[] = { arena_printf(out->a, "%d", c->row), plan_child(p, c), lines[i].label, lines[i].now,
			lines[i].theirs, lines[i].remark };

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

static const char *const OTHERS[][3] = {
	{ "staff", "member of staff", "members of staff" }, { "class", "class", "classes" }, { "teaching", "teacher of a class",
		"teachers of classes" },
	{ "holiday", "term or holiday", "terms and holidays" },
};

const char *others_words(struct arena *a, const struct plan *p)
{
	struct buf b = buf_new(a);
	int left = p->others;

	for (size_t k = 0; k < sizeof OTHERS / sizeof *OTHERS; k++) {
		int n = 0;

		for (int i = 0; i < p->changes; i++)
			n += p->change[i]->child < 0 && (p->change[i]->kind == CHANGE_ADD || p->change[i]->kind == CHANGE_SET) &&
			     strcmp(p->change[i]->r->name, OTHERS[k][0]) == 0;
		if (n)
			buf_printf(&b, "%s%d %s", b.len ? ", " : "", n, OTHERS[k][n == 1 ? 1 : 2]);
		left -= n;
	}
	if (left > 0)
		buf_printf(&b, "%s%d other row%s", b.len ? ", " : "", left, left == 1 ? "" : "s");
	return buf_text(&b);
}

const char *plan_sum(struct arena *a, const struct plan *p)
{
	struct buf b = buf_new(a);

	if (p->new_children)
		buf_printf(&b, "%d new %s", p->new_children, p->new_children == 1 ? "child" : "children");
	if (p->changed_children)
		buf_printf(&b, "%s%d %s changed", b.len ? ", " : "", p->changed_children, p->changed_children == 1 ? "child" :
			"children");
	if (p->others)
		buf_printf(&b, "%s%s", b.len ? ", " : "", others_words(a, p));
	if (p->asks)
		buf_printf(&b, "%s%d %s for you to decide", b.len ? ", " : "", p->asks, p->asks == 1 ? "difference" :
			"differences");
	return b.len ? buf_text(&b) : "nothing was new";
}
