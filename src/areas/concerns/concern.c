/* concern.c - a concern or complaint from home as it is kept: its lists of words, and what must stand before it is answered and
 * closed. By when it is answered is the school's own setting (law/clocks.c, home-concern-reply and home-complaint-reply). */
#include <string.h>

#include "areas/concerns/area.h"
#include "law/own.h"

const struct choice CONCERN_KINDS[] = { { "concern", "A concern" }, { "complaint", "A complaint" }, { NULL, NULL } };

const struct choice CONCERN_CHANNELS[] = {
	{ "phone", "Telephone" }, { "person", "In person" }, { "email", "E-mail" }, { "letter", "Letter" },
	{ "text", "Text message" }, { "link", "By a link" }, { NULL, NULL },
};

const struct choice CONCERN_THEMES[] = {
	{ "support", "Support is not given as agreed" }, { "progress", "Progress, or what is expected" },
	{ "need", "A need that is not seen" }, { "telling", "Not told, or not heard" }, { "staff", "How an adult behaved" },
	{ "peers", "Other children, bullying" }, { "adjustment", "A change that was asked for and refused" },
	{ "attendance", "Attendance, part-time, sent home" }, { "plan", "The plan, or the local authority" },
	{ "other", "Something else" }, { NULL, NULL },
};

const struct choice CONCERN_STAGES[] = {
	{ "talk", "Talked over" }, { "formal", "Formal complaint" }, { "panel", "Governors’ panel" }, { NULL, NULL },
};

const struct choice CONCERN_STATES[] = {
	{ "new", "New" }, { "looking", "Being looked into" }, { "answered", "Answered" }, { "closed", "Closed" }, { NULL, NULL },
};

const struct choice CONCERN_OUTCOMES[] = {
	{ "right", "Put right" }, { "partly", "Put right in part" }, { "explained", "Explained" }, { "not", "Not upheld" },
	{ "passed", "Passed on: it is somebody else’s" }, { "withdrawn", "Taken back by them" }, { NULL, NULL },
};

static const struct choice CONTENT[] = {
	{ "yes", "Yes" }, { "partly", "In part" }, { "no", "No" }, { "unsaid", "They did not say" }, { NULL, NULL },
};

static const struct field fields[HOME_CONCERN_FIELDS] = {
	[HOME_CONCERN_PUPIL]      = { "pupil", "Child", .type = F_REF, .flags = REQUIRED, .ref = "pupil",
		.ask = "Choose the child" },
	[HOME_CONCERN_CONTACT]    = { "contact", "Who said it", .type = F_REF, .ref = "contact" },
	[HOME_CONCERN_WHO]        = { "who", "Somebody else", "Name, and who they are to the child", F_TEXT, THIRD, .max = 160 },
	[HOME_CONCERN_ON]         = { "raised_on", "When", .type = F_DATE, .flags = REQUIRED | NOT_FUTURE | INDEXED,
		.ask = "Enter the day they told the school" },
	[HOME_CONCERN_CHANNEL]    = { "channel", "How", .type = F_CHOICE, .flags = REQUIRED, .choices = CONCERN_CHANNELS,
		.ask = "Choose how they told the school" },
	[HOME_CONCERN_KIND]       = { "kind", "What it is", "A complaint is one they call so, or want answered in writing",
		F_CHOICE, REQUIRED | INDEXED, .choices = CONCERN_KINDS, .ask = "Choose a concern or a complaint" },
	[HOME_CONCERN_THEME]      = { "theme", "What it is about", .type = F_CHOICE, .flags = INDEXED,
		.choices = CONCERN_THEMES },
	[HOME_CONCERN_SAID]       = { "said", "What they said", "In their words, as far as you can", F_LONGTEXT,
		REQUIRED | SEALED | SEARCH, .max = 8000, .ask = "Write down what they said" },
	[HOME_CONCERN_WANTED]     = { "wanted", "What they would like to happen", "Leave empty if they did not say", F_LONGTEXT,
		SEALED | SEARCH, .max = 2000 },
	[HOME_CONCERN_TAKEN_BY]   = { "taken_by", "Taken by", .type = F_REF, .flags = BY_SYSTEM, .ref = "staff" },
	[HOME_CONCERN_OWNER]      = { "owner", "Who sees to it", "They answer to the family. Not the adult it is about", F_REF, 0,
		.ref = "staff" },
	[HOME_CONCERN_STAGE]      = { "stage", "Step of the school’s procedure", .type = F_CHOICE, .flags = REQUIRED,
		.choices = CONCERN_STAGES },
	[HOME_CONCERN_STATE]      = { "state", "State", .type = F_CHOICE, .flags = REQUIRED | INDEXED, .choices = CONCERN_STATES },
	[HOME_CONCERN_REPLY_BY]   = { "reply_by", "Answer by", "By the school’s own setting; change it if you agreed another",
		F_DATE, INDEXED },
	[HOME_CONCERN_FOUND]      = { "found", "What you found out", "For the school: the family does not get this", F_LONGTEXT,
		SEALED | SEARCH | THIRD, .max = 8000 },
	[HOME_CONCERN_REPLIED_ON] = { "replied_on", "Answered on", .type = F_DATE, .flags = NOT_FUTURE },
	[HOME_CONCERN_REPLY]      = { "reply", "What they were told", "In a few sentences, also if it went by letter", F_LONGTEXT,
		SEALED | SEARCH, .max = 8000 },
	[HOME_CONCERN_OUTCOME]    = { "outcome", "What came of it", .type = F_CHOICE, .flags = INDEXED,
		.choices = CONCERN_OUTCOMES },
	[HOME_CONCERN_LEARNED]    = { "learned", "What changes because of it", "For this child, and for others", F_LONGTEXT,
		SEALED | SEARCH, .max = 4000 },
	[HOME_CONCERN_CONTENT]    = { "content", "Are they content with the answer?", .type = F_CHOICE, .choices = CONTENT },
	[HOME_CONCERN_CLOSED_ON]  = { "closed_on", "Closed on", .type = F_DATE, .flags = NOT_FUTURE | INDEXED },
	[HOME_CONCERN_LINK]       = { "link", "Sent by link", .type = F_TEXT, .flags = BY_SYSTEM | INDEXED, .max = 64 },
};

static const struct view views[] = {
	{ "state", (const char *const[]){ "pupil", "raised_on", "kind", "owner", "stage", "state", "reply_by", "replied_on",
		"closed_on", NULL } },
	{ NULL, NULL },
};

static const char *now_or_was(const struct form *form, int field, const struct row *was)
{
	return form->values[field] ? form->values[field] : was ? row_text(was, field) : "";
}

/* The school's own day for an answer. DAY_NONE where its calendar does not reach. */
static const struct fault *answer_day(struct act *act, const char *kind, day from, day *out)
{
	const char *clock = strcmp(kind, "complaint") == 0 ? "home-complaint-reply" : "home-concern-reply";
	struct act *all = act_lift(act); /* a parent by a link reads no calendar */
	struct clock_answer answer;
	struct own_law own;

	*out = DAY_NONE;
	if (from == DAY_NONE)
		return NULL;
	TRY(act_guard(all));
	TRY(law_own(all, &own));
	TRY(act_guard(act));
	TRY(law_due(act->a, &own, clock, from, NULL, &answer));
	*out = answer.due;
	return NULL;
}

static void check_end(struct form *form, const struct row *was)
{
	const char *state = now_or_was(form, HOME_CONCERN_STATE, was);
	bool closed = strcmp(state, "closed") == 0, answered = closed || strcmp(state, "answered") == 0;
	const char *outcome = now_or_was(form, HOME_CONCERN_OUTCOME, was);
	bool untold = strcmp(outcome, "withdrawn") == 0; /* who took it back needs no answer */

	if (closed && !*outcome)
		form_error(form, HOME_CONCERN_OUTCOME, "Choose what came of it");
	if (answered && !untold && !*now_or_was(form, HOME_CONCERN_REPLIED_ON, was))
		form_error(form, HOME_CONCERN_REPLIED_ON, "Enter the day they were answered");
	if (answered && !untold && !*now_or_was(form, HOME_CONCERN_REPLY, was))
		form_error(form, HOME_CONCERN_REPLY, "Write down what they were told");
}

static const struct fault *check(struct act *act, struct form *form, struct row *was)
{
	day raised = day_typed(now_or_was(form, HOME_CONCERN_ON, was)), replied = day_typed(now_or_was(form,
		HOME_CONCERN_REPLIED_ON, was)), by;
	const char *kind = now_or_was(form, HOME_CONCERN_KIND, was);

	if (replied != DAY_NONE && raised != DAY_NONE && replied < raised)
		form_error(form, HOME_CONCERN_REPLIED_ON, "They cannot be answered before they told the school");
	check_end(form, was);
	if (form->error_count || *now_or_was(form, HOME_CONCERN_REPLY_BY, was) || !*kind)
		return NULL;
	TRY(answer_day(act, kind, raised, &by));
	if (by != DAY_NONE)
		form_set(form, HOME_CONCERN_REPLY_BY, day_iso(act->a, by));
	return NULL;
}

const struct record HOME_CONCERN = {
	"home_concern", "Concern from home", "Concerns from home", fields, HOME_CONCERN_FIELDS, .about = "pupil", .self = "owner",
	.tier = T2, .when = "raised_on", .line = "kind", .order = "-raised_on", .keep = "send-file", .views = views,
	.hooks = &(const struct hooks){ .before_check = check },
	.says = "What a parent is worried or complains about: what they said, who sees to it, what they were told and by when, and "
		"what came of it.",
};
