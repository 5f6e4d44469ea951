/* first.c - what a school begins with: questions to those who teach a child, tests without what only their manuals can say, and the
 * areas of need of the SEND Code. All of it is the school's to change. The questions are our own words; none is taken from an
 * instrument. A question is put so that "yes" or 5 is no trouble for the child, and 1 or "no" is hard: answers can then be read
 * side by side. */
#include <string.h>

#include "areas/support/support.h"
#include "law/scores.h"

const struct first_question FIRST_QUESTIONS[] = {
	{ "general", "any", "scale", "How well does [name] keep up with the work of the class?" },
	{ "general", "any", "often", "Does [name] start work without an adult beside them?" },
	{ "general", "any", "often", "Does [name] ask for help when it is needed?" },
	{ "general", "any", "scale", "How well does [name] remember what was taught last week?" },
	{ "general", "primary", "often", "Is [name] glad to come into the classroom?" },
	{ "general", "secondary", "often", "Does [name] come to the lesson on time and with what is needed?" },
	{ "general", "secondary", "scale", "How well does [name] manage homework?" },
	{ "general", "any", "words", "What helps [name] most with you, and what makes it harder?" },
	{ "cognition", "any", "scale", "How well does [name] read what the lesson asks for?" },
	{ "cognition", "any", "scale", "How well does [name] understand what was read?" },
	{ "cognition", "any", "scale", "How well can [name] put ideas into writing?" },
	{ "cognition", "any", "scale", "How well does [name] spell common words?" },
	{ "cognition", "any", "scale", "How well does [name] copy from the board or a screen?" },
	{ "cognition", "any", "often", "Does [name] finish writing in the time given?" },
	{ "cognition", "any", "scale", "How well does [name] work with numbers?" },
	{ "cognition", "primary", "often", "Can [name] count, add and take away without fingers or objects?" },
	{ "cognition", "secondary", "often", "Can [name] pick out what matters from a page of a textbook?" },
	{ "cognition", "any", "often", "Does [name] follow a task of several steps?" },
	{ "communication", "any", "scale", "How well does [name] understand spoken instructions?" },
	{ "communication", "any", "scale", "How well can [name] say what they mean?" },
	{ "communication", "any", "often", "Do others understand [name] when they speak?" },
	{ "communication", "any", "scale", "How well does [name] learn and use new words?" },
	{ "communication", "any", "often", "Does [name] take turns in talk?" },
	{ "communication", "any", "scale", "How well does [name] manage when plans change?" },
	{ "communication", "any", "often", "Does [name] understand jokes and things that are hinted at?" },
	{ "communication", "primary", "often", "Does [name] play together with other children?" },
	{ "communication", "secondary", "often", "Does [name] work well in a group?" },
	{ "semh", "any", "scale", "How well does [name] stay with a task?" },
	{ "semh", "any", "scale", "How calm is [name] in your lesson?" },
	{ "semh", "any", "often", "Does [name] wait without calling out or leaving the seat?" },
	{ "semh", "any", "often", "Does [name] get on with other children?" },
	{ "semh", "any", "scale", "How well does [name] cope when something goes wrong?" },
	{ "semh", "any", "often", "Does [name] seem cheerful?" },
	{ "semh", "any", "often", "Does [name] join in, speak and answer?" },
	{ "semh", "secondary", "often", "Does [name] stay in the lesson until the end?" },
	{ "sensory", "any", "scale", "How well does [name] see the board, screen and page?" },
	{ "sensory", "any", "scale", "How well does [name] hear you and others in the room?" },
	{ "sensory", "any", "scale", "How well does [name] handle pens, tools and equipment?" },
	{ "sensory", "any", "scale", "How well does [name] move about the room and the school?" },
	{ "sensory", "any", "often", "Does [name] cope with noise, light and crowds?" },
	{ "sensory", "any", "often", "Does [name] last the day without getting very tired?" },
	{ NULL, NULL, NULL, NULL },
};

static const struct fault *is_empty(struct act *act, const struct record *r, bool *out)
{
	int64_t n;

	TRY(record_count(act, r, &(struct ask){ .with_withdrawn = true }, &n));
	*out = n == 0;
	return NULL;
}

static const struct fault *first_questions(struct act *act, const char *today)
{
	const char *id;

	for (int i = 0; FIRST_QUESTIONS[i].text; i++) {
		struct form *f = form_new(act->a, &QUESTION);

		form_set(f, QUESTION_TEXT, FIRST_QUESTIONS[i].text);
		form_set(f, QUESTION_AREA, FIRST_QUESTIONS[i].area);
		form_set(f, QUESTION_PHASE, FIRST_QUESTIONS[i].phase);
		form_set(f, QUESTION_KIND, FIRST_QUESTIONS[i].kind);
		form_set(f, QUESTION_PLACE, arena_printf(act->a, "%d", 10 * (i + 1)));
		form_set(f, QUESTION_FROM, today);
		TRY(record_add(act, &QUESTION, NULL, f, &id));
	}
	return NULL;
}

static const struct fault *first_tests(struct act *act)
{
	const char *id;

	for (int i = 0; FIRST_TESTS[i].name; i++) {
		struct form *f = form_new(act->a, &TEST_KIND);

		form_set(f, TEST_KIND_NAME, FIRST_TESTS[i].name);
		form_set(f, TEST_KIND_SCORE_TYPE, FIRST_TESTS[i].score_type);
		form_set(f, TEST_KIND_LOWER_BETTER, FIRST_TESTS[i].lower_better ? "1" : "0");
		TRY(record_add(act, &TEST_KIND, NULL, f, &id));
	}
	return NULL;
}

/* The four areas of the Code 6.28-6.35; DS, NSA and OTH have no area of their own. */
const struct first_area FIRST_AREAS[] = {
	{ "Communication and interaction", "SLCN ASD" }, { "Cognition and learning", "SPLD MLD SLD PMLD" },
	{ "Social, emotional and mental health", "SEMH" }, { "Sensory and/or physical", "HI VI MSI PD" }, { NULL, NULL },
};

static const struct fault *types_of(struct act *act, const char *area, const char *types)
{
	const char *id;

	while (*types) {
		size_t n = strcspn(types, " ");
		struct form *f = form_new(act->a, &NEED_AREA_TYPE);

		form_set(f, NEED_AREA_TYPE_AREA, area);
		form_set(f, NEED_AREA_TYPE_TYPE, arena_text_n(act->a, types, n));
		TRY(record_add(act, &NEED_AREA_TYPE, NULL, f, &id));
		types += n + (types[n] == ' ');
	}
	return NULL;
}

static const struct fault *first_areas(struct act *act)
{
	const char *id;

	for (int i = 0; FIRST_AREAS[i].name; i++) {
		struct form *f = form_new(act->a, &NEED_AREA);

		form_set(f, NEED_AREA_SCHEME, FIRST_SCHEME);
		form_set(f, NEED_AREA_NAME, FIRST_AREAS[i].name);
		form_set(f, NEED_AREA_BASIS, "guidance");
		form_set(f, NEED_AREA_PLACE, arena_printf(act->a, "%d", i + 1));
		form_set(f, NEED_AREA_FROM, "2014-09-01");
		TRY(record_add(act, &NEED_AREA, NULL, f, &id));
		TRY(types_of(act, id, FIRST_AREAS[i].types));
	}
	return NULL;
}

static const struct fault *none_for_staff(struct act *act, bool *out)
{
	struct ask ask = { .where = { { QUESTION_WHO, EMPTY, "" } }, .with_withdrawn = true };
	int64_t n;

	TRY(record_count(act, &QUESTION, &ask, &n));
	*out = n == 0;
	return NULL;
}

/* Bands of the SDQ are settings from the beginning: dated, with their source, the school's to change. */
static const struct fault *first_bands(struct act *act)
{
	const struct record *r = record_find(act->house, "setting");

	for (int i = 0; i < SDQ_INFORMANTS; i++) {
		struct form *form = form_new(act->a, r);
		struct ask same = { .where = { { field_find(r, "name"), IS, SDQ_FIRST[i].setting } }, .campus = act->campus,
			.with_withdrawn = true };
		const char *id;
		int64_t n;

		TRY(record_count(act, r, &same, &n));
		if (n)
			continue;
		form_put(form, "name", SDQ_FIRST[i].setting);
		form_put(form, "value", SDQ_FIRST[i].bands);
		form_put(form, "from", "2016-01-01");
		form_put(form, "reason", SDQ_FIRST[i].source);
		TRY(record_add(act, r, NULL, form, &id));
	}
	return NULL;
}

const struct fault *support_first(struct act *act)
{
	bool questions, tests, areas;

	TRY(home_first(act));
	TRY(none_for_staff(act, &questions));
	TRY(is_empty(act, &TEST_KIND, &tests));
	TRY(is_empty(act, &NEED_AREA, &areas));
	if (questions)
		TRY(first_questions(act, day_iso(act->a, act->today)));
	if (tests)
		TRY(first_tests(act));
	if (areas)
		TRY(first_areas(act));
	return first_bands(act);
}
