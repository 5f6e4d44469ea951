/* worry.c - worries, and the rounds in which everyone who teaches a child is asked. Their pages are in worry_pages.c,
 * triage_pages.c, round_pages.c and answer_pages.c. */
#include "areas/support/area.h"

const struct choice HARD_THINGS[] = {
	{ "Reading", "Reading" }, { "Writing", "Writing" }, { "Number", "Number" }, { "Listening and talking",
		"Listening and talking" },
	{ "Paying attention", "Paying attention" }, { "Getting on with others", "Getting on with others" }, { "Feelings",
		"Feelings" },
	{ "Moving, seeing or hearing", "Moving, seeing or hearing" }, { "Something else", "Something else" }, { NULL, NULL },
};

const struct choice WORRY_STATES[] = {
	{ "new", "To look at" }, { "advised", "Advice given" }, { "watching", "Being watched" }, { "asking",
		"Asking those who teach" },
	{ "assessing", "Being assessed" }, { "cycle", "A support plan begins" }, { "closed", "Closed" }, { NULL, NULL },
};

const struct choice ASK_AREAS[] = {
	{ "general", "Any need" }, { "cognition", "Cognition and learning" }, { "communication", "Communication and interaction" },
	{ "semh", "Social, emotional and mental health" }, { "sensory", "Sensory and physical" }, { NULL, NULL },
};

const struct choice ASK_PHASES[] = { { "any", "Any age" }, { "primary", "Primary" }, { "secondary", "Secondary" }, { NULL, NULL } };

const struct choice ASK_KINDS[] = {
	{ "scale", "A scale of five" }, { "often", "Yes, sometimes, no" }, { "words", "Words" }, { NULL, NULL },
};

/* The first three are what the one who is asked may say; the others are said about them. */
#define CANNOT { "not_mine", "I do not teach this child" }, { "too_soon", "I have not seen enough yet" }, \
	{ "left", "The child has left" }
const struct choice ASK_CANNOT[] = { CANNOT, { NULL, NULL } };
const struct choice ASK_NO_REASONS[] = {
	CANNOT, { "away", "Away, not asked any more" }, { "gone", "No longer works here" }, { NULL, NULL },
};

static const struct field worry_fields[WORRY_FIELDS] = {
	[WORRY_PUPIL]      = { "pupil", "Child", .type = F_REF, .flags = REQUIRED, .ref = "pupil", .ask = "Choose who it is" },
	[WORRY_ON]         = { "raised_on", "Raised on", .type = F_DATE, .flags = REQUIRED | NOT_FUTURE | INDEXED,
			       .ask = "Enter the day it was raised" },
	[WORRY_BY]         = { "raised_by", "Raised by", .type = F_REF, .ref = "staff" },
	[WORRY_HARD]       = { "hard", "What is hard", .type = F_CHOICE, .flags = REQUIRED, .choices = HARD_THINGS,
			       .ask = "Choose what is hard" },
	[WORRY_SEEN]       = { "seen", "What was seen", "What, where, how often", F_LONGTEXT, REQUIRED | SEALED | SEARCH,
		.max = 4000,
			       .ask = "Say what you saw" },
	[WORRY_TRIED]      = { "tried", "What was tried", .type = F_LONGTEXT, .flags = SEALED | SEARCH, .max = 4000 },
	[WORRY_STATE]      = { "state", "What became of it", .type = F_CHOICE, .flags = REQUIRED | INDEXED,
		.choices = WORRY_STATES },
	[WORRY_ANSWER]     = { "answer", "What the one who raised it is told", .type = F_LONGTEXT, .flags = SEALED | SEARCH,
		.max = 2000 },
	[WORRY_DECIDED_ON] = { "decided_on", "Decided on", .type = F_DATE, .flags = NOT_FUTURE },
	[WORRY_DECIDED_BY] = { "decided_by", "Decided by", .type = F_REF, .ref = "staff" },
	[WORRY_ROUND]      = { "round", "Round of asking", .type = F_REF, .ref = "ask_round" },
};

const struct record WORRY = {
	"worry", "Worry", "Worries", worry_fields, WORRY_FIELDS, .about = "pupil", .self = "raised_by", .tier = T2,
		.when = "raised_on",
	.line = "seen", .order = "-raised_on", .keep = "send-file",
	.says = "A member of staff is worried about a child's learning: what was seen and tried, what was decided, what they were "
	"told.",
};

static const struct field question_fields[QUESTION_FIELDS] = {
	[QUESTION_TEXT]  = { "text", "Question",
		"Plain words, about what can be seen in a lesson. [name] becomes the child's name", F_TEXT,
			     REQUIRED | FOLDED, .max = 200, .ask = "Enter the question" },
	[QUESTION_AREA]  = { "area", "About", .type = F_CHOICE, .flags = REQUIRED, .choices = ASK_AREAS,
		.ask = "Choose what it is about" },
	[QUESTION_PHASE] = { "phase", "Age", .type = F_CHOICE, .flags = REQUIRED, .choices = ASK_PHASES, .ask = "Choose the age" },
	[QUESTION_KIND]  = { "kind", "Answered by", .type = F_CHOICE, .flags = REQUIRED, .choices = ASK_KINDS,
			     .ask = "Choose how it is answered" },
	[QUESTION_PLACE] = { "place", "Place", "Questions with lower numbers are asked first", F_NUMBER, REQUIRED, .least = 1,
		.most = 999,
			     .ask = "Enter its place, for example 10" },
	[QUESTION_FROM]  = { "from", "From", .type = F_DATE, .flags = REQUIRED, .ask = "Enter the day from which it is asked" },
	[QUESTION_UNTIL] = { "until", "Until", "Leave empty while it is asked", F_DATE },
	[QUESTION_WHO]   = { "who", "Whom you ask", "Leave empty for those who teach the child", F_CHOICE, .choices = ASK_WHO },
};

const struct record QUESTION = {
	"question", "Question", "Questions", question_fields, QUESTION_FIELDS, .tier = T0, .from = "from", .until = "until",
	.order = "area place text_fold", .keep = "settings",
		.says = "A question the school asks those who teach a child, by area of need and age.",
};

static const struct field round_fields[ASK_ROUND_FIELDS] = {
	[ASK_ROUND_PUPIL]     = { "pupil", "Child", .type = F_REF, .flags = REQUIRED, .ref = "pupil", .ask = "Choose the child" },
	[ASK_ROUND_WHY]       = { "reason", "Why you ask", "Everyone who is asked reads this", F_LONGTEXT, SEALED | SEARCH,
		.max = 1000 },
	[ASK_ROUND_WORRY]     = { "worry", "Worry", .type = F_REF, .ref = "worry" },
	[ASK_ROUND_AREA]      = { "area", "What you ask about", .type = F_CHOICE, .flags = REQUIRED, .choices = ASK_AREAS,
				  .ask = "Choose what you ask about" },
	[ASK_ROUND_OPENED_ON] = { "opened_on", "Sent on", .type = F_DATE, .flags = REQUIRED | INDEXED,
		.ask = "Enter the day it was sent" },
	[ASK_ROUND_DUE_ON]    = { "due_on", "Answers by", .type = F_DATE, .flags = REQUIRED,
		.ask = "Enter the day answers are due" },
	[ASK_ROUND_CLOSED_ON] = { "closed_on", "Closed on", .type = F_DATE, .flags = INDEXED },
	[ASK_ROUND_PLAN]      = { "plan", "Plan it is for", .type = F_REF, .ref = "plan" },
	[ASK_ROUND_QUESTIONS] = { "questions", "Questions asked", .type = F_TEXT, .flags = BY_SYSTEM, .max = 400 },
};

const struct record ASK_ROUND = {
	"ask_round", "Round of asking", "Rounds of asking", round_fields, ASK_ROUND_FIELDS, .about = "pupil", .tier = T2,
	.when = "opened_on", .line = "area", .order = "-opened_on", .keep = "send-file",
	.says = "Everyone who teaches a child was asked the same questions on one day.",
};

static const struct field ask_fields[ASK_FIELDS] = {
	[ASK_PUPIL]       = { "pupil", "Child", .type = F_REF, .flags = REQUIRED, .ref = "pupil", .ask = "Choose the child" },
	[ASK_ROUND_REF]   = { "round", "Round of asking", .type = F_REF, .ref = "ask_round" },
	[ASK_STAFF]       = { "staff", "Who is asked", .type = F_REF, .flags = REQUIRED, .ref = "staff" },
	[ASK_SUBJECT]     = { "subject", "As", "Subject and class, or keyworker", F_TEXT, .max = 160 },
	[ASK_ASKED_ON]    = { "asked_on", "Asked on", .type = F_DATE, .flags = REQUIRED },
	[ASK_DUE_ON]      = { "due_on", "Answer by", .type = F_DATE, .flags = REQUIRED | INDEXED },
	[ASK_CHASED_ON]   = { "chased_on", "Asked again on", .type = F_DATE },
	[ASK_ANSWERED_ON] = { "answered_on", "Answered on", .type = F_DATE, .flags = INDEXED },
	[ASK_NO_REASON]   = { "no_reason", "Why there is no answer", .type = F_CHOICE, .choices = ASK_NO_REASONS },
	[ASK_QUESTIONS]   = { "questions", "Questions asked", .type = F_TEXT, .flags = BY_SYSTEM, .max = 400 },
	[ASK_CLOSED_ON]   = { "closed_on", "Round closed on", .type = F_DATE },
	[ASK_CHASES]      = { "chases", "How often asked again by itself", .type = F_NUMBER, .flags = BY_SYSTEM, .most = 9 },
};

const struct record ASK = {
	"ask", "Asked", "Asked", ask_fields, ASK_FIELDS, .about = "pupil", .self = "staff", .tier = T2, .order = "-asked_on",
	.keep = "send-file", .says = "One member of staff asked about a child in one round: when, by when, and when they answered.",
};

static const struct field answer_fields[ASK_ANSWER_FIELDS] = {
	[ASK_ANSWER_PUPIL]    = { "pupil", "Child", .type = F_REF, .flags = REQUIRED, .ref = "pupil", .ask = "Choose the child" },
	[ASK_ANSWER_ASK]      = { "ask", "Asked", .type = F_REF, .ref = "ask" },
	[ASK_ANSWER_STAFF]    = { "staff", "Answered by", .type = F_REF, .ref = "staff" },
	[ASK_ANSWER_QUESTION] = { "question", "Question", .type = F_REF, .ref = "question" },
	[ASK_ANSWER_TEXT]     = { "asked", "As it was asked", .type = F_TEXT, .flags = REQUIRED, .max = 300 },
	[ASK_ANSWER_KIND]     = { "kind", "Answered by", .type = F_CHOICE, .flags = REQUIRED, .choices = ASK_KINDS },
	[ASK_ANSWER_SCALE]    = { "scale", "On the scale", "1 is hardest for the child", F_NUMBER, .least = 1, .most = 5 },
	[ASK_ANSWER_WORDS]    = { "words", "In words", .type = F_LONGTEXT, .flags = SEALED | SEARCH, .max = 2000 },
	[ASK_ANSWER_HOME]     = { "home", "Home asked", .type = F_REF, .ref = "home_ask" },
	[ASK_ANSWER_NAME]     = { "name", "Answered by, if not staff", .type = F_TEXT, .flags = THIRD, .max = 160 },
};

const struct record ASK_ANSWER = {
	"ask_answer", "Answer", "Answers", answer_fields, ASK_ANSWER_FIELDS, .about = "pupil", .self = "staff", .tier = T2,
	.order = "ask", .keep = "send-file",
		.says = "What one member of staff, a parent or the child answered to one question, as it was asked.",
};
