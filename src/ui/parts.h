/* parts.h - what the parts' templates share among themselves. Nothing here is for pages. */
#ifndef UI_PARTS_H
#define UI_PARTS_H

#include "ui/ui.h"

/* A control about to be drawn: what ui_input says, and what follows from it. */
struct part_field {
	const struct ui_input *in;
	const char *id, *error;
	const char *described;          /* ids of hint and error; NULL: none */
	bool date;
	const char *day, *month, *year; /* of a date */
};

/* extra: "info" adds ID-info to what describes it. Puts its error into the page's summary. */
struct part_field part_field(struct ui *ui, const struct ui_input *in, const char *extra);
struct part_field part_date(struct ui *ui, const struct ui_input *in);
bool part_chosen(const struct ui_option *o, const char *value, bool among);
const char *part_button(unsigned style);
const char *part_button_link(unsigned style);
const char *part_due_class(day due, day today);
const char *part_tag_class(enum ui_tone tone);
const char *part_note_class(enum ui_tone tone);
const char *part_status_meaning(const char *code);
/* Sections beyond eight: those behind "More". The last of all, where the school is looked after, stays in the row. */
bool part_sections_more(const struct ui_link *list);
bool part_is_behind(const struct ui_link *list, const struct ui_link *l);
bool part_section_behind(const struct ui_link *list);  /* is the current one behind it? */
bool part_is_day(const char *text); /* "2 September 2024", "14 Dec": kept on one line in a cell */
/* The next line of `lines`, cut off; NULL at the end. */
const char *part_line(struct arena *a, const char **lines);
const char *part_sort_href(struct ui *ui, const struct ui_column *c);

/* For chart.tmpl: a number as written, the aim line's height on a day, a bar of a share. */
const char *part_number(struct arena *a, double value);
bool part_ranged(const struct ui_graph *g);
const char *part_range(struct arena *a, const struct ui_point *p); /* "73 to 91", or "" */
double part_aim_on(const struct ui_graph *g, day on);
void part_progress_bar(struct ui *ui, int64_t done, int64_t of);

#endif
