/* demo_plans.c - the graduated cycles of the invented children: what they aimed at, how it went, how it goes now. Their days are
 * those that the register says a review was held or is due. */
#include <string.h>

#include "areas/plans/area.h"
#include "areas/register/area.h"
#include "jobs/demo_plans.h"

struct aim {
	const char *code, *area, *outcome, *unit, *measure, *school, *home, *help, *help_next;
	int low, high;
	const char *own; /* the same as the child says it */
};

static const struct aim AIMS[] = {
	{ "SPLD", "cognition", "{n} reads %d words a minute aloud from a text for {his} year", "words a minute",
		"One-minute reading check, every second Thursday",
		"Paired reading, 3 times 15 minutes a week, with {his} keyworker",
			"Ten minutes of reading together, four evenings", "part", "prompt", 62, 92,
				"I read faster and I do not stop." },
	{ "SPLD", "cognition", "{n} spells %d of 20 words of the topic in {his} own writing", "of 20 words",
		"Twenty words of the topic, every second Friday",
		"Precision teaching, ten minutes a day", "Five words on the kitchen door", "aid", "alone", 7, 15,
			"I spell my topic words right." },
	{ "SEMH", "semh", "{n} stays in the room, or shows {his} card, in %d of 20 lessons", "of 20 lessons",
		"Lesson card, counted each Friday",
		"Check in at 8:40 and after lunch with {his} keyworker",
			"{m} reads the card on Fridays and says what went well", "prompt", "aid", 11, 18,
				"I stay in, or I show my card." },
	{ "SEMH", "semh", "{n} asks for help in words in %d of 10 lessons watched", "of 10 lessons",
		"Tally by the assistant in ten lessons a fortnight",
		"Help card on the desk; an adult comes within a minute", NULL, "prompt", "alone", 2, 8, "I ask when I am stuck." },
	{ "SLCN", "communication", "{n} uses %d new words of the topic in {his} own sentences", "words of 20",
		"Twenty words, said in a sentence, every second week",
		"Vocabulary before the topic, twice 20 minutes", "The word of the day at dinner", "part", "prompt", 6, 14,
			"I use the new words." },
	{ "SLCN", "communication", "{n} follows an instruction of three steps in %d of 10 tries", "of 10 tries",
		"Ten instructions in two lessons",
		"One step at a time, each one ticked", NULL, "prompt", "aid", 3, 8, "I do three things in a row." },
	{ "MLD", "cognition", "{n} answers %d number facts to 20 in a minute", "facts a minute",
		"One-minute check every second Monday",
		"Number every day, 15 minutes in a group of four", "Dice game from the bag, twice a week", "part", "prompt", 5,
		12, "I know my number facts." },
	{ "MLD", "cognition", "{n} writes %d linked sentences without help", "sentences", "Free writing every second week, counted",
		"Sentence openers on a card; small-group English", NULL, "aid", "alone", 2, 6, "I write it on my own." },
	{ "ASD", "communication", "{n} begins the task within two minutes in %d of 10 lessons", "of 10 lessons",
		"Noted by the teacher in ten lessons a fortnight",
		"First step on a card before the lesson; now-and-next board", "The plan for tomorrow is looked at before bed",
			"prompt", "aid", 4, 8, "I start straight away." },
	{ "ASD", "communication", "{n} joins in a game with one other for %d minutes", "minutes", "Timed twice a week at lunch",
		"Lunch club with two others and a board game",
		NULL, "part", "prompt", 4, 12, "I play one game with a friend." },
	{ "PD", "sensory", "{n} types %d words a minute with both hands", "words a minute", "Typing check every second week",
		"Keyboard skills, twice 20 minutes",
		"Types the shopping list", "aid", "alone", 13, 20, "I type with two hands." },
	{ "HI", "sensory", "{n} says when {he} has missed something in %d of 10 lessons", "of 10 lessons",
		"Tally by the assistant", "Seat near the front; radio aid tested each morning",
		NULL, "prompt", "alone", 3, 8, "I say when I did not hear." },
	{ "VI", "sensory", "{n} walks %d routes in school alone", "routes", "Walked with the adviser once a month",
		"Routes practised on Mondays", NULL, "part", "prompt", 2, 5, "I walk there by myself." },
	{ "SLD", "cognition", "{n} does %d steps of washing hands alone", "steps of 6", "Seen at the sink each Friday",
		"The same six pictures, the same six words", "The pictures at home, too",
		"part", "prompt", 2, 5, "I wash my hands by myself." },
	{ "NSA", "cognition", "{n} hands in %d of 5 pieces of homework", "of 5 pieces", "Counted each Friday",
		"Homework club twice a week", "Bag packed the evening before", "prompt",
		"alone", 2, 4, "I hand in my homework." },
	{ "OTH", "cognition", "{n} catches up %d topics missed", "topics", "Topic list, ticked with the tutor",
		"Tutor twice 40 minutes", NULL, "part", "alone", 1, 4, "I catch up what I missed." },
};
enum { AIM_COUNT = sizeof AIMS / sizeof *AIMS, CYCLES = 3 };

static const char *const BARRIERS[] = { "Tires after about ten minutes of reading", "Does not say that something is not understood",
	"Loses the thread when there are several steps", "Mornings after a bad night", "Noise in the corridor", NULL };
static const char *const EVIDENCE[] = { "Work of the last half term, looked at by the class teacher",
	"Observed twice in lessons by the SENCO",
	"Group Reading Check, September", "Answers of the teachers to five short questions", NULL };
static const char *const EFFECT[] = {
	"The group ran three times a week but for two weeks of illness. The gain shows in class work too: {t} sees "
	"longer answers.",
	"A clear step forward in the first half, then less. We do not know whether the support or the smaller class did it.",
	"Little changed in the numbers. {n} says that it is easier to begin, and {t} agrees.", NULL };
static const char *const SAID_WELL[] = { "I like it when I can see the words before I have to say them.",
	"Having my own card. I do not have to put my hand up.",
	"I know what comes next now.", "The Thursday check. I beat my number.", NULL };
static const char *const SAID_WANTS[] = { "I want to finish on time.", "Not to miss art for it.", "I want my friend to come too.",
	NULL };
static const char *const HOME_WELL[] = { "{He} reads to {his} sister now, which {he} never did.",
	"Fewer stomach aches on Mondays.", "{He} tells us about school again.", NULL };
static const char *const STRATEGIES[] = { "Give one instruction at a time, then ask the child to say it back",
	"Pre-teach new words before the lesson, with a picture for each",
	"Warn five minutes and one minute before a change", "Wait for the child to try for two minutes before you help",
		"Agree a quiet signal to leave for five minutes, and where to go",
	NULL };

struct story { struct span spans[CYCLES]; int count, all; };

static const char *value_of(const struct demo_fact *f, int field)
{
	for (int i = 0; i < f->count; i++)
		if (f->values[i].field == field && f->values[i].text)
			return f->values[i].text;
	return "";
}

static int ref_of(const struct demo_fact *f, int field)
{
	for (int i = 0; i < f->count; i++)
		if (f->values[i].field == field && f->values[i].ref > 0)
			return f->values[i].ref;
	return 0;
}

/* The last few reviews of each child, by handle. A change of the status on the day of a review signs the cycle before it. */
static void gather(const struct making *m, struct story *of)
{
	int *pupil = arena_array(m->a, (size_t)m->facts.handles, sizeof *pupil);

	for (int i = 0; i < m->facts.count; i++) {
		const struct demo_fact *f = m->facts.list[i];
		day review = f->r == &REGISTER_STATUS ? day_parse(value_of(f, REGISTER_STATUS_REVIEW_ON)) : DAY_NONE;
		struct story *s;

		if (f->r != &REGISTER_STATUS)
			continue;
		if (!f->changes)
			pupil[f->handle] = ref_of(f, REGISTER_STATUS_PUPIL);
		s = &of[pupil[f->changes ? f->changes : f->handle]];
		if (review == DAY_NONE)
			continue;
		if (f->changes && s->count)
			s->spans[s->count - 1].signed_on = f->on;
		if (s->count == CYCLES) {
			memmove(s->spans, s->spans + 1, (CYCLES - 1) * sizeof *s->spans);
			s->count--;
		}
		s->spans[s->count++] = (struct span){ f->on, review, DAY_NONE, ++s->all };
	}
}

const char *cycle_about(const struct cycle_made *y, const char *words)
{
	return words_about(y->m, y->k, y->m->adults[y->k->tutor].said, words);
}

static const char *picked(struct cycle_made *y, const char *const *list)
{
	return cycle_about(y, chance_pick(&y->c, list));
}

static const char *two(struct cycle_made *y, const char *const *list)
{
	const char *one = picked(y, list), *other = picked(y, list);

	return strcmp(one, other) == 0 ? one : arena_printf(y->m->a, "%s\n\t%s", one, other);
}

static const char *words_of(struct cycle_made *y, bool reviewed)
{
	const struct kind *kind = &KIND[y->k->kinds[0]];
	const char *told = arena_printf(y->m->a, "concern: %s\nbarriers: %s\nevidence: %s", cycle_about(y, kind->looks[0]),
		two(y, BARRIERS), two(y, EVIDENCE));

	return !reviewed ? told : arena_printf(y->m->a, "%s\npresent: %s and %s\neffect: %s", told, y->k->mother ?
		y->k->mother_said : "the foster carer",
		y->m->adults[y->k->tutor].said, picked(y, EFFECT));
}

static void plan_fact(struct cycle_made *y, int follows)
{
	struct demo_facts *all = &y->m->facts;
	struct demo_fact *f = fact_add(all, &PLAN, y->handle, y->when.from);
	bool over = y->when.signed_on != DAY_NONE;

	fact_ref(all, f, PLAN_PUPIL, y->k->handle);
	fact_seeded(all, f, PLAN_TYPE_REF, "plan_type/code/sen-support");
	fact_int(all, f, PLAN_NUMBER, y->when.number);
	fact_set(all, f, PLAN_STATE, "do");
	fact_day(all, f, PLAN_FROM, y->when.from);
	fact_day(all, f, PLAN_REVIEW_ON, y->when.review > y->when.from ? y->when.review : y->when.from + 70);
	fact_ref(all, f, PLAN_LEAD, y->m->adults[y->k->tutor].handle);
	if (follows)
		fact_ref(all, f, PLAN_FOLLOWS, follows);
	fact_day(all, f, PLAN_TOLD_ON, y->when.from);
	fact_set(all, f, PLAN_TOLD_HOW, "At a meeting");
	fact_set(all, f, PLAN_MORE, words_of(y, false));
	if (!over)
		return;
	f = fact_change(all, &PLAN, y->handle, y->when.signed_on);
	fact_set(all, f, PLAN_STATE, "signed");
	fact_day(all, f, PLAN_UNTIL, y->when.signed_on);
	fact_day(all, f, PLAN_SIGNED_ON, y->when.signed_on);
	fact_set(all, f, PLAN_DECISION, chance_in(&y->c, 800) ? "continue" : chance_in(&y->c, 500) ? "change" : "specialist");
	fact_set(all, f, PLAN_MORE, words_of(y, true));
}

static void point_fact(struct cycle_made *y, int target, day on, int value)
{
	struct demo_fact *f = fact_add(&y->m->facts, &PROGRESS, 0, on);

	fact_ref(&y->m->facts, f, PROGRESS_PUPIL, y->k->handle);
	fact_ref(&y->m->facts, f, PROGRESS_TARGET, target);
	fact_day(&y->m->facts, f, PROGRESS_ON, on);
	fact_set(&y->m->facts, f, PROGRESS_KIND, "point");
	fact_int(&y->m->facts, f, PROGRESS_VALUE, value);
	fact_ref(&y->m->facts, f, PROGRESS_BY, y->m->adults[y->k->keyworker].handle);
}

static void reviewed_fact(struct cycle_made *y, int target, int value, int start, int goal)
{
	struct demo_facts *all = &y->m->facts;
	struct demo_fact *f = fact_add(all, &TARGET_REVIEW, 0, y->when.signed_on);
	int share = goal > start ? (value - start) * 100 / (goal - start) : 0;

	fact_ref(all, f, TARGET_REVIEW_PUPIL, y->k->handle);
	fact_ref(all, f, TARGET_REVIEW_TARGET, target);
	fact_ref(all, f, TARGET_REVIEW_PLAN, y->handle);
	fact_day(all, f, TARGET_REVIEW_ON, y->when.signed_on);
	fact_set(all, f, TARGET_REVIEW_RATING, share > 110 ? "exceeded" : share >= 95 ? "met" : share >= 40 ? "partly" : "not_met");
	fact_int(all, f, TARGET_REVIEW_VALUE, value);
	fact_set(all, f, TARGET_REVIEW_NEXT, share >= 95 ? "stop" : share >= 40 ? "keep" : "change");
	fact_ref(all, f, TARGET_REVIEW_BY, y->m->adults[y->k->tutor].handle);
}

/* Where a child was at the start of this cycle: cycles build on each other. Kai's line is the one the design draws. */
static int start_of(const struct cycle_made *y, const struct aim *aim)
{
	return aim->low + (aim->high - aim->low) * (y->number - 1) / 4;
}

static void points_of(struct cycle_made *y, int target, int start, int goal)
{
	bool over = y->when.signed_on != DAY_NONE, kai = y->k->cast && y->k->cast->case_of == CASE_KAI;
	day until = over ? y->when.signed_on : y->m->on, due = y->when.review > y->when.from ? y->when.review : y->when.from + 70;
	int pace = kai ? 100 : chance_between(&y->c, 40, 140), step = over ? 28 : 14, value = start;

	for (day d = school_day_from(y->when.from + 7); d <= until; d = school_day_from(d + step)) {
		int done = (goal - start) * pace * (d - y->when.from) / (100 * (due - y->when.from));

		value = start + done + chance_between(&y->c, -1, 1) * ((goal - start) / 12);
		if (value < 0)
			value = 0;
		point_fact(y, target, d, value);
	}
	if (over)
		reviewed_fact(y, target, value, start, goal);
}

static void target_fact(struct cycle_made *y, const struct aim *aim, int number, int far)
{
	struct demo_facts *all = &y->m->facts;
	int start = start_of(y, aim), goal = start + (aim->high - aim->low) * 2 / 3;
	struct demo_fact *f = target_begun(y, number - 1, number);
	const char *before = strstr(aim->outcome, "%d");

	goal = goal > start ? goal : start + 1;
	fact_set(all, f, TARGET_HORIZON, "short");
	if (far)
		fact_ref(all, f, TARGET_TOWARD, far);
	if (y->k->cast || !chance_in(&y->c, 250))
		fact_set(all, f, TARGET_OWN, aim->own);
	fact_set(all, f, TARGET_AREA, aim->area);
	fact_set(all, f, TARGET_OUTCOME, cycle_about(y, arena_printf(y->m->a, "%.*s%d%s", (int)(before - aim->outcome),
		aim->outcome,
		goal, before + 2)));
	fact_set(all, f, TARGET_BASELINE, arena_printf(y->m->a, "%d %s", start, aim->unit));
	fact_set(all, f, TARGET_AIM, arena_printf(y->m->a, "%d %s", goal, aim->unit));
	fact_set(all, f, TARGET_MEASURE, aim->measure);
	fact_set(all, f, TARGET_UNIT, aim->unit);
	fact_int(all, f, TARGET_START, start);
	fact_int(all, f, TARGET_GOAL, goal);
	fact_set(all, f, TARGET_BETTER, "higher");
	fact_day(all, f, TARGET_BY, y->when.review);
	fact_set(all, f, TARGET_SCHOOL, cycle_about(y, aim->school));
	fact_set(all, f, TARGET_HOME, aim->home ? cycle_about(y, aim->home) : NULL);
	help_facts(y, f, aim->help, aim->help_next);
	points_of(y, y->made[number - 1], start, goal);
}

static void strategy_facts(struct cycle_made *y)
{
	static const char *const HELPED[] = { "yes", "yes", "partly", "no", "not_used", NULL };
	int first = chance_to(&y->c, 5);

	for (int i = 0; i < 2; i++) {
		const char *text = STRATEGIES[(first + 2 * i) % 5];
		int handle = fact_handle(&y->m->facts);
		struct demo_fact *f = fact_add(&y->m->facts, &STRATEGY_USE, handle, y->when.from);

		fact_ref(&y->m->facts, f, STRATEGY_USE_PUPIL, y->k->handle);
		fact_ref(&y->m->facts, f, STRATEGY_USE_PLAN, y->handle);
		fact_seeded(&y->m->facts, f, STRATEGY_USE_BANK, arena_printf(y->m->a, "strategy_bank/text/%s", text));
		fact_set(&y->m->facts, f, STRATEGY_USE_TEXT, text);
		fact_set(&y->m->facts, f, STRATEGY_USE_WHO, "All who teach");
		if (y->when.signed_on == DAY_NONE)
			continue;
		f = fact_change(&y->m->facts, &STRATEGY_USE, handle, y->when.signed_on);
		fact_set(&y->m->facts, f, STRATEGY_USE_HELPED, chance_pick(&y->c, HELPED));
	}
}

static void view_fact(struct cycle_made *y, const char *whose, day on, const char *well, const char *wants)
{
	struct demo_facts *all = &y->m->facts;
	struct demo_fact *f = fact_add(all, &PLAN_VIEW, 0, on);

	fact_ref(all, f, PLAN_VIEW_PUPIL, y->k->handle);
	fact_ref(all, f, PLAN_VIEW_PLAN, y->handle);
	fact_set(all, f, PLAN_VIEW_WHOSE, whose);
	fact_day(all, f, PLAN_VIEW_ON, on);
	fact_set(all, f, PLAN_VIEW_HOW, strcmp(whose, "pupil") == 0 ? "Talking, with cards to point at" : "At the meeting");
	fact_set(all, f, PLAN_VIEW_WELL, well);
	fact_set(all, f, PLAN_VIEW_WANTS, wants);
	fact_set(all, f, PLAN_VIEW_THROUGH, "school");
}

static void signature_fact(struct cycle_made *y, const char *role, const char *name)
{
	struct demo_facts *all = &y->m->facts;
	struct demo_fact *f = fact_add(all, &SIGNATURE, 0, y->when.signed_on);

	fact_ref(all, f, SIGNATURE_PUPIL, y->k->handle);
	fact_ref(all, f, SIGNATURE_PLAN, y->handle);
	fact_set(all, f, SIGNATURE_ROLE, role);
	fact_set(all, f, SIGNATURE_NAME, name);
	fact_set(all, f, SIGNATURE_AT, arena_printf(y->m->a, "%sT08:10:00Z", day_iso(y->m->a, y->when.signed_on)));
	fact_int(all, f, SIGNATURE_PLAN_VERSION, 2);
	fact_set(all, f, SIGNATURE_THROUGH, "school");
	fact_set(all, f, SIGNATURE_OF, "review");
}

static const char *area_of(const char *code)
{
	for (int i = 0; i < AIM_COUNT; i++)
		if (strcmp(AIMS[i].code, code) == 0)
			return AIMS[i].area;
	return "cognition";
}

/* *last: the cycle before, whose targets these go on from; empty if there is none. It becomes this one. */
static void make_cycle(struct making *m, const struct child *k, struct span when, int number, struct cycle_made *last)
{
	struct cycle_made y = { m, k, when, fact_handle(&m->facts), number, chance_of(m->ask->seed, "cycle", m->campus,
		k->number * 8 + number), .before = { last->made[0], last->made[1], last->made[2] } };
	const char *code = KIND[k->kinds[0]].code;
	bool far = k->provision == 'E' || k->cast || k->number % 3 == 0;
	int targets = 0, leads = 0;

	plan_fact(&y, last->handle);
	for (int i = 0; far && i < AIM_COUNT && leads < 2; i++)
		leads += strcmp(AIMS[i].code, code) == 0;
	leads = far ? long_target(&y, area_of(code), leads + 1) : 0;
	for (int i = 0; i < AIM_COUNT && targets < 2; i++)
		if (strcmp(AIMS[i].code, code) == 0)
			target_fact(&y, &AIMS[i], ++targets, leads);
	strategy_facts(&y);
	part_facts(&y, area_of(code));
	card_facts(&y, when.signed_on == DAY_NONE ? m->on - 6 > when.from ? m->on - 6 : when.from : when.signed_on);
	*last = y;
	view_fact(&y, "pupil", when.from, chance_pick(&y.c, SAID_WELL), chance_pick(&y.c, SAID_WANTS));
	if (when.signed_on == DAY_NONE)
		return;
	view_fact(&y, "parent", when.signed_on, picked(&y, HOME_WELL), "");
	signature_fact(&y, "parent", k->mother ? k->mother_said : "The foster carer");
	signature_fact(&y, "teacher", m->adults[k->tutor].said);
}

static bool fits(const struct making *m, const struct child *k, const struct span *s)
{
	return s->from >= m->began && s->from <= m->on && (s->signed_on == DAY_NONE ? s->review > s->from :
		s->signed_on > s->from) && (k->provision == 'E' || k->from != DAY_NONE);
}

/* An EHC plan is reviewed once a year; its steps are set and looked at in school each term. */
static void terms_of(const struct making *m, const struct child *k, struct story *s)
{
	const struct school_year last = year_of_school(m->year - 1), now = year_of_school(m->year);
	const struct span spans[] = { { last.terms[2].first + 4, last.terms[2].last - 6, last.terms[2].last - 6, 1 },
		{ now.terms[0].first + 5, now.terms[0].last - 8, DAY_NONE, 2 } };

	day plan = k->plan_from != DAY_NONE ? k->plan_from : k->joined; /* or came with it */

	*s = (struct story){ 0 };
	for (size_t i = 0; i < sizeof spans / sizeof *spans; i++)
		if (spans[i].from >= plan && spans[i].from >= k->joined)
			s->spans[s->count++] = spans[i];
}

void make_plans(struct making *m)
{
	struct story *of = arena_array(m->a, (size_t)m->facts.handles, sizeof *of);

	gather(m, of);
	for (int i = 0; i < m->child_count; i++) {
		const struct child *k = &m->children[i];
		struct chance c = chance_of(m->ask->seed, "has cycles", m->campus, k->number);
		struct story *s = &of[k->handle];
		struct cycle_made last = { 0 };
		int number = 0;

		/* A few have none, so that the list of those without a plan is not empty. */
		if ((k->left != DAY_NONE && k->left < m->on - 60) || k->provision == 'N' || (!k->cast && chance_in(&c, 90)))
			continue;
		if (k->provision == 'E')
			terms_of(m, k, s);
		for (int j = k->cast ? 0 : s->count > 2 ? s->count - 2 : 0; j < s->count; j++)
			if (fits(m, k, &s->spans[j]))
				make_cycle(m, k, s->spans[j], ++number, &last);
	}
}
