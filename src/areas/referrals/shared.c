/* shared.c - what several pages of other people's advice ask: whom to ask, names behind references, a report read whole. */
#include <string.h>

#include "areas/referrals/pages.h"
#include "areas/referrals/queries.sql.h"
#include "law/term.h"

const struct fault *whom_options(struct req *rq, const char *first, const struct ui_option **out)
{
	struct ui_option *o;
	struct found f;

	TRY(query_run(rq->act, &Q_WHOM_TO_ASK, (const char *const[]){ day_iso(rq->a, rq->act->today) }, &f));
	o = arena_array(rq->a, (size_t)f.rows + 2, sizeof *o);
	o[0] = (struct ui_option){ .value = "", .label = first };
	for (int i = 0; i < f.rows; i++) {
		const char *agency = found_text(&f, i, Q_WHOM_TO_ASK_AGENCY),
			*person = found_text(&f, i, Q_WHOM_TO_ASK_PROFESSIONAL);
		const char *job = found_text(&f, i, Q_WHOM_TO_ASK_JOB), *service = found_text(&f, i, Q_WHOM_TO_ASK_SERVICE);

		if (!*person)
			o[i + 1] = (struct ui_option){ .value = agency, .label = service };
		else
			o[i + 1] = (struct ui_option){ .value = arena_printf(rq->a, "%s.%s", agency, person),
				.label = arena_printf(rq->a, "%s: %s%s%s", service,
				found_text(&f, i, Q_WHOM_TO_ASK_PERSON), *job ? ", " : "", job) };
	}
	*out = o;
	return NULL;
}

static const struct fault *name_of(struct req *rq, const struct record *r, int field, const char *id, const char **out)
{
	struct row *row;

	*out = "";
	if (!*id || !record_ever(rq->act, r, RIGHT_READ))
		return NULL;
	TRY(record_get(rq->act, r, id, &row));
	*out = row_text(row, field);
	return NULL;
}

const struct fault *agency_name(struct req *rq, const char *id, const char **out)
{
	return name_of(rq, &AGENCY, AGENCY_NAME, id, out);
}

const struct fault *professional_name(struct req *rq, const char *id, const char **out)
{
	return name_of(rq, &PROFESSIONAL, PROFESSIONAL_NAME, id, out);
}

/* ---- a report, whole ---- */

static bool of_report(const struct report *r, const struct row *action)
{
	for (int i = 0; i < r->recommendations.count; i++)
		if (strcmp(row_text(action, ADVICE_ACTION_RECOMMENDATION), row_id(r->recommendations.row[i])) == 0)
			return true;
	return false;
}

const struct fault *report_read(struct req *rq, const char *id, struct report *out)
{
	struct rows all;

	*out = (struct report){ 0 };
	TRY(record_get(rq->act, &ADVICE_REPORT, id, &out->row));
	TRY(record_list(rq->act, &RECOMMENDATION, &(struct ask){ .pupil = row_about(out->row),
		.where = { { RECOMMENDATION_REPORT, IS, id } },
		.order = "number" }, &out->recommendations));
	TRY(record_list(rq->act, &ADVICE_ACTION, &(struct ask){ .pupil = row_about(out->row), .order = "due_on", .limit = 2000 },
		&all));
	TRY(record_list(rq->act, &ADVICE_REVIEW, &(struct ask){ .pupil = row_about(out->row), .where = { { ADVICE_REVIEW_REPORT, IS,
		id } } }, &out->reviews));
	out->actions.row = arena_array(rq->a, (size_t)all.count + 1, sizeof *all.row);
	for (int i = 0; i < all.count; i++) {
		if (!of_report(out, all.row[i]))
			continue;
		out->actions.row[out->actions.count++] = all.row[i];
		out->undone += !*row_text(all.row[i], ADVICE_ACTION_DONE_ON);
	}
	for (int i = 0; i < out->recommendations.count; i++)
		out->undecided += !*row_text(out->recommendations.row[i], RECOMMENDATION_DECISION);
	return NULL;
}

const struct fault *report_of(struct req *rq, const struct row *recommendation, struct report *out)
{
	return report_read(rq, row_text(recommendation, RECOMMENDATION_REPORT), out);
}

/* ---- days ---- */

/* Terms as the school's other termly work has them: September, January, Easter. */
const char *advice_term_from(struct req *rq)
{
	int year, month, date;

	day_parts(rq->act->today, &year, &month, &date);
	switch (school_term_of(rq->act->today)) {
	case TERM_AUTUMN: return day_iso(rq->a, day_of(year, 9, 1));
	case TERM_SPRING: return day_iso(rq->a, day_of(year, 1, 1));
	default: return day_iso(rq->a, easter_sunday(year));
	}
}

const char *days_late(struct arena *a, day due, day today)
{
	int n = due == DAY_NONE ? 0 : (int)(today - due);

	return n > 0 ? arena_printf(a, "%d day%s late", n, n == 1 ? "" : "s") : "";
}

/* ---- actions not done ---- */

const struct fault *open_actions(struct req *rq, const char *owner, const char *pupil, struct found *open, struct rows *texts)
{
	struct ask ask = { .where = { { ADVICE_ACTION_DONE_ON, EMPTY, "" } }, .pupil = *pupil ? pupil : NULL, .limit = 600,
		.order = "due_on" };

	if (*owner)
		ask.where[1].field = ADVICE_ACTION_OWNER, ask.where[1].op = IS, ask.where[1].value = owner;
	TRY(query_run(rq->act, &Q_ADVICE_OPEN, (const char *const[]){ day_iso(rq->a, rq->act->today), owner, pupil }, open));
	if (!open->rows) {
		*texts = (struct rows){ 0 };
		return NULL;
	}
	return record_list(rq->act, &ADVICE_ACTION, &ask, texts);
}

static const char *text_of(const struct rows *texts, const char *id)
{
	for (int i = 0; i < texts->count; i++)
		if (strcmp(row_id(texts->row[i]), id) == 0)
			return row_text(texts->row[i], ADVICE_ACTION_WHAT);
	return "";
}

void action_rows(struct req *rq, struct ui *ui, const struct found *f, const struct rows *texts, bool with_child,
	bool with_owner)
{
	for (int i = 0; i < f->rows; i++) {
		const char *id = found_text(f, i, Q_ADVICE_OPEN_ACTION), *owner = found_text(f, i, Q_ADVICE_OPEN_OWNER_NAME);

		ui_row(ui);
		if (with_child)
			ui_cell_link(ui, about_name(rq->a, found_text(f, i, Q_ADVICE_OPEN_KNOWN_AS), found_text(f, i,
				Q_ADVICE_OPEN_KNOWN_SURNAME)),
				arena_printf(rq->a, "/pupils/%s/advice", found_text(f, i, Q_ADVICE_OPEN_PUPIL)));
		ui_cell_sub(ui, text_of(texts, id), *found_text(f, i, Q_ADVICE_OPEN_TOLD_ON) ? NULL :
			"Not yet read by whoever does it");
		if (with_owner)
			ui_cell(ui, owner);
		ui_cell_due(ui, day_parse(found_text(f, i, Q_ADVICE_OPEN_DUE_ON)));
		ui_cell_begin(ui);
		ui_button_link(ui, UI_SECONDARY | UI_SMALL, "Open", arena_printf(rq->a, "/advice/actions/%s", id));
		ui_cell_end(ui);
		ui_row_end(ui);
	}
}

const struct fault *advice_undo(struct req *rq, __attribute__((unused)) struct ui *ui)
{
	static const struct record *const OURS[] = { &REFERRAL, &ADVICE_REPORT, &RECOMMENDATION, &ADVICE_ACTION, &ADVICE_REVIEW,
		NULL };

	return undo_own(rq, OURS);
}
