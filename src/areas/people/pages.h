/* pages.h - what the pages of people share. Nothing here is for others. */
#ifndef AREAS_PEOPLE_PAGES_H
#define AREAS_PEOPLE_PAGES_H

#include "areas/people/area.h"
#include "web/panel.h"

/* A record that is about no child, added and changed by its table's own form. */
struct plain {
	const struct record *record;
	const char *back;             /* where to go afterwards */
	const char *add, *change;     /* titles */
	const char *takes_back;       /* label of the button that withdraws it; NULL: it is ended by a last day, not withdrawn */
	int first_day;                /* field filled with today in a new one; -1: none */
	bool asked;                   /* a new one's fields may come from the address */
};
/* GET draws, POST saves. `id` NULL: a new one. */
MUST const struct fault *plain_page(struct req *rq, struct ui *ui, const struct plain *p, const char *id);
/* Breadcrumbs: up to two, labels and addresses in pairs, ended by NULL. */
void people_crumbs(struct req *rq, struct ui *ui, const char *const *pairs);
/* Members of staff at work today, for a list to choose from. */
MUST const struct fault *people_staff(struct req *rq, const char *first, const struct ui_option **out);
const struct ui_option *people_options(struct arena *a, const struct choice *list, const char *first);

void people_tabs(struct req *rq, struct ui *ui, const char *current); /* by its address */

page people_page, people_left, pupil_new, pupil_edit, pupil_roll, pupil_roll_post;
page same_find, same_compare, same_compare_post, same_pairs, joined_page, take_apart, take_apart_post;
page staff_page, staff_new, staff_edit;
page classes_page, class_new, class_edit, class_members, class_members_post;
page settings_page, setting_new, setting_edit;
page calendar_page, term_new, term_edit, day_new, day_edit;

#endif
