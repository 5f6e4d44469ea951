/* undo.c - taking back one act: the versions it wrote say what that was. Nothing is deleted; the taking back is versions too. */
#include <string.h>

#include "record/engine.h"

struct step { const char *id; int64_t version; };

static const struct fault *steps_of(struct act *act, const struct record *r, const char *act_id, struct step **steps, int *count)
{
	struct sql s = sql_new(act);
	struct stmt *st;
	bool more;

	*steps = NULL;
	*count = 0;
	sql_add(&s, "SELECT id, version FROM \"%s_version\" WHERE act = $%d ORDER BY version DESC", r->name, sql_bind(&s, act_id));
	TRY(sql_ask(&s, &st));
	for (;;) {
		TRY(stmt_step(st, &more));
		if (!more)
			break;
		*steps = arena_extend(act->a, *steps, (size_t)*count * sizeof **steps, (size_t)(*count + 1) * sizeof **steps);
		(*steps)[(*count)++] = (struct step){ stmt_get_text(st, 0), stmt_get_int(st, 1) };
	}
	stmt_done(st);
	return NULL;
}

/* The row as it stood in an earlier version, read whole. */
static const struct fault *version_of(struct act *act, const struct record *r, const char *id, int64_t version, struct row **out)
{
	struct sql s = sql_new(act);
	struct stmt *st;
	struct rows rows;

	sql_add(&s, "SELECT ");
	columns_whole(&s.text, r, "r");
	sql_add(&s, " FROM \"%s_version\" r WHERE r.id = $%d AND r.version = $%d", r->name, sql_bind(&s, id),
		sql_bind_int(&s, version));
	TRY(sql_ask(&s, &st));
	TRY(rows_read(act, r, st, true, &rows));
	if (!rows.count)
		return FAULT(act->a, FAULT_BROKEN, "%s: a version is missing", r->name);
	*out = rows.row[0];
	return NULL;
}

/* Field by field as it was, secrets too: the program itself writes. A withdrawn row is brought back first. */
static const struct fault *back_to(struct act *lifted, struct row *now, struct row *before, const char *reason)
{
	struct form *form = form_of_row(lifted->a, before);

	for (int i = 0; i < before->r->count; i++)
		if (!form->values[i])
			form->values[i] = row_text(before, i);
	form->version = 0;
	if (row_withdrawn(now) && !row_withdrawn(before)) {
		TRY(record_restore(lifted, now, reason));
		TRY(row_whole(lifted, now->r, now->id, &now));
	}
	TRY(record_change(lifted, now, form));
	return row_withdrawn(before) && !row_withdrawn(now) ? record_withdraw(lifted, now, reason) : NULL;
}

static const struct fault *undo_step(struct act *lifted, const struct record *r, const struct step *step, const char *reason,
	int *undone, int *kept)
{
	struct row *now, *before = NULL;

	TRY(row_whole(lifted, r, step->id, &now));
	if (now->version != step->version) { /* by somebody since; or by a hook of this undoing, which has put it right already */
		*kept += strcmp(row_act(now), lifted->id) != 0;
		return NULL;
	}
	(*undone)++;
	if (step->version == 1)
		return record_withdraw(lifted, now, reason);
	TRY(version_of(lifted, r, step->id, step->version - 1, &before));
	return back_to(lifted, now, before, reason);
}

const struct fault *act_undo(struct act *act, const char *act_id, const char *reason, int *undone, int *kept)
{
	struct act *lifted = act_lift(act);

	*undone = *kept = 0;
	for (int i = act->house->count - 1; i >= 0; i--) {
		const struct record *r = act->house->records[i];
		struct step *steps;
		int n;

		TRY(steps_of(act, r, act_id, &steps, &n));
		for (int s = 0; s < n; s++)
			TRY(undo_step(lifted, r, &steps[s], reason, undone, kept));
	}
	return NULL;
}
