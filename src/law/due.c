/* due.c - works dates out by the law and keeps them as records. What makes a date is its area's; what is asked of people is in the
 * pages. */
#include "law/due.h"

#include "base/buf.h"
#include "law/own.h"

static const struct record *due_record(const struct act *act)
{
	return record_find(act->house, "due");
}

static const char *inputs_text(struct arena *a, const struct due_wanted *w)
{
	struct buf b = buf_new(a);

	for (int i = 0; i < w->n_inputs; i++)
		buf_printf(&b, "%s%s=%s", b.len ? "; " : "", w->inputs[i].key, w->inputs[i].value);
	return buf_text(&b);
}

/* The rule's answer; a date of the school's own has none but what people set. */
static const struct fault *work_out(struct act *act, const struct due_wanted *w, struct clock_answer *out)
{
	struct clock_inputs inputs = { w->inputs, w->n_inputs };
	struct own_law own;

	*out = (struct clock_answer){ .due = w->agreed, .base = w->agreed, .none = "", .rule = "school@1",
		.cite = "Set by the school" };
	if (w->own)
		return NULL;
	TRY(law_own(act, &own));
	TRY(law_due(act->a, &own, w->clock, w->starts, &inputs, out));
	if (w->agreed != DAY_NONE && out->due != DAY_NONE)
		out->due = w->agreed;
	return NULL;
}

static const char *duty_of(struct arena *a, const struct due_wanted *w)
{
	const struct clock_row *row = law_at(a, w->clock, w->starts, NULL, 0);

	return row ? row->duty : "School";
}

static void fill(struct act *act, const struct due_wanted *w, const struct clock_answer *answer, struct form *f)
{
	form_set(f, DUE_CLOCK, w->clock);
	form_set(f, DUE_TITLE, w->title);
	form_set(f, DUE_WHY, w->why);
	form_set(f, DUE_STARTS, day_iso(act->a, w->starts));
	form_set(f, DUE_DUE, day_iso(act->a, answer->due));
	form_set(f, DUE_BASE, day_iso(act->a, answer->base));
	form_set(f, DUE_RULE_VERSION, answer->rule);
	form_set(f, DUE_INPUTS, inputs_text(act->a, w));
	form_set(f, DUE_SOURCE, w->source);
	form_set(f, DUE_SOURCE_ID, w->source_id);
	form_set(f, DUE_DUTY, duty_of(act->a, w));
	form_set(f, DUE_MET_ON, day_iso(act->a, w->met));
}

/* The row that this date is kept in already, or NULL. */
static const struct fault *find(struct act *act, const char *pupil, const struct due_wanted *w, struct row **out)
{
	struct ask ask = { .pupil = pupil, .where = { { DUE_CLOCK, IS, w->clock }, { DUE_SOURCE_ID, IS, w->source_id } },
		.limit = 1, .order = "-due_on" };
	struct rows rows;

	if (w->next)
		ask.where[2].field = DUE_MET_ON, ask.where[2].op = EMPTY, ask.where[2].value = "";
	TRY(record_list(act, due_record(act), &ask, &rows));
	*out = rows.count ? rows.row[0] : NULL;
	return NULL;
}

const struct fault *due_set(struct act *act, const struct row *about, const struct due_wanted *w, const char **id)
{
	struct act *program = act_lift(act);
	struct form *form = form_new(act->a, due_record(act));
	struct clock_answer answer;
	struct row *row;

	*id = NULL;
	TRY(find(program, row_about(about), w, &row));
	TRY(work_out(program, w, &answer));
	if (answer.due == DAY_NONE)
		return row ? record_withdraw(program, row, answer.none) : NULL;
	fill(act, w, &answer, form);
	if (!row)
		return record_add(program, due_record(act), about, form, id);
	*id = row_id(row);
	return record_change(program, row, form);
}

const struct fault *due_open(struct act *act, const char *pupil, int field, const char *value, struct rows *out)
{
	struct ask ask = { .pupil = pupil, .where = { { DUE_MET_ON, EMPTY, "" }, { field, IS, value } } };

	return record_list(act, due_record(act), &ask, out);
}

const struct fault *due_met(struct act *act, const char *pupil, const char *clock, day on, int *count)
{
	struct act *program = act_lift(act);
	struct rows rows;

	TRY(due_open(program, pupil, DUE_CLOCK, clock, &rows));
	*count = rows.count;
	for (int i = 0; i < rows.count; i++) {
		struct form *f = form_new(act->a, due_record(act));

		form_set(f, DUE_MET_ON, day_iso(act->a, on));
		TRY(record_change(program, rows.row[i], f));
	}
	return NULL;
}

const struct fault *due_drop(struct act *act, const char *pupil, const char *source_id, const char *why)
{
	struct act *program = act_lift(act);
	struct rows rows;

	TRY(due_open(program, pupil, DUE_SOURCE_ID, source_id, &rows));
	for (int i = 0; i < rows.count; i++)
		TRY(record_withdraw(program, rows.row[i], why));
	return NULL;
}
