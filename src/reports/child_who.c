/* child_who.c - who can see this child and why: worked out from the matrix, the roles held today and the relations in force today,
 * the same three that the gate reads. Shown to those who may read who holds which role here. Not here: what anybody did see (the
 * journal). */
#include <stdlib.h>
#include <string.h>

#include "areas/accounts/area.h"
#include "areas/door/area.h"
#include "areas/people/area.h"
#include "areas/register/area.h"
#include "record/story.h"
#include "reports/child.h"
#include "reports/queries.sql.h"

/* People who hold one role and come to the child in one way. */
struct group {
	const char *role, *why;
	int number;                   /* of the role in the matrix */
	bool own;                     /* the child is theirs by a relation */
	struct buf names;
	int people, kinds;            /* kinds: how much they see, for sorting */
};

struct who { struct group *list; int count, without; /* staff who come to the child and have no account */ };

bool child_sees_roles(const struct req *rq)
{
	const struct house *h = rq->act->house;
	int row = h->matrix_rows[record_number(h, &ROLE_HELD)];

	for (int i = 0; i < rq->act->who->held_count; i++)
		if (strcmp(rq->act->who->held[i].campus, rq->act->campus) == 0 &&
		    matrix_allows(h->matrix, row, rq->act->who->held[i].role, SCOPE_CAMPUS, right_bit(RIGHT_READ)))
			return true;
	return false;
}

static bool about_child(const struct record *r)
{
	return (r->about || (r->is & IS_PUPIL)) && r != &CASE_GRANT && r != &CONFLICT && r != &LINK;
}

/* What a grant of this group reaches: 0 nothing, 1 in part, 2 the whole record. */
static int reach(const struct req *rq, const struct group *g, const struct record *r, unsigned *rights)
{
	const struct house *h = rq->act->house;
	const struct matrix_cell *cell = matrix_cell(h->matrix, h->matrix_rows[record_number(h, r)], g->number);
	int best = 0;

	for (int i = 0; i < cell->count; i++) {
		const struct grant *grant = &cell->grants[i];

		if (grant->scope != SCOPE_CAMPUS && grant->scope != SCOPE_GROUP && !(g->own && grant->scope == SCOPE_PUPIL))
			continue;
		*rights |= grant->rights;
		if (grant->rights & right_bit(RIGHT_READ))
			best = !grant->view ? 2 : best ? best : 1;
	}
	return best;
}

static void add_word(struct buf *b, const char *word, int n, int most)
{
	if (n < most)
		buf_printf(b, "%s%s", n ? ", " : "", word);
}

/* "Children, needs, notes and 9 more; in part: contacts" */
static const char *sees_words(struct req *rq, struct group *g, int most)
{
	struct buf whole = buf_new(rq->a), part = buf_new(rq->a);
	int n = 0, parts = 0, all = 0;

	for (int tier = T5; tier >= T0; tier--) /* what is most private is named first */
		for (int i = 0; i < rq->act->house->count; i++) {
			const struct record *r = rq->act->house->records[i];
			unsigned rights = 0;
			int got = about_child(r) && (int)r->tier == tier ? reach(rq, g, r, &rights) : 0;

			all += about_child(r) && (int)r->tier == tier;
			if (got == 2)
				add_word(&whole, r->plural, n++, most);
			else if (got == 1)
				add_word(&part, r->plural, parts++, most);
		}
	g->kinds = 2 * n + parts;
	if (n == all)
		return "Everything recorded here";
	if (n > most)
		buf_printf(&whole, " and %d more", n - most);
	if (parts)
		buf_printf(&whole, "%s%s", n ? "; in part: " : "In part: ", buf_text(&part));
	if (parts > most)
		buf_printf(&whole, " and %d more", parts - most);
	return whole.len ? buf_text(&whole) : "Nothing";
}

static struct group *group_of(struct who *w, const char *role, const char *why)
{
	for (int i = 0; i < w->count; i++)
		if (strcmp(w->list[i].role, role) == 0 && strcmp(w->list[i].why, why) == 0)
			return &w->list[i];
	return NULL;
}

static void join(struct req *rq, struct who *w, const char *role, const char *why, const char *name, bool own)
{
	struct group *g = group_of(w, role, why);

	if (!g) {
		g = &w->list[w->count++];
		*g = (struct group){ .role = role, .why = why, .number = matrix_role(rq->act->house->matrix, role), .own = own,
			.names = buf_new(rq->a) };
	}
	buf_printf(&g->names, "%s%s", g->people++ ? ", " : "", name);
}

static const char *relation_why(const struct related *list, int count, const char *role, const char *staff)
{
	for (int i = 0; *staff && i < count; i++)
		if (strcmp(list[i].relation->role, role) == 0 && strcmp(list[i].staff, staff) == 0)
			return list[i].relation->why;
	return NULL;
}

static int by_kinds(const void *a, const void *b)
{
	const struct group *x = a, *y = b;

	return x->own != y->own ? y->own - x->own : y->kinds - x->kinds;
}

/* Who sees nothing is left out; whose own the child is stands first, then who sees most. */
static void sort_groups(struct req *rq, struct who *w)
{
	int n = 0;

	for (int i = 0; i < w->count; i++) {
		sees_words(rq, &w->list[i], 1);
		if (w->list[i].kinds)
			w->list[n++] = w->list[i];
	}
	w->count = n;
	qsort(w->list, (size_t)n, sizeof *w->list, by_kinds);
}

static const struct fault *work_out(struct req *rq, const struct child *c, struct who *out)
{
	struct found f;
	struct related *related;
	int count;

	TRY(query_run(rq->act, &Q_ROLE_HOLDERS, (const char *const[]){ day_iso(rq->a, rq->act->today) }, &f));
	TRY(record_related(rq->act, c->id, &related, &count));
	*out = (struct who){ .list = arena_array(rq->a, (size_t)f.rows + 1, sizeof *out->list) };
	for (int own = 1; own >= 0; own--)
		for (int i = 0; i < f.rows; i++) {
			const char *role = found_text(&f, i, Q_ROLE_HOLDERS_ROLE), *label = choice_label(ROLES, role);
			const char *why = relation_why(related, count, role, found_text(&f, i, Q_ROLE_HOLDERS_STAFF));

			if ((why != NULL) == own)
				join(rq, out, role, why ? arena_printf(rq->a, "%s: %s", label, why) : arena_printf(rq->a,
					"%s of this school", label), found_text(&f, i, Q_ROLE_HOLDERS_NAME), own);
		}
	for (int k = 0; k < count; k++) {
		bool known = false;

		for (int i = 0; i < f.rows; i++)
			known = known || strcmp(found_text(&f, i, Q_ROLE_HOLDERS_STAFF), related[k].staff) == 0;
		for (int i = 0; i < k; i++)
			known = known || strcmp(related[i].staff, related[k].staff) == 0;
		out->without += !known;
	}
	sort_groups(rq, out);
	return NULL;
}

static void group_row(struct req *rq, struct ui *ui, struct group *g, int most)
{
	ui_row(ui);
	ui_cell(ui, g->people > most ? arena_printf(rq->a, "%d people", g->people) : buf_text(&g->names));
	ui_cell(ui, sees_words(rq, g, most > 6 ? 12 : 4));
	ui_cell(ui, g->why);
	ui_row_end(ui);
}

static const struct ui_column COLUMNS[] = { { "Who", .width = 30 }, { "What they see", .phone = UI_BARE, .width = 42 },
	{ "Why", .phone = UI_BARE },
	{ NULL } };

const struct fault *child_who_panel(struct req *rq, struct ui *ui, const struct panel *p)
{
	const struct child *c = rq->prepared;
	struct who w;

	(void)p;
	if (!child_sees_roles(rq))
		return NULL;
	TRY(work_out(rq, c, &w));
	ui_panel(ui, &(struct ui_panel){ .title = arena_printf(rq->a, "Who can see %s, and why", c->first), .count = -1,
		.plain = true, .link = "Every person and every right", .href = arena_printf(rq->a, "%s/who", c->base) });
	ui_table(ui, &(struct ui_table){ .caption = "Who can see this child, and why", .columns = COLUMNS });
	for (int i = 0; i < w.count && i < 7; i++)
		group_row(rq, ui, &w.list[i], 3);
	ui_table_end(ui);
	ui_panel_end(ui);
	return NULL;
}

/* ---- every person, every right ---- */

static void rights_table(struct req *rq, struct ui *ui, const struct group *g)
{
	static const struct ui_column RIGHTS_COLUMNS[] = { { "Record" }, { "How much", .phone = UI_LEAD },
		{ "May", .phone = UI_BARE }, { NULL } };

	ui_table(ui, &(struct ui_table){ .caption = g->why, .columns = RIGHTS_COLUMNS });
	for (int i = 0; i < rq->act->house->count; i++) {
		const struct record *r = rq->act->house->records[i];
		unsigned rights = 0;
		int got = about_child(r) ? reach(rq, g, r, &rights) : 0;

		if (!rights)
			continue;
		ui_row(ui);
		ui_cell(ui, r->plural);
		ui_cell(ui, got == 2 ? "All of it" : got == 1 ? "In part" : "");
		ui_cell(ui, rights_words(rq->a, rights));
		ui_row_end(ui);
	}
	ui_table_end(ui);
}

static const struct fault *draw_grants(struct req *rq, struct ui *ui, const struct child *c)
{
	static const struct ui_column GRANTS[] = { { "Who" }, { "What", .phone = UI_BARE }, { "Why", .phone = UI_BARE },
		{ "Until" }, { NULL } };
	struct found f;

	TRY(query_run(rq->act, &Q_CHILD_GRANTS, (const char *const[]){ c->id, day_iso(rq->a, rq->act->today) }, &f));
	if (!f.rows)
		return NULL;
	ui_panel(ui, &(struct ui_panel){ .title = "By a grant for this child alone", .count = f.rows, .plain = true });
	ui_table(ui, &(struct ui_table){ .caption = "By a grant for this child alone", .columns = GRANTS });
	for (int i = 0; i < f.rows; i++) {
		const struct record *r = record_find(rq->act->house, found_text(&f, i, Q_CHILD_GRANTS_RECORD));

		ui_row(ui);
		ui_cell(ui, found_text(&f, i, Q_CHILD_GRANTS_NAME));
		ui_cell(ui, r ? r->plural : found_text(&f, i, Q_CHILD_GRANTS_RECORD));
		ui_cell(ui, found_text(&f, i, Q_CHILD_GRANTS_PURPOSE));
		ui_cell(ui, day_long(rq->a, day_parse(found_text(&f, i, Q_CHILD_GRANTS_UNTIL))));
		ui_row_end(ui);
	}
	ui_table_end(ui);
	ui_panel_end(ui);
	return NULL;
}

const struct fault *child_who(struct req *rq, struct ui *ui)
{
	struct child c;
	struct who w;

	if (!child_sees_roles(rq))
		return FAULT(rq->a, FAULT_NONE, "may not read who holds which role");
	TRY(child_head(rq, ui, "/who", "Who can see this child, and why", &c));
	TRY(work_out(rq, &c, &w));
	ui_para(ui, "Worked out from the access rules, the roles held today and who works with the child today. Own pupils end with "
		"the relationship: the day a class or a caseload ends, so does this.");
	ui_table(ui, &(struct ui_table){ .caption = "Who can see this child, and why", .columns = COLUMNS });
	for (int i = 0; i < w.count; i++)
		group_row(rq, ui, &w.list[i], 400);
	ui_table_end(ui);
	if (w.without)
		ui_para(ui, arena_printf(rq->a, "%d more staff teach or support %s and have no account here: they see nothing.",
			w.without, c.first));
	TRY(draw_grants(rq, ui, &c));
	ui_heading(ui, "Every right");
	for (int i = 0; i < w.count; i++) {
		ui_details(ui, w.list[i].why);
		rights_table(rq, ui, &w.list[i]);
		ui_details_end(ui);
	}
	ui_small(ui, "Nobody sees safeguarding records here but the safeguarding lead and those she names. Those who run the "
		"computers read no child’s words at all.");
	return NULL;
}
