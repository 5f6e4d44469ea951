/* act_note.c - need-to-act notes: what all who teach a child must do, from when until when, and not why. A note is T2: it ends by
 * itself, and whoever reads it is not told who wrote it, since that alone may say too much (safeguarding notes, section 13). */
#include <string.h>

#include "areas/guidance/pages.h"

enum { LONGEST = 366 };

static const struct field note_fields[ACT_NOTE_FIELDS] = {
	[ACT_NOTE_PUPIL] = { "pupil", "Child", .type = F_REF, .flags = REQUIRED, .ref = "pupil", .ask = "Choose the child" },
	[ACT_NOTE_TEXT]  = { "text", "What to do", "One or two lines. What to do, not why: no diagnosis, no family matter, nothing "
			     "about safety at home", F_TEXT, REQUIRED | SEALED | SEARCH, .max = 240, .ask = "Enter what to do" },
	[ACT_NOTE_FROM]  = { "from", "From", .type = F_DATE, .flags = REQUIRED, .ask = "Enter the first day" },
	[ACT_NOTE_UNTIL] = { "until", "Until", "The last day; it ends by itself", F_DATE, REQUIRED, .ask = "Enter the last day" },
	[ACT_NOTE_WHO]   = { "who", "Who needs it", .type = F_CHOICE, .flags = REQUIRED, .choices = ACT_NOTE_WHOM,
			     .ask = "Choose who needs it" },
	[ACT_NOTE_ONLY]  = { "only", "Seen only by", .type = F_TEXT, .flags = BY_SYSTEM, .max = 200 },
	[ACT_NOTE_BY]    = { "released_by", "Written by", .type = F_REF, .flags = BY_SYSTEM | RESTRICTED, .ref = "staff" },
};

static const struct view note_views[] = {
	{ "note", (const char *const[]){ "pupil", "text", "from", "until", NULL } },
	{ NULL, NULL },
};

static const char *now_or_was(const struct form *form, int field, const struct row *was)
{
	return form->values[field] ? form->values[field] : was ? row_text(was, field) : "";
}

static const struct fault *note_check(struct act *act, struct form *form, struct row *was)
{
	day from = day_typed(now_or_was(form, ACT_NOTE_FROM, was)), until = day_typed(now_or_was(form, ACT_NOTE_UNTIL, was));
	bool teachers = strcmp(now_or_was(form, ACT_NOTE_WHO, was), "teachers") == 0;

	form_set(form, ACT_NOTE_ONLY, teachers ? "senco asst_senco dsl pp_lead dt head slt hoy teacher" : "");
	if (!was && !act->who->program)
		form_set(form, ACT_NOTE_BY, act->who->staff);
	if (from == DAY_NONE || until == DAY_NONE)
		return NULL;
	if (until < from)
		form_error(form, ACT_NOTE_UNTIL, "The last day must not be before the first");
	else if (until - from > LONGEST)
		form_error(form, ACT_NOTE_UNTIL, "A note lasts a year at most: what holds for longer belongs in the profile");
	return NULL;
}

const struct record ACT_NOTE = {
	"act_note", "Need-to-act note", "Need-to-act notes", note_fields, ACT_NOTE_FIELDS, .about = "pupil", .self = "released_by",
	.tier = T2, .from = "from", .until = "until", .line = "text", .order = "until", .keep = "pupil-file", .views = note_views,
	.hooks = &(const struct hooks){ .before_check = note_check }, .narrow = "only",
	.says = "What all who teach a child must do for a while, from when until when, and not why.",
};

static const struct field seen_fields[ACT_NOTE_SEEN_FIELDS] = {
	[ACT_NOTE_SEEN_PUPIL]   = { "pupil", "Child", .type = F_REF, .flags = REQUIRED, .ref = "pupil" },
	[ACT_NOTE_SEEN_NOTE]    = { "note", "Note", .type = F_REF, .flags = REQUIRED, .ref = "act_note" },
	[ACT_NOTE_SEEN_VERSION] = { "note_version", "Version", .type = F_NUMBER, .flags = REQUIRED, .least = 1 },
	[ACT_NOTE_SEEN_STAFF]   = { "staff", "Who", .type = F_REF, .flags = REQUIRED, .ref = "staff" },
	[ACT_NOTE_SEEN_AT]      = { "seen_at", "When", .type = F_TIME, .flags = REQUIRED | NOT_FUTURE },
};

const struct record ACT_NOTE_SEEN = {
	"act_note_seen", "Note seen", "Notes seen", seen_fields, ACT_NOTE_SEEN_FIELDS, .about = "pupil", .self = "staff", .tier =
		T2,
	.is = APPEND_ONLY, .order = "-seen_at", .keep = "pupil-file",
	.says = "Which member of staff has seen which version of a need-to-act note.",
};

/* Few notes stand at a time, and a class may be long: those of the children named are picked from all. */
const struct fault *act_notes_of(struct act *act, const char *pupils, struct rows *out)
{
	int n = 0;

	*out = (struct rows){ 0 };
	if (!*pupils || !record_ever(act, &ACT_NOTE, RIGHT_READ))
		return NULL;
	TRY(record_list(act, &ACT_NOTE, &(struct ask){ .pupil = strchr(pupils, ' ') ? NULL : pupils,
		.as_at = day_iso(act->a, act->today), .limit = 1000 }, out));
	for (int i = 0; i < out->count; i++)
		if (guidance_has_word(pupils, row_about(out->row[i])))
			out->row[n++] = out->row[i];
	out->count = n;
	return NULL;
}
