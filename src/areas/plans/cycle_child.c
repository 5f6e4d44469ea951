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

static const struct fault *grown(struct req *rq, struct plan_child *who)
{
	day born = day_parse(row_named(who->pupil, "dob"));
	struct clock_answer answer;
	struct own_law own;

	if (born == DAY_NONE)
		return NULL;
	TRY(law_own(rq->act, &own));
	TRY(law_due(rq->a, &own, "young-person-date", born, NULL, &answer));
	who->young = answer.due != DAY_NONE && answer.due <= rq->act->today;
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
	return grown(rq, out);
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
