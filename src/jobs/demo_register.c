/* demo_register.c - who of the invented children is on the SEN register, from when, what for, what helps, with whom; who left it;
 * who is being watched. About 13 in a hundred have SEN Support and 4 a plan, as in England. */
#include <string.h>

#include "areas/people/area.h"
#include "areas/register/area.h"
#include "jobs/demo_make.h"

enum { SUPPORT_SHARE = 130, PLAN_SHARE = 40, PAST_SHARE = 26 }; /* in a thousand of the roll */

/* ---- choosing ---- */

struct place { int number, leaning; };

static int by_leaning(const void *a, const void *b)
{
	const struct place *x = a, *y = b;

	return x->leaning != y->leaning ? (x->leaning < y->leaning) - (x->leaning > y->leaning) :
		(x->number > y->number) - (x->number < y->number);
}

static void pick_kinds(struct making *m, struct child *k, struct chance *c)
{
	int weights[KINDS], more = chance_to(c, 100);

	if (k->cast) {
		for (const char *p = k->cast->needs; *p;) {
			size_t n = strcspn(p, " ");

			k->kinds[k->kind_count++] = kind_of(p, n);
			p += n + (p[n] == ' ');
		}
		return;
	}
	for (int i = 0; i < KINDS; i++)
		weights[i] = k->provision == 'E' ? KIND[i].weight_e : KIND[i].weight_k + (m->primary && strcmp(KIND[i].code,
			"SLCN") == 0 ? 200 : 0);
	k->kinds[k->kind_count++] = chance_weighted(c, weights, KINDS);
	for (int want = more < 12 ? 3 : more < 50 ? 2 : 1; k->kind_count < want;) {
		int kind = chance_weighted(c, weights, KINDS);

		if (kind != k->kinds[0] && kind != k->kinds[k->kind_count - 1] && strcmp(KIND[kind].code, "NSA") != 0)
			k->kinds[k->kind_count++] = kind;
		else
			want -= chance_in(c, 300);
	}
}

static day last_here(const struct making *m, const struct child *k)
{
	return k->left == DAY_NONE ? m->on : k->left;
}

/* Nobody goes on the register in the last weeks of the year: there would be no time to meet the parents. */
static day not_in_summer(day d)
{
	int year, month, date;

	day_parts(d, &year, &month, &date);
	return month == 6 || month == 7 || month == 8 ? school_day_from(day_of(year, 9, 10)) : d;
}

static void pick_days(struct making *m, struct child *k, struct chance *c)
{
	day last = last_here(m, k) - 6, first = k->joined + 15;
	int how = chance_to(c, 100);

	if (how < 40 || first >= last)
		k->from = k->joined;
	else if (how < 47 && k->left == DAY_NONE && last - 40 > first)
		k->from = school_day_from(last - 40 + chance_to(c, 38));
	else
		k->from = school_day_from(first + chance_to(c, last - first));
	k->from = not_in_summer(k->from);
	if (k->from > last)
		k->from = k->joined;
	if (k->provision != 'E')
		return;
	k->plan_from = k->from + chance_between(c, 180, 620);
	if (k->plan_from > last || chance_in(c, 350)) {
		k->plan_from = k->joined;
		k->from = DAY_NONE;
	}
}

/* Days between two annual reviews of a plan: always within the twelve months. */
static int plan_interval(const struct child *k)
{
	return 300 + k->number % 20;
}

static void cast_days(struct making *m, struct child *k)
{
	switch (k->cast->case_of) {
	case CASE_KAI: k->from = m->primary ? school_day_from(m->on - 656) : school_day_from(k->joined + 152); break;
	case CASE_UNTOLD: k->from = school_day_until(m->on - 3); break;
	case CASE_NEW: k->from = school_day_until(m->on - 10); break;
	case CASE_PLAN_WANTED: k->from = DAY_NONE; k->plan_from = k->joined; break;
	case CASE_LATE_ANNUAL: k->plan_from = m->on - 342 - plan_interval(k); k->from = k->joined < k->plan_from - 60 ? k->joined :
		DAY_NONE; break;
	default: break;
	}
	if (k->plan_from != DAY_NONE && k->plan_from < k->joined)
		k->plan_from = k->joined;
	if (k->from != DAY_NONE && k->from < k->joined)
		k->from = k->joined;
}

static void put_on(struct making *m, struct child *k, char provision)
{
	struct chance c = chance_for(m, "register", k->number);

	k->provision = provision;
	pick_days(m, k, &c);
	if (k->cast)
		cast_days(m, k);
	pick_kinds(m, k, &c);
}

/* On the register once, and off it again before today: still "N" now. */
static void was_on(struct making *m, struct child *k)
{
	struct chance c = chance_for(m, "past", k->number);
	day first = k->joined > m->began - 200 ? k->joined : m->began - 200, last = last_here(m, k) - 40;

	if (first + 200 > last)
		return;
	k->from = not_in_summer(school_day_from(first + chance_to(&c, last - first - 190)));
	if (k->from + 121 > last) {
		k->from = DAY_NONE;
		return;
	}
	k->off = school_day_from(k->from + 120 + chance_to(&c, last - k->from - 120));
	k->off = k->off > last ? last : k->off;
	pick_kinds(m, k, &c);
}

void choose_register(struct making *m)
{
	struct place *order = arena_array(m->a, (size_t)m->child_count, sizeof *order);
	int support = m->pupils * SUPPORT_SHARE / 1000, plans = m->pupils * PLAN_SHARE / 1000,
		past = m->pupils * PAST_SHARE / 1000, n = 0;

	for (int i = 0; i < m->child_count; i++) {
		struct child *k = &m->children[i];

		if (k->left == DAY_NONE && k->cast && k->cast->provision != 'N') {
			put_on(m, k, k->cast->provision);
			support -= k->provision == 'K';
			plans -= k->provision == 'E';
		} else if (!k->cast) {
			order[n++] = (struct place){ i, k->leaning - (k->year > 11 ? 330 : k->year == 0 ? 120 : 0) };
		}
	}
	qsort(order, (size_t)n, sizeof *order, by_leaning);
	for (int i = 0; i < n; i++) {
		struct child *k = &m->children[order[i].number];

		if (k->left != DAY_NONE) {
			if (order[i].leaning > 950)
				put_on(m, k, order[i].leaning % 5 ? 'K' : 'E');
		} else if (plans > 0 && (i + order[i].leaning) % 3 == 0) {
			put_on(m, k, 'E');
			plans--;
		} else if (support > 0) {
			put_on(m, k, 'K');
			support--;
		} else if (past-- > 0) {
			was_on(m, k);
		}
	}
}

/* ---- writing down ---- */

static struct adult *keyworker_of(struct making *m, struct child *k)
{
	int n = 0;

	if (k->cast && k->cast->case_of == CASE_KAI)
		return &m->adults[9];
	if (k->cast && k->cast->case_of == CASE_PLAN_WANTED)
		return &m->adults[0];
	for (int i = 0; i < m->adult_count; i++)
		n += m->adults[i].part == PART_TA;
	n = k->number % n;
	for (int i = 0; i < m->adult_count; i++)
		if (m->adults[i].part == PART_TA && n-- == 0)
			return &m->adults[i];
	return &m->adults[0];
}

/* The last day of a row: in the row if it was over when written, else a change on the day. */
static void end_row(struct making *m, struct demo_fact *f, int handle, int until, day d, int reason_field, const char *reason)
{
	if (d == DAY_NONE)
		return;
	if (recorded(m, d) > f->on) /* written down when it is over: what hangs on it then ends */
		f = fact_change(&m->facts, f->r, handle, recorded(m, d + 1));
	fact_day(&m->facts, f, until, d);
	if (reason_field >= 0)
		fact_set(&m->facts, f, reason_field, reason);
}

static day review_day(struct making *m, const struct child *k, struct chance *c)
{
	if (k->cast && k->cast->case_of == CASE_KAI)
		return m->on + 2;
	if (k->cast && k->cast->case_of == CASE_LATE_REVIEW)
		return school_day_until(m->on - 2);
	if (k->from != DAY_NONE && k->from > m->on - 60)
		return school_day_from(k->from + 70);
	return chance_in(c, 90) && !k->cast ? school_day_until(m->on - 1 - chance_to(c, 40)) :
		school_day_from(m->on + 1 + chance_to(c, 75));
}

static void tell_parents(struct making *m, const struct child *k, struct demo_fact *f, int handle, day from, struct chance *c)
{
	static const char *const HOW[] = { "meeting", "phone", "letter", "meeting", "email", NULL };
	day told = from + chance_to(c, 9);
	const char *how = chance_pick(c, HOW);

	if (from <= k->joined + 3 && chance_in(c, 700)) {
		fact_set(&m->facts, f, REGISTER_STATUS_TOLD_HOW, "previous");
		return;
	}
	if ((k->cast && k->cast->case_of == CASE_UNTOLD) || told > m->on || (from > m->on - 30 && chance_in(c, 120))) {
		fact_set(&m->facts, f, REGISTER_STATUS_TOLD_HOW, "not_yet");
		return;
	}
	if (recorded(m, told) > f->on) {
		fact_set(&m->facts, f, REGISTER_STATUS_TOLD_HOW, "not_yet");
		f = fact_change(&m->facts, &REGISTER_STATUS, handle, recorded(m, told));
	}
	fact_day(&m->facts, f, REGISTER_STATUS_TOLD_ON, told);
	fact_set(&m->facts, f, REGISTER_STATUS_TOLD_HOW, how);
}

/* A due fact says that a review of the status it changes was held that day; the engine's hooks work out the next. */
static void held_fact(struct making *m, int status, const char *clock, day d)
{
	struct demo_fact *f = fact_change(&m->facts, &DUE, status, d);

	fact_set(&m->facts, f, DUE_CLOCK, clock);
	fact_day(&m->facts, f, DUE_MET_ON, d);
}

/* Support is reviewed about once a term, each time with a new day agreed; some of the last days have passed. */
static void review_facts(struct making *m, struct child *k, struct demo_fact *add, int handle, day until, struct chance *c)
{
	bool current = until == DAY_NONE;
	day next = current && add->on > m->on - 60 ? review_day(m, k, c) : school_day_from(add->on + 76 + chance_to(c, 10));

	fact_day(&m->facts, add, REGISTER_STATUS_REVIEW_ON, next);
	while (next < (current ? m->on - 46 : until - 10)) {
		day after = school_day_from(next + 80);
		struct demo_fact *f;

		if (current && after > m->on - 46)
			after = review_day(m, k, c);
		held_fact(m, handle, "apdr-review", next);
		f = fact_change(&m->facts, &REGISTER_STATUS, handle, next);
		fact_day(&m->facts, f, REGISTER_STATUS_REVIEW_ON, after);
		next = after;
	}
}

static void plan_facts(struct making *m, struct child *k, int handle, day until)
{
	day last = until == DAY_NONE ? m->on - 1 : until - 10;

	if (k->cast && k->cast->case_of == CASE_LATE_ANNUAL)
		last = m->on - 300; /* one review, and the next is late */
	for (day d = k->plan_from + plan_interval(k); d <= last; d += plan_interval(k))
		if (d > m->began + 5 && d > recorded(m, k->plan_from))
			held_fact(m, handle, "annual-review-next", d);
}

static void status_fact(struct making *m, struct child *k, char provision, day from, day until, const char *why_ended,
	struct chance *c)
{
	const char provision_code[2] = { provision, 0 };
	int handle = fact_handle(&m->facts);
	struct demo_fact *f = fact_add(&m->facts, &REGISTER_STATUS, handle, recorded(m, from));
	const struct kind *main_kind = &KIND[k->kinds[0]];
	bool wanted = k->cast && k->cast->case_of == CASE_PLAN_WANTED;

	fact_ref(&m->facts, f, REGISTER_STATUS_PUPIL, k->handle);
	fact_set(&m->facts, f, REGISTER_STATUS_PROVISION, arena_text(m->a, provision_code));
	fact_day(&m->facts, f, REGISTER_STATUS_FROM, from);
	fact_set(&m->facts, f, REGISTER_STATUS_REASON, wanted ? "EHC plan reported by the previous school; the document is wanted" :
		provision == 'E' ? "The local authority has made an EHC plan" : words_about(m, k, m->adults[k->tutor].said,
			chance_pick(c, main_kind->reasons)));
	fact_set(&m->facts, f, REGISTER_STATUS_EVIDENCE, words_about(m, k, m->adults[k->tutor].said,
		chance_pick(c, main_kind->looks)));
	fact_set(&m->facts, f, REGISTER_STATUS_AGREED_BY, arena_printf(m->a, "%s and %s", k->mother ? k->mother_said :
		"the foster carer",
		m->adults[0].said));
	fact_set(&m->facts, f, REGISTER_STATUS_SOURCE, wanted ? "ctf" : from <= k->joined ? "old" : "school");
	if (provision == 'K')
		tell_parents(m, k, f, handle, from, c);
	if (provision == 'K')
		review_facts(m, k, f, handle, until, c);
	else
		plan_facts(m, k, handle, until);
	end_row(m, f, handle, REGISTER_STATUS_UNTIL, until, REGISTER_STATUS_EXIT_REASON, why_ended);
}

static void need_facts(struct making *m, struct child *k, day from, day until)
{
	static const char *const HOW[] = { "teacher", "screening", "specialist", "diagnosis", "previous", NULL };
	struct chance c = chance_for(m, "needs", k->number);

	for (int i = 0; i < k->kind_count; i++) {
		const struct kind *kind = &KIND[k->kinds[i]];
		const char *how = chance_pick(&c, HOW);
		int handle = fact_handle(&m->facts);
		/* Second needs are often seen later than they began: known later than they are in force. */
		day known = i ? recorded(m, from + 100) : recorded(m, from);
		struct demo_fact *f = fact_add(&m->facts, &NEED, handle, until != DAY_NONE && known > until ? recorded(m, from) :
			known);

		fact_ref(&m->facts, f, NEED_PUPIL, k->handle);
		fact_set(&m->facts, f, NEED_TYPE, kind->code);
		fact_int(&m->facts, f, NEED_RANK, i + 1);
		fact_day(&m->facts, f, NEED_FROM, from);
		fact_set(&m->facts, f, NEED_HOW, k->provision == 'E' ? "plan" : how);
		fact_set(&m->facts, f, NEED_BY, strcmp(how, "specialist") == 0 ?
			"J. Featherstone, speech and language therapist" : m->adults[k->tutor].said);
		fact_set(&m->facts, f, NEED_PROVENANCE, from <= k->joined ? "ctf" : "school");
		fact_set(&m->facts, f, NEED_NOTE, words_about(m, k, m->adults[k->tutor].said, chance_pick(&c, kind->looks)));
		end_row(m, f, handle, NEED_UNTIL, until, -1, NULL);
	}
}

static void line_fact(struct making *m, const struct child *k, const struct record *r, int n, const char *kind, const char *text,
	day from, day until)
{
	struct demo_fact *f = fact_add(&m->facts, r, 0, recorded(m, from));
	bool strength = r == &STRENGTH;

	fact_ref(&m->facts, f, strength ? STRENGTH_PUPIL : STRATEGY_PUPIL, k->handle);
	fact_set(&m->facts, f, strength ? STRENGTH_SOURCE : STRATEGY_KIND, kind);
	fact_set(&m->facts, f, strength ? STRENGTH_TEXT : STRATEGY_TEXT, words_about(m, k, "", text));
	fact_int(&m->facts, f, strength ? STRENGTH_PRIORITY : STRATEGY_PRIORITY, n);
	fact_day(&m->facts, f, strength ? STRENGTH_FROM : STRATEGY_FROM, from);
	fact_day(&m->facts, f, strength ? STRENGTH_UNTIL : STRATEGY_UNTIL, until);
}

static int length(const char *const *list)
{
	int n = 0;

	while (list[n])
		n++;
	return n;
}

/* Different lines of a list, starting anywhere and going round. */
static int lines_of(struct making *m, struct child *k, const struct record *r, const char *kind, const char *const *list,
	int want, int first, day from, day until, struct chance *c)
{
	int n = length(list), at = chance_to(c, n);

	if (k->cast && k->cast->case_of == CASE_KAI)
		at = 0;
	for (int i = 0; i < want && i < n; i++)
		line_fact(m, k, r, first + i, kind, list[(at + i) % n], from, until);
	return first + (want < n ? want : n);
}

static void help_facts(struct making *m, struct child *k, day from, day until)
{
	struct chance c = chance_for(m, "helps", k->number);
	int next = 1;

	lines_of(m, k, &STRENGTH, "school", STRENGTHS, 2 + chance_to(&c, 2), 1, from, until, &c);
	for (int i = 0; i < k->kind_count; i++)
		next = lines_of(m, k, &STRATEGY, "helps", KIND[k->kinds[i]].helps, i ? 2 : 4 + (k->provision == 'E'), next, from,
			until, &c);
	lines_of(m, k, &STRATEGY, "avoid", KIND[k->kinds[0]].avoid, 1 + (k->provision == 'E'), 1, from, until, &c);
	if (strcmp(KIND[k->kinds[0]].code, "SEMH") == 0 || strcmp(KIND[k->kinds[0]].code, "ASD") == 0) {
		line_fact(m, k, &STRATEGY, 1, "trigger", "Pulls {his} sleeves over {his} hands and stops answering", from, until);
		line_fact(m, k, &STRATEGY, 1, "calms", "Two minutes outside with {his} card, then one small task", from, until);
	}
}

static void caseload_fact(struct making *m, struct child *k, day from, day until)
{
	day began = day_of(m->year, 9, 7);
	struct adult *who = keyworker_of(m, k);
	struct demo_fact *f;

	k->keyworker = (int)(who - m->adults);
	if (k->left != DAY_NONE || until != DAY_NONE)
		began = from;
	began = began < from ? from : began;
	f = fact_add(&m->facts, &CASELOAD, 0, recorded(m, began));
	fact_ref(&m->facts, f, CASELOAD_PUPIL, k->handle);
	fact_ref(&m->facts, f, CASELOAD_STAFF, who->handle);
	fact_set(&m->facts, f, CASELOAD_KIND, "keyworker");
	fact_int(&m->facts, f, CASELOAD_WEIGHT, k->provision == 'E' ? 6 : 2 + k->number % 3);
	fact_day(&m->facts, f, CASELOAD_FROM, began);
	fact_day(&m->facts, f, CASELOAD_UNTIL, until);
	who->load++;
}

static void watch_fact(struct making *m, struct child *k, day from, day decided, const char *decision)
{
	struct chance c = chance_for(m, "watch", k->number);
	int handle = fact_handle(&m->facts);
	struct demo_fact *f = fact_add(&m->facts, &WATCH, handle, recorded(m, from));

	fact_ref(&m->facts, f, WATCH_PUPIL, k->handle);
	fact_day(&m->facts, f, WATCH_FROM, from);
	fact_day(&m->facts, f, WATCH_EXPIRES, from + 42);
	fact_set(&m->facts, f, WATCH_WHY, words_about(m, k, m->adults[k->tutor].said, chance_pick(&c, WATCHED_FOR)));
	fact_ref(&m->facts, f, WATCH_RAISED_BY, m->adults[k->tutor].handle);
	if (decided == DAY_NONE)
		return;
	f = fact_change(&m->facts, &WATCH, handle, recorded(m, decided));
	fact_set(&m->facts, f, WATCH_DECISION, decision);
	fact_day(&m->facts, f, WATCH_DECIDED_ON, decided);
	fact_ref(&m->facts, f, WATCH_DECIDED_BY, m->adults[0].handle);
}

/* Two in a hundred of the others are watched now, some past the day to decide; a few were and no longer are. */
static void watch_facts(struct making *m, struct child *k)
{
	struct chance c = chance_for(m, "watched", k->number);

	if (k->from != DAY_NONE && k->from > m->began + 60 && k->from > k->joined + 60 && chance_in(&c, 350)) {
		watch_fact(m, k, school_day_until(k->from - 45), k->from, "support");
	} else if (k->provision == 'N' && k->left == DAY_NONE && k->off == DAY_NONE && k->joined < m->on - 80) {
		bool cast = k->cast && (strcmp(k->cast->surname, "van der Berg") == 0 || strcmp(k->cast->surname, "Adeyemi") == 0);

		k->watched = cast || chance_in(&c, 22);
		if (k->watched)
			watch_fact(m, k, school_day_until(m->on - 2 - chance_to(&c, 52)), DAY_NONE, NULL);
		else if (chance_in(&c, 15))
			watch_fact(m, k, school_day_until(m->on - 70), school_day_until(m->on - 30), "stop");
	}
}

static void child_facts(struct making *m, struct child *k)
{
	struct chance c = chance_for(m, "status", k->number);
	day from = k->from != DAY_NONE ? k->from : k->plan_from, until = k->off != DAY_NONE ? k->off : k->left;
	const char *ended = k->off != DAY_NONE ? chance_in(&c, 800) ? "progress" : "not_sen" : "left";

	watch_facts(m, k);
	if (from == DAY_NONE)
		return;
	if (k->from != DAY_NONE)
		status_fact(m, k, 'K', k->from, k->plan_from != DAY_NONE ? k->plan_from - 1 : until,
			k->plan_from != DAY_NONE ? "plan" : ended, &c);
	if (k->plan_from != DAY_NONE)
		status_fact(m, k, 'E', k->plan_from, until, ended, &c);
	need_facts(m, k, from, until);
	help_facts(m, k, from, until);
	caseload_fact(m, k, from, until);
}

void make_register(struct making *m)
{
	for (int i = 0; i < m->child_count; i++)
		child_facts(m, &m->children[i]);
}
