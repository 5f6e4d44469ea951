/* derive.c - the routes of the derived pages, and what they share: names of rows, references, who may. */
#include "reports/derive.h"

#include <string.h>

#include "areas/governance/area.h"
#include "record/search.h"

const struct route DERIVE_ROUTES[] = {
	{ "/search", NULL, 0, search_page, NULL, "Search", ANYONE },
	{ "/records", NULL, 0, records_index, NULL, "Records", ANYONE },
	{ "/records/:type", NULL, 0, records_list_page, NULL, "Records of one kind", ANYONE },
	{ "/records/:type/new", NULL, 0, records_add_page, records_add_page, "Add a record", ANYONE },
	{ "/records/:type/:id", NULL, 0, records_show_page, NULL, "Record", ANYONE },
	{ "/records/:type/:id/edit", NULL, 0, records_edit_page, records_edit_page, "Change a record", ANYONE },
	{ "/records/:type/:id/history", NULL, 0, records_history_page, NULL, "History of a record", ANYONE },
	{ "/records/:type/:id/withdraw", NULL, 0, records_withdraw_page, records_withdraw_page, "Withdraw a record", ANYONE },
	{ "/records/:type/:id/restore", NULL, 0, NULL, records_restore, "Bring a record back", ANYONE },
	{ "/records/:type/:id/undo", NULL, 0, NULL, records_undo, "Undo the last change", ANYONE },
	{ "/pupils/:child/subject-access", NULL, 0, subject_access_page, NULL, "Everything kept about a child", ANYONE | STEP_UP },
	{ "/pupils/:child/subject-access/file", NULL, 0, subject_access_file, NULL, "Everything kept about a child, as a file",
		ANYONE | STEP_UP },
	{ "/disposal", &DISPOSAL, RIGHT_READ, disposal_page, NULL, "Kept long enough", 0 },
	{ "/disposal/:id/approve", &DISPOSAL, RIGHT_APPROVE, NULL, disposal_approve, "Approve a disposal", STEP_UP },
	{ "/help", NULL, 0, help_page, NULL, "Help", OPEN },
	{ "/help/keyboard", NULL, 0, help_keyboard, NULL, "Keyboard shortcuts", OPEN },
	{ "/help/accessibility", NULL, 0, help_accessibility, NULL, "Accessibility", OPEN },
	{ "/help/privacy", NULL, 0, help_privacy, NULL, "Privacy", OPEN },
	{ "/help/dictionary", NULL, 0, dictionary_page, NULL, "Data dictionary", ANYONE },
	{ NULL },
};

/* For who answers requests for data: from the child's page to all that is kept. */
const struct panel DERIVE_PANELS[] = {
	{ "child-acts", 810, &SUBJECT_ACCESS_REQUEST, RIGHT_APPROVE, "Everything kept", .href = "/subject-access" },
	{ NULL },
};

bool records_typed(const struct record *r)
{
	if (r->is & SYSTEM_ONLY)
		return false;
	for (int i = 0; i < r->count; i++)
		if (r->fields[i].flags & SECRET)
			return false;
	return true;
}

const struct fault *records_type(struct req *rq, enum right right, const struct record **out)
{
	const char *name = rq_arg(rq, "type");
	const struct record *r = record_find(rq->act->house, arena_text_n(rq->a, name, strcspn(name, ".")));

	if (!r || !record_ever(rq->act, r, right) || (right != RIGHT_READ && right != RIGHT_EXPORT && !records_typed(r))) {
		if (r)
			journal_note(rq->act, "denied", r->name, "", "", rq->route->path);
		return FAULT(rq->a, FAULT_NONE, "no such type, or not for this person");
	}
	/* What is about no child sets the program up: roles, staff, calendars, settings (R14). */
	if ((right == RIGHT_ADD || right == RIGHT_EDIT) && (!r->about || r->tier >= T4) && !rq->act->who->fresh)
		return FAULT(rq->a, FAULT_STEP_UP, "a fresh code is needed");
	*out = r;
	return NULL;
}

static const char *joined(struct arena *a, const struct row *row, const char *first, const char *second)
{
	const struct record *r = row_record(row);
	int f = field_find(r, first), s = field_find(r, second);
	const char *one = f >= 0 ? row_text(row, f) : "", *two = s >= 0 ? row_text(row, s) : "";

	return *one && *two ? arena_printf(a, "%s %s", one, two) : *one ? one : two;
}

const char *row_title(struct arena *a, const struct row *row)
{
	const struct record *r = row_record(row);
	int line = field_find(r, r->line);

	if (r->is & IS_PUPIL)
		return joined(a, row, "known_as", "known_surname");
	if (field_find(r, "surname") >= 0)
		return joined(a, row, "forename", "surname");
	if (line >= 0 && !field_sealed(r, line) && *row_text(row, line))
		return row_show(a, row, line);
	for (int i = 0; i < r->count; i++)
		if ((r->fields[i].type == F_TEXT || r->fields[i].type == F_CHOICE) && !field_sealed(r, i) && *row_text(row, i))
			return row_show(a, row, i);
	return r->title;
}

const struct ui_option *records_refs(struct ui *ui, const char *record)
{
	struct req *rq = ui->rq;
	const struct record *r = record_find(rq->act->house, record);
	struct ui_option *options;
	struct rows rows;

	if (!r || record_list(rq->act, r, &(struct ask){ .limit = 1000, .clear_only = true }, &rows))
		return NULL;
	options = arena_array(rq->a, (size_t)rows.count + 2, sizeof *options);
	options[0] = (struct ui_option){ .value = "", .label = "Choose one" };
	for (int i = 0; i < rows.count; i++) {
		const char *title = row_title(rq->a, rows.row[i]);

		options[i + 1] = (struct ui_option){ .value = row_id(rows.row[i]), .label = *title ? title : r->title };
	}
	return options;
}

const char *records_show(struct req *rq, const struct row *row, int field)
{
	const struct field *f = &row_record(row)->fields[field];
	const char *value = row_text(row, field);
	const struct record *to = f->type == F_REF ? record_find(rq->act->house, f->ref) : NULL;
	struct rows rows;

	if (!to || !*value)
		return row_show(rq->a, row, field);
	if (record_many(rq->act, to, &value, 1, true, &rows) || !rows.count)
		return strcmp(f->ref, "pupil") == 0 ? "Another pupil" : arena_printf(rq->a, "(%s)", to->title);
	return row_title(rq->a, rows.row[0]);
}

const char *records_past(struct req *rq, const char *back)
{
	day at = day_typed(rq_text(rq, "as_at")), known = day_typed(rq_text(rq, "known_on"));
	struct shell *sh = &rq->ui->shell;

	if (known != DAY_NONE && known < rq->act->today)
		rq->act->known_on = moment_from_london(rq->a, arena_printf(rq->a, "%sT23:59", day_iso(rq->a, known)));
	if (at != DAY_NONE || rq->act->known_on) {
		sh->as_at = at != DAY_NONE ? at : known;
		sh->as_at_back = back;
	}
	return at != DAY_NONE ? day_iso(rq->a, at) : NULL;
}

static bool among(const char *const *ids, int n, const char *id)
{
	for (int i = 0; i < n; i++)
		if (strcmp(ids[i], id) == 0)
			return true;
	return false;
}

const struct fault *titles_load(struct req *rq, const struct record *r, const char *const *ids, int n, struct titles *out)
{
	const char **wanted = arena_array(rq->a, (size_t)n + 1, sizeof *wanted);
	struct rows rows;
	int count = 0;

	for (int i = 0; i < n; i++)
		if (*ids[i] && !among(wanted, count, ids[i]))
			wanted[count++] = ids[i];
	*out = (struct titles){ arena_array(rq->a, (size_t)count + 1, sizeof *out->ids), arena_array(rq->a, (size_t)count + 1,
		sizeof *out->names), 0 };
	if (!r || !count)
		return NULL;
	TRY(record_many(rq->act, r, wanted, count, true, &rows));
	for (int i = 0; i < rows.count; i++) {
		out->ids[out->count] = row_id(rows.row[i]);
		out->names[out->count++] = row_title(rq->a, rows.row[i]);
	}
	return NULL;
}

const char *titles_find(const struct titles *t, const char *id, const char *otherwise)
{
	for (int i = 0; i < t->count; i++)
		if (strcmp(t->ids[i], id) == 0)
			return t->names[i];
	return otherwise;
}

const char *records_child_href(struct req *rq, const char *pupil)
{
	const char *href = arena_printf(rq->a, "/pupils/%s", pupil);

	return *pupil && rq_leads(rq, href) ? href : *pupil ? arena_printf(rq->a, "/records/pupil/%s", pupil) : "";
}
