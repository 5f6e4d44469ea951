/* retention.c - the disposal list and its page: proposing, and approving by somebody else. */
#include "reports/retention.h"

#include <string.h>

#include "areas/governance/area.h"
#include "areas/people/area.h"
#include "law/retention.h"
#include "record/dispose.h"
#include "reports/derive.h"

enum { LIST_MOST = 25, YOUNGEST = 25 };

/* The day this type's rows about a child may go: DAY_NONE if there are none, or if it cannot be known (then they stay). */
static const struct fault *until_of(struct act *lifted, const struct record *r, const struct row *pupil, day *out, bool *unknown)
{
	const struct retention *keep = law_retention(r->keep);
	struct rows rows, versions;

	*out = DAY_NONE;
	TRY(record_list(lifted, r, &(struct ask){ .pupil = row_id(pupil), .with_withdrawn = true, .clear_only = true }, &rows));
	if (!rows.count)
		return NULL;
	if (keep && keep->start == KEEP_FROM_BIRTH) {
		*out = law_retention_until(keep, row_day(pupil, PUPIL_DOB));
	} else {
		for (int i = 0; keep && i < rows.count; i++) {
			day until;

			TRY(record_history(lifted, rows.row[i], &versions));
			until = law_retention_until(keep, versions.count ? moment_day(row_moment(versions.row[0])) : DAY_NONE);
			*out = until > *out ? until : *out;
		}
	}
	*unknown = *unknown || *out == DAY_NONE || (keep && keep->review);
	return NULL;
}

static const struct fault *on_roll(struct act *lifted, const struct row *pupil, bool *out)
{
	int64_t n;

	TRY(record_count(lifted, &ENROLMENT, &(struct ask){ .pupil = row_id(pupil), .as_at = day_iso(lifted->a, lifted->today) },
		&n));
	*out = n > 0;
	return NULL;
}

/* All classes together: the last to run out decides for the child. */
static const struct fault *weigh(struct act *lifted, const struct row *pupil, struct overdue *o, bool *due)
{
	const struct house *h = lifted->house;
	bool unknown = false, here;

	*o = (struct overdue){ .pupil = pupil, .until = DAY_NONE, .rule = "" };
	*due = false;
	TRY(on_roll(lifted, pupil, &here));
	for (int i = 0; i < h->count && !here && !unknown; i++) {
		const struct record *r = h->records[i];
		day until;

		if (r == &DISPOSAL || r == &LEGAL_HOLD || !(r->is & IS_PUPIL || (r->about && strcmp(r->about, "pupil") == 0)))
			continue;
		TRY(until_of(lifted, r, pupil, &until, &unknown));
		if (until > o->until) {
			o->until = until;
			o->rule = law_retention(r->keep)->title;
		}
	}
	*due = !here && !unknown && o->until != DAY_NONE && o->until <= lifted->today;
	return NULL;
}

static const struct fault *standing(struct act *lifted, struct overdue *o)
{
	int64_t holds;
	struct rows rows;

	TRY(record_count(lifted, &LEGAL_HOLD, &(struct ask){ .pupil = row_id(o->pupil),
		.as_at = day_iso(lifted->a, lifted->today) }, &holds));
	TRY(record_list(lifted, &DISPOSAL, &(struct ask){ .pupil = row_id(o->pupil),
		.where = { { DISPOSAL_STATE, IS, "proposed" } } }, &rows));
	o->held = holds > 0;
	o->proposed = rows.count ? row_id(rows.row[0]) : NULL;
	return NULL;
}

const struct fault *retention_due(struct act *act, int most, struct overdue **out, int *count)
{
	struct act *lifted = act_lift(act);
	const char *born = day_iso(act->a, day_add_months(act->today, -12 * YOUNGEST));
	struct rows rows;
	bool due;

	*count = 0;
	*out = arena_array(act->a, (size_t)most + 1, sizeof **out);
	TRY(record_list(lifted, &PUPIL, &(struct ask){ .where = { { PUPIL_DOB, BEFORE, born } }, .order = "dob",
		.with_withdrawn = true, .clear_only = true, .limit = 500 }, &rows));
	for (int i = 0; i < rows.count && *count < most; i++) {
		if (strcmp(row_campus(rows.row[i]), act->campus) != 0)
			continue;
		TRY(weigh(lifted, rows.row[i], &(*out)[*count], &due));
		if (!due)
			continue;
		TRY(standing(lifted, &(*out)[*count]));
		(*count)++;
	}
	return NULL;
}

/* ---- the page ---- */

static const struct ui_column COLUMNS[] = {
	{ .label = "Child", .phone = UI_LEAD }, { .label = "Kept until" }, { .label = "By the rule for" },
	{ .label = "What next", .act = true }, { NULL },
};

static void draw_one(struct req *rq, struct ui *ui, const struct overdue *o)
{
	const char *id = row_id(o->pupil);

	ui_row(ui);
	ui_cell(ui, arena_printf(rq->a, "%s, born %s", row_title(rq->a, o->pupil), day_long(rq->a, row_day(o->pupil, PUPIL_DOB))));
	ui_cell(ui, day_long(rq->a, o->until));
	ui_cell(ui, o->rule);
	ui_cell_begin(ui);
	if (o->held)
		ui_tag(ui, UI_SOON, "Held");
	else if (o->proposed && record_ever(rq->act, &DISPOSAL, RIGHT_APPROVE))
		ui_button_post(ui, UI_WARNING | UI_SMALL, "Approve and destroy", arena_printf(rq->a, "/disposal/%s/approve",
			o->proposed), 0);
	else if (o->proposed)
		ui_tag(ui, UI_PLAIN, "Waits for approval");
	else if (record_ever(rq->act, &DISPOSAL, RIGHT_ADD))
		ui_button_link(ui, UI_SECONDARY | UI_SMALL, "Propose", arena_printf(rq->a, "/records/disposal/new?pupil=%s", id));
	ui_cell_end(ui);
	ui_row_end(ui);
}

const struct fault *disposal_page(struct req *rq, struct ui *ui)
{
	struct overdue *list;
	int n;

	TRY(retention_due(rq->act, LIST_MOST, &list, &n));
	ui_head(ui, "Kept long enough", "Children who left and whose records have been kept as long as they must be. Nothing is "
		"deleted by itself: one person proposes, another approves.");
	ui_head_end(ui);
	if (!n) {
		ui_empty(ui, "Nobody\u2019s records have run out.", NULL, NULL);
	} else {
		ui_table(ui, &(struct ui_table){ .caption = "Kept long enough", .columns = COLUMNS });
		for (int i = 0; i < n; i++)
			draw_one(rq, ui, &list[i]);
		ui_table_end(ui);
	}
	if (n == LIST_MOST)
		ui_small(ui, "The oldest 25 are shown.");
	ui_link_to(ui, "All disposals", "/records/disposal");
	return NULL;
}

/* The approval is written first: the gate says whether this person may; then all else goes, in the same act. */
const struct fault *disposal_approve(struct req *rq, __attribute__((unused)) struct ui *ui)
{
	static const struct record *const STAY[] = { &DISPOSAL, NULL };
	struct form *form = form_new(rq->a, &DISPOSAL);
	struct row *row, *pupil;
	struct overdue o;
	int64_t rows;
	bool due;

	TRY(record_get(rq->act, &DISPOSAL, rq_arg(rq, "id"), &row));
	if (strcmp(row_text(row, DISPOSAL_STATE), "proposed") != 0)
		return FAULT(rq->a, FAULT_INVALID, "This was settled already.");
	TRY(record_get(act_lift(rq->act), &PUPIL, row_about(row), &pupil));
	TRY(weigh(act_lift(rq->act), pupil, &o, &due));
	if (!due)
		return FAULT(rq->a, FAULT_INVALID, "The time for these records has not run out: nothing was destroyed.");
	form_set(form, DISPOSAL_STATE, "done");
	form_set(form, DISPOSAL_APPROVED_BY, rq->act->who->account);
	form_set(form, DISPOSAL_DONE, day_iso(rq->a, rq->act->today));
	TRY(record_approve(rq->act, row, form));
	TRY(record_dispose(rq->act, row_about(row), row_text(row, DISPOSAL_PROPOSED_BY), STAY, &rows));
	rq_notice(rq, NULL, "%lld records were destroyed. This entry stays as the proof.", (long long)rows);
	return go(rq, "/records/disposal/%s", row_id(row));
}
