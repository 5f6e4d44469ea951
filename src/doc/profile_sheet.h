/* profile_sheet.h - the one-page profile on paper: exactly one A4 side in the child's words, or nothing and why.
 *
 * The letters are as large as the text allows, from 12.5 down to 10.5 points. Where even those do not fit nothing is made:
 * profile_fit says which parts are too long and by how many lines, and no text is ever cut. Large print is 18 to 20 points and easy
 * read 16 to 18, a sentence to a line, with a picture to each part; these two may take a second side, and say so at their foot.
 *
 * Texts are plain UTF-8; in the parts each line is a point of its own. Blank parts are left out. */
#ifndef DOC_PROFILE_SHEET_H
#define DOC_PROFILE_SHEET_H

#include "doc/pdf.h"

enum profile_variant { PROFILE_STANDARD, PROFILE_LARGE, PROFILE_EASY };

enum { PROFILE_SUPPORTS = 6, PROFILE_ROWS = 8, PROFILE_PARTS = 10 };

struct profile_row {
	const char *label, *text;
};

struct profile {
	const char *name;                              /* required */
	const char *form;                              /* "Year 8 · 8R" */
	const char *called;                            /* "I like to be called Kai" */
	struct pdf_picture photo;                      /* JPEG or PNG, already checked; n 0: none */
	const char *alert;                             /* what everyone must know: one line */
	const char *likes;                             /* what people like about me */
	const char *matters;                           /* what matters to me */
	const char *support;                           /* how best to support me: six lines at most, numbered */
	const char *unhelpful;                         /* what does not help */
	const char *signs;                             /* when it gets too much: what you will see */
	const char *calms;                             /* ... and what calms me */
	struct profile_row targets[PROFILE_ROWS];      /* my targets now, up to the first without text */
	const char *arrangements;                      /* in tests, as in lessons */
	const char *key_adult;
	struct profile_row more[PROFILE_ROWS];         /* other rows of "good to know" */
	const char *school;
	const char *version;                           /* "Version 4, 14 September 2026" */
	const char *review_by;                         /* "Review by 24 November 2026" */
	const char *agreed;                            /* "I agreed this with my mum and Mrs Okonkwo on 14 September 2026." */
	const char *mark;                              /* NULL: "Keep private. Shred after use." */
};

struct profile_over {
	const char *part;      /* "What does not help" */
	int lines;             /* to be taken out; for the six points of support: points over six, with `points` */
	bool points;
};

struct profile_fit {
	bool fits;
	int sides;             /* 1, or 2 in large print and easy read; 0: does not fit */
	double size;           /* of the letters, in points */
	int unknown;           /* letters that no font of this machine has: they print as boxes */
	int n;
	struct profile_over over[PROFILE_PARTS];
};

/* Measures alone: for the live preview ("Fits on one page"). */
const struct fault *profile_measure(struct arena *a, const struct profile *profile, enum profile_variant variant,
	struct profile_fit *fit) MUST;

/* One PDF of n profiles, a page each (or two), a bookmark each when there are several. `fits` has n. A profile that does not fit is
 * left out, and in a set of several a last page names it and says which parts are too long; where none fits, `bytes` stays as it
 * was. Of `about` the title, lang, author and made are read. */
const struct fault *profile_sheets(struct arena *a, const struct profile *const *profiles, int n, enum profile_variant variant,
	const struct pdf_about *about, struct profile_fit *fits, struct buf *bytes) MUST;

/* "What does not help: 3 lines too long", in the arena. */
const char *profile_over_text(struct arena *a, const struct profile_over *over);

#endif
