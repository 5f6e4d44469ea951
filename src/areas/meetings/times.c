/* times.c - times that a meeting could be at: offered by the school, said by a guest to suit, or proposed by one; and how people
 * write a time of day. Not here: that one is taken (times_pages.c). */
#include <string.h>
#include <strings.h>

#include "areas/meetings/area.h"

static const struct choice KINDS[] = { { "offer", "Offered by the school" }, { "suits", "Suits them" }, { "wish", "Proposed" },
	{ NULL, NULL } };

static const struct field fields[MEETING_TIME_FIELDS] = {
	[MEETING_TIME_PUPIL]   = { "pupil", "Child", .type = F_REF, .flags = REQUIRED, .ref = "pupil", .ask = "Choose the child" },
	[MEETING_TIME_MEETING] = { "meeting", "Meeting", .type = F_REF, .flags = REQUIRED, .ref = "meeting",
		.ask = "Choose the meeting" },
	[MEETING_TIME_PERSON]  = { "person", "Guest", .type = F_REF, .ref = "meeting_person" },
	[MEETING_TIME_KIND]    = { "kind", "What it is", .type = F_CHOICE, .flags = REQUIRED, .choices = KINDS,
		.ask = "Choose what it is" },
	[MEETING_TIME_NAME]    = { "name", "Said by", .type = F_TEXT, .flags = REQUIRED | THIRD, .max = 160,
		.ask = "Enter who said it" },
	[MEETING_TIME_ON]      = { "day", "Day", .type = F_DATE, .flags = REQUIRED | INDEXED, .ask = "Enter the day" },
	[MEETING_TIME_AT]      = { "start_time", "Time", "For example 15:40, or after 4", F_TEXT, 0, .max = 40 },
	[MEETING_TIME_SAID_ON] = { "said_on", "Said on", .type = F_DATE, .flags = REQUIRED | NOT_FUTURE },
};

/* A time of day is kept as one; other words ("after 4") as they are. */
static const struct fault *check(struct act *act, struct form *form, __attribute__((unused)) struct row *was)
{
	const char *at = meeting_clock(act->a, form_value(form, MEETING_TIME_AT));

	if (at)
		form->values[MEETING_TIME_AT] = at;
	return NULL;
}

const struct record MEETING_TIME = {
	"meeting_time", "Time for a meeting", "Times for meetings", fields, MEETING_TIME_FIELDS, .about = "pupil", .tier = T2,
	.order = "day start_time", .keep = "send-file", .hooks = &(const struct hooks){ .before_check = check },
	.says = "A time that a meeting about a child could be at: offered by the school, suiting a guest, or proposed by one.",
};

/* ---- times of day as people write them ---- */

static int figures(const char **t, int most)
{
	int n = 0, digits = 0;

	for (; digits < most && **t >= '0' && **t <= '9'; ++*t, digits++)
		n = 10 * n + (**t - '0');
	return digits ? n : -1;
}

const char *meeting_clock(struct arena *a, const char *typed)
{
	const char *t = typed + strspn(typed, " ");
	bool four = strspn(t, "0123456789") == 4, noon, half = false;
	int hour = figures(&t, 2), minute = 0;

	if (hour < 0)
		return NULL;
	if (four || *t == ':' || *t == '.') {
		t += !four;
		minute = strspn(t, "0123456789") == 2 ? figures(&t, 2) : -1;
		half = true;
	}
	t += strspn(t, " ");
	noon = strcasecmp(t, "am") == 0 || strcasecmp(t, "pm") == 0;
	if ((*t && !noon) || (!noon && !half) || minute < 0 || minute > 59 || hour > 23 || (noon && hour > 12))
		return NULL;
	if (noon)
		hour = hour % 12 + (*t == 'p' || *t == 'P' ? 12 : 0);
	return arena_printf(a, "%02d:%02d", hour, minute);
}
