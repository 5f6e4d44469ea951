/* look_back.c - the figures of a term or a year, counted from one list of rows. What is too small for governors is hidden
 * before anything is drawn (look_back_hide.c). It ranks no teacher and gives no percentage of fewer than ten. */
#include "reports/look_back.h"

#include <stdio.h>
#include <string.h>

#include "areas/people/area.h"
#include "areas/plans/area.h"
#include "areas/register/area.h"
#include "law/term.h"
#include "reports/queries.sql.h"

/* ---- the period ---- */

static day term_start(day today)
{
	int year = day_school_year(today);

	switch (school_term_of(today)) {
	case TERM_AUTUMN: return day_of(year, 9, 1);
	case TERM_SPRING: return day_of(year + 1, 1, 1);
	default: return easter_sunday(year + 1) + 2;
	}
}

static void choose_period(struct act *act, const char *which, struct look_back *l)
{
	int year = day_school_year(act->today);

	l->until = act->today;
	if (strcmp(which, "year") == 0) {
		l->from = day_of(year, 9, 1);
		l->period = "This school year";
	} else if (strcmp(which, "last") == 0) {
		l->from = day_of(year - 1, 9, 1);
		l->until = day_of(year, 8, 31);
		l->period = "Last school year";
	} else {
		l->from = term_start(act->today);
		l->period = "This term";
	}
	l->words = arena_printf(act->a, "%s to %s", day_long(act->a, l->from), day_long(act->a, l->until));
}

/* ---- counting ---- */

static bool is(const char *wanted, const char *got)
{
	return !wanted || strcmp(wanted, got) == 0;
}

bool look_back_counts(const struct look_back *l, int row, const char *what, const char *part, const char *how)
{
	return is(what, found_text(&l->rows, row, Q_LOOK_BACK_WHAT)) && is(part, found_text(&l->rows, row, Q_LOOK_BACK_PART)) &&
		is(how, found_text(&l->rows, row, Q_LOOK_BACK_HOW));
}

int64_t look_back_count(const struct look_back *l, const char *what, const char *part, const char *how)
{
	int64_t n = 0;

	for (int i = 0; i < l->rows.rows; i++)
		n += look_back_counts(l, i, what, part, how);
	return n;
}

/* Different children, up to SMALL. */
static int64_t children(const struct look_back *l, const char *what, const char *part, const char *how)
{
	const char *met[SMALL];
	int n = 0;

	for (int i = 0; i < l->rows.rows && n < SMALL; i++) {
		const char *pupil = found_text(&l->rows, i, Q_LOOK_BACK_PUPIL);
		bool known = !look_back_counts(l, i, what, part, how);

		for (int k = 0; k < n && !known; k++)
			known = strcmp(met[k], pupil) == 0;
		if (!known)
			met[n++] = pupil;
	}
	return n;
}

const char *look_back_rows_href(struct arena *a, const char *what, const char *part, const char *how)
{
	struct buf b = buf_new(a);

	buf_printf(&b, "/reports/look-back/rows?what=%s", what);
	if (part) {
		buf_add(&b, "&part=");
		buf_add_url(&b, part);
	}
	if (how) {
		buf_add(&b, "&how=");
		buf_add_url(&b, how);
	}
	return buf_text(&b);
}

static void add(struct figures *s, struct arena *a, const struct look_back *l, const char *label, const char *what,
	const char *part, const char *how, int64_t of)
{
	if (s->count == SECTION_LINES)
		return;
	s->line[s->count++] = (struct figure){ .label = label, .n = look_back_count(l, what, part, how), .of = of,
		.children = children(l, what, part, how), .href = l->governors ? NULL : look_back_rows_href(a, what, part, how),
		.number = -1, .whole = -1 };
}

/* One child is one movement, from the first day to the last, so that the lines add up. */
static void movement(struct arena *a, struct look_back *l)
{
	struct figures *s = &l->section[SECTION_REGISTER];

	s->title = "On and off the register";
	s->sentence = "Who stands otherwise at the end than at the start. Start and what came, less what went, is the end.";
	add(s, a, l, "SEN Support at the start", "then_k", NULL, NULL, 0);
	add(s, a, l, "EHC plan at the start", "then_e", NULL, NULL, 0);
	add(s, a, l, "Came on to SEN Support", "joined", "K", NULL, 0);
	add(s, a, l, "Came with or got an EHC plan", "joined", "E", NULL, 0);
	add(s, a, l, "Went from SEN Support to a plan", "moved", "E", NULL, 0);
	add(s, a, l, "Went from a plan to SEN Support", "moved", "K", NULL, 0);
	add(s, a, l, "Came off the register", "left", NULL, NULL, 0);
	add(s, a, l, "SEN Support at the end", "now_k", NULL, NULL, 0);
	add(s, a, l, "EHC plan at the end", "now_e", NULL, NULL, 0);
}

/* As the register stands at the end, beside the roll. */
static void years(struct arena *a, struct look_back *l)
{
	struct figures *s = &l->section[SECTION_YEARS];

	s->title = "SEN Support or a plan, by year group";
	s->sentence = "Of all children on roll on the last day.";
	for (const struct choice *y = YEARS; y->code; y++)
		for (int i = 0; i < l->years.rows; i++)
			if (strcmp(found_text(&l->years, i, Q_NUMBERS_BY_YEAR_YEAR), y->code) == 0)
				add(s, a, l, y->label, "year", y->code, NULL, found_int(&l->years, i, Q_NUMBERS_BY_YEAR_ROLL));
}

static void cycles(struct arena *a, struct look_back *l)
{
	struct figures *s = &l->section[SECTION_TARGETS];
	int64_t all = look_back_count(l, "target", NULL, NULL);

	s->title = "How targets went";
	for (const struct choice *c = RATINGS; c->code; c++)
		add(s, a, l, c->label, "target", NULL, c->code, all);
	s->bars = true;
	s->sentence = all ? "Of all targets reviewed. What was not measured is shown, not left out." :
		"No target was reviewed in this time.";
}

static void decisions(struct arena *a, struct look_back *l)
{
	struct figures *s = &l->section[SECTION_REVIEWS];
	int64_t all = look_back_count(l, "signed", NULL, NULL);

	s->title = "What reviews decided";
	for (const struct choice *c = PLAN_DECISIONS; c->code; c++)
		if (look_back_count(l, "signed", NULL, c->code))
			add(s, a, l, c->label, "signed", NULL, c->code, all);
	if (look_back_count(l, "signed", NULL, ""))
		add(s, a, l, "Nothing was said", "signed", NULL, "", all);
	s->sentence = all ? "Of all reviews that were signed." : "No review was signed in this time.";
}

/* What was used at least once with a known effect: how often, and how often it helped. What is of few children is nothing for
 * governors: its name is somebody's own words. */
static void what_works(struct arena *a, struct look_back *l)
{
	struct figures *s = &l->section[SECTION_WORKS];
	const char *last = "", *last_what = "";

	s->title = "What works, for how many";
	s->sentence = l->governors ? "Strategies in signed reviews, and support that ended, for five children or more: "
		"helped, of all times its effect is known." :
		"Strategies in signed reviews, and support that ended: helped, of all times its effect is known.";
	for (int i = 0; i < l->rows.rows; i++) {
		const char *part = found_text(&l->rows, i, Q_LOOK_BACK_PART), *what = found_text(&l->rows, i, Q_LOOK_BACK_WHAT);
		bool strategy = strcmp(what, "strategy") == 0;
		int64_t all;

		if ((!strategy && strcmp(what, "support") != 0) || (strcmp(part, last) == 0 && strcmp(what, last_what) == 0))
			continue;
		last = part, last_what = what;
		all = look_back_count(l, what, part, NULL) - look_back_count(l, what, part, "");
		if (all && (!l->governors || children(l, what, part, NULL) >= SMALL))
			add(s, a, l, part, what, part, strategy ? "yes" : "worked", all);
	}
	if (!s->count)
		s->sentence = "Nothing yet: what helped is asked when a plan is reviewed, and when support ends.";
}

static void gaps(struct arena *a, struct look_back *l)
{
	struct figures *s = &l->section[SECTION_MISSED];
	int64_t k = look_back_count(l, "now_k", NULL, NULL), all = k + look_back_count(l, "now_e", NULL, NULL);

	s->title = "Who has been missed";
	s->sentence = "Of those on SEN Support, and of all on the register, at the end.";
	add(s, a, l, "On SEN Support without a signed review in this time", "unreviewed", NULL, NULL, k);
	add(s, a, l, "Parents not met since the school year began", "unmet", NULL, NULL, all);
}

const char *figure_words(struct arena *a, const struct figure *f)
{
	if (f->hidden)
		return "not said";
	if (f->of >= 10 && !f->of_hidden)
		return arena_printf(a, "%lld of %lld (%lld%%)", (long long)f->n, (long long)f->of,
			(long long)((200 * f->n + f->of) / (2 * f->of)));
	return f->of > 0 && !f->of_hidden ? arena_printf(a, "%lld of %lld", (long long)f->n, (long long)f->of) : arena_printf(a,
		"%lld", (long long)f->n);
}

/* ---- all of it ---- */

void look_back_figures(struct arena *a, struct look_back *l)
{
	movement(a, l);
	years(a, l);
	cycles(a, l);
	decisions(a, l);
	what_works(a, l);
	gaps(a, l);
}

static const struct fault *read_one(struct act *act, const char *which, bool governors, struct look_back *l)
{
	struct act *counts = act_lift(act);
	struct act *rows = governors ? counts : act;

	*l = (struct look_back){ .governors = governors };
	choose_period(act, which, l);
	TRY(act_guard(rows));
	TRY(query_run(rows, &Q_LOOK_BACK, (const char *const[]){ act->campus, day_iso(act->a, l->from), day_iso(act->a, l->until),
		day_iso(act->a, day_of(day_school_year(l->until), 9, 1)), day_iso(act->a, l->from - 1) }, &l->rows));
	TRY(act_guard(counts));
	TRY(query_run(counts, &Q_NUMBERS_BY_YEAR, (const char *const[]){ act->campus, day_iso(act->a, l->until) }, &l->years));
	TRY(act_guard(act));
	look_back_figures(act->a, l);
	return NULL;
}

bool look_back_may(struct act *act, bool governors)
{
	static const char *const ROLES[] = { "governor", "head", "senco", "asst_senco", "slt" };

	if (!governors)
		return record_ever(act, &PLAN, RIGHT_READ) && !record_own_only(act, &PLAN, RIGHT_READ);
	for (size_t i = 0; i < sizeof ROLES / sizeof *ROLES; i++)
		for (int k = 0; k < act->who->held_count; k++)
			if (act->who->held[k].role == matrix_role(act->house->matrix, ROLES[i]) &&
				strcmp(act->who->held[k].campus, act->campus) == 0)
				return true;
	return false;
}

const struct fault *look_back_read(struct act *act, const char *which, bool governors, struct look_back *out)
{
	static const char *const PERIODS[] = { "term", "year", "last" };
	struct look_back *three[3] = { out, NULL, NULL };
	int asked = strcmp(which, "year") == 0 ? 1 : strcmp(which, "last") == 0 ? 2 : 0;

	if (!governors)
		return read_one(act, which, false, out);
	for (int i = 0; i < 3; i++) {
		three[i] = i == asked ? out : arena_alloc(act->a, sizeof *out);
		TRY(read_one(act, PERIODS[i], true, three[i]));
	}
	look_back_hide(act->a, three);
	return NULL;
}
