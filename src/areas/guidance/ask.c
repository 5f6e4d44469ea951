/* ask.c - a question to the SENCO and its answer. Pages: ask_pages.c, queue_pages.c. */
#include <string.h>

#include "areas/guidance/area.h"

static const struct field fields[STAFF_QUESTION_FIELDS] = {
	[STAFF_QUESTION_PUPIL] = { "pupil", "Child", "Leave empty for a question about no child in particular", F_REF,
				   .ref = "pupil" },
	[STAFF_QUESTION_ON]    = { "asked_on", "Asked on", .type = F_DATE, .flags = REQUIRED | NOT_FUTURE | INDEXED,
				   .ask = "Enter the day it was asked" },
	[STAFF_QUESTION_BY]    = { "asked_by", "Asked by", .type = F_REF, .ref = "staff" },
	[STAFF_QUESTION_HOW]   = { "how", "How", .type = F_CHOICE, .flags = REQUIRED, .choices = QUESTION_HOW,
				   .ask = "Choose how it was asked" },
	[STAFF_QUESTION_TEXT]  = { "text", "Question", .type = F_LONGTEXT, .flags = REQUIRED | SEALED | SEARCH, .max = 2000,
				   .ask = "Enter the question" },
	[STAFF_QUESTION_STATE] = { "state", "What became of it", .type = F_CHOICE, .flags = REQUIRED | INDEXED,
				   .choices = QUESTION_STATES },
	[STAFF_QUESTION_ANSWER] = { "answer", "Answer", .type = F_LONGTEXT, .flags = SEALED | SEARCH, .max = 4000 },
	[STAFF_QUESTION_ANSWERED_ON] = { "answered_on", "Answered on", .type = F_DATE, .flags = NOT_FUTURE | INDEXED },
	[STAFF_QUESTION_ANSWERED_BY] = { "answered_by", "Answered by", .type = F_REF, .ref = "staff" },
	[STAFF_QUESTION_GUIDE]  = { "guide", "Sheet that says more", .type = F_REF, .ref = "guide" },
	[STAFF_QUESTION_WORRY]  = { "worry", "Worry it became", .type = F_REF, .ref = "worry" },
	[STAFF_QUESTION_STORED] = { "stored", "Answer for everybody", .type = F_REF, .ref = "stored_answer" },
};

/* An answer has words; a question about a child is a worry only with a child. */
static const struct fault *check(__attribute__((unused)) struct act *act, struct form *form, struct row *was)
{
	const char *state = form->values[STAFF_QUESTION_STATE], *answer = form->values[STAFF_QUESTION_ANSWER];

	if (!answer && was)
		answer = row_text(was, STAFF_QUESTION_ANSWER);
	if (state && strcmp(state, "answered") == 0 && !(answer && *answer))
		form_error(form, STAFF_QUESTION_ANSWER, "Enter the answer");
	return NULL;
}

const struct record STAFF_QUESTION = {
	"staff_question", "Question to the SENCO", "Questions to the SENCO", fields, STAFF_QUESTION_FIELDS, .about = "pupil",
	.self = "asked_by", .tier = T2, .when = "asked_on", .line = "text", .order = "-asked_on", .keep = "staff-guidance",
	.hooks = &(const struct hooks){ .before_check = check },
	.says = "What a member of staff asked the SENCO, of a child or in general, and what they were told.",
};
