/* demo_parts.c - what hangs on an invented cycle beside its targets: the long-term target, who does what, the child's own card,
 * and how much help there is. The cycles themselves are demo_plans.c. */
#include <string.h>

#include "areas/plans/area.h"
#include "jobs/demo_plans.h"

static const struct far { const char *area, *outcome, *baseline, *aim, *own; } FAR[] = {
	{ "cognition", "{n} reads a book of {his} choice alone and tells somebody what happens in it",
	  "Reads when an adult reads every second page", "A whole book alone, once a month", "I want to read my own book in bed." },
	{ "communication", "{n} joins a conversation of four children at {his} table for a whole break",
	  "Listens, and answers if asked by name", "Three breaks a week", "I want to talk with the others without being asked." },
	{ "semh", "{n} spends a whole day with {his} class, with the card in {his} pocket",
	  "Three lessons of five on most days", "Every day for half a term", "I want to stay in with everybody." },
	{ "sensory", "{n} finds {his} way through a school day without asking an adult where or what",
	  "Asks before each lesson", "Four days of five", "I want to do it without asking." },
	{ "independence", "{n} packs, finds and starts what {he} needs alone", "With a reminder each time", "Four days of five",
	  "I want to do it myself." },
};

static const struct doing { const char *area, *side, *text, *often, *cover; } DOINGS[] = {
	{ "cognition", "school", "Paired reading and the reading check", "3 times 15 minutes a week",
	  "The book and the card lie in the blue tray. Wait ten seconds before you help with a word." },
	{ "cognition", "home", "Reads together and signs the card", "Four evenings a week", NULL },
	{ "cognition", "agency", "Specialist teacher looks at the scores with us", "Once a term", NULL },
	{ "communication", "school", "Goes through the words of the topic before the lesson", "Twice 20 minutes a week",
	  "Say the name first, then wait. The picture cards hang behind the door." },
	{ "communication", "home", "Uses the word of the day at dinner", "Every school day", NULL },
	{ "communication", "agency", "Speech and language therapist sees the child and sets the next words", "Once a half-term",
		NULL },
	{ "semh", "school", "Checks in at 8:40 and after lunch", "Twice a day, 5 minutes",
	  "Meet at the gate, not in class. If the card is up, walk to the library together and say nothing until there." },
	{ "semh", "home", "Reads the card on Fridays", "Once a week", NULL },
	{ "semh", "agency", "Mental health support team, with the child", "Six sessions this term", NULL },
	{ "sensory", "school", "Tests the equipment and gives out what is printed large", "Every morning, 5 minutes",
	  "Spare batteries are in the office. Face the child when you speak." },
	{ "sensory", "home", "Brings the equipment and says if something fails", "Every school day", NULL },
	{ "sensory", "agency", "Advisory teacher checks the equipment", "Once a term", NULL },
};

static const char *const CARD_SAYS[] = { "It is easier in the morning.", "I can start by myself now.", "I still lose my place.", "",
	"I like the card.", NULL };

static const struct far *far_of(const char *area)
{
	for (size_t i = 0; i < sizeof FAR / sizeof *FAR; i++)
		if (strcmp(FAR[i].area, area) == 0)
			return &FAR[i];
	return &FAR[0];
}

struct demo_fact *target_begun(struct cycle_made *y, int slot, int number)
{
	struct demo_facts *all = &y->m->facts;
	int handle = fact_handle(all);
	struct demo_fact *f = fact_add(all, &TARGET, handle, y->when.from);

	y->made[slot] = handle;
	fact_ref(all, f, TARGET_PUPIL, y->k->handle);
	fact_ref(all, f, TARGET_PLAN, y->handle);
	fact_int(all, f, TARGET_NUMBER, number);
	if (y->before[slot])
		fact_ref(all, f, TARGET_FROM_TARGET, y->before[slot]);
	return f;
}

static void far_review(struct cycle_made *y, int target)
{
	struct demo_facts *all = &y->m->facts;
	struct demo_fact *f = fact_add(all, &TARGET_REVIEW, 0, y->when.signed_on);

	fact_ref(all, f, TARGET_REVIEW_PUPIL, y->k->handle);
	fact_ref(all, f, TARGET_REVIEW_TARGET, target);
	fact_ref(all, f, TARGET_REVIEW_PLAN, y->handle);
	fact_day(all, f, TARGET_REVIEW_ON, y->when.signed_on);
	fact_set(all, f, TARGET_REVIEW_RATING, "partly");
	fact_set(all, f, TARGET_REVIEW_NEXT, "keep");
	fact_set(all, f, TARGET_REVIEW_NOTE, "On the way: see its steps");
	fact_ref(all, f, TARGET_REVIEW_BY, y->m->adults[y->k->tutor].handle);
}

int long_target(struct cycle_made *y, const char *area, int number)
{
	const struct far *far = far_of(area);
	struct demo_facts *all = &y->m->facts;
	struct demo_fact *f = target_begun(y, CYCLE_TARGETS - 1, number);

	fact_set(all, f, TARGET_HORIZON, "long");
	fact_set(all, f, TARGET_AREA, area);
	fact_set(all, f, TARGET_OUTCOME, cycle_about(y, far->outcome));
	fact_set(all, f, TARGET_BASELINE, cycle_about(y, far->baseline));
	fact_set(all, f, TARGET_AIM, far->aim);
	fact_set(all, f, TARGET_MEASURE, "Looked at by the class teacher and the family, once a term");
	fact_set(all, f, TARGET_OWN, far->own);
	fact_day(all, f, TARGET_BY, day_of(y->m->year + 2, 7, 16));
	if (y->when.signed_on != DAY_NONE)
		far_review(y, y->made[CYCLE_TARGETS - 1]);
	return y->made[CYCLE_TARGETS - 1];
}

static void part_fact(struct cycle_made *y, const struct doing *d)
{
	struct demo_facts *all = &y->m->facts;
	struct demo_fact *f = fact_add(all, &STRATEGY_USE, 0, y->when.from);
	bool school = strcmp(d->side, "school") == 0;

	fact_ref(all, f, STRATEGY_USE_PUPIL, y->k->handle);
	fact_ref(all, f, STRATEGY_USE_PLAN, y->handle);
	fact_set(all, f, STRATEGY_USE_TEXT, d->text);
	fact_set(all, f, STRATEGY_USE_SIDE, d->side);
	fact_set(all, f, STRATEGY_USE_OFTEN, d->often);
	if (school)
		fact_ref(all, f, STRATEGY_USE_STAFF, y->m->adults[y->k->keyworker].handle);
	else if (strcmp(d->side, "home") == 0)
		fact_set(all, f, STRATEGY_USE_WHO, y->k->mother ? y->k->mother_said : "The foster carer");
	/* Some have nothing for cover yet, so that the gap is seen. */
	if (d->cover && (y->k->cast || !chance_in(&y->c, 300)))
		fact_set(all, f, STRATEGY_USE_COVER, d->cover);
}

void part_facts(struct cycle_made *y, const char *area)
{
	for (size_t i = 0; i < sizeof DOINGS / sizeof *DOINGS; i++)
		if (strcmp(DOINGS[i].area, area) == 0 && (strcmp(DOINGS[i].side, "agency") != 0 || y->k->provision == 'E'))
			part_fact(y, &DOINGS[i]);
}

void card_facts(struct cycle_made *y, day on)
{
	struct demo_facts *all = &y->m->facts;

	for (int i = 0; i < CYCLE_TARGETS; i++) {
		struct demo_fact *f;

		if (!y->made[i])
			continue;
		f = fact_add(all, &PLAN_VIEW, 0, on);
		fact_ref(all, f, PLAN_VIEW_PUPIL, y->k->handle);
		fact_ref(all, f, PLAN_VIEW_PLAN, y->handle);
		fact_ref(all, f, PLAN_VIEW_TARGET, y->made[i]);
		fact_set(all, f, PLAN_VIEW_WHOSE, "pupil");
		fact_day(all, f, PLAN_VIEW_ON, on);
		fact_set(all, f, PLAN_VIEW_HOW, "On the review card, with the keyworker");
		fact_int(all, f, PLAN_VIEW_FEELS, chance_between(&y->c, 2, 5));
		fact_set(all, f, PLAN_VIEW_WELL, chance_pick(&y->c, CARD_SAYS));
		fact_set(all, f, PLAN_VIEW_THROUGH, "school");
	}
}

static int minutes_for(const char *help)
{
	static const struct { const char *help; int minutes; } LADDER[] = { { "full", 180 }, { "part", 120 }, { "prompt", 60 },
		{ "aid", 20 }, { "alone", 0 } };

	for (size_t i = 0; i < sizeof LADDER / sizeof *LADDER; i++)
		if (help && strcmp(LADDER[i].help, help) == 0)
			return LADDER[i].minutes;
	return 60;
}

void help_facts(struct cycle_made *y, struct demo_fact *target, const char *help, const char *next)
{
	struct demo_facts *all = &y->m->facts;
	int now = minutes_for(help), less = y->number > 1 ? 10 * (y->number - 1) : 0;

	fact_set(all, target, TARGET_HELP, help);
	fact_int(all, target, TARGET_MINUTES, now - less > minutes_for(next) ? now - less : minutes_for(next));
	if (!next || (!y->k->cast && chance_in(&y->c, 300))) /* some have high help and no next step, so that it is seen */
		return;
	fact_set(all, target, TARGET_HELP_NEXT, next);
	fact_day(all, target, TARGET_HELP_BY, y->when.review);
	fact_int(all, target, TARGET_MINUTES_AIM, minutes_for(next));
}
