/* guide.c - sheets about conditions and needs, and answers for everybody. Their pages are sheet_pages.c and answer_pages.c. */
#include <string.h>

#include "areas/guidance/area.h"

static const struct field guide_fields[GUIDE_FIELDS] = {
	[GUIDE_TITLE] = { "title", "Title", "For example Dyslexia", F_TEXT, REQUIRED | SEARCH | FOLDED, .max = 80,
			  .ask = "Enter the title" },
	[GUIDE_AREA]  = { "area", "Area of need", .type = F_CHOICE, .flags = REQUIRED | INDEXED, .choices = GUIDANCE_AREAS,
			  .ask = "Choose the area of need" },
	[GUIDE_NEEDS] = { "needs", "Belongs to these needs", "Staff of a child with one of them are led to this sheet", F_TEXT, 0,
			  .max = 120 },
	[GUIDE_LOOKS] = { "looks", "What you may see", "A line each", F_LONGTEXT, REQUIRED | SEARCH, .max = 1000,
			  .ask = "Enter what staff may see" },
	[GUIDE_HELPS] = { "helps", "What helps in lessons", "A line each, the most useful first", F_LONGTEXT, REQUIRED | SEARCH,
			  .max = 1600, .ask = "Enter what helps" },
	[GUIDE_AVOID] = { "avoid", "What to avoid", "A line each", F_LONGTEXT, SEARCH, .max = 800 },
	[GUIDE_MORE]  = { "more", "When to ask for more", "Whom to tell, and what to bring", F_LONGTEXT, SEARCH, .max = 800 },
	[GUIDE_SOURCE]     = { "source", "Where this comes from", "A book, a course, a service's leaflet, your own practice",
			       F_TEXT, SEARCH, .max = 200 },
	[GUIDE_SOURCE_ON]  = { "source_on", "Date of the source", .type = F_DATE, .flags = NOT_FUTURE },
	[GUIDE_CHECKED_ON] = { "checked_on", "Checked by the school on", .type = F_DATE, .flags = NOT_FUTURE },
	[GUIDE_CHECKED_BY] = { "checked_by", "Checked by", .type = F_REF, .flags = BY_SYSTEM, .ref = "staff" },
	[GUIDE_FROM]  = { "from", "In use from", .type = F_DATE },
	[GUIDE_UNTIL] = { "until", "In use until", "Leave empty while it is used", F_DATE },
};

static bool code_known(const char *code, size_t n)
{
	for (int i = 0; GUIDE_NEEDS_OF[i].code; i++)
		if (strlen(GUIDE_NEEDS_OF[i].code) == n && strncmp(GUIDE_NEEDS_OF[i].code, code, n) == 0)
			return true;
	return false;
}

static const struct fault *guide_check(struct act *act, struct form *form, struct row *was)
{
	const char *needs = form_value(form, GUIDE_NEEDS), *checked = form->values[GUIDE_CHECKED_ON];

	while (*needs) {
		size_t n = strcspn(needs, " ");

		if (n && !code_known(needs, n)) {
			form_error(form, GUIDE_NEEDS, "Choose needs from the list");
			return NULL;
		}
		needs += n + (needs[n] == ' ');
	}
	if (checked && *checked && (!was || strcmp(checked, row_text(was, GUIDE_CHECKED_ON)) != 0))
		form_set(form, GUIDE_CHECKED_BY, act->who->staff);
	return NULL;
}

const struct record GUIDE = {
	"guide", "Guidance sheet", "Guidance sheets", guide_fields, GUIDE_FIELDS, .tier = T0, .from = "from", .until = "until",
	.line = "title", .order = "title_fold", .keep = "settings", .hooks = &(const struct hooks){ .before_check =
		guide_check },
	.says = "What staff should know of a condition or a need, in the school's own words: what it looks like, what helps, what "
		"to avoid.",
};

/* ---- answers for everybody ---- */

static const struct field answer_fields[STORED_ANSWER_FIELDS] = {
	[STORED_ANSWER_QUESTION] = { "question", "Question", "As anybody might ask it, about no child", F_TEXT,
				     REQUIRED | SEARCH | FOLDED, .max = 240, .ask = "Enter the question" },
	[STORED_ANSWER_TEXT]  = { "text", "Answer", .type = F_LONGTEXT, .flags = REQUIRED | SEARCH, .max = 4000,
				  .ask = "Enter the answer" },
	[STORED_ANSWER_AREA]  = { "area", "Area of need", .type = F_CHOICE, .flags = INDEXED, .choices = GUIDANCE_AREAS },
	[STORED_ANSWER_GUIDE] = { "guide", "Sheet that says more", .type = F_REF, .ref = "guide" },
	[STORED_ANSWER_NOT_NAMES] = { "not_names", "Words that are no child's name", "Words that are also a name of a child here",
				      F_TEXT, 0, .max = 400 },
	[STORED_ANSWER_FROM]  = { "from", "From", .type = F_DATE },
	[STORED_ANSWER_UNTIL] = { "until", "Until", "Leave empty while it holds", F_DATE },
};

static const char *now_or_was(const struct form *form, int field, const struct row *was)
{
	return form->values[field] ? form->values[field] : was ? row_text(was, field) : "";
}

/* Everybody reads it, so no child may be in it. */
static const struct fault *answer_check(struct act *act, struct form *form, struct row *was)
{
	static const int FIELDS[] = { STORED_ANSWER_QUESTION, STORED_ANSWER_TEXT };
	const char *known = now_or_was(form, STORED_ANSWER_NOT_NAMES, was), *found, *own;

	for (int i = 0; i < 2 && !act->who->program; i++) {
		TRY(names_in(act, now_or_was(form, FIELDS[i], was), known, NULL, &found, &own));
		if (*found)
			form_error(form, FIELDS[i], "Everybody reads this, and these are names of children here: %s. Take them "
				"out, or say below that they are not meant as names", found);
	}
	return NULL;
}

const struct record STORED_ANSWER = {
	"stored_answer", "Answer for everybody", "Answers for everybody", answer_fields, STORED_ANSWER_FIELDS, .tier = T0,
	.from = "from", .until = "until", .line = "question", .order = "question_fold", .keep = "settings",
	.hooks = &(const struct hooks){ .before_check = answer_check },
	.says = "An answer of the SENCO's that anybody may need again; no child is in it.",
};
