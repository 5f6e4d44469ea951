/* derive.h - pages that come from the record tables and know no type by name: search, lists, show, forms, history, exports,
 * dictionary, subject access, help. Areas write pages by hand where the work wants them; these serve for every other record. */
#ifndef REPORTS_DERIVE_H
#define REPORTS_DERIVE_H

#include "web/panel.h"

extern const struct route DERIVE_ROUTES[];
extern const struct panel DERIVE_PANELS[];

/* What a row is called in a list or a heading: a name, a line, its kind; never sealed text. */
const char *row_title(struct arena *a, const struct row *row);
/* The record type of :type, if this actor may do `right` to some row of it; else the answer that says nothing. */
MUST const struct fault *records_type(struct req *rq, enum right right, const struct record **out);
/* May it be typed into a generic form? Not what the program alone writes, nor what holds secrets. */
bool records_typed(const struct record *r);
/* What references may be set to: rows that this actor reads, by title. Set into ui->refs before a form is drawn. */
const struct ui_option *records_refs(struct ui *ui, const char *record);
/* "field value" for people: references by title where the actor may read them. */
const char *records_show(struct req *rq, const struct row *row, int field);
/* The same for many rows: titles of what they point at, a query for sixty of them. */
struct titles { const char **ids, **names; int count; };
MUST const struct fault *titles_load(struct req *rq, const struct record *r, const char *const *ids, int n, struct titles *out);
const char *titles_find(const struct titles *t, const char *id, const char *otherwise);
/* Another day looked at: ?as_at= in force on it, ?known_on= as recorded by its end. Sets the act and the page's strip; the ISO day
 * of as_at, or NULL. */
const char *records_past(struct req *rq, const char *back);
/* A child's page, or "" where there is none yet. */
const char *records_child_href(struct req *rq, const char *pupil);

page search_page, records_index, records_list_page, records_show_page, records_history_page, records_add_page,
	records_edit_page, records_withdraw_page, records_restore, records_undo, dictionary_page, subject_access_page,
	subject_access_file, disposal_page, disposal_approve, help_page, help_keyboard, help_accessibility, help_privacy;

/* What was typed on the page of two texts (web/stale.h) is kept as a draft of the form at this path. */
MUST const struct fault *records_later(struct req *rq, const char *form);

/* A file of a whole list (records_list_page answers "/records/need.csv" with it). */
MUST const struct fault *records_export(struct req *rq, const struct record *r, bool xlsx);

#endif
