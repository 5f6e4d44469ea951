/* home.c - asking home: the questions a school begins with for parents and for the child, and what was asked of whom. The answers
 * are answers like those of staff, so a plan shows them without their being typed again. The questions are our own words; none is
 * taken from an instrument. As for staff, 5 or "yes" is no trouble, and 1 or "no" is hard. */
#include <string.h>

#include "areas/support/support.h"

const struct choice ASK_WHO[] = { { "home", "Parents and carers" }, { "child", "The child" }, { NULL, NULL } };

static const struct choice WHOSE[] = { { "contact", "A parent or carer" }, { "pupil", "The child" }, { NULL, NULL } };

const struct first_question FIRST_HOME[] = {
	{ "general", "home", "scale", "How does [name] feel about going to school?" },
	{ "general", "home", "often", "Does [name] talk about what happened at school?" },
	{ "general", "home", "scale", "How does homework go?" },
	{ "cognition", "home", "scale", "How does reading go at home, alone or together?" },
	{ "communication", "home", "often", "Does [name] tell you what they want or need?" },
	{ "semh", "home", "scale", "How does [name] cope when plans change or something goes wrong?" },
	{ "semh", "home", "often", "Does [name] have friends to play with or to meet?" },
	{ "sensory", "home", "often", "Does [name] sleep and eat well?" },
	{ "sensory", "home", "often", "Can [name] bear noise, crowds and clothes that itch?" },
	{ "general", "home", "words", "What helps [name] at home that we should know?" },
	{ "general", "home", "words", "What would you most like to be different?" },
	{ "general", "child", "scale", "How is school for you?" },
	{ "cognition", "child", "scale", "How is reading for you?" },
	{ "cognition", "child", "scale", "How is writing for you?" },
	{ "semh", "child", "scale", "How are playtimes and breaks?" },
	{ "communication", "child", "often", "Do you know what to do in lessons?" },
	{ "communication", "child", "often", "Can you ask for help?" },
	{ "semh", "child", "often", "Is there an adult at school you can talk to?" },
	{ "sensory", "child", "often", "Is it quiet enough for you to work?" },
	{ "general", "child", "words", "What helps you?" },
	{ "general", "child", "words", "What would you like to change?" },
	{ NULL, NULL, NULL, NULL },
};

const struct fault *home_first(struct act *act)
{
	struct ask ask = { .where = { { QUESTION_WHO, FILLED, "" } }, .with_withdrawn = true };
	const char *id;
	int64_t n;

	TRY(record_count(act, &QUESTION, &ask, &n));
	for (int i = 0; !n && FIRST_HOME[i].text; i++) {
		struct form *f = form_new(act->a, &QUESTION);

		form_set(f, QUESTION_TEXT, FIRST_HOME[i].text);
		form_set(f, QUESTION_AREA, FIRST_HOME[i].area);
		form_set(f, QUESTION_PHASE, "any");
		form_set(f, QUESTION_WHO, FIRST_HOME[i].phase);
		form_set(f, QUESTION_KIND, FIRST_HOME[i].kind);
		form_set(f, QUESTION_PLACE, arena_printf(act->a, "%d", 700 + 5 * i));
		form_set(f, QUESTION_FROM, day_iso(act->a, act->today));
		TRY(record_add(act, &QUESTION, NULL, f, &id));
	}
	return NULL;
}

static const struct field fields[HOME_ASK_FIELDS] = {
	[HOME_ASK_PUPIL]       = { "pupil", "Child", .type = F_REF, .flags = REQUIRED, .ref = "pupil", .ask = "Choose the child" },
	[HOME_ASK_ROUND]       = { "round", "Beside the round", .type = F_REF, .ref = "ask_round" },
	[HOME_ASK_WHOSE]       = { "whose", "Who is asked", .type = F_CHOICE, .flags = REQUIRED, .choices = WHOSE,
		.ask = "Choose who is asked" },
	[HOME_ASK_WHY]         = { "reason", "What they read above the questions", .type = F_LONGTEXT, .flags = SEALED,
		.max = 1000 },
	[HOME_ASK_QUESTIONS]   = { "questions", "Questions asked", .type = F_TEXT, .flags = BY_SYSTEM, .max = 400 },
	[HOME_ASK_ASKED_ON]    = { "asked_on", "Asked on", .type = F_DATE, .flags = REQUIRED | NOT_FUTURE },
	[HOME_ASK_BY]          = { "asked_by", "Asked by", .type = F_REF, .ref = "staff" },
	[HOME_ASK_NAME]        = { "name", "Who answered", .type = F_TEXT, .flags = THIRD, .max = 160 },
	[HOME_ASK_ANSWERED_ON] = { "answered_on", "Answered on", .type = F_DATE, .flags = NOT_FUTURE | INDEXED },
};

const struct record HOME_ASK = {
	"home_ask", "Home asked", "Home asked", fields, HOME_ASK_FIELDS, .about = "pupil", .tier = T2, .when = "asked_on",
	.line = "whose", .order = "-asked_on", .keep = "send-file",
	.says = "A parent or the child was asked questions of the school’s own bank, by a link: which, when, and who answered.",
};

/* ---- answers ---- */

const char *const HOME_SCALE[FACES] = { "Very hard", "Hard", "OK", "Good", "Very good" };

bool home_by_child(const struct row *ask)
{
	return strcmp(row_text(ask, HOME_ASK_WHOSE), "pupil") == 0;
}

const struct fault *home_read(struct act *act, struct row *ask, const char *first, struct home_answers *out)
{
	struct ask answers = { .pupil = row_about(ask), .where = { { ASK_ANSWER_HOME, IS, row_id(ask) } }, .limit = 50 };

	out->ask = ask;
	TRY(ask_read(act, row_text(ask, HOME_ASK_QUESTIONS), first, &out->questions));
	return record_list(act, &ASK_ANSWER, &answers, &out->rows);
}

const char *home_said(struct arena *a, const struct home_answers *h, int q)
{
	for (int i = 0; i < h->rows.count; i++) {
		const struct row *r = h->rows.row[i];
		int scale = (int)row_int(r, ASK_ANSWER_SCALE);

		if (strcmp(row_text(r, ASK_ANSWER_QUESTION), h->questions.q[q].id) != 0)
			continue;
		if (!scale)
			return row_text(r, ASK_ANSWER_WORDS);
		if (strcmp(row_text(r, ASK_ANSWER_KIND), "often") == 0)
			return scale >= 5 ? "Yes" : scale <= 1 ? "No" : "Sometimes";
		return arena_printf(a, "%s (%d of 5)", HOME_SCALE[scale >= 1 && scale <= FACES ? scale - 1 : 0], scale);
	}
	return "";
}
