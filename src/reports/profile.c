/* profile.c - gathers what one-page profiles say, many at a time: the profile's own words, and beside them what the record holds
 * already. Nothing is written here. A diagnosis stands on a profile only if somebody wrote it there and the family agreed (the
 * editor asks). */
#include "reports/profile.h"

#include <stdlib.h>
#include <string.h>

#include "areas/people/area.h"
#include "areas/plans/area.h"
#include "areas/register/area.h"
#include "base/text.h"
#include "record/shape.h"
#include "reports/queries.sql.h"

/* Which line of the type is which part of the sheet. */
static const struct { const char *name; size_t part; } PARTS[] = {
	{ "like", offsetof(struct profile, likes) }, { "matters", offsetof(struct profile, matters) },
	{ "support", offsetof(struct profile, support) }, { "not_help", offsetof(struct profile, unhelpful) },
	{ "signs", offsetof(struct profile, signs) }, { "calms", offsetof(struct profile, calms) },
	{ "arrangements", offsetof(struct profile, arrangements) },
};
enum { PART_COUNT = sizeof PARTS / sizeof *PARTS };

static const char **part_of(struct profile *sheet, int i)
{
	return (const char **)(void *)((char *)sheet + PARTS[i].part);
}

static int part_named(const char *name)
{
	for (int i = 0; i < PART_COUNT; i++)
		if (strcmp(PARTS[i].name, name) == 0)
			return i;
	return -1;
}

/* What a school's own edition asks for besides stands under "good to know". */
static void put_part(struct arena *a, struct profile *sheet, const struct field *f, const char *value)
{
	int part = part_named(f->name);

	if (part >= 0) {
		*part_of(sheet, part) = value;
		return;
	}
	if (!*value || f->type == F_YESNO)
		return;
	for (int i = 0; i < PROFILE_ROWS; i++)
		if (!sheet->more[i].text) {
			sheet->more[i] = (struct profile_row){ f->label, f->type == F_DATE ? day_long(a, day_parse(value)) :
				value };
			return;
		}
}

void profile_from_row(struct arena *a, const struct row *plan, struct profile *sheet)
{
	const struct record *r = row_record(plan);

	for (int i = record_stored(r); i < r->count; i++)
		put_part(a, sheet, &r->fields[i], row_text(plan, i));
}

void profile_from_form(struct arena *a, const struct form *form, const struct row *plan, struct profile *sheet)
{
	for (int i = 0; i < PROFILE_ROWS; i++)
		sheet->more[i] = (struct profile_row){ NULL, NULL };
	for (int i = record_stored(form->r); i < form->r->count; i++)
		put_part(a, sheet, &form->r->fields[i], form->values[i] ? form->values[i] : plan ? row_text(plan, i) : "");
}

/* ---- the record ---- */

struct gathering { struct act *act; struct profile_list *list; const char *school; };

static struct profile_of *profile_for(const struct profile_list *list, const char *pupil)
{
	for (int low = 0, high = list->count; low < high;) {
		int middle = (low + high) / 2, c = strcmp(list->of[middle].pupil, pupil);

		if (c == 0)
			return &list->of[middle];
		if (c < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return NULL;
}

static void add_line(struct arena *a, const char **to, const char *text)
{
	*to = *to && **to ? arena_printf(a, "%s\n%s", *to, text) : text;
}

static int lines_in(const char *text)
{
	int n = text && *text;

	for (; text && *text; text++)
		n += *text == '\n';
	return n;
}

/* A fact of the record, where the profile has no words of its own for it. */
static void put_fact(struct arena *a, struct profile_of *of, const char *kind, const char *text, const char *extra)
{
	static const struct { const char *kind; size_t part; int most; } FACTS[] = {
		{ "strength", offsetof(struct profile, likes), 4 }, { "helps", offsetof(struct profile, support),
			PROFILE_SUPPORTS },
		{ "avoid", offsetof(struct profile, unhelpful), 4 }, { "trigger", offsetof(struct profile, signs), 3 },
		{ "calms", offsetof(struct profile, calms), 3 },
	};

	if (strcmp(kind, "adult") == 0)
		of->sheet.key_adult = text;
	else if (strcmp(kind, "alert") == 0 && !of->sheet.alert)
		of->sheet.alert = *extra ? arena_printf(a, "%s: %s", text, extra) : text;
	for (size_t i = 0; i < sizeof FACTS / sizeof *FACTS && !of->plan; i++) {
		const char **part = (const char **)(void *)((char *)&of->sheet + FACTS[i].part);

		if (strcmp(FACTS[i].kind, kind) == 0 && lines_in(*part) < FACTS[i].most)
			add_line(a, part, text);
	}
}

static const struct fault *add_children(struct gathering *g, const struct profile_ask *ask)
{
	struct arena *a = g->act->a;
	const char *today = day_iso(a, g->act->today);
	struct found f;

	TRY(query_run(g->act, &Q_PROFILE_CHILDREN, (const char *const[]){ ask->pupil ? ask->pupil : "", ask->class ? ask->class :
		"", today }, &f));
	g->list->of = arena_array(a, (size_t)f.rows + 1, sizeof *g->list->of);
	for (int i = 0; i < f.rows; i++) {
		struct profile_of *of = &g->list->of[g->list->count];
		const char *id = found_text(&f, i, Q_PROFILE_CHILDREN_PUPIL), *year = found_text(&f, i, Q_PROFILE_CHILDREN_YEAR);
		const char *form = found_text(&f, i, Q_PROFILE_CHILDREN_FORM);

		if (g->list->count && strcmp(of[-1].pupil, id) == 0)
			continue;
		*of = (struct profile_of){ .pupil = id, .upn = found_text(&f, i, Q_PROFILE_CHILDREN_UPN),
			.last = found_text(&f, i, Q_PROFILE_CHILDREN_SORT) };
		of->sheet.name = arena_printf(a, "%s %s", found_text(&f, i, Q_PROFILE_CHILDREN_FIRST),
			found_text(&f, i, Q_PROFILE_CHILDREN_LAST));
		of->sheet.form = arena_printf(a, "%s%s%s", *year ? choice_label(YEARS, year) : "", *year && *form ? " · " : "",
			form);
		of->sheet.school = g->school;
		g->list->count++;
	}
	return NULL;
}

/* In use before being written before what is over. */
static int rank_of(const struct row *plan)
{
	const char *state = row_text(plan, PLAN_STATE);

	return strcmp(state, "do") == 0 ? 2 : strcmp(state, "plan") == 0 ? 1 : 0;
}

static const struct fault *sheet_types(struct act *act, const char **out)
{
	struct buf b = buf_new(act->a);
	struct rows types;

	TRY(record_list(act_lift(act), &PLAN_TYPE, &(struct ask){ .where = { { PLAN_TYPE_SHEET, IS, "1" } },
		.campus = act->campus }, &types));
	for (int i = 0; i < types.count; i++)
		buf_printf(&b, "%s%s", i ? " " : "", row_id(types.row[i]));
	*out = buf_text(&b);
	return NULL;
}

static const struct fault *add_plans(struct gathering *g, const struct profile_ask *ask)
{
	const char *types;
	struct ask which = { .where = { { PLAN_STATE, ANY_OF, "do plan" } }, .pupil = ask->pupil, .limit = 20000 };
	const struct record *worn = NULL;
	const char *worn_type = "";
	struct rows rows;

	TRY(sheet_types(g->act, &types));
	which.where[1].field = PLAN_TYPE_REF, which.where[1].op = ANY_OF, which.where[1].value = types;
	if (!*types)
		return NULL;
	TRY(record_list(g->act, &PLAN, &which, &rows));
	for (int i = 0; i < rows.count; i++) {
		struct profile_of *of = profile_for(g->list, row_about(rows.row[i]));

		if (!of || (of->plan && rank_of(of->plan) >= rank_of(rows.row[i])))
			continue;
		if (strcmp(worn_type, row_text(rows.row[i], PLAN_TYPE_REF)) != 0)
			TRY(plan_shape(g->act, rows.row[i], &worn));
		worn_type = row_text(rows.row[i], PLAN_TYPE_REF);
		of->plan = row_worn(rows.row[i], worn);
		of->in_use = rank_of(of->plan) == 2;
	}
	return NULL;
}

static void describe_plan(struct arena *a, struct profile_of *of)
{
	if (!of->plan)
		return;
	profile_from_row(a, of->plan, &of->sheet);
	of->sheet.version = arena_printf(a, "Version %lld%s%s", (long long)row_version(of->plan), *row_text(of->plan,
		PLAN_FROM) ? ", from " : ", a draft",
		*row_text(of->plan, PLAN_FROM) ? day_long(a, row_day(of->plan, PLAN_FROM)) : "");
	if (*row_text(of->plan, PLAN_REVIEW_ON))
		of->sheet.review_by = arena_printf(a, "Review by %s", day_long(a, row_day(of->plan, PLAN_REVIEW_ON)));
}

static const struct fault *add_facts(struct gathering *g, const struct profile_ask *ask)
{
	const char *today = day_iso(g->act->a, g->act->today);
	struct found f;

	TRY(query_run(g->act, &Q_PROFILE_FACTS, (const char *const[]){ ask->pupil ? ask->pupil : "", today }, &f));
	for (int i = 0; i < f.rows; i++) {
		struct profile_of *of = profile_for(g->list, found_text(&f, i, Q_PROFILE_FACTS_PUPIL));

		if (of)
			put_fact(g->act->a, of, found_text(&f, i, Q_PROFILE_FACTS_KIND), found_text(&f, i, Q_PROFILE_FACTS_TEXT),
				found_text(&f, i, Q_PROFILE_FACTS_EXTRA));
	}
	return NULL;
}

/* Outcomes of the cycle that runs, in the plan's order. */
static const struct fault *add_targets(struct gathering *g, const struct profile_ask *ask)
{
	struct ask which = { .pupil = ask->pupil, .limit = 20000, .order = "number",
		.where = { { TARGET_BY, FROM_ON, day_iso(g->act->a, g->act->today - 120) } } };
	struct found open;
	struct rows rows;

	TRY(query_run(g->act, &Q_PROFILE_OPEN_PLANS, (const char *const[]){ ask->pupil ? ask->pupil : "" }, &open));
	if (!open.rows)
		return NULL;
	TRY(record_list(g->act, &TARGET, &which, &rows));
	for (int i = 0; i < rows.count; i++) {
		struct profile_of *of = profile_for(g->list, row_about(rows.row[i]));
		bool runs = false;

		if (*row_text(rows.row[i], TARGET_ONLY))
			continue; /* seen by some alone: not for paper that everybody has */
		for (int k = 0; of && k < open.rows && !runs; k++)
			runs = strcmp(found_text(&open, k, Q_PROFILE_OPEN_PLANS_ID), row_text(rows.row[i], TARGET_PLAN)) == 0;
		for (int k = 0; runs && k < 3; k++)
			if (!of->sheet.targets[k].text) {
				of->sheet.targets[k] = (struct profile_row){ NULL, row_text(rows.row[i], TARGET_OUTCOME) };
				break;
			}
	}
	return NULL;
}

static int by_surname(const void *a, const void *b)
{
	const struct profile_of *x = a, *y = b;
	int c = strcmp(x->last, y->last);

	return c ? c : strcmp(x->pupil, y->pupil);
}

const struct fault *profiles_gather(struct act *act, const struct profile_ask *ask, struct profile_list *out)
{
	struct gathering g = { .act = act, .list = out };
	struct row *campus;
	int kept = 0;

	*out = (struct profile_list){ 0 };
	TRY(record_get(act_lift(act), &CAMPUS, act->campus, &campus));
	g.school = row_text(campus, CAMPUS_NAME);
	TRY(add_children(&g, ask));
	TRY(add_plans(&g, ask));
	for (int i = 0; i < out->count; i++)
		describe_plan(act->a, &out->of[i]);
	TRY(add_facts(&g, ask));
	TRY(add_targets(&g, ask));
	TRY(profiles_agreed(act, ask->pupil, out));
	for (int i = 0; i < out->count; i++)
		if (!ask->written_only || out->of[i].in_use)
			out->of[kept++] = out->of[i];
	out->count = kept;
	qsort(out->of, (size_t)out->count, sizeof *out->of, by_surname);
	return NULL;
}

/* ---- paper ---- */

const struct fault *profiles_pdf(struct act *act, const struct profile_list *list, enum profile_variant variant, struct buf *bytes,
	int *printed, const char **too_long)
{
	const struct profile **sheets = arena_array(act->a, (size_t)list->count + 1, sizeof *sheets);
	struct profile_fit *fits = arena_array(act->a, (size_t)list->count + 1, sizeof *fits);
	struct pdf_about about = { .title = list->count == 1 ? "One-page profile" : "One-page profiles", .lang = "en-GB",
		.author = list->count ? list->of[0].sheet.school : NULL, .made = act->moment, .bare = true };
	struct buf words = buf_new(act->a);

	*printed = 0;
	for (int i = 0; i < list->count; i++)
		sheets[i] = &list->of[i].sheet;
	TRY(profile_sheets(act->a, sheets, list->count, variant, &about, fits, bytes));
	for (int i = 0; i < list->count; i++) {
		*printed += fits[i].fits;
		for (int k = 0; k < fits[i].n; k++)
			buf_printf(&words, "%s%s: %s", words.len ? "\n" : "", sheets[i]->name,
				profile_over_text(act->a, &fits[i].over[k]));
	}
	*too_long = buf_text(&words);
	return NULL;
}
