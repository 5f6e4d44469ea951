/* pages.h - what the register's page functions hand to their templates, and the helpers they share. Nothing here is for others. */
#ifndef AREAS_REGISTER_PAGES_H
#define AREAS_REGISTER_PAGES_H

#include "areas/register/list.h"
#include "web/web.h"

struct register_page {
	const struct register_view *view;
	struct child_rows rows;
	struct register_totals totals;
	const char *title, *showing, *share, *census, *known_words, *query, *columns_text;
	const char *print_href, *xlsx_href, *csv_href, *sort_href, *by_year_href, *by_need_href;
	const char *empty, *empty_act, *empty_href;
	const char *need_sentence, *year_sentence;
	const struct ui_bar *needs, *years;
	const struct ui_link *chips, *views, *saved, *hidden;
	const struct ui_column *columns;
	const struct ui_option *year_options, *status_options, *need_options, *key_options, *review_options, *flag_options;
	bool past, may_export, may_add, may_save, has_own, choosing, by_year, bare;
};
void view_of_request(struct req *rq, struct register_view *v);
page register_page, register_csv, register_xlsx, views_page, view_save, view_change;
void register_row(struct ui *ui, const struct register_page *pg, const struct child_row *r);

/* ---- shared by the pages about one child ---- */
/* Options of a code list, with "Choose one" first when `first` says so (NULL: none). */
const struct ui_option *options_of(struct arena *a, const struct choice *list, const char *first);
/* The strip above any form about a child: name, year and form, status. */
MUST const struct fault *child_strip(struct req *rq, struct ui_child *out);
const char *child_called(const struct req *rq);              /* "Dylan" */
const char *child_name(const struct req *rq, const struct row *pupil);  /* "Dylan Chukwu" */
const char *pupil_text(const struct row *pupil, const char *field);
const char *possessive(struct arena *a, const char *name);   /* "Dylan's" */
/* Read from what was typed: "NAME" or NAME-day, NAME-month, NAME-year, as ISO or as typed. */
const char *typed_day(const struct req *rq, const char *name);
/* The child's status in force today; NULL: none. */
MUST const struct fault *status_now(struct act *act, const struct row *pupil, struct row **out);
/* The calling person's own page of the child. */
const char *child_href(const struct req *rq);

#endif
