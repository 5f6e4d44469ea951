/* flag.c - short facts about a child that other systems own (funding, care, attendance) and the medical line all staff read. */
#include "areas/people/area.h"

static const struct field pupil_flag_fields[PUPIL_FLAG_FIELDS] = {
	[PUPIL_FLAG_PUPIL]  = { "pupil", "Child", .type = F_REF, .flags = REQUIRED, .ref = "pupil", .ask = "Choose the child" },
	[PUPIL_FLAG_CODE]   = { "code", "Flag", .type = F_CHOICE, .flags = REQUIRED | INDEXED, .choices = FLAG_CODES,
			     .ask = "Choose the flag" },
	[PUPIL_FLAG_DETAIL] = { "detail", "Detail", "For example the band of top-up, or the authority", F_TEXT, RESTRICTED,
			     .max = 200 },
	[PUPIL_FLAG_SOURCE] = { "source", "Who says so", .type = F_CHOICE, .choices = FLAG_SOURCES },
	[PUPIL_FLAG_FROM]   = { "from", "From", .type = F_DATE, .flags = REQUIRED, .ask = "Enter the first day" },
	[PUPIL_FLAG_UNTIL]  = { "until", "Until", "Leave empty while it holds", F_DATE },
};

static const struct view pupil_flag_views[] = {
	{ "staff", (const char *const[]){ "pupil", "code", "from", "until", NULL } },
	{ NULL, NULL },
};

const struct record PUPIL_FLAG = {
	"pupil_flag", "Flag", "Flags", pupil_flag_fields, PUPIL_FLAG_FIELDS, .about = "pupil", .tier = T1, .from = "from",
	.until = "until", .order = "code -from", .keep = "pupil-file", .views = pupil_flag_views,
	.says = "Funding, care and language markers: pupil premium, looked after, English as an additional language and their kin.",
};

static const struct field attendance_fields[ATTENDANCE_SUMMARY_FIELDS] = {
	[ATTENDANCE_SUMMARY_PUPIL]        = { "pupil", "Child", .type = F_REF, .flags = REQUIRED, .ref = "pupil",
			     .ask = "Choose the child" },
	[ATTENDANCE_SUMMARY_FROM]         = { "from", "From", .type = F_DATE, .flags = REQUIRED,
			     .ask = "Enter the first day counted" },
	[ATTENDANCE_SUMMARY_UNTIL]        = { "until", "To", .type = F_DATE, .flags = REQUIRED,
			     .ask = "Enter the last day counted" },
	[ATTENDANCE_SUMMARY_POSSIBLE]     = { "possible", "Possible sessions", .type = F_NUMBER, .most = 1000 },
	[ATTENDANCE_SUMMARY_PRESENT]      = { "present",
			     "Sessions present", "Approved activities off site count as present", F_NUMBER, .most = 1000 },
	[ATTENDANCE_SUMMARY_AUTHORISED]   = { "authorised", "Authorised absences", .type = F_NUMBER, .most = 1000 },
	[ATTENDANCE_SUMMARY_UNAUTHORISED] = { "unauthorised", "Unauthorised absences", .type = F_NUMBER, .most = 1000 },
	[ATTENDANCE_SUMMARY_PER_MILLE]    = { "per_mille", "Attendance, in a thousand", "Worked out from the sessions", F_NUMBER,
					      BY_SYSTEM | INDEXED, .most = 1000 },
};

/* Possible 0 gives no figure at all, never 0 or 100 (codes.md 11). A file may bring the figure alone: then it is kept. */
static const struct fault *attendance_check(struct act *act, struct form *form, struct row *was)
{
	const char *possible = form->values[ATTENDANCE_SUMMARY_POSSIBLE], *present = form->values[ATTENDANCE_SUMMARY_PRESENT];
	long all, here;

	if (!possible && !present)
		return NULL;
	if (!possible)
		possible = was ? row_text(was, ATTENDANCE_SUMMARY_POSSIBLE) : "";
	if (!present)
		present = was ? row_text(was, ATTENDANCE_SUMMARY_PRESENT) : "";
	all = strtol(possible, NULL, 10);
	here = strtol(present, NULL, 10);
	if (here > all)
		form_error(form, ATTENDANCE_SUMMARY_PRESENT, "Sessions present cannot be more than the %ld possible", all);
	else if (*present)
		form_set(form, ATTENDANCE_SUMMARY_PER_MILLE, all > 0 ? arena_printf(act->a, "%ld",
		(1000 * here + all / 2) / all) : "");
	return NULL;
}

const struct record ATTENDANCE_SUMMARY = {
	"attendance_summary", "Attendance", "Attendance", attendance_fields, ATTENDANCE_SUMMARY_FIELDS, .about = "pupil",
		.tier = T1,
	.from = "from", .until = "until", .order = "-until", .keep = "pupil-file",
	.hooks = &(const struct hooks){ .before_check = attendance_check },
	.says = "Sessions possible and attended over a time, from the school's registers.",
};

static const struct field medical_alert_fields[MEDICAL_ALERT_FIELDS] = {
	[MEDICAL_ALERT_PUPIL]  = { "pupil", "Child", .type = F_REF, .flags = REQUIRED, .ref = "pupil",
			     .ask = "Choose the child" },
	[MEDICAL_ALERT_LINE]   = { "line", "Alert",
			     "One line that every adult may need, for example Epilepsy: absence seizures", F_TEXT,
				   REQUIRED, .max = 120, .ask = "Enter the alert in one line" },
	[MEDICAL_ALERT_ACTION] = { "action", "What to do", "What the nearest adult does first", F_TEXT, .max = 300 },
	[MEDICAL_ALERT_WHERE]  = { "kept_where", "Where the medicine is", .type = F_TEXT, .max = 120 },
	[MEDICAL_ALERT_FROM]   = { "from", "From", .type = F_DATE, .flags = REQUIRED, .ask = "Enter the first day" },
	[MEDICAL_ALERT_UNTIL]  = { "until", "Until", "Leave empty while it holds", F_DATE },
};

/* Clear text on purpose: it must be readable when the key process is not (floor rule 11). */
const struct record MEDICAL_ALERT = {
	"medical_alert", "Medical alert", "Medical alerts", medical_alert_fields, MEDICAL_ALERT_FIELDS, .about = "pupil",
		.tier = T1,
	.when = "from", .line = "line", .from = "from", .until = "until", .order = "-from", .keep = "pupil-file",
	.says = "One line about a child's health that every member of staff on duty may read.",
};
