/* retention.c - the retention classes. The sweep that makes the yearly list is jobs/; deleting is the engine's record_dispose. */
#include "law/retention.h"

#include <string.h>

static const struct retention ROWS[] = {
	{ "pupil-file", "Pupil file", KEEP_FROM_BIRTH, 25,
	  "Goes to the next school with the child; the last school keeps it until 25 years after the date of birth.",
	  "IRMS information management toolkit for schools", "confirmed (second hand)", .leaves = true },
	{ "send-file", "SEND file", KEEP_FROM_BIRTH, 31,
	  "Goes to the next school with the child; the last school keeps needs, support, reviews and advice until 31 years after "
	  "the date of birth (25 and 6).", "IRMS information management toolkit for schools, p. 94", "confirmed (second hand)",
	  .leaves = true },
	{ "safeguarding-file", "Child protection file", KEEP_FROM_BIRTH, 25,
	  "Goes to the next school apart from the pupil file; the last school keeps it until 25 years after the date of birth and "
	  "then looks at it. Anything about child sexual abuse is held: do not destroy it without legal advice.",
	  "Keeping children safe in education; IICSA final report", "confirmed (second hand)", .review = true, .leaves = true },
	{ "attendance", "Attendance and admission registers", KEEP_FROM_WRITTEN, 6,
	  "Every entry is kept for 6 years from the day it was made.", "SI 2024/208", "confirmed (second hand)" },
	{ "account", "Staff and accounts", KEEP_FROM_END, 6,
	  "Kept while the person works here and 6 years after, so that the journal and each record's author can still be read.",
	  "design; IRMS information management toolkit for schools", "recalled" },
	{ "settings", "Settings and calendars", KEEP_FROM_END, 6,
	  "Kept while in force and 6 years after, so that a date can be worked out again as it was.", "design", "design" },
	{ "journal", "Journal", KEEP_FROM_WRITTEN, 6,
	  "Who did or read what is kept for 6 years; a school may lengthen it.", "domain notes on governance, section 8",
	  "design" },
	{ "import", "Imports", KEEP_FROM_WRITTEN, 1,
	  "What a file brought and what was asked is kept for a year; the file itself only until its undo has passed.", "design",
	  "design" },
	{ "data-request", "Requests for data", KEEP_FROM_WRITTEN, 3,
	  "Who asked for data, what was sent and what was withheld is kept for 3 years.", "domain notes on governance, section 9",
	  "recalled" },
	{ "staff-guidance", "Questions of staff and receipts", KEEP_FROM_WRITTEN, 6,
	  "Questions of staff and their answers, and who has read what, are kept for 6 years from the day they were written: what "
	  "matters of a child is taken into the SEND file as a worry, a note or a plan.", "design", "design" },
	{ "working", "Working papers", KEEP_FROM_END, 1,
	  "Classes, saved views and the like are kept for a year after they end.", "design", "design" },
};

enum { CLASSES = sizeof(ROWS) / sizeof(ROWS[0]) };

const struct retention *law_retention_rows(int *count)
{
	*count = CLASSES;
	return ROWS;
}

const struct retention *law_retention(const char *name)
{
	for (int i = 0; i < CLASSES; i++)
		if (strcmp(ROWS[i].name, name) == 0)
			return &ROWS[i];
	return NULL;
}

const char *const *law_retention_names(void)
{
	static const char *const NAMES[CLASSES + 1] = { "pupil-file", "send-file", "safeguarding-file", "attendance", "account",
		"settings", "journal", "import", "data-request", "staff-guidance", "working" };

	return NAMES;
}

day law_retention_until(const struct retention *r, day from)
{
	return from == DAY_NONE ? DAY_NONE : day_add_months(from, 12 * r->years) + 1;
}
