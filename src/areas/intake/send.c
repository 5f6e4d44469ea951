/* send.c - what the SENCO owns: status and needs. Taken from a file where we hold nothing; where we hold something else, it is
 * asked and nothing changes. A child whose status ended with us is the SENCO's decision too. */
#include <string.h>

#include "areas/intake/parts.h"
#include "base/buf.h"
#include "base/text.h"

static const struct fault *statuses_of(struct making *m, const struct child *c, struct row **now, int *count)
{
	const char *today = day_iso(m->p->a, m->h.act->today);
	struct row **rows;

	*now = NULL;
	TRY(have_of(&m->h, "register_status", c->ours ? row_id(c->ours) : "", &rows, count));
	for (int i = 0; i < *count; i++)
		if (in_force(rows[i], today))
			*now = rows[i];
	return NULL;
}

static struct change *add_status(struct making *m, int n, int row, const char *provision, const char *from, const char *until)
{
	struct change *c = plan_add(m, "register_status", n, row);
	const char *today = day_iso(m->p->a, m->h.act->today);

	put_value(c, "provision", provision);
	put_value(c, "from", from && *from && strcmp(from, today) <= 0 ? from : today);
	put_value(c, "until", until);
	put_value(c, "parents_told_how", "previous");
	put_value(c, "source", source_code(m));
	return c;
}

static const char *status_words(const char *code)
{
	return strcmp(code, "K") == 0 ? "K, SEN support" : strcmp(code, "E") == 0 ? "E, EHC plan" : "N, no SEN";
}

/* Episodes as a transfer file tells them, where we hold none. */
static int add_history(struct making *m, int n)
{
	const struct intake_table *t = intake_table(m->p->in, TABLE_SEN_HISTORY);
	const char *today = day_iso(m->p->a, m->h.act->today);
	int added = 0;

	for (int i = 0; t && i < t->rows; i++) {
		const struct intake_row *r = &t->row[i];
		const char *status = intake_get(t, r, FIELD_SEN_STATUS), *until = intake_get(t, r, FIELD_SEN_END);

		if (r->pupil != n || r->rejected || r->repeat || !status || strcmp(status, "N") == 0 ||
			!intake_get(t, r, FIELD_SEN_START))
			continue;
		if (!strchr("KE", *status) && !until)
			continue;
		if (until && strcmp(until, today) > 0)
			until = NULL;
		add_status(m, n, r->row, status, intake_get(t, r, FIELD_SEN_START), until);
		added++;
	}
	return added;
}

/* An old register knows the next review: taken where none is written down here. A day long past is no next review. */
static void add_review(struct making *m, int n, struct row *now, int row, const char *next)
{
	if (!next || *has(now, "review_on") || strcmp(has(now, "provision"), "K") != 0)
		return;
	if (strcmp(next, day_iso(m->p->a, m->h.act->today)) < 0)
		return;
	put_value(plan_set(m, now, n, row), "review_on", next);
}

static const struct fault *plan_status(struct making *m, int n, const struct intake_table *t, const struct intake_row *r)
{
	struct child *c = &m->p->child[n];
	const char *theirs = intake_get(t, r, FIELD_SEN_STATUS), *ours;
	struct row *now;
	int count;

	TRY(statuses_of(m, c, &now, &count));
	if (!count && add_history(m, n))
		return NULL;
	if (!theirs)
		return NULL;
	ours = now ? has(now, "provision") : "N";
	if (strcmp(ours, theirs) == 0) {
		if (now)
			add_review(m, n, now, r->row, intake_get(t, r, FIELD_NEXT_REVIEW));
		return NULL;
	}
	if (!count) {
		struct change *s = add_status(m, n, r->row, theirs, intake_get(t, r, FIELD_SEN_START), NULL);

		put_value(s, "review_on", intake_get(t, r, FIELD_NEXT_REVIEW));
		return NULL;
	}
	plan_ask(m, n, r->row, "register_status.provision", status_words(ours), status_words(theirs));
	return NULL;
}

static const char *need_list(struct arena *a, struct row **rows, int count)
{
	struct buf b = buf_new(a);

	for (int i = 0; i < count; i++)
		buf_printf(&b, "%s%s", i ? ", " : "", has(rows[i], "type"));
	return buf_text(&b);
}

static const char *their_list(struct arena *a, const struct intake_row *r)
{
	struct buf b = buf_new(a);

	for (int i = 0; i < r->needs; i++)
		if (r->need[i].code)
			buf_printf(&b, "%s%s", b.len ? ", " : "", r->need[i].code);
	return buf_text(&b);
}

static bool same_needs(struct row **rows, int count, const struct intake_row *r)
{
	int found = 0, theirs = 0;

	for (int i = 0; i < r->needs; i++) {
		bool have = false;

		if (!r->need[i].code || r->need[i].until)
			continue;
		theirs++;
		for (int j = 0; j < count; j++)
			have = have || strcmp(has(rows[j], "type"), r->need[i].code) == 0;
		found += have;
	}
	return theirs == found && theirs == count;
}

/* A file with a column for the main need alone says nothing of the others. */
static bool same_main_need(struct row **rows, int count, const struct intake_row *r)
{
	if (r->needs != 1 || r->need[0].rank != 1 || !r->need[0].code)
		return false;
	for (int i = 0; i < count; i++)
		if (strcmp(has(rows[i], "rank"), "1") == 0)
			return strcmp(has(rows[i], "type"), r->need[0].code) == 0;
	return false;
}

static void add_need(struct making *m, int n, const struct intake_row *r, const struct intake_need *need, int rank)
{
	struct change *c = plan_add(m, "need", n, r->row);
	const char *today = day_iso(m->p->a, m->h.act->today);

	put_value(c, "type", need->code);
	put_value(c, "rank", arena_printf(m->p->a, "%d", rank));
	put_value(c, "from", need->from && strcmp(need->from, today) <= 0 ? need->from : today);
	put_value(c, "until", need->until);
	put_value(c, "identified_how", "previous");
	put_value(c, "provenance", source_code(m));
}

static bool main_need_only(const struct making *m)
{
	for (int i = 0; i < m->p->in->headings; i++) {
		const char *f = m->p->in->heading[i].field;

		if (strcmp(f, intake_field_name(FIELD_NEEDS)) == 0 || strcmp(f, intake_field_name(FIELD_NEED_2)) == 0)
			return false;
	}
	return m->p->in->headings > 0;
}

static const struct fault *plan_needs(struct making *m, int n, const struct intake_row *r)
{
	struct child *c = &m->p->child[n];
	const char *today = day_iso(m->p->a, m->h.act->today);
	struct row **rows, **now;
	int count, current = 0, rank = 0;

	if (!r->needs)
		return NULL;
	TRY(have_of(&m->h, "need", c->ours ? row_id(c->ours) : "", &rows, &count));
	now = arena_array(m->p->a, (size_t)count + 1, sizeof *now);
	for (int i = 0; i < count; i++)
		if (in_force(rows[i], today))
			now[current++] = rows[i];
	if (!count) {
		for (int i = 0; i < r->needs; i++)
			if (r->need[i].code)
				add_need(m, n, r, &r->need[i], ++rank);
	} else if (*their_list(m->p->a, r) && !same_needs(now, current, r) &&
		!(main_need_only(m) && same_main_need(now, current, r))) {
		plan_ask(m, n, r->row, "need.type", need_list(m->p->a, now, current), their_list(m->p->a, r));
	}
	return NULL;
}

/* Words from an old register become notes, strengths and strategies, once: the same words again are nothing new. */
static const struct fault *plan_words(struct making *m, int n, const struct intake_table *t, const struct intake_row *r)
{
	static const struct { enum intake_field from; const char *record, *kind; } WORDS[] = {
		{ FIELD_SEN_NOTES, "note", "import" }, { FIELD_STRENGTHS, "strength", NULL }, { FIELD_STRATEGIES, "strategy",
			"helps" },
	};
	struct child *c = &m->p->child[n];
	const char *today = day_iso(m->p->a, m->h.act->today);

	for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++) {
		const char *text = intake_get(t, r, WORDS[i].from);
		struct change *add;
		struct row **rows;
		int count;

		if (!text || text_blank(text))
			continue;
		/* Held words are sealed, so they are compared by there being any from a file at all. */
		TRY(have_of(&m->h, WORDS[i].record, c->ours ? row_id(c->ours) : "", &rows, &count));
		if (count)
			continue;
		add = plan_add(m, WORDS[i].record, n, r->row);
		put_value(add, "text", text);
		put_value(add, "kind", WORDS[i].kind);
		put_value(add, "happened_on", today);
		put_value(add, "from", today);
	}
	return NULL;
}

/* A name as people write it: "Priya Birtwistle", "P Birtwistle", "Mrs Birtwistle". Only if one colleague fits. */
static const struct fault *colleague(struct making *m, const char *words, const struct row **out)
{
	const char *folded = text_fold(m->p->a, words), *last = strrchr(folded, ' ');
	const struct held_rows *list;
	int n = 0;

	last = last ? last + 1 : folded;
	TRY(have_all(&m->h, "staff", &list));
	for (int i = 0; i < list->count; i++) {
		const char *forename = text_fold(m->p->a, has(list->row[i], "forename"));
		bool titled = strncmp(folded, "mr", 2) == 0 || strncmp(folded, "ms", 2) == 0 || strncmp(folded, "miss", 4) == 0 ||
			last == folded;

		if (strcmp(text_fold(m->p->a, has(list->row[i], "surname")), last) != 0 || (!titled && folded[0] != forename[0]))
			continue;
		*out = list->row[i];
		n++;
	}
	*out = n == 1 ? *out : NULL;
	return NULL;
}

static const struct fault *plan_keyworker(struct making *m, int n, const struct intake_table *t, const struct intake_row *r)
{
	const char *words = intake_get(t, r, FIELD_KEYWORKER), *today = day_iso(m->p->a, m->h.act->today);
	const struct row *staff = NULL;
	struct change *add;
	struct row **rows;
	int count;

	if (!words || text_blank(words))
		return NULL;
	TRY(have_of(&m->h, "caseload", m->p->child[n].ours ? row_id(m->p->child[n].ours) : "", &rows, &count));
	for (int i = 0; i < count; i++)
		if (in_force(rows[i], today) && strcmp(has(rows[i], "kind"), "keyworker") == 0)
			return NULL;
	TRY(colleague(m, words, &staff));
	if (!staff) {
		plan_say(m, DOC_WARNING, r->row, "keyworker",
			"Row %d: the keyworker is nobody on our staff list, or more than one. Bring in the "
			"staff list first, or name the keyworker on the child's page", r->row);
		return NULL;
	}
	add = plan_add(m, "caseload", n, r->row);
	put_value(add, "staff", row_id(staff));
	put_value(add, "kind", "keyworker");
	put_value(add, "from", today);
	return NULL;
}

static const struct fault *plan_one(struct making *m, int n, const struct intake_table *t, const struct intake_row *r)
{
	TRY(plan_status(m, n, t, r));
	TRY(plan_needs(m, n, r));
	TRY(plan_keyworker(m, n, t, r));
	return plan_words(m, n, t, r);
}

const struct fault *plan_send(struct making *m)
{
	const struct intake_table *t = intake_table(m->p->in, TABLE_PUPILS);

	for (int i = 0; t && i < t->rows; i++)
		if (!m->p->child[i].waits)
			TRY(plan_one(m, i, t, &t->row[i]));
	return NULL;
}
