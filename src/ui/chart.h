/* chart.h - pictures of numbers: SVG with classes and attributes only, each with a sentence that says what it shows and its figures
 * in a table beside it. At most three series. Text in them is never under 12 px at the size they are shown. */
#ifndef UI_CHART_H
#define UI_CHART_H

#include "ui/ui.h"

struct ui_bar { const char *label; double value; const char *href; }; /* the list ends with a NULL label */

struct ui_bars {
	const char *sentence;      /* "Main need: specific learning difficulty is the commonest, 68 of 250 children" */
	const char *what, *unit;   /* headings of the table: "Main need", "Children" */
	const struct ui_bar *bars;
	const char *suffix;        /* after each figure: "%" */
};
void ui_bars(struct ui *ui, const struct ui_bars *b);

/* label NULL: the number. high above low: the range the value lies in, drawn as a bar through the point and told in the figures. */
struct ui_point { day on; double value; const char *label; double low, high; };

struct ui_graph {
	const char *sentence;
	const char *what, *unit;           /* "Words a minute", headings of the table */
	const struct ui_point *points; int count;
	double start, aim;                 /* the aim line, from .from to .until; equal days: none */
	day from, until;
	const struct ui_point *changes; int change_count; /* changes of support: dotted verticals with .label */
	day today;
};
void ui_graph(struct ui *ui, const struct ui_graph *g);
void ui_spark(struct ui *ui, const struct ui_graph *g); /* 104 by 34; the figures stand in words next to it */

/* "152 of 214 children reviewed" with a bar. */
void ui_progress(struct ui *ui, int64_t done, int64_t of, const char *words);
/* Days on a line, marked with label and short date; the one that is .now filled. */
struct ui_mark { const char *label; day on; bool now; }; /* ends with a NULL label */
void ui_days(struct ui *ui, const char *sentence, const struct ui_mark *marks);

#endif
