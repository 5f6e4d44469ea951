/* demo_concerns.c - what parents of the invented school worried or complained about this year: some answered and closed, some open,
 * one late, one that nobody sees to yet. */
#include <string.h>

#include "areas/concerns/area.h"
#include "jobs/demo_make.h"

struct story {
	const char *channel, *kind, *theme, *said, *wanted, *reply, *outcome, *learned, *content;
	int raised, answered;           /* days before the day looked at; 0: not yet */
	bool untouched;
};

static const struct story STORIES[] = {
	{ "phone", "concern", "support",
		"{m} says {n} has had no reading group for three weeks: the adult who leads it was covering.",
		"To know that it goes on, and that missed weeks are made up.",
		"Rang back: the group is led by somebody else from Monday, and the missed weeks are added after half-term.",
		"right", "Cover is no longer taken from groups without telling the SENCO first.", "yes", 48, 43, false },
	{ "email", "concern", "telling",
		"{m} heard of a changed timetable from {n}, not from the school.",
		"To be told before a change.",
		"Said sorry. {t} now writes before a change and not after.",
		"right", "A changed timetable is told to families of children with support the day before.", "yes", 66, 61, false },
	{ "person", "complaint", "adjustment",
		"{m} asked twice for the lift pass and was told to ask again next week.",
		"The pass, and an answer in writing.",
		"Wrote to {m}: the pass was given on the same day; what went wrong is told.",
		"right", "Passes are given by the office without waiting for a signature.", "partly", 83, 72, false },
	{ "phone", "concern", "peers",
		"{n} is called names on the bus and does not want to come on Thursdays.",
		"Somebody on the bus.",
		"Met {m}: the bus has an adult until Christmas, and the head of year speaks with both families.",
		"partly", "", "partly", 34, 27, false },
	{ "email", "complaint", "plan",
		"{m} says half of what the plan names is not there.",
		"A list of what is given, by whom and when.",
		"",
		"", "", "", 19, 0, false },
	{ "phone", "concern", "progress",
		"{m} does not see {n} reading better and asks what the numbers mean.",
		"A talk with the numbers on the table.",
		"Went through the graph with {m}; a meeting is planned.",
		"", "", "", 12, 3, false },
	{ "person", "concern", "need",
		"{m} thinks {n} cannot hear in the hall.",
		"A hearing test.",
		"",
		"", "", "", 6, 0, false },
	{ "email", "concern", "attendance",
		"{m} was asked to fetch {n} at noon twice and was given no paper about it.",
		"", "", "", "", "", 1, 0, true },
};

static void tell_words(struct making *m, struct demo_fact *f, const struct child *k, int field, const char *words)
{
	if (*words)
		fact_set(&m->facts, f, field, words_about(m, k, m->adults[k->tutor].said, words));
}

static void raised(struct making *m, const struct child *k, const struct story *s, int handle, day on)
{
	struct demo_fact *f = fact_add(&m->facts, &HOME_CONCERN, handle, on);

	fact_ref(&m->facts, f, HOME_CONCERN_PUPIL, k->handle);
	fact_ref(&m->facts, f, HOME_CONCERN_CONTACT, k->mother);
	fact_set(&m->facts, f, HOME_CONCERN_WHO, k->mother ? NULL : "Foster carer");
	fact_day(&m->facts, f, HOME_CONCERN_ON, on);
	fact_set(&m->facts, f, HOME_CONCERN_CHANNEL, s->channel);
	fact_set(&m->facts, f, HOME_CONCERN_KIND, s->kind);
	fact_set(&m->facts, f, HOME_CONCERN_THEME, s->theme);
	tell_words(m, f, k, HOME_CONCERN_SAID, s->said);
	tell_words(m, f, k, HOME_CONCERN_WANTED, s->wanted);
	fact_ref(&m->facts, f, HOME_CONCERN_TAKEN_BY, m->adults[k->tutor].handle);
	fact_set(&m->facts, f, HOME_CONCERN_STAGE, strcmp(s->kind, "complaint") == 0 ? "formal" : "talk");
	fact_set(&m->facts, f, HOME_CONCERN_STATE, "new");
}

static void looked_into(struct making *m, const struct child *k, const struct story *s, int handle, day on)
{
	day next = school_day_from(on + 1);
	struct demo_fact *f = fact_change(&m->facts, &HOME_CONCERN, handle, next < m->on ? next : m->on);

	fact_ref(&m->facts, f, HOME_CONCERN_OWNER, m->adults[strcmp(s->kind, "complaint") == 0 ? 0 : k->keyworker].handle);
	fact_set(&m->facts, f, HOME_CONCERN_STATE, "looking");
	if (!s->answered)
		return;
	f = fact_change(&m->facts, &HOME_CONCERN, handle, school_day_until(m->on - s->answered));
	fact_day(&m->facts, f, HOME_CONCERN_REPLIED_ON, school_day_until(m->on - s->answered));
	tell_words(m, f, k, HOME_CONCERN_REPLY, s->reply);
	fact_set(&m->facts, f, HOME_CONCERN_STATE, "answered");
	if (!*s->outcome)
		return;
	f = fact_change(&m->facts, &HOME_CONCERN, handle, school_day_until(m->on - s->answered + 2));
	fact_set(&m->facts, f, HOME_CONCERN_OUTCOME, s->outcome);
	fact_set(&m->facts, f, HOME_CONCERN_LEARNED, s->learned);
	fact_set(&m->facts, f, HOME_CONCERN_CONTENT, s->content);
	fact_set(&m->facts, f, HOME_CONCERN_STATE, "closed");
	fact_day(&m->facts, f, HOME_CONCERN_CLOSED_ON, school_day_until(m->on - s->answered + 2));
}

void make_concerns(struct making *m)
{
	enum { COUNT = sizeof STORIES / sizeof *STORIES };
	static const int ORDER[COUNT] = { 4, 0, 7, 2, 5, 1, 6, 3 }; /* a small school has open ones and closed ones too */
	int n = 0;

	for (int i = 0; i < m->child_count && n < COUNT; i++) {
		const struct child *k = &m->children[i];
		const struct story *s = &STORIES[ORDER[n]];
		day on = school_day_until(m->on - s->raised);
		struct chance c = chance_for(m, "home concern", k->number);
		int handle;

		if (k->left != DAY_NONE || k->off != DAY_NONE || (k->provision != 'K' && k->provision != 'E') || k->joined > on ||
			on < m->began || !chance_in(&c, 500))
			continue;
		handle = fact_handle(&m->facts);
		raised(m, k, s, handle, on);
		if (!s->untouched)
			looked_into(m, k, s, handle, on);
		n++;
	}
}
