/* home.h - what the homes share: counts that panels find and the head shows, and lines of children with one button each. */
#ifndef REPORTS_HOME_H
#define REPORTS_HOME_H

#include "record/query.h"
#include "web/panel.h"

/* Filled by panels while they draw, read by the head that stands above them: rq->prepared. */
struct home {
	int64_t overdue, week, new, changed, stuck;
	bool no_teaching, no_terms, no_people;  /* of the first day: what is still to set up */
	const struct calendar *calendar;
	bool whole;                             /* a list by itself, not its first ten */
};

const char *home_since(struct req *rq, int days);          /* ISO day so long ago */
const char *home_person(struct arena *a, const char *first, const char *last);
/* A line: child and form, what with why beneath, a date (DAY_NONE: none), a button (NULL: none). */
struct home_line { const char *pupil, *first, *last, *beside, *what, *why, *button, *href; day due; };
void home_lines(struct ui *ui, const char *caption);
void home_line(struct req *rq, struct ui *ui, const struct home_line *l);
/* What a date asks one to do, and where: "Record it" and its page; "Open" when the date's own page is all there is. */
struct due_asks { const char *id, *pupil, *clock, *source, *source_id; };
void due_act(struct req *rq, const struct due_asks *d, const char **words, const char **href);
/* The counts of what is well or not, for those who run the computers. */
const struct fault *health_read(struct req *rq, struct found *out) MUST;
/* First day of the term that today is in, as parents are met by term. */
const char *home_term_from(struct req *rq);

/* "School week 12 of 38"; NULL or "" if that is not known. */
const struct fault *home_year_words(struct req *rq, const char **out) MUST;

page home_page, home_list, class_page, class_cover, health_page, school_page;

/* Panels of the homes, by file. */
typedef const struct fault *panel_draw(struct req *rq, struct ui *ui, const struct panel *p);
panel_draw home_overdue, home_week, home_new, home_changed, home_stuck, home_meetings_today, home_waiting, home_round;
panel_draw home_classes, home_children, home_keyworker, home_shared;
panel_draw home_flagged, home_to_set_up, home_it, home_state, home_years, home_needs, home_health, home_office, home_numbers;
/* The first day, until the register has a child: *shown says whether it stood in for the home. */
const struct fault *home_first_day(struct req *rq, struct ui *ui, struct home *h, bool *shown) MUST;

#endif
