/* pages.h - what the register's page functions hand to their templates, and the helpers they share. Nothing here is for others. */
#ifndef AREAS_REGISTER_PAGES_H
#define AREAS_REGISTER_PAGES_H

#include "areas/register/list.h"
#include "record/query.h"
#include "web/web.h"

struct register_page {
	const struct register_view *view;
	struct child_rows rows;
	struct register_totals totals;
	const char *title, *showing, *share, *census, *known_words, *query, *columns_text, *export_note;
	const char *letters_href; /* NULL: this person writes none */
	const char *print_href, *xlsx_href, *csv_href, *sort_href, *by_year_href, *by_need_href;
	const char *empty, *empty_act, *empty_href;
	const char *need_sentence, *year_sentence;
	const struct ui_bar *needs, *years;
	const struct ui_link *chips, *views, *saved, *hidden;
	const struct ui_column *columns;
	const struct ui_option *year_options, *status_options, *need_options, *key_options, *review_options, *flag_options;
	bool past, may_watch, may_export, may_add, may_save, has_own, choosing, by_year, bare;
};
void view_of_request(struct req *rq, struct register_view *v);
page register_page, register_csv, register_xlsx, views_page, view_save, view_change;
void register_row(struct ui *ui, const struct register_page *pg, const struct child_row *r);

/* ---- shared by the pages about one child: child.c ---- */
/* Options of a code list, with "Choose one" first when `first` says so (NULL: none). */
const struct ui_option *options_of(struct arena *a, const struct choice *list, const char *first);
struct about_child {
	struct row *pupil, *status;        /* status in force today, or NULL */
	const char *id, *first, *name;     /* "Dylan", "Dylan Chukwu" */
	const char *line, *short_line;     /* "Year 7 · form 7B · 11 years 2 months", "Dylan Chukwu · Year 7 · 7B" */
	const char *provision, *href;      /* "" none; the child's page */
	const struct ui_link *crumbs;
};
/* Who a page is about; sets scale, crumbs and title. `pupil` is rq->pupil, or fetched by who knows another way. */
MUST const struct fault *about_child(struct req *rq, struct row *pupil, struct about_child *out);
const char *named(struct arena *a, const char *pattern, const struct about_child *who); /* "%s" becomes "Dylan" */
const char *pupil_text(const struct row *pupil, const char *field);
MUST const struct fault *status_now(struct act *act, const char *pupil, struct row **out); /* any provision, N too; NULL: none */
MUST const struct fault *needs_now(struct act *act, const char *pupil, struct rows *out);
const char *form_error_of(const struct form *f, int field);   /* NULL: none */
/* A form is shown to those who may send it: some may name any child and write about their own alone. */
MUST const struct fault *may_add(struct req *rq, const struct record *r);
const char *typed_date(const struct req *rq, const char *name); /* of its three boxes, or one */
const char *undo_path(const struct req *rq);                  /* POST there undoes this act */

/* ---- entering, changing, leaving: status_pages.c ---- */
struct status_page {
	struct about_child who;
	struct form *form;
	struct rows needs;                 /* in force already */
	const char *need, *need2, *how, *plan_on, *need_error, *plan_error;
	const char *title, *lede, *button, *action;
	const struct ui_option *provisions, *told, *need_options, *need2_options, *how_options, *exit_options;
	bool not_told, entering, leaving, changing;
};
page enter_page, enter_post, change_page, change_post, leave_page, leave_post, add_page, undo_post;

/* ---- the watch list: watch_pages.c ---- */
struct watch_view { struct found found; const char **why, *title; bool may_add, may_decide; };
struct decide_view {
	const char *decision, *why, *until, *decision_error, *why_error, *until_error;
	const struct ui_option *options;
	bool may_extend;
};
page watch_page, watch_new, watch_new_post, watch_decide, watch_decide_post;

/* ---- the review round: round_pages.c; before the census: census_pages.c; dates: due_pages.c; forms: form_pages.c ---- */
page round_page, round_post, census_page, mend_page, order_page, order_post, due_page, due_post, told_page, told_post;
page sheet_new, sheet_new_post, sheet_change, sheet_change_post;

#endif
