/* profile_pages.h - what the pages of profiles hand to their templates. Nothing here is for others. */
#ifndef REPORTS_PROFILE_PAGES_H
#define REPORTS_PROFILE_PAGES_H

#include "reports/profile.h"

enum { PROFILES_A_PAGE = 50 };

struct profile_reader { const char *staff, *name, *state, *when; bool read; };
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
	bool child;
};
struct profiles_view {
	struct profile_list list;
	struct ui_option *classes;
	const char *class, *query;
	int in_use, drafts, from, to, page;
};

/* The next line of `points` that is not blank, without its spaces; NULL at the end. */
const char *profile_next_point(struct arena *a, const char **points);
bool profile_has_point(const char *points, const char *point);
/* The field of the type whose part of the sheet is called so ("What does not help"); -1: none. */
int profile_field_of(const struct record *r, const char *part);

MUST const struct fault *profile_family(struct req *rq, struct profile_view *v); /* its words, of profile_shared.c */
page profile_page, profile_edit_page, profile_edit_post, profile_preview, profile_read_post, profile_chase, profile_pdf,
	profiles_page, profiles_pdf_page;

#endif
