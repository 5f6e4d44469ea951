/* profile_pages.h - what the pages of profiles hand to their templates. Nothing here is for others. */
#ifndef REPORTS_PROFILE_PAGES_H
#define REPORTS_PROFILE_PAGES_H

#include "reports/profile.h"

enum { PROFILES_A_PAGE = 50 };
/* Which lines of a list of `count` ?page= asks for, and the page's number: 0 for all. */
int profiles_page_of(const struct req *rq, int count, int *from, int *to);

struct profile_reader { const char *staff, *name, *state, *when; bool read; };
/* A question made of the profile's own lines. */
enum { QUIZ_QUESTIONS = 3, QUIZ_CHOICES = 4 };
struct profile_question {
	const char *name, *ask, *right;      /* right: the value of the answer the profile gives */
	const char *answer;                  /* as chosen; NULL: not asked yet */
	struct ui_option choice[QUIZ_CHOICES + 1];
};
struct profile_quiz { struct profile_question question[QUIZ_QUESTIONS]; int count; };
/* The same questions each time for the same `seed`. None where the profile has too little to ask about. */
void profile_quiz(struct arena *a, const char *first, const struct profile *sheet, const char *seed, struct profile_quiz *out);

struct profile_class { const char *id, *label; struct row *used; }; /* used: the tick, or NULL */
/* What the child or somebody at home said about the profile; `stands`: they agreed to what it says now. */
struct profile_word { const char *who, *what, *changes; bool agreed, stands; };
struct profile_view {
	struct profile_word *words;
	int word_count;
	const char *share;                   /* where the button posts to; NULL: nobody may be asked */
	const struct profile_of *of;
	const char *base, *first;
	struct profile_reader *readers;
	int reader_count, unread;
	bool may_write, may_chase, sees_readers, mine, mine_read;
	struct profile_quiz quiz;
	struct profile_class *classes;       /* in which this reader teaches the child */
	int class_count;
};
struct profile_edit {
	struct profile_of of;
	const struct record *r;
	struct form *form;
	struct profile sheet;
	struct profile_fit fit;
	const char *base, *first;
	int64_t version;
	bool previewed;
};
struct profile_shared {
	struct profile_of of;
	struct form *form;                   /* of PLAN_VIEW */
	const struct record *r;              /* the table that the profile wears */
	struct row *said;                    /* what this link sent */
	const char *first;
	const struct ui_option *answers;     /* as this reader is asked */
	bool child, open;                    /* open: what to change stands unfolded */
};
struct profiles_view {
	struct profile_list list;
	struct ui_option *classes;
	const char *class, *query;
	int in_use, drafts, from, to, page;
	bool may_see_practice;
};

/* The next line of `points` that is not blank, without its spaces; NULL at the end. */
const char *profile_next_point(struct arena *a, const char **points);
bool profile_has_point(struct arena *a, const char *points, const char *point);
/* The field of the type whose part of the sheet is called so ("What does not help"); -1: none. */
int profile_field_of(const struct record *r, const char *part);

MUST const struct fault *profile_family(struct req *rq, struct profile_view *v); /* its words, of profile_shared.c */
/* The profile of rq->pupil, for who comes to that child. */
MUST const struct fault *profile_one(struct req *rq, struct profile_of *out);

/* Who teaches a child with a profile in use, in which class: a row each. */
struct practice { const char *pupil, *child, *staff, *teacher, *subject, *read, *used; bool earlier, class; };
struct practice_view {
	struct practice *row;
	int count, unread, unused, people, from, to, page;
	const char *show, *query;
	bool may_ask;
	const struct ui_option *shows;
};

MUST const struct fault *profile_panel_unread(struct req *rq, struct ui *ui, const struct panel *p);
MUST const struct fault *profile_panel_practice(struct req *rq, struct ui *ui, const struct panel *p);
page profile_page, profile_edit_page, profile_edit_post, profile_preview, profile_read_post, profile_chase, profile_use_post,
	profile_practice_page, profile_practice_post, profile_pdf, profiles_page, profiles_pdf_page;

#endif
