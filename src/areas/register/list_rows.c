/* list_rows.c - the rows of a view of the register: who is on it, in what order, what stands beside them, how many of what. Three
 * or four queries whatever is asked; none a row. Draws nothing. */
#include <stdlib.h>
#include <string.h>

#include "areas/register/list.h"
#include "areas/register/queries.sql.h"
#include "base/text.h"

enum { DETAILS = 60, VIEW_PARAMS = 13 };

static const char *const *params_of(struct act *act, const struct register_view *v)
{
	const char **p = arena_array(act->a, VIEW_PARAMS, sizeof *p);

	p[0] = day_iso(act->a, v->on);
	p[1] = v->status;
	p[2] = pattern_of(act->a, v->name, false);
	p[3] = upper_of(act->a, v->name);
	p[4] = v->year;
	p[5] = text_fold(act->a, v->form);
	p[6] = v->need;
	p[7] = v->key;
	p[8] = v->flag;
	p[9] = v->review;
	p[10] = day_iso(act->a, v->on + 7);
	p[11] = day_iso(act->a, day_of(day_school_year(v->on), 9, 1));
	p[12] = *v->name || *v->year || *v->form || *v->need || *v->key || *v->flag || *v->review ? "1" : "";
	return p;
}

/* A sum of powers of 16: a digit that is not 0 is a code that is there. */
static unsigned digits_of(const char *text)
{
	int64_t n = 0;
	unsigned bits = 0;

	if (!text_to_int(text, &n))
		return 0;
	for (unsigned i = 0; n > 0; i++, n >>= 4)
		bits |= (n & 15) ? 1u << i : 0;
	return bits;
}

static unsigned fixes_of(const struct child_row *r, int count, unsigned ranks)
{
	unsigned fixes = 0, all = r->also | r->main;

	if (strcmp(r->provision, "K") != 0 && strcmp(r->provision, "E") != 0)
		return 0;
	if (!count)
		return FIX_NO_NEED;
	if (ranks != (1u << count) - 1)
		fixes |= FIX_RANKS;
	if (strcmp(r->provision, "E") == 0 && (all & 1u << choice_at(NEED_TYPES, "NSA")))
		fixes |= FIX_NSA;
	if (all & 1u << choice_at(NEED_TYPES, "BESD"))
		fixes |= FIX_HISTORIC;
	return fixes;
}

/* ---- needs: all of them in one query, found by the child's id ---- */

struct by_id { const char *pupil; struct child_row *row; int count, best; unsigned ranks; };

static int by_pupil(const void *x, const void *y)
{
	return strcmp(((const struct by_id *)x)->pupil, ((const struct by_id *)y)->pupil);
}

/* Two needs of one rank leave a gap among the ranks, since each bit is one rank. */
static void add_need(struct by_id *to, const char *type, int rank)
{
	int at = choice_at(NEED_TYPES, type);
	unsigned bit = at < 0 ? 0 : 1u << at;

	to->count++;
	to->ranks |= rank > 0 && rank < 32 ? 1u << (rank - 1) : 0;
	if (!*to->row->need || rank < to->best) {
		to->row->also |= to->row->main;
		to->row->main = bit;
		to->row->need = type;
		to->best = rank;
	} else {
		to->row->also |= bit;
	}
}

static const struct fault *read_needs(struct act *act, const struct register_view *v, struct child_rows *rows)
{
	struct by_id *index = arena_array(act->a, (size_t)rows->count + 1, sizeof *index), *to;
	struct found f;

	TRY(query_run(act, &Q_REGISTER_NEEDS, (const char *const[]){ day_iso(act->a, v->on) }, &f));
	for (int i = 0; i < rows->count; i++)
		index[i] = (struct by_id){ .pupil = rows->row[i].pupil, .row = &rows->row[i] };
	qsort(index, (size_t)rows->count, sizeof *index, by_pupil);
	for (int i = 0; i < f.rows; i++) {
		const struct by_id wanted = { .pupil = found_text(&f, i, Q_REGISTER_NEEDS_PUPIL) };

		to = bsearch(&wanted, index, (size_t)rows->count, sizeof *index, by_pupil);
		if (to)
			add_need(to, found_text(&f, i, Q_REGISTER_NEEDS_TYPE), (int)found_int(&f, i, Q_REGISTER_NEEDS_RANK));
	}
	for (int i = 0; i < rows->count; i++)
		index[i].row->fixes = fixes_of(index[i].row, index[i].count, index[i].ranks);
	return NULL;
}

static void read_child(const struct found *f, int i, struct child_row *r)
{
	*r = (struct child_row){ .pupil = found_text(f, i, Q_REGISTER_ALL_PUPIL), .upn = found_text(f, i, Q_REGISTER_ALL_UPN),
		.known_as = found_text(f, i, Q_REGISTER_ALL_KNOWN_AS), .surname = found_text(f, i, Q_REGISTER_ALL_KNOWN_SURNAME),
		.year = found_text(f, i, Q_REGISTER_ALL_YEAR), .form = found_text(f, i, Q_REGISTER_ALL_FORM),
		.form_fold = found_text(f, i, Q_REGISTER_ALL_FORM_FOLD), .provision = found_text(f, i, Q_REGISTER_ALL_PROVISION),
		.since = day_parse(found_text(f, i, Q_REGISTER_ALL_SINCE)),
		.told = day_parse(found_text(f, i, Q_REGISTER_ALL_TOLD_ON)), .told_how = found_text(f, i, Q_REGISTER_ALL_TOLD_HOW),
		.need = "", .review = day_parse(found_text(f, i, Q_REGISTER_ALL_REVIEW_ON)), .due = "", .due_title = "",
		.due_on = DAY_NONE, .key = "", .met = DAY_NONE, .attendance = -1 };
}

/* "2026-11-30 ID Review the support": day, id, title. */
static void read_due(struct arena *a, const char *text, struct child_row *r)
{
	size_t n = strcspn(text, " ");
	const char *id = text + n + (text[n] == ' '), *title = strchr(id, ' ');

	if (!title)
		return;
	r->due_on = day_parse(arena_text_n(a, text, n));
	r->due = arena_text_n(a, id, (size_t)(title - id));
	r->due_title = title + 1;
}

static void read_details(struct arena *a, const struct found *f, int i, struct child_row *r)
{
	read_due(a, found_text(f, i, Q_REGISTER_DETAILS_DUE), r);
	r->key = found_text(f, i, Q_REGISTER_DETAILS_KEYWORKER);
	r->met = day_parse(found_text(f, i, Q_REGISTER_DETAILS_MET_ON));
	r->flags = digits_of(found_text(f, i, Q_REGISTER_DETAILS_FLAGS));
	if (*found_text(f, i, Q_REGISTER_DETAILS_ATTENDANCE))
		r->attendance = (int)found_int(f, i, Q_REGISTER_DETAILS_ATTENDANCE);
}

const struct fault *register_details(struct act *act, const struct register_view *v, const struct child_rows *rows)
{
	for (int from = 0; from < rows->count; from += DETAILS) {
		const char *params[1 + DETAILS] = { day_iso(act->a, v->on) };
		int n = rows->count - from < DETAILS ? rows->count - from : DETAILS;
		struct found f;

		for (int i = 0; i < n; i++)
			params[1 + i] = rows->row[from + i].pupil;
		TRY(query_run(act, &Q_REGISTER_DETAILS, params, &f));
		for (int i = 0; i < f.rows; i++)
			for (int k = from; k < from + n; k++)
				if (strcmp(rows->row[k].pupil, found_text(&f, i, Q_REGISTER_DETAILS_PUPIL)) == 0)
					read_details(act->a, &f, i, &rows->row[k]);
	}
	return NULL;
}

/* ---- order: rows come by name, and keep that order among equals ---- */

struct sorted { struct child_row row; const char *text; int64_t number; int at; bool empty; };

static int64_t day_number(day d)
{
	return d == DAY_NONE ? INT64_MIN : d;
}

static void key_of(const char *sort, struct sorted *s)
{
	const struct child_row *r = &s->row;

	s->text = "";
	s->number = 0;
	if (strcmp(sort, "form") == 0)
		s->number = choice_at(REGISTER_YEARS, r->year) + 1, s->text = r->form_fold, s->empty = !*r->year && !*r->form;
	else if (strcmp(sort, "status") == 0)
		s->text = r->provision;
	else if (strcmp(sort, "need") == 0)
		s->text = *r->need ? need_short(r->need) : "";
	else if (strcmp(sort, "upn") == 0)
		s->text = r->upn;
	else if (strcmp(sort, "key") == 0)
		s->text = r->key;
	else if (strcmp(sort, "att") == 0)
		s->number = r->attendance < 0 ? INT64_MIN : r->attendance;
	else
		s->number = day_number(strcmp(sort, "date") == 0 ? r->due_on : strcmp(sort, "met") == 0 ? r->met :
			strcmp(sort, "since") == 0 ?
			r->since : r->review);
	s->empty = s->empty || s->number == INT64_MIN || (!s->number && !*s->text);
}

/* What is missing stands last, whichever way. */
static int by_key(const void *x, const void *y, void *down)
{
	const struct sorted *a = x, *b = y;
	int way = *(const bool *)down ? -1 : 1, differ;

	if (a->empty != b->empty)
		return a->empty ? 1 : -1;
	if (a->number != b->number)
		return a->number < b->number ? -way : way;
	differ = strcmp(a->text, b->text);
	return differ ? way * differ : a->at - b->at;
}

static void sort_rows(struct arena *a, const char *sort, struct child_rows *rows)
{
	struct sorted *all = arena_array(a, (size_t)rows->count + 1, sizeof *all);
	bool down = *sort == '-', by_name = strcmp(sort + down, "name") == 0;

	for (int i = 0; i < rows->count; i++) {
		all[i].row = rows->row[i];
		all[i].at = i;
		if (by_name)
			all[i].number = i + 1, all[i].text = "";
		else
			key_of(sort + down, &all[i]);
	}
	qsort_r(all, (size_t)rows->count, sizeof *all, by_key, &down);
	for (int i = 0; i < rows->count; i++)
		rows->row[i] = all[i].row;
}

/* Orders that only the details know. */
static bool needs_details(const char *sort)
{
	const char *key = sort + (*sort == '-');

	return strcmp(key, "date") == 0 || strcmp(key, "key") == 0 || strcmp(key, "met") == 0 || strcmp(key, "att") == 0;
}

const struct fault *register_children(struct act *act, const struct register_view *v, struct child_rows *out)
{
	struct found f;

	TRY(query_run(act, &Q_REGISTER_ALL, params_of(act, v), &f));
	out->row = arena_array(act->a, (size_t)f.rows + 1, sizeof *out->row);
	out->count = f.rows;
	for (int i = 0; i < f.rows; i++)
		read_child(&f, i, &out->row[i]);
	TRY(read_needs(act, v, out));
	if (needs_details(v->sort))
		TRY(register_details(act, v, out));
	if (strcmp(v->sort, "name") != 0)
		sort_rows(act->a, v->sort, out);
	return NULL;
}

const struct fault *register_page_of(struct act *act, const struct register_view *v, int most, const struct child_rows *all,
	struct child_rows *out)
{
	int from = most ? (v->page - 1) * most : 0;

	*out = (struct child_rows){ all->row, 0 };
	if (from >= all->count)
		return NULL;
	out->row = all->row + from;
	out->count = most && all->count - from > most ? most : all->count - from;
	return needs_details(v->sort) ? NULL : register_details(act, v, out);
}

/* ---- counts ---- */

void register_count(const struct child_rows *all, struct register_totals *out)
{
	*out = (struct register_totals){ .children = all->count, .watched = -1, .roll = -1 };
	for (int i = 0; i < all->count; i++) {
		const struct child_row *r = &all->row[i];
		int need = choice_at(NEED_TYPES, r->need), year = choice_at(REGISTER_YEARS, r->year);

		out->need[need < 0 ? NEED_COUNT : need]++;
		out->year[year < 0 ? YEAR_COUNT : year]++;
		out->k += *r->provision == 'K';
		out->e += *r->provision == 'E';
		out->fixes += r->fixes != 0;
	}
}

const struct fault *register_beside(struct act *act, const struct register_view *v, bool roll, struct register_totals *out)
{
	const char *const on[] = { day_iso(act->a, v->on) };
	int64_t n;

	TRY(query_number(act, &Q_WATCHED, on, &n));
	out->watched = (int)n;
	if (!roll)
		return NULL;
	TRY(query_number(act, &Q_ROLL, on, &n));
	out->roll = (int)n;
	return NULL;
}
