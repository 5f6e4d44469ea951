/* table.h - tables in three densities, which become labelled lines on a phone and stay tables for a screen reader.
 *
 *	ui_table(ui, &(struct ui_table){ .caption = "Children", .columns = COLUMNS, .density = UI_TIGHT });
 *	ui_row(ui); ui_cell_link(ui, "Ahmed, Leo", "/pupils/x"); ui_cell(ui, "7R"); ui_row_end(ui);
 *	ui_table_end(ui);
 *
 * The first cell of a row is its header. Cells take label and alignment from the column they fall in. An empty cell stays empty. */
#ifndef UI_TABLE_H
#define UI_TABLE_H

#include "ui/ui.h"

/* How a column shows on a phone: lead cells stand on the row's first line, second ones are left out (the child's page has them). */
enum ui_rank { UI_LINE, UI_LEAD, UI_BARE /* a line without its label */, UI_SECOND };

struct ui_column {
	const char *label;
	const char *sort;     /* the heading is a link that sorts by this; NULL: it cannot be sorted */
	bool number;          /* right-aligned */
	bool quiet;           /* heading for screen readers only */
	bool act;             /* holds a button: right-aligned, never labelled */
	enum ui_rank phone;
	int width;            /* in percent of the table, to the nearest 5, 70 at most; 0: as it comes */
};

enum ui_density { UI_WORKING, UI_TIGHT, UI_GENEROUS };

struct ui_table {
	const char *caption;
	bool caption_shown;   /* else for screen readers: the heading above says it */
	enum ui_density density;
	const struct ui_column *columns; /* ends with a NULL label */
	const char *sort;     /* the column sorted by, "-" before it for descending */
	const char *href;     /* address of this list; "?" or "&" and "sort=..." are added */
	bool headless;        /* headings for screen readers only */
	const char *css;      /* "os-fixed": keep the widths, so that tables stand in line; "os-t--mid": controls */
};

void ui_table(struct ui *ui, const struct ui_table *t);
void ui_table_end(struct ui *ui);
void ui_row(struct ui *ui);
void ui_row_here(struct ui *ui); /* the row that is being worked on */
void ui_row_end(struct ui *ui);

void ui_cell(struct ui *ui, const char *text);
void ui_cell_sub(struct ui *ui, const char *text, const char *second); /* the second in grey beneath it */
void ui_cell_link(struct ui *ui, const char *text, const char *href);
void ui_cell_int(struct ui *ui, int64_t n);
void ui_cell_tag(struct ui *ui, const char *text);                     /* ui_status */
void ui_cell_due(struct ui *ui, day due);                              /* as ui_due; short in tight tables */
void ui_cell_code(struct ui *ui, const char *code, const char *meaning);
void ui_cell_begin(struct ui *ui);                                     /* anything between these two */
void ui_cell_end(struct ui *ui);

/* Pages of 50: "Showing 51 to 100 of 250", numbers, "All". page from 1; href as in ui_table. */
enum { UI_PER_PAGE = 50 };
void ui_pages(struct ui *ui, int total, int page, const char *href);
void ui_showing(struct ui *ui, int total, int page, const char *things); /* "Showing 1 to 50 of 250 children." */

/* `href` with NAME=VALUE added or, if it has NAME already, changed; VALUE "" takes it away. */
const char *ui_with(struct arena *a, const char *href, const char *name, const char *value);

#endif
