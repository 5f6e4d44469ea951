/* assessment_form.c - entering a result: ages as years and months, never as a decimal; and the scores of the two questionnaires
 * that schools use most, as numbers alone, for their items are other people's. */
#include <string.h>

#include "areas/people/area.h"
#include "areas/register/area.h"
#include "areas/support/area.h"
#include "base/text.h"
#include "law/scores.h"
#include "reports/child.h"
#include "reports/home.tmpl.h"

static void crumbs(struct req *rq, const char **href)
{
	struct ui_link *l = arena_array(rq->a, 3, sizeof *l);

	*href = arena_printf(rq->a, "/pupils/%s/assessments", row_id(rq->pupil));
	l[0] = (struct ui_link){ .label = child_whole(rq->a, rq->pupil), .href = arena_printf(rq->a, "/pupils/%s",
		row_id(rq->pupil)) };
	l[1] = (struct ui_link){ .label = "Assessments", .href = *href };
	rq->ui->shell.crumbs = l;
	rq->ui->shell.scale = UI_READ;
}

static const struct fault *may_add(struct req *rq)
{
	return record_may(rq->act, &ASSESSMENT, RIGHT_ADD, rq->pupil) ? NULL :
		FAULT(rq->a, FAULT_NONE, "this person may not add a result about that child");
}

/* ---- one result ---- */

static void age_boxes(struct req *rq, struct ui *ui)
{
	ui_fieldset(ui, "Age it equals", "For a reading or spelling age. 8 years 10 months is not 8.1", false);
	ui_input(ui, &(struct ui_input){ .name = "age-years", .label = "Years", .inputmode = "numeric", .width = 2,
		.value = rq_text(rq, "age-years") });
	ui_input(ui, &(struct ui_input){ .name = "age-months", .label = "Months", .inputmode = "numeric", .width = 2,
		.value = rq_text(rq, "age-months") });
	ui_fieldset_end(ui);
}

static const struct fault *draw_new(struct req *rq, struct ui *ui, const struct form *form)
{
	static const int FIRST_FIELDS[] = { ASSESSMENT_FORM, ASSESSMENT_SKILL, ASSESSMENT_ON, ASSESSMENT_SCORE_TYPE,
		ASSESSMENT_SCORE, ASSESSMENT_LOW, ASSESSMENT_HIGH };
	static const int LAST_FIELDS[] = { ASSESSMENT_RESULT, ASSESSMENT_LIMIT, ASSESSMENT_BY, ASSESSMENT_SOURCE };
	struct rows bank = { NULL, 0 };
	const char *back;

	crumbs(rq, &back);
	ui->shell.title = "Enter a result";
	ui_title(ui, child_whole(rq->a, rq->pupil), "Enter a result", NULL);
	if (record_ever(rq->act, &TEST_KIND, RIGHT_READ))
		TRY(record_list(rq->act, &TEST_KIND, &(struct ask){ .limit = 500 }, &bank));
	ui_form_begin(ui, &(struct ui_form){ .draft = true });
	ui_input(ui, &(struct ui_input){ .name = "test", .label = "Test",
		.hint = "Its full name, always written alike: results of different tests are never "
		"compared", .strong = true, .value = form_value(form, ASSESSMENT_TEST), .list = "tests", .autocomplete = "off" });
	assessment_names(ui, &bank);
	for (size_t i = 0; i < sizeof FIRST_FIELDS / sizeof *FIRST_FIELDS; i++)
		ui_field(ui, &ASSESSMENT, form, FIRST_FIELDS[i]);
	age_boxes(rq, ui);
	for (size_t i = 0; i < sizeof LAST_FIELDS / sizeof *LAST_FIELDS; i++)
		ui_field(ui, &ASSESSMENT, form, LAST_FIELDS[i]);
	ui_acts(ui);
	ui_button(ui, UI_PRIMARY, "Save", NULL, NULL);
	ui_link_to(ui, "Cancel", back);
	ui_acts_end(ui);
	ui_form_end(ui);
	return NULL;
}

const struct fault *assessment_new(struct req *rq, struct ui *ui)
{
	struct form *form = rq_form(rq, &ASSESSMENT);

	TRY(may_add(rq));
	if (!rq->typed.count)
		form_set(form, ASSESSMENT_SOURCE, "school");
	return draw_new(rq, ui, form);
}

/* Years and months as two numbers; months alone below 12. */
static void read_age(struct req *rq, struct ui *ui, struct form *form)
{
	const char *years = rq_text(rq, "age-years"), *months = rq_text(rq, "age-months");
	int64_t y = 0, m = 0;

	if (!*years && !*months)
		return;
	if (!text_to_int(years, &y) || y < 2 || y > 30)
		ui_error(ui, "age-years", "Enter the years of the age as a whole number, like 8");
	else if (*months && (!text_to_int(months, &m) || m < 0 || m > 11))
		ui_error(ui, "age-months", "Enter the months of the age, 0 to 11");
	else
		form_set(form, ASSESSMENT_MONTHS, arena_printf(rq->a, "%lld", (long long)(12 * y + m)));
}

const struct fault *assessment_add(struct req *rq, struct ui *ui)
{
	struct form *form = rq_form(rq, &ASSESSMENT);
	const struct fault *f;
	const char *id;

	form->version = 0;
	read_age(rq, ui, form);
	if (ui->error_count)
		return draw_new(rq, ui, form);
	f = record_add(rq->act, &ASSESSMENT, rq->pupil, form, &id);
	if (f && f->code == FAULT_INVALID && form->error_count) {
		ui_form_errors(ui, form);
		return draw_new(rq, ui, form);
	}
	TRY(f);
	rq_notice(rq, NULL, "The result is saved.");
	return go(rq, "/pupils/%s/assessments", row_id(rq->pupil));
}

/* ---- a questionnaire's scores ---- */

struct scale { const char *name; int most; };
static const struct scale SDQ[] = { { "Emotional", 10 }, { "Conduct", 10 }, { "Hyperactivity", 10 }, { "Peer", 10 },
	{ "Prosocial", 10 }, { NULL, 0 } };
static const struct scale BOXALL[] = { { "Organisation of experience (A to E)", 80 }, { "Internalisation of controls (F to J)",
	80 },
	{ "Self-limiting features (Q, R)", 60 }, { "Undeveloped behaviour (S to U)", 60 }, { "Unsupported development (V to Z)",
		60 }, { NULL, 0 } };
static const struct choice SDQ_FORMS[] = { { "Teacher", "Teacher or other staff" }, { "Parent", "Parent or carer" },
	{ "Self, 11 to 17", "The child, 11 to 17" }, { NULL, NULL } };
static const struct choice BOXALL_FORMS[] = { { "Primary 2017", "Primary, 2017" }, { "Young people", "Young people (secondary)" },
	{ NULL, NULL } };

struct questionnaire { const char *kind, *test, *title, *lede,
	*form_label; const struct scale *scales; const struct choice *forms; };
static const struct questionnaire QUESTIONNAIRES[] = {
	{ "sdq", "SDQ", "Enter an SDQ",
		"Only the score of each scale. Who filled it in is kept apart: one person’s change is not proof.",
		"Who filled it in?",
	  SDQ, SDQ_FORMS },
	{ "boxall", "Boxall Profile", "Enter a Boxall Profile",
		"Only the totals. The two versions have norms of their own and are never compared. In the first two, "
	  "higher is better; in the other three, lower is.", "Which version?", BOXALL, BOXALL_FORMS },
};

static const struct questionnaire *questionnaire_of(struct req *rq)
{
	return strcmp(rq_text(rq, "kind"), "boxall") == 0 ? &QUESTIONNAIRES[1] : &QUESTIONNAIRES[0];
}

static const char *typed_day(struct req *rq)
{
	return arena_printf(rq->a, "%s/%s/%s", rq_text(rq, "taken_on-day"), rq_text(rq, "taken_on-month"),
		rq_text(rq, "taken_on-year"));
}

static const struct fault *draw_scales(struct req *rq, struct ui *ui, const struct questionnaire *q)
{
	struct ui_option forms[4] = { { NULL } };
	const char *back;

	crumbs(rq, &back);
	ui->shell.title = q->title;
	ui_title(ui, child_whole(rq->a, rq->pupil), q->title, q->lede);
	for (int i = 0; q->forms[i].code; i++)
		forms[i] = (struct ui_option){ .value = q->forms[i].code, .label = q->forms[i].label };
	ui_form_begin(ui, &(struct ui_form){ .draft = true });
	ui_hidden(ui, "kind", q->kind);
	ui_input_radios(ui, &(struct ui_input){ .name = "form", .label = q->form_label, .strong = true,
		.value = rq_text(rq, "form") }, forms);
	ui_input_date(ui, &(struct ui_input){ .name = "taken_on", .label = "When?", .strong = true, .value = rq->post ?
		typed_day(rq) :
		day_iso(rq->a, rq->act->today) });
	for (int i = 0; q->scales[i].name; i++)
		ui_input(ui, &(struct ui_input){ .name = arena_printf(rq->a, "scale-%d", i), .label = q->scales[i].name,
			.inputmode = "numeric", .width = 3, .strong = true,
			.value = rq_text(rq, arena_printf(rq->a, "scale-%d", i)), .hint = arena_printf(rq->a, "0 to %d",
			q->scales[i].most) });
	ui_input(ui, &(struct ui_input){ .name = "assessor", .label = "Name of who filled it in",
		.hint = "You can leave this empty", .value =
		rq_text(rq, "assessor") });
	ui_acts(ui);
	ui_button(ui, UI_PRIMARY, "Save", NULL, NULL);
	ui_link_to(ui, "Cancel", back);
	ui_acts_end(ui);
	ui_form_end(ui);
	return NULL;
}

const struct fault *scales_new(struct req *rq, struct ui *ui)
{
	TRY(may_add(rq));
	return draw_scales(rq, ui, questionnaire_of(rq));
}

static const struct fault *save_scale(struct req *rq, const struct questionnaire *q, const char *skill, int64_t score, day on)
{
	struct form *form = form_new(rq->a, &ASSESSMENT);
	const char *id;

	form_set(form, ASSESSMENT_TEST, q->test);
	form_set(form, ASSESSMENT_FORM, rq_text(rq, "form"));
	form_set(form, ASSESSMENT_SKILL, skill);
	form_set(form, ASSESSMENT_SCORE_TYPE, "rating");
	form_set(form, ASSESSMENT_SCORE, arena_printf(rq->a, "%lld", (long long)score));
	form_set(form, ASSESSMENT_ON, day_iso(rq->a, on));
	form_set(form, ASSESSMENT_BY, rq_text(rq, "assessor"));
	form_set(form, ASSESSMENT_SOURCE, "school");
	return record_add(rq->act, &ASSESSMENT, rq->pupil, form, &id);
}

/* -1: not filled in. */
static void read_scales(struct req *rq, struct ui *ui, const struct questionnaire *q, int64_t *scores)
{
	int given = 0;

	for (int i = 0; q->scales[i].name; i++) {
		const char *name = arena_printf(rq->a, "scale-%d", i), *typed = rq_text(rq, name);

		scores[i] = -1;
		if (!*typed)
			continue;
		given++;
		if (!text_to_int(typed, &scores[i]) || scores[i] < 0 || scores[i] > q->scales[i].most)
			ui_error(ui, name, arena_printf(rq->a, "%s must be a whole number, 0 to %d", q->scales[i].name,
				q->scales[i].most));
	}
	if (!given)
		ui_error(ui, "scale-0", "Enter at least one score");
}

static bool known_form(const struct questionnaire *q, const char *typed)
{
	for (const struct choice *c = q->forms; c->code; c++)
		if (strcmp(c->code, typed) == 0)
			return true;
	return false;
}

const struct fault *scales_add(struct req *rq, struct ui *ui)
{
	const struct questionnaire *q = questionnaire_of(rq);
	int64_t scores[8], total = 0;
	bool whole = strcmp(q->kind, "sdq") == 0;
	day on = day_typed(typed_day(rq));

	TRY(may_add(rq));
	if (!known_form(q, rq_text(rq, "form")))
		ui_error(ui, "form", q->scales == SDQ ? "Choose who filled it in" : "Choose the version");
	if (on == DAY_NONE || on > rq->act->today)
		ui_error(ui, "taken_on-day", "Enter the day it was filled in: today or earlier");
	read_scales(rq, ui, q, scores);
	if (ui->error_count)
		return draw_scales(rq, ui, q);
	for (int i = 0; q->scales[i].name; i++) {
		if (scores[i] >= 0)
			TRY(save_scale(rq, q, q->scales[i].name, scores[i], on));
		whole = whole && (scores[i] >= 0 || i == SDQ_PROSOCIAL);
		total += i < SDQ_PROSOCIAL ? scores[i] : 0;
	}
	if (whole)
		TRY(save_scale(rq, q, SDQ_SCALE_NAMES[SDQ_TOTAL], total, on));
	rq_notice(rq, NULL, "The scores are saved.");
	return go(rq, "/pupils/%s/assessments", row_id(rq->pupil));
}
