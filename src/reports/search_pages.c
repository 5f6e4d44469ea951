/* search_pages.c - the page behind the search box. It finds nothing itself: it asks record/search and says what each hit is. */
#include <string.h>

#include "base/buf.h"
#include "base/text.h"
#include "reports/derive.h"
#include "reports/search.tmpl.h"

enum { CONTEXT_LETTERS = 220 };

static const char *found_words(enum found_by by)
{
	return by == BY_SOUND ? " \u00b7 sounds like it" : by == BY_SLIP ? " \u00b7 spelt nearly so" : "";
}

static const char *label_of(struct arena *a, const struct row *row, const char *field)
{
	int i = field_find(row_record(row), field);

	return i >= 0 ? row_show(a, row, i) : "";
}

/* Year and form of the children found, in one query. */
static const struct fault *enrolments(struct req *rq, const struct search *s, struct rows *out)
{
	const struct record *r = record_find(rq->act->house, "enrolment");
	struct buf ids = buf_new(rq->a);

	*out = (struct rows){ 0 };
	for (int i = 0; i < s->people_count; i++) {
		if (!(s->people[i].r->is & IS_PUPIL))
			continue;
		buf_add(&ids, ids.len ? " " : "");
		buf_add(&ids, s->people[i].id);
	}
	if (!r || !ids.len)
		return NULL;
	return record_list(rq->act, r, &(struct ask){ .where = { { field_find(r, r->about), ANY_OF, buf_text(&ids) } },
		.clear_only = true, .as_at = day_iso(rq->a, rq->act->today) }, out);
}

static const char *child_line(struct req *rq, const struct row *child, const struct rows *enrolled)
{
	for (int i = 0; i < enrolled->count; i++) {
		const struct row *e = enrolled->row[i];
		const char *form = label_of(rq->a, e, "form"), *year = label_of(rq->a, e, "year");

		if (strcmp(row_about(e), row_id(child)) != 0)
			continue;
		return *year && *form ? arena_printf(rq->a, "%s \u00b7 %s", year, form) : *year ? year : form;
	}
	return "Not on roll today";
}

static struct person_view person(struct req *rq, const struct hit *h, const struct rows *enrolled, const struct titles *children)
{
	struct person_view p = { .name = row_title(rq->a, h->row), .href = "" };
	const char *what;

	if (h->r->is & IS_PUPIL) {
		what = child_line(rq, h->row, enrolled);
		p.href = records_child_href(rq, h->id);
	} else if (h->r->is & IS_STAFF) {
		const char *post = label_of(rq->a, h->row, "post");

		what = *post ? arena_printf(rq->a, "%s \u00b7 %s", h->r->title, post) : h->r->title;
		p.href = arena_printf(rq->a, "/records/%s/%s", h->r->name, h->id);
	} else {
		int about = field_find(h->r, h->r->about), relation = field_find(h->r, "relationship");

		what = arena_printf(rq->a, "%s of %s", relation >= 0 && *row_text(h->row, relation) ? row_show(rq->a, h->row,
			relation) : h->r->title, titles_find(children, row_text(h->row, about), "another pupil"));
		p.href = records_child_href(rq, row_about(h->row));
	}
	if (h->field >= 0)
		what = arena_printf(rq->a, "%s \u00b7 %s: %s", what, h->r->fields[h->field].label,
			row_show(rq->a, h->row, h->field));
	p.what = arena_printf(rq->a, "%s%s", what, found_words(h->by));
	return p;
}

/* Of a text that packs a shape's fields, a line a field, the line with most of the words, without the field's name
 * (record/shape.h). */
static const char *best_line(struct req *rq, const struct search *s, const char *packed)
{
	const char *best = packed;
	int most = -1;

	for (const char *line = packed; *line;) {
		size_t length = strcspn(line, "\n");
		const char *text, *value;
		int n;

		while (line[length] && line[length + 1] == '\t')
			length += 1 + strcspn(line + length + 1, "\n");
		text = arena_text_n(rq->a, line, length);
		value = strstr(text, ": ");
		n = __builtin_popcount(search_in_text(rq->a, s->terms, s->term_count, text));
		if (value && n > most) {
			most = n;
			best = value + 2;
		}
		line += length + (line[length] != '\0');
	}
	return best;
}

/* The field with most of the words found: that is what the person looks for. */
static const char *best_text(struct req *rq, const struct search *s, const struct row *row)
{
	const struct record *r = row_record(row);
	const char *best = "";
	int most = -1;

	for (int i = 0; i < r->count; i++) {
		int n;

		if (!(r->fields[i].flags & SEARCH) || !*row_text(row, i))
			continue;
		n = __builtin_popcount(search_in_text(rq->a, s->terms, s->term_count, row_text(row, i)));
		if (n > most) {
			most = n;
			best = r->pack && strcmp(r->fields[i].name, r->pack) == 0 ? best_line(rq, s, row_text(row, i)) :
				row_text(row, i);
		}
	}
	return best;
}

static struct record_view record_of(struct req *rq, const struct search *s, const struct hit *h, const struct titles *children)
{
	int about = field_find(h->r, h->r->about);
	const char *when = strlen(h->when) > 10 ? moment_long(rq->a, h->when) : day_long(rq->a, day_parse(h->when));

	return (struct record_view){
		.title = arena_printf(rq->a, "%s: %s", titles_find(children, row_text(h->row, about), "Another pupil"),
			h->r->title),
		.what = when, .href = arena_printf(rq->a, "/records/%s/%s", h->r->name, h->id),
		.pieces = search_context(rq->a, s, best_text(rq, s, h->row), CONTEXT_LETTERS),
	};
}

static int page_asked(const struct req *rq, int total)
{
	int64_t n = 1;
	int last = (total + UI_PER_PAGE - 1) / UI_PER_PAGE;

	if (!text_to_int(rq_param(rq, "page"), &n) || n < 1)
		n = 1;
	return n > last ? last > 0 ? last : 1 : (int)n;
}

/* Names of the children that contacts and records of this page are about, in one query. */
static const struct fault *children_of(struct req *rq, const struct search_view *v, int from, struct titles *out)
{
	const char **ids = arena_array(rq->a, (size_t)v->s.people_count + UI_PER_PAGE + 1, sizeof *ids);
	int n = 0;

	for (int i = 0; i < v->s.people_count; i++)
		if (!(v->s.people[i].r->is & IS_PUPIL) && *row_about(v->s.people[i].row))
			ids[n++] = row_about(v->s.people[i].row);
	for (int i = from; i < v->s.record_count && i < from + UI_PER_PAGE; i++)
		if (v->s.records[i].row)
			ids[n++] = row_about(v->s.records[i].row);
	return titles_load(rq, record_find(rq->act->house, "pupil"), ids, n, out);
}

static const struct fault *fill(struct req *rq, struct search_view *v)
{
	int from;
	struct rows enrolled;
	struct titles children;

	v->page = page_asked(rq, v->s.record_count);
	from = (v->page - 1) * UI_PER_PAGE;
	TRY(search_show(rq->act, &v->s, from, UI_PER_PAGE));
	TRY(enrolments(rq, &v->s, &enrolled));
	TRY(children_of(rq, v, from, &children));
	v->people = arena_array(rq->a, (size_t)v->s.people_count + 1, sizeof *v->people);
	v->records = arena_array(rq->a, UI_PER_PAGE, sizeof *v->records);
	for (int i = 0; v->page == 1 && i < v->s.people_count; i++)
		v->people[v->people_count++] = person(rq, &v->s.people[i], &enrolled, &children);
	for (int i = from; i < v->s.record_count && i < from + UI_PER_PAGE; i++)
		if (v->s.records[i].row)
			v->records[v->record_count++] = record_of(rq, &v->s, &v->s.records[i], &children);
	v->nothing = v->s.term_count && !v->s.people_count && !v->s.record_count;
	return NULL;
}

const struct fault *search_page(struct req *rq, struct ui *ui)
{
	struct search_view v = { .page = 1 };
	const char *q = rq_param(rq, "q");

	TRY(search_all(rq->act, q ? q : "", &v.s));
	v.here = ui_with(rq->a, "/search", "q", v.s.typed);
	TRY(fill(rq, &v));
	return tmpl_search(ui, &v);
}
