/* undo.c - takes back, the same day, what one act of the same person did to the register's records: what it added is withdrawn,
 * what it changed is as it was before. Nothing is wiped: both stay in the history. Dates follow by their hooks. */
#include <string.h>

#include "areas/register/due.h"
#include "areas/register/pages.h"
#include "areas/register/queries.sql.h"

/* Dates are put back by the program, whoever acts; then the status they hang on works them out again. */
static const struct fault *put_back(struct req *rq, struct row *row, int64_t version)
{
	struct act *act = row_record(row) == &DUE ? act_lift(rq->act) : rq->act;
	struct form *form;
	struct rows history;

	if (version == 1)
		return record_withdraw(act, row, "undone");
	TRY(record_history(act, row, &history));
	if (history.count < 2)
		return NULL;
	form = form_of_row(rq->a, history.row[1]);
	for (int i = 0; i < form->r->count; i++)
		if (!form->values[i] && row_has(row, i))
			form_set(form, i, "");
	form->version = version;
	return record_change(act, row, form);
}

/* Only what this person did today and nobody has touched since: later versions carry another act. */
static const struct fault *mine_today(struct req *rq, const struct row *row, bool *out)
{
	struct rows history;

	TRY(record_history(rq->act, row, &history));
	*out = history.count && strcmp(row_by_account(history.row[0]), rq->act->who->account) == 0 &&
		moment_day(row_moment(history.row[0])) == rq->act->today;
	return NULL;
}

const struct fault *undo_post(struct req *rq, __attribute__((unused)) struct ui *ui)
{
	const char *pupil = "";
	int undone = 0;
	struct found f;

	TRY(query_run(rq->act, &Q_ACT_ROWS, (const char *const[]){ rq_arg(rq, "act") }, &f));
	for (int i = 0; i < f.rows; i++) {
		const struct record *r = record_find(rq->act->house, found_text(&f, i, Q_ACT_ROWS_RECORD));
		struct row *row;
		bool mine;

		TRY(record_get(rq->act, r, found_text(&f, i, Q_ACT_ROWS_ID), &row));
		TRY(mine_today(rq, row, &mine));
		if (!mine)
			continue;
		TRY(put_back(rq, row, found_int(&f, i, Q_ACT_ROWS_VERSION)));
		pupil = row_about(row);
		undone += r != &DUE;
	}
	if (!undone)
		rq_notice(rq, NULL, "There was nothing left to undo: somebody has changed it since, or it was not today.");
	else
		rq_notice(rq, NULL, "Undone. What you had typed stays in the history.");
	return *pupil ? go(rq, "/pupils/%s", pupil) : go(rq, "/register");
}
