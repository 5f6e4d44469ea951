/* cycle_child.c - who a plan is about. The child is read from the records of other areas by their
 * names. */
#include <string.h>

#include "areas/plans/cycle.h"
#include "areas/plans/queries.sql.h"
#include "law/own.h"

const char *cycle_undo(struct req *rq, const char *plan)
{
	return arena_printf(rq->a, "/plans/%s/undo/%s", plan, rq->act->id);
}

static const struct fault *place(struct req *rq, struct plan_child *who)
{
	struct buf line = buf_new(rq->a);
	struct found f;

	TRY(query_run(rq->act, &Q_PLAN_CHILD, (const char *const[]){ who->id, day_iso(rq->a, rq->act->today) }, &f));
	for (int i = 0; i < f.rows; i++) {
		const char *kind = found_text(&f, i, Q_PLAN_CHILD_KIND), *code = found_text(&f, i, Q_PLAN_CHILD_CODE);
		const char *detail = found_text(&f, i, Q_PLAN_CHILD_DETAIL);

		if (strcmp(kind, "roll") == 0 && !*who->year) {
			who->year = code;
			buf_add(&line, strcmp(code, "R") == 0 ? "Reception" : arena_printf(rq->a, "Year %s", code));
			if (*detail)
				buf_printf(&line, " · %s", detail);
		} else if (strcmp(kind, "status") == 0 && !*who->status) {
			who->status = code;
			buf_printf(&line, "%s%s", line.len ? " · " : "", strcmp(code, "K") == 0 ? "SEN Support" : "EHC plan");
		} else if (strcmp(kind, "was") == 0) {
			who->left = day_parse(detail);
		}
	}
	if (*who->year)
		who->left = DAY_NONE;
	who->line = buf_text(&line);
	return NULL;
}

const struct fault *plan_grown_on(struct req *rq, const char *dob, day *out)
{
	day born = day_parse(dob);
	struct clock_answer answer;
	struct own_law own;

	*out = DAY_NONE;
	if (born == DAY_NONE)
		return NULL;
	TRY(law_own(rq->act, &own));
	TRY(law_due(rq->a, &own, "young-person-date", born, NULL, &answer));
	*out = answer.due;
	return NULL;
}

const struct fault *cycle_child(struct req *rq, struct row *pupil, struct plan_child *out)
{
	const char *known = row_named(pupil, "known_as"), *surname = row_named(pupil, "known_surname");

	*out = (struct plan_child){ .pupil = pupil, .id = row_id(pupil), .alias = row_named(pupil, "alias_of"), .year = "",
		.status = "", .left = DAY_NONE };
	out->first = *known ? known : *surname ? surname : "the child";
	out->name = *known && *surname ? arena_printf(rq->a, "%s %s", known, surname) : out->first;
	out->href = arena_printf(rq->a, "/pupils/%s", out->id);
	TRY(place(rq, out));
	TRY(plan_grown_on(rq, row_named(pupil, "dob"), &out->grows));
	out->young = out->grows != DAY_NONE && out->grows <= rq->act->today;
	return NULL;
}

/* A young person decides for themselves; who is about to become one is asked in time (CFA 2014 section 83, Code 8.13 to 8.18). */
void plan_child_grown(struct ui *ui, const struct plan_child *who, day review)
{
	enum { SOON = 183 };

	if (who->young)
		ui_note(ui, UI_PLAIN, arena_printf(ui->a, "%s is a young person.", who->first),
			"Decisions, views and the signature are their own now; parents take part if they agree (CFA 2014 section "
			"83, Code 8.13).");
	else if (who->grows != DAY_NONE && (who->grows <= ui->shell.today + SOON || (review != DAY_NONE && who->grows <= review)))
		ui_note(ui, UI_PLAIN, arena_printf(ui->a, "%s becomes a young person on %s.", who->first, day_long(ui->a,
			who->grows)),
			arena_printf(ui->a, "From then decisions are their own. Ask %s before the review who should be there and "
			"what may be sent home, and write the answer down under what people said.", who->first));
}

void plan_child_gone(struct ui *ui, const struct plan_child *who, const char *next)
{
	if (*who->alias) {
		ui_note_begin(ui, UI_SOON);
		ui_para(ui, arena_printf(ui->a, "This record of %s was joined with another one. %s", who->first, next));
		ui_link_to(ui, "Open the record that is kept", arena_printf(ui->a, "/pupils/%s/plans", who->alias));
		ui_note_end(ui);
	} else if (who->left != DAY_NONE && who->left < ui->shell.today) {
		ui_note(ui, UI_SOON, arena_printf(ui->a, "%s left on %s.", who->first, day_long(ui->a, who->left)), next);
	}
}
