/* look_back.c - the figures of a term or a year, counted from one list of rows; what is too small for governors is hidden here,
 * before anything is drawn. It ranks no teacher and gives no percentage of fewer than ten. */
#include "reports/look_back.h"

#include <stdio.h>
#include <string.h>

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

static int64_t count(const struct look_back *l, const char *what, const char *part, const char *how)
{
	int64_t n = 0;

	for (int i = 0; i < l->rows.rows; i++)
		n += is(what, found_text(&l->rows, i, Q_LOOK_BACK_WHAT)) && is(part, found_text(&l->rows, i, Q_LOOK_BACK_PART)) &&
			is(how, found_text(&l->rows, i, Q_LOOK_BACK_HOW));
	return n;
}

static struct figures *section(struct look_back *l, const char *title)
{
	struct figures *s = &l->section[l->count++];

	s->title = title;
	return s;
}

static void add(struct figures *s, struct act *act, const struct look_back *l, const char *label, const char *what,
	const char *part, const char *how, int64_t of)
{
	struct buf b = buf_new(act->a);

	if (s->count == SECTION_LINES)
		return;
	buf_printf(&b, "/reports/look-back/rows?what=%s", what);
	if (part) {
		buf_add(&b, "&part=");
		buf_add_url(&b, part);
	}
	if (how) {
		buf_add(&b, "&how=");
		buf_add_url(&b, how);
	}
	s->line[s->count++] = (struct figure){ .label = label, .n = count(l, what, part, how), .of = of, .href = buf_text(&b) };
}

static void movement(struct act *act, struct look_back *l)
{
	struct figures *s = section(l, "On and off the register");

	add(s, act, l, "SEN Support at the start", "then_k", NULL, NULL, 0);
	add(s, act, l, "EHC plan at the start", "then_e", NULL, NULL, 0);
	add(s, act, l, "Came on to SEN Support", "joined", "K", NULL, 0);
	add(s, act, l, "Came with or got an EHC plan", "joined", "E", NULL, 0);
	add(s, act, l, "Went from SEN Support to a plan", "moved", "E", NULL, 0);
	add(s, act, l, "Went from a plan to SEN Support", "moved", "K", NULL, 0);
	add(s, act, l, "Came off the register", "left", NULL, NULL, 0);
	add(s, act, l, "SEN Support at the end", "now_k", NULL, NULL, 0);
	add(s, act, l, "EHC plan at the end", "now_e", NULL, NULL, 0);
	s->parts = true;
	s->sentence = "Children who came on to the register, changed or came off it.";
}

static void cycles(struct act *act, struct look_back *l)
{
	struct figures *s = section(l, "How targets went");
	int64_t all = count(l, "target", NULL, NULL);

	for (const struct choice *c = RATINGS; c->code; c++)
		add(s, act, l, c->label, "target", NULL, c->code, all);
	s->parts = s->bars = true;
	s->sentence = all ? arena_printf(act->a, "%lld reviewed targets. What was not measured is shown, not left out.",
		(long long)all) :
		"No target was reviewed in this time.";
}

static void decisions(struct act *act, struct look_back *l)
{
	struct figures *s = section(l, "What reviews decided");
	int64_t all = count(l, "signed", NULL, NULL);

	for (const struct choice *c = PLAN_DECISIONS; c->code; c++)
		if (count(l, "signed", NULL, c->code))
			add(s, act, l, c->label, "signed", NULL, c->code, all);
	add(s, act, l, "All signed reviews", "signed", NULL, NULL, 0);
	s->parts = true;
	s->sentence = all ? arena_printf(act->a, "%lld reviews were signed.", (long long)all) :
		"No review was signed in this time.";
}

/* What was used at least once with a known effect: how often, and how often it helped. */
static void what_works(struct act *act, struct look_back *l)
{
	struct figures *s = section(l, "What works, for how many");
	const char *last = "";

	for (int i = 0; i < l->rows.rows; i++) {
		const char *part = found_text(&l->rows, i, Q_LOOK_BACK_PART);
		bool strategy = strcmp(found_text(&l->rows, i, Q_LOOK_BACK_WHAT), "strategy") == 0;

		if ((!strategy && strcmp(found_text(&l->rows, i, Q_LOOK_BACK_WHAT), "support") != 0) || strcmp(part, last) == 0)
			continue;
		last = part;
		if (strategy)
			add(s, act, l, part, "strategy", part, "yes", count(l, "strategy", part, NULL));
		else if (count(l, "support", part, NULL) > count(l, "support", part, ""))
			add(s, act, l, part, "support", part, "worked", count(l, "support", part, NULL) - count(l, "support", part,
				""));
	}
	s->sentence = s->count ? "How many it helped, of those it was used with and whose effect was recorded. A small number "
		"proves little." :
		"No support or strategy ended in this time with its effect recorded.";
}

static void gaps(struct act *act, struct look_back *l)
{
	struct figures *s = section(l, "What is missing");
	int64_t k = count(l, "now_k", NULL, NULL), all = k + count(l, "now_e", NULL, NULL);

	add(s, act, l, "On SEN Support without a signed review in this time", "unreviewed", NULL, NULL, k);
	add(s, act, l, "Parents not met since the school year began", "unmet", NULL, NULL, all);
	s->sentence = "Who has been missed.";
}

/* ---- small numbers ---- */

static void hide(struct figure *f)
{
	f->hidden = true;
	f->href = NULL;
}

/* A part that can be worked out from its whole is hidden with the next smallest. */
static void hide_small(struct figures *s)
{
	int hidden = 0, next = -1;

	for (int i = 0; i < s->count; i++) {
		s->line[i].href = NULL;
		if (s->line[i].n > 0 && s->line[i].n < SMALL) {
			hide(&s->line[i]);
			hidden++;
		} else if (s->line[i].n && (next < 0 || s->line[i].n < s->line[next].n)) {
			next = i;
		}
		if (s->line[i].of > 0 && s->line[i].of < SMALL)
			hide(&s->line[i]);
	}
	if (s->parts && hidden == 1 && next >= 0)
		hide(&s->line[next]);
}

const char *figure_words(struct arena *a, const struct figure *f)
{
	if (f->hidden)
		return "not said";
	if (f->of >= 10)
		return arena_printf(a, "%lld of %lld (%lld%%)", (long long)f->n, (long long)f->of,
			(long long)((200 * f->n + f->of) / (2 * f->of)));
	return f->of > 0 ? arena_printf(a, "%lld of %lld", (long long)f->n, (long long)f->of) : arena_printf(a, "%lld",
		(long long)f->n);
}

const struct fault *look_back_read(struct act *act, const char *which, bool governors, struct look_back *out)
{
	struct act *counts = governors ? act_lift(act) : act;

	*out = (struct look_back){ .governors = governors };
	choose_period(act, which, out);
	if (governors)
		TRY(act_guard(counts));
	TRY(query_run(counts, &Q_LOOK_BACK, (const char *const[]){ act->campus, day_iso(act->a, out->from),
		day_iso(act->a, out->until), day_iso(act->a, day_of(day_school_year(out->until), 9, 1)) }, &out->rows));
	if (governors)
		TRY(act_guard(act));
	movement(act, out);
	cycles(act, out);
	decisions(act, out);
	what_works(act, out);
	gaps(act, out);
	for (int i = 0; governors && i < out->count; i++)
		hide_small(&out->section[i]);
	return NULL;
}
