/* kinds.c - editions of a kind of plan: the next one, and putting it into use. What stands in an edition in use never changes. */
#include "areas/plans/kinds.h"

#include <string.h>

#include "base/text.h"

const struct choice KIND_VIEWERS[] = {
	{ "senco", "SENCO" }, { "asst_senco", "Assistant SENCO" }, { "head", "Headteacher" }, { "slt", "Senior leaders" },
	{ "dsl", "Safeguarding lead" }, { "dt", "Designated teacher" }, { "pp_lead", "Pupil premium lead" },
	{ "hoy", "Heads of year" },
	{ "teacher", "The child’s teachers" }, { "ta", "The child’s teaching assistants" }, { "parent", "Parents, once shared" },
	{ "pupil", "The child, once shared" }, { "external", "Professionals, once shared" }, { NULL, NULL },
};

struct ui_option *kind_options(struct arena *a, const struct choice *list)
{
	struct ui_option *out;
	int n = 0;

	while (list[n].code)
		n++;
	out = arena_array(a, (size_t)n + 1, sizeof *out);
	for (int i = 0; i < n; i++)
		out[i] = (struct ui_option){ .value = list[i].code, .label = list[i].label };
	return out;
}

/* Every field of a row but those that say which edition it is. */
static struct form *copy_of(struct act *act, const struct row *row)
{
	struct form *f = form_of_row(act->a, row);

	f->version = 0;
	return f;
}

const struct fault *kind_next(struct act *act, const struct row *type, const char **id)
{
	struct form *f = copy_of(act, type);
	struct rows lines;

	form_set(f, PLAN_TYPE_EDITION, arena_printf(act->a, "%lld", (long long)row_int(type, PLAN_TYPE_EDITION) + 1));
	form_set(f, PLAN_TYPE_STATE, "draft");
	form_set(f, PLAN_TYPE_REPLACES, row_id(type));
	form_set(f, PLAN_TYPE_FROM, "");
	form_set(f, PLAN_TYPE_UNTIL, "");
	TRY(record_add(act, &PLAN_TYPE, NULL, f, id));
	TRY(plan_type_lines(act, row_id(type), &lines));
	for (int i = 0; i < lines.count; i++) {
		struct form *g = copy_of(act, lines.row[i]);
		const char *line;

		form_set(g, PLAN_FIELD_TYPE, *id);
		TRY(record_add(act, &PLAN_FIELD, NULL, g, &line));
	}
	return NULL;
}

static const struct fault *retire(struct act *act, const char *id)
{
	struct form *f = form_new(act->a, &PLAN_TYPE);
	struct row *old;

	TRY(record_get(act, &PLAN_TYPE, id, &old));
	if (strcmp(row_text(old, PLAN_TYPE_STATE), "use") != 0)
		return NULL;
	form_set(f, PLAN_TYPE_STATE, "retired");
	form_set(f, PLAN_TYPE_UNTIL, day_iso(act->a, act->today));
	return record_change(act, old, f);
}

const char *kind_said(struct arena *a, const struct choice *list, const char *said, const char *none)
{
	struct buf b = buf_new(a);

	while (*said) {
		size_t n = strcspn(said, " ");

		for (const struct choice *c = list; c->code; c++)
			if (strlen(c->code) == n && strncmp(c->code, said, n) == 0)
				buf_printf(&b, "%s%s", b.len ? "; " : "", c->label);
		said += n + (said[n] == ' ');
	}
	return b.len ? buf_text(&b) : none;
}

const char *kind_where(struct arena *a, const struct kind_page *p, const struct row *line)
{
	bool steps = row_int(p->type, PLAN_TYPE_STEPS);
	const char *section = row_text(line, PLAN_FIELD_SECTION);

	return arena_printf(a, "%s%s%s", steps ? row_show(a, line, PLAN_FIELD_STEP) : "", steps && *section ? " · " : "", section);
}

static const struct fault *begin(struct act *act, struct row *type, const char *state)
{
	struct form *f = form_new(act->a, &PLAN_TYPE);

	form_set(f, PLAN_TYPE_STATE, state);
	form_set(f, PLAN_TYPE_FROM, day_iso(act->a, act->today));
	return record_change(act, type, f);
}

const struct fault *kind_on(struct act *act, struct row *type)
{
	TRY(begin(act, type, "use"));
	return *row_text(type, PLAN_TYPE_REPLACES) ? retire(act, row_text(type, PLAN_TYPE_REPLACES)) : NULL;
}

const struct fault *kind_publish(struct act *act, struct row *type)
{
	return strcmp(row_text(type, PLAN_TYPE_BASIS), "proposal") == 0 ? begin(act, type, "off") : kind_on(act, type);
}
