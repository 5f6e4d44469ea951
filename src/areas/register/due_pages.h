/* due_pages.h - what "Why this date?" hands to its template. Nothing here is for others. */
#ifndef AREAS_REGISTER_DUE_PAGES_H
#define AREAS_REGISTER_DUE_PAGES_H

#include "areas/register/due.h"
#include "areas/register/pages.h"

struct due_step { const char *words; day on; };
struct due_view {
	struct about_child who;
	const char *title, *duty, *rule, *cite, *starts_words, *counted, *moves, *exempt, *sentence, *typed, *close_question;
	const char *gone;              /* why it was withdrawn; NULL: it stands */
	const struct due_step *steps;
	int step_count;
	const char *act, *act_href;    /* the one thing to do about it; NULL: none from here */
	day starts, due, met, practical;
	bool agreed, may_close;
	int64_t version;
	struct clock_answer answer;
	const struct ui_mark *marks;
	struct rows hangs, history;
};
const char *weekday(day d);

#endif
